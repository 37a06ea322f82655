using Commerce.Cart.V1;
using Commerce.Identity.V1;
using Commerce.Orders.V1;
using Google.Protobuf;

namespace CommerceKata.EndToEnd.Tests.Authorization;

/// <summary>A row of the table: an RPC, and what it is about. Who may call it stands at the RPC itself, in its <c>[Allow]</c>.</summary>
/// <param name="Whose">Whose things.</param>
/// <param name="Ask">A request about a customer's thing; an empty one where it names none.</param>
internal sealed record RpcRow(Whose Whose, Func<Things, IMessage>? Ask = null);

/// <summary>Every RPC. One that is mapped and not here fails the test.</summary>
internal static class RpcRows
{
    private static readonly RpcRow Nobodys = new(Whose.Nobodys);
    private static readonly RpcRow Callers = new(Whose.Callers);

    public static IReadOnlyDictionary<string, RpcRow> All { get; } = new Dictionary<string, RpcRow>
    {
        ["CatalogService.ListProducts"] = Nobodys,
        ["CatalogService.GetProduct"] = Nobodys,
        ["CatalogService.BatchGetProducts"] = Nobodys,
        ["CatalogService.ListCategories"] = Nobodys,
        ["CatalogService.BatchGetCategories"] = Nobodys,
        ["CatalogService.CreateProduct"] = Nobodys,
        ["CatalogService.UpdateProduct"] = Nobodys,
        ["CatalogService.ArchiveProduct"] = Nobodys,
        ["CatalogService.RestoreProduct"] = Nobodys,

        ["IdentityService.StartGuestSession"] = Nobodys,
        ["IdentityService.Register"] = Nobodys,
        ["IdentityService.Login"] = Nobodys,
        ["IdentityService.RefreshSession"] = Nobodys,
        ["IdentityService.Logout"] = Callers,
        ["IdentityService.WatchEndedSessions"] = Nobodys,
        ["IdentityService.VerifyEmail"] = Nobodys,
        ["IdentityService.RequestPasswordReset"] = Nobodys,
        ["IdentityService.ResetPassword"] = Nobodys,
        ["IdentityService.RequestEmailVerification"] = Callers,
        ["IdentityService.GetUser"] = Of(it => new GetUserRequest { Id = it.User }),
        ["IdentityService.ListAddresses"] = Of(it => new ListAddressesRequest { UserId = it.User }),
        ["IdentityService.GetAddress"] = OfOwnerAlone(it => new GetAddressRequest { Id = it.Address, UserId = it.User }),
        ["IdentityService.SaveAddress"] = OfOwnerAlone(it => new SaveAddressRequest { Id = it.Address, Address = Things.Postal }),
        ["IdentityService.DeleteAddress"] = OfOwnerAlone(it => new DeleteAddressRequest { Id = it.SpareAddresses[0] }),

        ["InventoryService.BatchGetAvailability"] = Nobodys,
        ["InventoryService.BatchGetStock"] = Nobodys,
        ["InventoryService.Reserve"] = Nobodys,
        ["InventoryService.SettleReservation"] = Nobodys,
        ["InventoryService.ReleaseReservation"] = Nobodys,
        ["InventoryService.ReturnToStock"] = Nobodys,
        ["InventoryService.ListLowStock"] = Nobodys,
        ["InventoryService.SetThreshold"] = Nobodys,
        ["InventoryService.AdjustStock"] = Nobodys,
        ["InventoryService.ListPurchaseOrders"] = Nobodys,
        ["InventoryService.BatchGetPurchaseOrders"] = Nobodys,
        ["InventoryService.PlacePurchaseOrder"] = Nobodys,
        ["InventoryService.ReceiveGoods"] = Nobodys,

        ["CartService.GetCart"] = OfOwnerAlone(it => new GetCartRequest { UserId = it.User }),
        ["CartService.AddLine"] = Callers,
        ["CartService.SetLineQuantity"] = OfOwnerAlone(it => new SetLineQuantityRequest { LineId = it.CartLine, Quantity = 3 }),
        // It names a line, and is fine with one that is gone: somebody else's is not there, and stays where it is.
        ["CartService.RemoveLine"] = new(Whose.Callers, it => new RemoveLineRequest { LineId = it.CartLine }),
        ["CartService.ClearCart"] = Callers,
        ["CartService.MergeCarts"] = Nobodys,

        ["OrdersService.Checkout"] = Callers,
        ["OrdersService.GetOrder"] = Of(it => new GetOrderRequest { Id = it.Order }),
        // It leaves out what is not the caller's, which for admins and services is nothing.
        ["OrdersService.BatchGetOrders"] = new(Whose.Callers, it => new BatchGetOrdersRequest { Ids = { it.Order } }),
        ["OrdersService.ListOrders"] = Of(it => new ListOrdersRequest { UserId = it.User }),
        ["OrdersService.CancelOrder"] = Of(it => new CancelOrderRequest { OrderId = it.Order }),
        ["OrdersService.MarkShipped"] = Nobodys,
        ["OrdersService.MarkDelivered"] = Nobodys,
        ["OrdersService.RequestReturn"] = Of(it => new RequestReturnRequest
        {
            OrderId = it.Order, Lines = { new RequestedLine { OrderLineId = it.OrderLine, Quantity = 1 } },
        }),
        ["OrdersService.InspectReturn"] = Nobodys,
        ["OrdersService.RetryRefund"] = Nobodys,
        ["OrdersService.GetReturn"] = Of(it => new GetReturnRequest { Id = it.Return }),
        ["OrdersService.ListReturns"] = Nobodys,
        ["OrdersService.WatchOrder"] = Of(it => new WatchOrderRequest { Id = it.Order }),
        ["OrdersService.FilterBuyers"] = Nobodys,

        ["BillingService.Charge"] = Nobodys,
        ["BillingService.GetPayment"] = Nobodys,
        ["BillingService.CancelPayment"] = Nobodys,
        ["BillingService.Refund"] = Nobodys,

        ["ShippingService.ListOptions"] = Nobodys,
        ["ShippingService.Quote"] = Nobodys,

        ["NotificationsService.ListEmails"] = Nobodys,
        ["NotificationsService.GetEmail"] = Nobodys,
        ["NotificationsService.RetryEmail"] = Nobodys,

        ["EventSubscriberService.Deliver"] = Nobodys,
        ["DeadLetterService.ListDeadLetters"] = Nobodys,
        ["DeadLetterService.RequeueDeadLetter"] = Nobodys,
    };

    private static RpcRow Of(Func<Things, IMessage> ask) => new(Whose.Owners, ask);

    private static RpcRow OfOwnerAlone(Func<Things, IMessage> ask) => new(Whose.OwnersAlone, ask);
}
