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
    /// <summary>As many as the checkout takes.</summary>
    private const int MaxLines = 100;

    /// <summary>As many of a line as the checkout takes.</summary>
    private const int MaxQuantity = 99;

    public static void Bind(SchemaBindings schema)
    {
        schema.Query("shippingOptions", OptionsAsync);
        // Not a global id: the same few for everybody, and the checkout takes it as it is.
        schema.Type<ShippingOption>("ShippingOption").Field("id", option => option.Id);
    }

    private static async Task<IReadOnlyList<ShippingOption>> OptionsAsync(IResolveFieldContext call)
    {
        var check = new InputCheck();
        var address = call.GetArgument<AddressInput>("address");
        var given = call.GetArgument<IReadOnlyList<CheckoutLineInput>?>("lines");
        var wanted = given is null ? await CartLinesAsync(call) : Lines(given, check);
        // Nothing to send, nothing to offer.
        if (wanted.Count == 0 && !check.HasFound) return [];

        var request = new QuoteRequest { CountryCode = address.CountryCode, Address = ToProto(address) };
        if (!check.HasFound)
        {
            var products = await call.Loader<ProductsById>().LoadMany(wanted.Select(line => line.ProductId)).GetResultAsync(call.CancellationToken);
            if (given is not null) NameNotOnSale(wanted, products, check);
            // What is in the cart and not sold any more is not sent. The checkout says so; here it would only hide the prices.
            var sent = wanted.Where(line => products.GetValueOrDefault(line.ProductId).IsOnSale()).ToList();
            if (sent.Count == 0 && !check.HasFound) return [];
            if (!check.HasFound)
            {
                request.Subtotal = Pricing.Total(sent, products, call.Settings().Currency).ToProto();
                request.Units = sent.Sum(line => line.Quantity);
            }
        }

        return (await check.AskAsync(call.Client<ShippingServiceClient>().QuoteAsync(request, call.Options()), InInput)).Options;
    }

    /// <summary>Shipping knows the lines by what they cost and weigh together.</summary>
    private static string InInput(string field) => field switch
    {
        "countryCode" => "address.countryCode",
        "subtotal" or "units" => "lines",
        _ => field,
    };

    private static Address ToProto(AddressInput address) => new()
    {
        Name = address.Name,
        Line1 = address.Line1,
        Line2 = address.Line2 ?? "",
        City = address.City,
        Region = address.Region ?? "",
        PostalCode = address.PostalCode,
        CountryCode = address.CountryCode,
        Phone = address.Phone ?? "",
    };

    private static List<(string ProductId, int Quantity)> Lines(IReadOnlyList<CheckoutLineInput> given, InputCheck check)
    {
        if (given.Count == 0) check.Note("lines", Problem.Empty);
        if (given.Count > MaxLines) check.Note("lines", Problem.TooMany(MaxLines));
        return [.. given.Select((line, index) => (line.Product(index, check), Quantity(line, index, check)))];
    }

    private static async Task<List<(string ProductId, int Quantity)>> CartLinesAsync(IResolveFieldContext call)
    {
        var answer = await call.Client<CartServiceClient>().GetCartAsync(new(), call.Options());
        return [.. answer.Cart?.Lines.Select(line => (line.ProductId, line.Quantity)) ?? []];
    }

    /// <summary>Of given lines each must be sold, as for the checkout.</summary>
    private static void NameNotOnSale(
        List<(string ProductId, int Quantity)> lines, IReadOnlyDictionary<string, Product> products, InputCheck check)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (products.GetValueOrDefault(lines[i].ProductId).IsOnSale()) continue;
            check.Note($"lines[{i}].productId", Problem.NotFound(products.ContainsKey(lines[i].ProductId) ? "a product on sale" : "a product"));
        }
    }

    private static int Quantity(CheckoutLineInput line, int index, InputCheck check)
    {
        if (line.Quantity is < 1 or > MaxQuantity) check.Note($"lines[{index}].quantity", Problem.OutOfRange(1, MaxQuantity));
        return line.Quantity;
    }
}
