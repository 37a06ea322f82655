using Commerce.Cart.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;
using Proto = Commerce.Cart.V1;

namespace CommerceKata.Cart;

/// <summary>The Cart's RPCs: proto to domain and back.</summary>
internal sealed class CartService(CartStore store, Products products) : Proto.CartService.CartServiceBase
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
        check.ThrowIfAny();
        await products.RequireOnSaleAsync(productId, context.CancellationToken);
        var cart = await store.ChangeOrCreateAsync(Caller.Of(context).UserId, cart => cart.Add(productId, quantity), context.CancellationToken);
        return new() { Cart = cart.ToProto() };
    }

    [Allow(Who.User)]
    public override async Task<SetLineQuantityResponse> SetLineQuantity(SetLineQuantityRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var lineId = check.Id(request.LineId, "line_id");
        var quantity = check.Range(request.Quantity, "quantity", 0, Cart.MaxQuantity);
        check.ThrowIfAny();
        var cart = await ChangeAsync(context, cart => cart.SetQuantity(lineId, quantity)) ?? throw Fault.NotFound("line");
        return new() { Cart = cart };
    }

    [Allow(Who.User)]
    public override async Task<RemoveLineResponse> RemoveLine(RemoveLineRequest request, ServerCallContext context)
    {
        var lineId = Violations.OnlyId(request.LineId, "line_id");
        return new() { Cart = await ChangeAsync(context, cart => cart.Remove(lineId)) };
    }

    [Allow(Who.User)]
    public override async Task<ClearCartResponse> ClearCart(ClearCartRequest request, ServerCallContext context) =>
        new() { Cart = await ChangeAsync(context, cart => cart.Clear()) };

    [Allow(Who.Service)]
    public override async Task<MergeCartsResponse> MergeCarts(MergeCartsRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var from = check.Id(request.FromUserId, "from_user_id");
        var into = check.Id(request.IntoUserId, "into_user_id");
        check.Require(from == default || from != into, "into_user_id", "must be somebody else");
        check.ThrowIfAny();
        var cart = await store.MergeAsync(from, into, context.CancellationToken);
        return new() { Cart = cart?.ToProto() };
    }

    private async Task<Proto.Cart?> ChangeAsync(ServerCallContext context, Func<Cart, Cart> change) =>
        (await store.ChangeAsync(Caller.Of(context).UserId, change, context.CancellationToken))?.ToProto();
}
