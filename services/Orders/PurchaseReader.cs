using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Identity.V1;
using Commerce.Shipping.V1;
using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults;
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
internal sealed partial class PurchaseReader(
    CartService.CartServiceClient carts, CatalogService.CatalogServiceClient catalog,
    IdentityService.IdentityServiceClient identity, ShippingService.ShippingServiceClient shipping, Stock stock,
    Currency currency, ILogger<PurchaseReader> log)
{
    private static readonly Problem CartTooLong = new(
        "TOO_MANY", $"must be {CheckoutInput.MaxLines} at most: take some out of the cart, or buy it in parts", ("max", $"{CheckoutInput.MaxLines}"));

    private static readonly Problem NotOffered = new("NOT_OFFERED", "is not offered for this address and these goods");

    /// <exception cref="Fault">The input names what is not there; each thing is named.</exception>
    public async Task<ReadPurchase> ReadAsync(Buyer buyer, CheckoutInput input, CancellationToken cancel)
    {
        var check = new Violations();
        var read = await ReadAsync(buyer, input, check, cancel);
        check.ThrowIfAny();
        return read!;
    }

    /// <summary>Names what else is wrong with an input that is refused already, as far as the other services can say so now.</summary>
    public async Task NameAsync(Buyer buyer, CheckoutInput input, Violations check, CancellationToken cancel)
    {
        try
        {
            await ReadAsync(buyer, input, check, cancel);
        }
        catch (RpcException)
        {
            // A service is away, and the input is refused all the same.
        }
    }

    /// <returns>Null when the input names what is not there. What was found wrong before is not looked at again.</returns>
    private async Task<ReadPurchase?> ReadAsync(Buyer buyer, CheckoutInput input, Violations check, CancellationToken cancel)
    {
        var reading = (Address: AddressAsync(buyer.UserId, input, check, cancel), Email: EmailAsync(buyer.UserId, input, check, cancel));
        var cart = input.Lines.Count > 0 || check.Names("lines") ? null : await CartAsync(buyer.UserId, cancel);
        await Task.WhenAll(reading.Address, reading.Email);
        var (address, email) = (await reading.Address, await reading.Email);
        check.Require(address is not null || input.AddressId is null || check.Names("address_id"), "address_id", Problem.NotFound("one of your addresses"));
        check.Require(email is not null || check.Names("email"), "email", Problem.Required);
        // An account of a version before may have an address that no mail reaches: its owner gives another one.
        check.Require(string.IsNullOrEmpty(email) || EmailAddress.TryParse(email, out _), "email", Problem.NotAnEmail);

        var wanted = cart is null ? input.Lines : [.. cart.Lines.Select(line => (Guid.Parse(line.ProductId), line.Quantity))];
        // A cart may have grown beyond it when two were merged: its owner says what to leave for the next order.
        check.Require(wanted.Count <= CheckoutInput.MaxLines, "lines", CartTooLong);
        var onSale = wanted.Count == 0 || check.Names("lines") ? [] : await OnSaleAsync(wanted, cancel);
        if (cart is null && !check.Names("lines")) NameNotOnSale(wanted, onSale, check);
        var isWhole = wanted.All(line => onSale.ContainsKey(line.ProductId));
        IReadOnlyList<PurchaseLine> lines = isWhole ? [.. wanted.Select(line => new PurchaseLine(onSale[line.ProductId], line.Quantity))] : [];
        var option = await ShippingAsync(address, lines, input.ShippingOptionId, check, cancel);

        if (check.Found.Count > 0) return null;
        if (wanted.Count == 0) return new ReadPurchase.EmptyCart();
        return isWhole
            ? new ReadPurchase.Ready(new Purchase(
                cart is null ? null : Guid.Parse(cart.Id), cart?.Version, lines, email!, address!, option!.Id, option.Name, Money.FromProto(option.Price)))
            : new ReadPurchase.Short(await ShortAsync(buyer, wanted, onSale, cancel));
    }

    private async Task<Cart> CartAsync(Guid userId, CancellationToken cancel) =>
        (await carts.GetCartAsync(new() { UserId = userId.ToString() }, cancellationToken: cancel)).Cart ?? new Cart { Id = Guid.Empty.ToString() };

    private async Task<Dictionary<Guid, Product>> OnSaleAsync(
        IReadOnlyList<(Guid ProductId, int Quantity)> wanted, CancellationToken cancel)
    {
        var response = await catalog.BatchGetProductsAsync(new() { Ids = { wanted.Select(line => line.ProductId.ToString()) } }, cancellationToken: cancel);
        return response.Products.Where(IsOnSale).ToDictionary(product => Guid.Parse(product.Id));
    }

    /// <summary>The lines that are not sold any more, and those of which there are too few, in the order of the cart.</summary>
    private async Task<IReadOnlyList<ShortLine>> ShortAsync(
        Buyer buyer, IReadOnlyList<(Guid ProductId, int Quantity)> wanted, IReadOnlyDictionary<Guid, Product> onSale,
        CancellationToken cancel)
    {
        var available = await stock.FindAvailableAsync([.. onSale.Keys], buyer.SessionId, cancel);
        return [.. wanted.Select(line => Missing(line.ProductId, line.Quantity)).OfType<ShortLine>()];

        ShortLine? Missing(Guid productId, int quantity)
        {
            if (!onSale.ContainsKey(productId)) return ShortLine.Gone(productId, quantity);
            return available?.GetValueOrDefault(productId) is { } units && units < quantity ? new(productId, quantity, units) : null;
        }
    }

    /// <summary>
    /// Whether it can be bought. A price that the Catalog would not take today (too large, in another currency, no
    /// multiple of what can be charged) makes one line unavailable, and not the whole cart unreadable.
    /// </summary>
    private bool IsOnSale(Product product)
    {
        if (product.Archived) return false;
        var isMoney = Money.TryFromProto(product.Price, out var price);
        if (isMoney && price.IsPrice && price.Currency == currency.Code) return true;
        LogNotSold(product.Id, product.Price?.ToString() ?? "");
        return false;
    }

    [LoggerMessage(1, LogLevel.Warning, "Product {ProductId} cannot be bought: its price is {Price}")]
    private partial void LogNotSold(string productId, string price);

    /// <summary>Where to; null when it is not known.</summary>
    private async Task<PostalAddress?> AddressAsync(Guid userId, CheckoutInput input, Violations check, CancellationToken cancel)
    {
        if (input.AddressId is null || check.Names("address_id")) return input.Address;
        try
        {
            var saved = await identity.GetAddressAsync(new() { Id = input.AddressId.ToString(), UserId = userId.ToString() }, cancellationToken: cancel);
            var address = saved.Address.Address;
            return new(address.Name, address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.CountryCode, address.Phone);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Whom to tell; null when it is not known.</summary>
    private async Task<string?> EmailAsync(Guid userId, CheckoutInput input, Violations check, CancellationToken cancel)
    {
        if (input.Email.Length > 0 || check.Names("email")) return input.Email;
        var user = await identity.GetUserAsync(new() { Id = userId.ToString() }, cancellationToken: cancel);
        return user.User.Email.Length > 0 ? user.User.Email : null;
    }

    /// <summary>The option that was chosen; null when it is not offered, or that cannot be told.</summary>
    private async Task<ShippingOption?> ShippingAsync(
        PostalAddress? address, IReadOnlyList<PurchaseLine> lines, string optionId, Violations check, CancellationToken cancel)
    {
        if (check.Names("shipping_option_id")) return null;
        if (address is null || lines.Count == 0 || check.Names("address.country_code"))
        {
            // Without an address and goods there is no price, but a name that no option has is wrong for all of them.
            if (check.Found.Count > 0) await NameUnknownOptionAsync(optionId, check, cancel);
            return null;
        }

        var quote = await shipping.QuoteAsync(new QuoteRequest
        {
            CountryCode = address.CountryCode,
            Subtotal = Purchase.SubtotalOf(lines).ToProto(),
            Units = lines.Sum(line => line.Quantity),
        }, cancellationToken: cancel);
        var option = quote.Options.FirstOrDefault(option => option.Id == optionId);
        check.Require(option is not null, "shipping_option_id", NotOffered);
        return option;
    }

    private async Task NameUnknownOptionAsync(string optionId, Violations check, CancellationToken cancel)
    {
        try
        {
            var known = await shipping.ListOptionsAsync(new(), cancellationToken: cancel);
            check.Require(known.OptionIds.Contains(optionId), "shipping_option_id", NotOffered);
        }
        catch (RpcException) when (!cancel.IsCancellationRequested)
        {
            // Shipping is away, or of the version before. The input is refused all the same.
        }
    }

    /// <summary>Names the lines that were given, of products that are not there or not sold.</summary>
    private static void NameNotOnSale(
        IReadOnlyList<(Guid ProductId, int Quantity)> wanted, Dictionary<Guid, Product> onSale, Violations check)
    {
        for (var i = 0; i < wanted.Count; i++)
            check.Require(onSale.ContainsKey(wanted[i].ProductId), $"lines[{i}].product_id", Problem.NotFound("a product on sale"));
    }
}
