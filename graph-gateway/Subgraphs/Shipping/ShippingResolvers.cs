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
        var lines = await LinesAsync(call);
        // Nothing to send, nothing to offer.
        if (lines.Count == 0) return [];

        var products = await call.Loader<ProductsById>()
            .LoadMany(lines.Select(line => line.ProductId))
            .GetResultAsync(call.CancellationToken);
        var missing = lines.FindIndex(line => !products.ContainsKey(line.ProductId));
        if (missing >= 0) throw new BadInputException($"lines[{missing}].productId", Problem.NotFound("a product"));

        var request = new QuoteRequest
        {
            CountryCode = address.CountryCode,
            Subtotal = Pricing.Total(lines, products, call.Settings().Currency).ToProto(),
            Units = lines.Sum(line => line.Quantity),
        };
        var answer = await call.Client<ShippingServiceClient>().QuoteAsync(request, call.Options());
        return answer.Options;
    }

    /// <summary>The lines given, or the caller's cart.</summary>
    private static async Task<List<(string ProductId, int Quantity)>> LinesAsync(IResolveFieldContext call)
    {
        if (call.GetArgument<IReadOnlyList<CheckoutLineInput>?>("lines") is { Count: > 0 } given)
        {
            return [.. given.Select((line, index) => (line.Product(index), line.Quantity))];
        }

        var answer = await call.Client<CartServiceClient>().GetCartAsync(new(), call.Options());
        return [.. answer.Cart?.Lines.Select(line => (line.ProductId, line.Quantity)) ?? []];
    }
}
