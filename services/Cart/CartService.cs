using Commerce.Cart.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;
using Proto = Commerce.Cart.V1;

namespace CommerceKata.Cart;

/// <summary>The Cart's RPCs: proto to domain and back.</summary>
internal sealed partial class CartService(CartStore store, Products products, ILogger<CartService> log) : Proto.CartService.CartServiceBase
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
        await products.RequireOnSaleAsync(productId, context.CancellationToken);
        var changed = await store.ChangeOrCreateAsync(Caller.Of(context).UserId, expected, cart => cart.Add(productId, quantity), context.CancellationToken);
        if (changed.AsExpected) CartMetrics.Added(quantity);
        return new() { Cart = changed.Cart?.ToProto(), CartChanged = Elsewhere(changed) };
    }

    [Allow(Who.User)]
    public override async Task<SetLineQuantityResponse> SetLineQuantity(SetLineQuantityRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var lineId = check.Id(request.LineId, "line_id");
        var quantity = check.Range(request.Quantity, "quantity", 0, Cart.MaxQuantity);
        var expected = Expected(check, request.HasExpectedVersion, request.ExpectedVersion);
        check.ThrowIfAny();
        var changed = await ChangeAsync(context, expected, cart => cart.SetQuantity(lineId, quantity));
        if (changed is { Cart: null, AsExpected: true }) throw Fault.NotFound("line");
        return new() { Cart = changed.Cart?.ToProto(), CartChanged = Elsewhere(changed) };
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
        var merged = await store.MergeAsync(from, into, context.CancellationToken);
        if (merged is { UnitsLeftOut: > 0 }) LogLeftOut(merged.UnitsLeftOut, merged.Into.Id);
        var cart = merged?.Into ?? await store.FindAsync(into, context.CancellationToken);
        return new() { Cart = cart?.ToProto() };
    }

    private Task<ChangedCart> ChangeAsync(ServerCallContext context, long? expected, Func<Cart, Cart> change) =>
        store.ChangeAsync(Caller.Of(context).UserId, expected, change, context.CancellationToken);

    /// <summary>The version that the caller has seen, if they say so; 0 stands for no cart.</summary>
    private static long? Expected(Violations check, bool given, long version)
    {
        check.Require(version >= 0, "expected_version", new("OUT_OF_RANGE", "must be a version of the cart"));
        return given ? version : null;
    }

    private static CartChanged? Elsewhere(ChangedCart changed) => changed.AsExpected ? null : new();

    [LoggerMessage(1, LogLevel.Information, "{Units} units were more than a line holds, and were left out when a cart was merged into {CartId}")]
    private partial void LogLeftOut(int units, Guid cartId);
}
