using Commerce.Cart.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Loading;
using CommerceKata.Gateway.Subgraphs.Catalog;
using CommerceKata.Gateway.Subgraphs.Inventory;
using CommerceKata.Gateway.Subgraphs.Shared;
using CommerceKata.ServiceDefaults;
using GraphQL;
using GraphQL.DataLoader;
using static Commerce.Cart.V1.CartService;
using CartMessage = Commerce.Cart.V1.Cart;

namespace CommerceKata.Gateway.Subgraphs.Cart;

/// <summary>What somebody means to buy. Prices are the Catalog's, at the moment of looking.</summary>
internal static class CartResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        schema.Query("cart", CartAsync);
        schema.Mutation<AddToCart>("addToCart", AddToCartAsync, input => input.ProductId);
        schema.Mutation<SetCartLineQuantity>("setCartLineQuantity", SetCartLineQuantityAsync, input => input.LineId);
        schema.Mutation<RemoveFromCart>("removeFromCart", RemoveFromCartAsync, input => input.LineId);
        schema.Mutation("clearCart", ClearCartAsync);
        schema.Payload("CartPayload", "cart");
        schema.Input<AddToCart>("AddToCartInput");
        schema.Input<SetCartLineQuantity>("SetCartLineQuantityInput");
        schema.Input<RemoveFromCart>("RemoveFromCartInput");

        schema.Entity("Cart", CartByIdAsync)
            .Field("version", cart => checked((int)cart.Version))
            .Field("totalQuantity", cart => cart.Lines.Sum(line => line.Quantity))
            .Field("subtotal", Subtotal);
        schema.Type<CartLine>("CartLine")
            .Field("product", (line, call) => schema.ReferToProduct(call, line.ProductId))
            .Field("unitPrice", (line, call) => UnitPrice(line, call).Then(price => price.ToProto()))
            .Field("lineTotal", (line, call) => UnitPrice(line, call).Then(price => Pricing.LineTotal(price, line.Quantity).ToProto()))
            .Field("problem", Problem)
            .Field("leftOut", line => line.LeftOut == 0 ? null : line.LeftOut);
    }

    private static async Task<CartMessage?> CartAsync(IResolveFieldContext call)
    {
        var answer = await call.Client<CartServiceClient>().GetCartAsync(new(), call.Options());
        return answer.Cart;
    }

    /// <summary>There is one cart that the caller may see: their own.</summary>
    private static async Task<CartMessage?> CartByIdAsync(IResolveFieldContext call, string id) =>
        await CartAsync(call) is { } cart && cart.Id == id ? cart : null;

    private static IDataLoaderResult<Google.Type.Money> Subtotal(CartMessage cart, IResolveFieldContext call)
    {
        var currency = call.Settings().Currency;
        return call.Loader<ProductsById>()
            .LoadMany(cart.Lines.Select(line => line.ProductId))
            .Then(products => Pricing.Total(cart.Lines.Select(line => (line.ProductId, line.Quantity)), products, currency).ToProto());
    }

    /// <summary>What the Catalog says, also of what is archived; nothing of what is not there any more.</summary>
    private static IDataLoaderResult<Money> UnitPrice(CartLine line, IResolveFieldContext call)
    {
        var currency = call.Settings().Currency;
        return call.Loader<ProductsById>().Load(line.ProductId)
            .Then(product => product is null ? Money.Zero(currency) : Money.FromProto(product.Price));
    }

    private static Deferred<CartLineProblem?> Problem(CartLine line, IResolveFieldContext call)
    {
        // Both are asked for now, so that each is one call for all lines.
        var product = call.Loader<ProductsById>().Load(line.ProductId);
        var available = call.Loader<AvailabilityToCaller>().Load(line.ProductId);
        return new(async cancellation => (await product.GetResultAsync(cancellation)).IsOnSale()
            ? Problem(line.Quantity, await available.GetResultAsync(cancellation))
            : CartLineProblem.NotAvailable);
    }

    private static CartLineProblem? Problem(int quantity, int? available) => available switch
    {
        0 => CartLineProblem.OutOfStock,
        { } units when units < quantity => CartLineProblem.TooFew,
        _ => null,
    };

    private static async Task<Payload> AddToCartAsync(AddToCart input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new AddLineRequest
        {
            ProductId = check.Id("Product", input.ProductId, "productId"),
            Quantity = input.Quantity,
        };
        if (input.ExpectedVersion is { } seen) request.ExpectedVersion = seen;
        var answer = await check.AskAsync(call.Client<CartServiceClient>().AddLineAsync(request, call.Options()));
        return Read(answer.Cart, answer.CartChanged, answer.OutOfStock);
    }

    private static async Task<Payload> SetCartLineQuantityAsync(SetCartLineQuantity input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new SetLineQuantityRequest
        {
            LineId = check.Id("CartLine", input.LineId, "lineId"),
            Quantity = input.Quantity,
        };
        if (input.ExpectedVersion is { } seen) request.ExpectedVersion = seen;
        var answer = await check.AskAsync(call.Client<CartServiceClient>().SetLineQuantityAsync(request, call.Options()));
        return Read(answer.Cart, answer.CartChanged, answer.OutOfStock);
    }

    private static async Task<Payload> RemoveFromCartAsync(RemoveFromCart input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new RemoveLineRequest { LineId = check.Id("CartLine", input.LineId, "lineId") };
        if (input.ExpectedVersion is { } seen) request.ExpectedVersion = seen;
        var answer = await check.AskAsync(call.Client<CartServiceClient>().RemoveLineAsync(request, call.Options()));
        return Read(answer.Cart, answer.CartChanged);
    }

    private static async Task<Payload> ClearCartAsync(IResolveFieldContext call)
    {
        var request = new ClearCartRequest();
        if (call.GetArgument<int?>("expectedVersion") is { } seen) request.ExpectedVersion = seen;
        var answer = await call.Client<CartServiceClient>().ClearCartAsync(request, call.Options());
        return Read(answer.Cart, answer.CartChanged);
    }

    /// <summary>With the cart as it is now, so that a caller whose change was not made can look at it.</summary>
    private static Payload Read(CartMessage? cart, CartChanged? changed, OutOfStock? missing = null)
    {
        const string overtaken = "The cart was changed elsewhere; nothing was done. Look at it again.";
        if (changed is not null) return new(cart, [new CartChangedError(overtaken)]);
        return missing is null ? new(cart) : new(cart, [OutOfStockError.Of(missing)]);
    }

    internal sealed record AddToCart(string ProductId, int Quantity, int? ExpectedVersion);

    internal sealed record SetCartLineQuantity(string LineId, int Quantity, int? ExpectedVersion);

    internal sealed record RemoveFromCart(string LineId, int? ExpectedVersion);
}
