using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using Proto = Commerce.Inventory.V1;

namespace CommerceKata.Inventory.Tests;

internal sealed class AuthorizationTests : InventoryFixture
{
    [Test]
    public Task Every_rpc_lets_in_just_whom_it_should() => AuthorizationMatrix.ShouldHoldAsync(
        Service, Proto.InventoryService.Descriptor, new Dictionary<string, Who>
        {
            ["BatchGetAvailability"] = Who.None,
            ["BatchGetStock"] = Who.Admin,
            ["Reserve"] = Who.Service,
            ["SettleReservation"] = Who.Service,
            ["ReleaseReservation"] = Who.Service,
            ["ReturnToStock"] = Who.Service,
            ["ListLowStock"] = Who.Admin,
            ["SetThreshold"] = Who.Admin,
            ["AdjustStock"] = Who.Admin,
            ["ListPurchaseOrders"] = Who.Admin,
            ["PlacePurchaseOrder"] = Who.Admin,
            ["ReceiveGoods"] = Who.Admin,
        });

    [Test]
    public Task Events_are_taken_from_services_only() => AuthorizationMatrix.ShouldHoldAsync(
        Service, EventSubscriberService.Descriptor, new Dictionary<string, Who> { ["Deliver"] = Who.Service });

    [Test]
    public async Task Restocking_says_that_it_is_not_there_yet()
    {
        await Admin.ListLowStockAsync(new()).ShouldFailAsync(StatusCode.Unimplemented);
        await Admin.ListPurchaseOrdersAsync(new()).ShouldFailAsync(StatusCode.Unimplemented);
        await Admin.PlacePurchaseOrderAsync(new()).ShouldFailAsync(StatusCode.Unimplemented);
        await Admin.ReceiveGoodsAsync(new()).ShouldFailAsync(StatusCode.Unimplemented);
    }
}
