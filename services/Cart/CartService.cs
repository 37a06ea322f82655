using Commerce.Cart.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;
using Proto = Commerce.Cart.V1;

namespace CommerceKata.Cart;

/// <summary>The Cart's RPCs: proto to domain and back.</summary>
internal sealed class CartService(CartStore store, Products products, Stock stock, CartMerge merge)
    : Proto.CartService.CartServiceBase
{
    [Allow(Who.Any)]
    public override async Task<GetCartResponse> GetCart(GetCartRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var userId = caller.ActingFor(request.UserId);
        // An admin may see much, but what somebody only means to buy is their own.
        if (!caller.IsService && userId != caller.UserId) throw Fault.NotFound("user");
        var cart = await store.FindAsync(userId, context.CancellationToken);
        return new() { Cart = cart?.ToProto() };
    }

    [Allow(Who.User)]
    public override async Task<AddLineResponse> AddLine(AddLineRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var productId = check.Id(request.ProductId, "product_id");
        var quantity = check.Range(request.Quantity, "quantity", 1, Cart.MaxQuantity);
        var expected = Expected(check, request.HasExpectedVersion, request.ExpectedVersion);
        check.ThrowIfAny();
        var caller = Caller.Of(context);
        var availability = stock.FindAsync([productId], caller.SessionId, context.CancellationToken);
        await Task.WhenAll(products.RequireOnSaleAsync(productId, context.CancellationToken), availability);
        var available = await availability;
        var changed = await store.ChangeOrCreateAsync(
            caller.UserId, expected, cart => CartEdit.Checked(cart, cart.Add(productId, quantity), available), context.CancellationToken);
        if (changed is { AsExpected: true, Short: [] }) CartMetrics.Added(quantity);
        return new() { Cart = changed.Cart?.ToProto(), CartChanged = Elsewhere(changed), OutOfStock = TooMuch(changed) };
    }

    [Allow(Who.User)]
    public override async Task<SetLineQuantityResponse> SetLineQuantity(SetLineQuantityRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var lineId = check.Id(request.LineId, "line_id");
        var quantity = check.Range(request.Quantity, "quantity", 0, Cart.MaxQuantity);
        var expected = Expected(check, request.HasExpectedVersion, request.ExpectedVersion);
        check.ThrowIfAny();
        var caller = Caller.Of(context);
        var changed = await store.ChangeAsync(
            caller.UserId, expected, cart => InStockAsync(caller, cart, cart.SetQuantity(lineId, quantity), context.CancellationToken),
            context.CancellationToken);
        if (changed is { Cart: null, AsExpected: true }) throw Fault.NotFound("line of this cart");
        return new() { Cart = changed.Cart?.ToProto(), CartChanged = Elsewhere(changed), OutOfStock = TooMuch(changed) };
    }

    [Allow(Who.User)]
    public override async Task<RemoveLineResponse> RemoveLine(RemoveLineRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var lineId = check.Id(request.LineId, "line_id");
        var expected = Expected(check, request.HasExpectedVersion, request.ExpectedVersion);
        check.ThrowIfAny();
        var changed = await ChangeAsync(context, expected, cart => cart.Remove(lineId));
        return new() { Cart = changed.Cart?.ToProto(), CartChanged = Elsewhere(changed) };
    }

    [Allow(Who.User)]
    public override async Task<ClearCartResponse> ClearCart(ClearCartRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var expected = Expected(check, request.HasExpectedVersion, request.ExpectedVersion);
        check.ThrowIfAny();
        var changed = await ChangeAsync(context, expected, cart => cart.Clear());
        return new() { Cart = changed.Cart?.ToProto(), CartChanged = Elsewhere(changed) };
    }

    [Allow(Who.Service)]
    public override async Task<MergeCartsResponse> MergeCarts(MergeCartsRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var from = check.Id(request.FromUserId, "from_user_id");
        var into = check.Id(request.IntoUserId, "into_user_id");
        check.Require(from == default || from != into, "into_user_id", new("SAME", "must be another user"));
        check.ThrowIfAny();
        var merged = await merge.RunAsync(from, into, context.CancellationToken);
        var cart = merged?.Into ?? await store.FindAsync(into, context.CancellationToken);
        return new() { Cart = cart?.ToProto() };
    }

    /// <summary>Asks what can be sold of the lines that grow, if any do.</summary>
    private async Task<CartEdit> InStockAsync(Caller caller, Cart before, Cart after, CancellationToken cancel)
    {
        Guid[] grown = [.. after.GrownSince(before).Select(line => line.ProductId)];
        return CartEdit.Checked(before, after, await stock.FindAsync(grown, caller.SessionId, cancel));
    }

    private Task<ChangedCart> ChangeAsync(ServerCallContext context, long? expected, Func<Cart, Cart> change) =>
        store.ChangeAsync(Caller.Of(context).UserId, expected, change, context.CancellationToken);

    /// <summary>The version that the caller has seen, if they say so; 0 stands for no cart.</summary>
    private static long? Expected(Violations check, bool given, long version)
    {
        check.Require(version >= 0, "expected_version", new("TOO_SMALL", "must be at least 0", ("min", "0")));
        return given ? version : null;
    }

    private static CartChanged? Elsewhere(ChangedCart changed) => changed.AsExpected ? null : new();

    private static OutOfStock? TooMuch(ChangedCart changed) =>
        changed.Short is [] ? null : new() { Lines = { changed.Short.Select(line => line.ToProto()) } };
}
