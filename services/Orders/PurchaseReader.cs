using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Identity.V1;
using Commerce.Shipping.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Addresses;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;

namespace CommerceKata.Orders;

/// <summary>What reading a purchase came to: the purchase, or why there is none.</summary>
internal abstract record ReadPurchase
{
    public sealed record Ready(Purchase Purchase) : ReadPurchase;

    public sealed record EmptyCart : ReadPurchase;

    /// <summary>Products were archived after they came into the cart. With them, whatever else of it falls short.</summary>
    public sealed record Short(IReadOnlyList<ShortLine> Lines) : ReadPurchase;
}

/// <summary>
/// Reads what a checkout needs from Cart, Catalog, Identity and Shipping. It changes nothing anywhere. Inventory is asked only
/// for an answer that names all that is wrong: what can be bought shows when the stock is taken.
/// </summary>
internal sealed class PurchaseReader(
    CartService.CartServiceClient carts, CatalogService.CatalogServiceClient catalog,
    IdentityService.IdentityServiceClient identity, ShippingService.ShippingServiceClient shipping, Stock stock)
{
    /// <exception cref="Fault">The input names something that is not there; each such thing is named.</exception>
    public async Task<ReadPurchase> ReadAsync(Guid userId, CheckoutInput input, CancellationToken cancel)
    {
        var address = AddressAsync(userId, input, cancel);
        var email = EmailAsync(userId, input, cancel);
        var cart = input.Lines.Count > 0 ? null : await CartAsync(userId, cancel);
        List<Violation> wrong = [.. await WrongAsync(address), .. await WrongAsync(email)];
        var wanted = cart is null ? input.Lines : [.. cart.Lines.Select(line => (Guid.Parse(line.ProductId), line.Quantity))];
        // A cart may have grown beyond it when two were merged: its owner says what to leave for the next order.
        if (wanted.Count > CheckoutInput.MaxLines)
            throw Fault.Invalid([.. wrong, new("lines", new("TOO_MANY", $"must be {CheckoutInput.MaxLines} at most: take some out of the cart, or buy it in parts", ("max", $"{CheckoutInput.MaxLines}")))]);

        var onSale = await OnSaleAsync(wanted, cancel);
        if (cart is null) wrong.AddRange(NotOnSale(wanted, onSale));
        if (wrong.Count > 0) throw Fault.Invalid(wrong);
        if (wanted.Count == 0) return new ReadPurchase.EmptyCart();
        if (wanted.Any(line => !onSale.ContainsKey(line.ProductId))) return new ReadPurchase.Short(await ShortAsync(wanted, onSale, cancel));

        IReadOnlyList<PurchaseLine> lines = [.. wanted.Select(line => new PurchaseLine(onSale[line.ProductId], line.Quantity))];
        var option = await ShippingAsync(await address, lines, input.ShippingOptionId, cancel);
        return new ReadPurchase.Ready(new Purchase(
            cart is null ? null : Guid.Parse(cart.Id), cart?.Version, lines, await email, await address,
            option.Id, option.Name, Money.FromProto(option.Price)));
    }

    private async Task<Cart> CartAsync(Guid userId, CancellationToken cancel) =>
        (await carts.GetCartAsync(new() { UserId = userId.ToString() }, cancellationToken: cancel)).Cart ?? new Cart { Id = Guid.Empty.ToString() };

    private async Task<IReadOnlyDictionary<Guid, Product>> OnSaleAsync(
        IReadOnlyList<(Guid ProductId, int Quantity)> wanted, CancellationToken cancel)
    {
        if (wanted.Count == 0) return new Dictionary<Guid, Product>();
        var response = await catalog.BatchGetProductsAsync(new() { Ids = { wanted.Select(line => line.ProductId.ToString()) } }, cancellationToken: cancel);
        return response.Products.Where(product => !product.Archived).ToDictionary(product => Guid.Parse(product.Id));
    }

    /// <summary>The lines that are not sold any more, and those of which there are too few, in the order of the cart.</summary>
    private async Task<IReadOnlyList<ShortLine>> ShortAsync(
        IReadOnlyList<(Guid ProductId, int Quantity)> wanted, IReadOnlyDictionary<Guid, Product> onSale, CancellationToken cancel)
    {
        var available = await stock.FindAvailableAsync([.. onSale.Keys], cancel);
        return [.. wanted.Select(line => Missing(line.ProductId, line.Quantity)).OfType<ShortLine>()];

        ShortLine? Missing(Guid productId, int quantity)
        {
            if (!onSale.ContainsKey(productId)) return ShortLine.Gone(productId, quantity);
            return available?.GetValueOrDefault(productId) is { } units && units < quantity ? new(productId, quantity, units) : null;
        }
    }

    private async Task<PostalAddress> AddressAsync(Guid userId, CheckoutInput input, CancellationToken cancel)
    {
        if (input.Address is { } given) return given;
        try
        {
            var saved = await identity.GetAddressAsync(new() { Id = input.AddressId.ToString(), UserId = userId.ToString() }, cancellationToken: cancel);
            var address = saved.Address.Address;
            return new(address.Name, address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.CountryCode, address.Phone);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.NotFound)
        {
            throw Fault.Invalid("address_id", Problem.NotFound("one of your addresses"));
        }
    }

    private async Task<string> EmailAsync(Guid userId, CheckoutInput input, CancellationToken cancel)
    {
        if (input.Email.Length > 0) return input.Email;
        var user = await identity.GetUserAsync(new() { Id = userId.ToString() }, cancellationToken: cancel);
        return user.User.Email.Length > 0 ? user.User.Email : throw Fault.Invalid("email", Problem.Required);
    }

    private async Task<ShippingOption> ShippingAsync(PostalAddress address, IReadOnlyList<PurchaseLine> lines, string optionId, CancellationToken cancel)
    {
        var quote = await shipping.QuoteAsync(new QuoteRequest
        {
            CountryCode = address.CountryCode,
            Subtotal = Purchase.SubtotalOf(lines).ToProto(),
            Units = lines.Sum(line => line.Quantity),
        }, cancellationToken: cancel);
        return quote.Options.FirstOrDefault(option => option.Id == optionId)
            ?? throw Fault.Invalid("shipping_option_id", new("NOT_OFFERED", "is not offered for this address and these goods"));
    }

    /// <summary>Lines that were given, of products that are not there or not sold.</summary>
    private static IEnumerable<Violation> NotOnSale(
        IReadOnlyList<(Guid ProductId, int Quantity)> wanted, IReadOnlyDictionary<Guid, Product> onSale) => wanted
        .Select((line, i) => (line.ProductId, Field: $"lines[{i}].product_id"))
        .Where(line => !onSale.ContainsKey(line.ProductId))
        .Select(line => new Violation(line.Field, Problem.NotFound("a product on sale")));

    /// <summary>What is wrong with a part of the input, so that it is named beside the other parts'.</summary>
    private static async Task<IReadOnlyList<Violation>> WrongAsync(Task reading)
    {
        try
        {
            await reading;
            return [];
        }
        catch (Fault fault) when (fault.Violations.Count > 0)
        {
            return fault.Violations;
        }
    }
}
