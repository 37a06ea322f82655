using Commerce.Events.V1;
using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using Google.Protobuf;

namespace CommerceKata.Orders.Tests;

internal sealed class GuestMergedTests : OrdersFixture
{
    [Test]
    public async Task Orders_of_a_guest_who_logged_in_become_the_users_and_nothing_else_of_them_changes()
    {
        var (guest, user, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (theirs, own, others) = (await PlaceAsync(guest), await PlaceAsync(user), await PlaceAsync(other));
        var before = (await Store.FindAsync(theirs.Id, CancellationToken.None))!;
        await DeliverAsync(guest, user);
        await DeliverAsync(guest, user);
        var after = (await Store.FindAsync(theirs.Id, CancellationToken.None))!;
        after.UserId.ShouldBe(user);
        after.ToProto().ShouldBe((before with { UserId = user }).ToProto());
        (await Store.FindAsync(own.Id, CancellationToken.None))!.UserId.ShouldBe(user);
        (await Store.FindAsync(others.Id, CancellationToken.None))!.UserId.ShouldBe(other);
    }

    [Test]
    public async Task Order_whose_key_the_user_has_used_too_stays_with_the_guest_and_holds_up_no_other()
    {
        var (guest, user) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (same, free) = (await PlaceAsync(guest), await PlaceAsync(guest));
        var own = NewOrder(user) with { IdempotencyKey = same.IdempotencyKey };
        (await PlaceAsync(own)).ShouldBeOfType<Placed.Yes>();
        await DeliverAsync(guest, user);
        (await Store.FindAsync(same.Id, CancellationToken.None))!.UserId.ShouldBe(guest);
        (await Store.FindAsync(free.Id, CancellationToken.None))!.UserId.ShouldBe(user);
    }

    private async Task DeliverAsync(Guid guest, Guid user)
    {
        var fact = new Event
        {
            Id = $"{Guid.CreateVersion7()}",
            Type = GuestMerged.Descriptor.FullName,
            AggregateType = "account",
            AggregateId = $"{guest}",
            Payload = new GuestMerged { GuestId = $"{guest}", UserId = $"{user}" }.ToByteString(),
        };
        var events = Service.Client<EventSubscriberService.EventSubscriberServiceClient>(Who.Service);
        (await events.DeliverAsync(new DeliverRequest { Events = { fact } })).Failures.ShouldBeEmpty();
    }
}
