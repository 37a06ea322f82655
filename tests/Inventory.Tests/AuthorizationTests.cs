using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
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
            ["BatchGetPurchaseOrders"] = Who.Admin,
            ["PlacePurchaseOrder"] = Who.Admin,
            ["ReceiveGoods"] = Who.Admin,
        });

    [Test]
    public Task Events_are_taken_from_services_only() => AuthorizationMatrix.ShouldHoldAsync(
        Service, EventSubscriberService.Descriptor, new Dictionary<string, Who> { ["Deliver"] = Who.Service });

    [Test]
    public Task Dead_letters_are_for_admins() => AuthorizationMatrix.ShouldHoldAsync(
        Service, DeadLetterService.Descriptor, new Dictionary<string, Who> { ["ListDeadLetters"] = Who.Admin, ["RequeueDeadLetter"] = Who.Admin });
}
