using Commerce.Catalog.V1;
using Commerce.Shipping.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs.Catalog;
using CommerceKata.Gateway.Subgraphs.Shared;
using CommerceKata.ServiceDefaults.Errors;
using GraphQL;
using static Commerce.Cart.V1.CartService;
using static Commerce.Shipping.V1.ShippingService;

namespace CommerceKata.Gateway.Subgraphs.Shipping;

/// <summary>What delivery costs.</summary>
internal static class ShippingResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        schema.Query("shippingOptions", OptionsAsync);
        // Not a global id: the same few for everybody, and the checkout takes it as it is.
        schema.Type<ShippingOption>("ShippingOption").Field("id", option => option.Id);
    }

    private static async Task<IReadOnlyList<ShippingOption>> OptionsAsync(IResolveFieldContext call)
    {
        var address = call.GetArgument<AddressInput>("address");
        var given = call.GetArgument<IReadOnlyList<CheckoutLineInput>?>("lines") is { Count: > 0 } lines ? Lines(lines) : null;
        var wanted = given ?? await CartLinesAsync(call);
        var products = await call.Loader<ProductsById>()
            .LoadMany(wanted.Select(line => line.ProductId))
            .GetResultAsync(call.CancellationToken);
        if (given is not null) RequireOnSale(given, products);
        // What is in the cart and not sold any more is not sent. The checkout says so; here it would only hide the prices.
        var sent = wanted.Where(line => products.GetValueOrDefault(line.ProductId).IsOnSale()).ToList();
        // Nothing to send, nothing to offer.
        if (sent.Count == 0) return [];

        var request = new QuoteRequest
        {
            CountryCode = address.CountryCode,
            Subtotal = Pricing.Total(sent, products, call.Settings().Currency).ToProto(),
            Units = sent.Sum(line => line.Quantity),
        };
        var answer = await call.Client<ShippingServiceClient>().QuoteAsync(request, call.Options());
        return answer.Options;
    }

    private static List<(string ProductId, int Quantity)> Lines(IReadOnlyList<CheckoutLineInput> given) =>
        [.. given.Select((line, index) => (line.Product(index), line.Quantity))];

    private static async Task<List<(string ProductId, int Quantity)>> CartLinesAsync(IResolveFieldContext call)
    {
        var answer = await call.Client<CartServiceClient>().GetCartAsync(new(), call.Options());
        return [.. answer.Cart?.Lines.Select(line => (line.ProductId, line.Quantity)) ?? []];
    }

    /// <summary>Of given lines each must be sold, as for the checkout.</summary>
    /// <exception cref="BadInputException">Some are not.</exception>
    private static void RequireOnSale(IReadOnlyList<(string ProductId, int Quantity)> lines, IReadOnlyDictionary<string, Product> products)
    {
        List<Violation> wrong = [.. lines.Index()
            .Where(line => !products.GetValueOrDefault(line.Item.ProductId).IsOnSale())
            .Select(line => new Violation($"lines[{line.Index}].productId", Problem.NotFound(
                products.ContainsKey(line.Item.ProductId) ? "a product on sale" : "a product")))];
        if (wrong.Count > 0) throw new BadInputException(wrong);
    }
}
