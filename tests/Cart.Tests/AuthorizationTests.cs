using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using Proto = Commerce.Cart.V1;

namespace CommerceKata.Cart.Tests;

internal sealed class AuthorizationTests : CartFixture
{
    [Test]
    public Task Every_rpc_lets_in_just_whom_it_should() => AuthorizationMatrix.ShouldHoldAsync(
        Service, Proto.CartService.Descriptor, new Dictionary<string, Who>
        {
            ["GetCart"] = Who.Any,
            ["AddLine"] = Who.User,
            ["SetLineQuantity"] = Who.User,
            ["RemoveLine"] = Who.User,
            ["ClearCart"] = Who.User,
            ["MergeCarts"] = Who.Service,
        });

    [Test]
    public Task Events_come_from_services_only() => AuthorizationMatrix.ShouldHoldAsync(
        Service, EventSubscriberService.Descriptor, new Dictionary<string, Who> { ["Deliver"] = Who.Service });

    [Test]
    public async Task Cart_is_seen_by_its_owner_and_by_services_and_does_not_exist_for_others()
    {
        var (userId, owner) = Somebody();
        var cart = await FillAsync(owner, 2);
        (await owner.GetCartAsync(new() { UserId = userId })).Cart.ShouldBe(cart);
        (await AsService.GetCartAsync(new() { UserId = userId })).Cart.ShouldBe(cart);
        await AsService.GetCartAsync(new()).ShouldViolateAsync("user_id");
        await Somebody(Who.Customer).Client.GetCartAsync(new() { UserId = userId }).ShouldFailAsync(StatusCode.NotFound);
        await Somebody(Who.Admin).Client.GetCartAsync(new() { UserId = userId }).ShouldFailAsync(StatusCode.NotFound);
    }

    [Test]
    public async Task Line_of_somebody_elses_cart_does_not_exist()
    {
        var (_, owner) = Somebody();
        var (_, other) = Somebody();
        var cart = await FillAsync(owner, 2);
        await FillAsync(other, 1);
        var lineId = cart.Lines[0].Id;
        await other.SetLineQuantityAsync(new() { LineId = lineId, Quantity = 0 }).ShouldFailAsync(StatusCode.NotFound);
        await other.RemoveLineAsync(new() { LineId = lineId });
        (await owner.GetCartAsync(new())).Cart.ShouldBe(cart);
    }
}
