using Commerce.Events.V1;
using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using Google.Protobuf;

namespace CommerceKata.Cart.Tests;

internal sealed class GuestMergedTests : CartFixture
{
    [Test]
    public async Task Guest_who_logged_in_takes_the_lines_along_once_however_often_it_is_told()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody(Who.Customer);
        await FillAsync(guest, 2, 1);
        await FillAsync(user, 3);
        var fact = Merged(guestId, userId);
        await DeliverAsync(fact, fact);
        await DeliverAsync(fact, Merged(guestId, userId));
        Lines((await user.GetCartAsync(new())).Cart).ShouldBe([(Products[0], 5), (Products[1], 1)]);
        (await guest.GetCartAsync(new())).Cart.Lines.ShouldBeEmpty();
    }

    [Test]
    public async Task Event_after_the_call_of_the_login_moves_nothing_more_and_keeps_the_version()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody(Who.Customer);
        await FillAsync(guest, 2);
        var merged = (await AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId })).Cart;
        await DeliverAsync(Merged(guestId, userId));
        (await user.GetCartAsync(new())).Cart.ShouldBe(merged);
    }

    private static Event Merged(string guestId, string userId) => new()
    {
        Id = $"{Guid.CreateVersion7()}",
        Type = GuestMerged.Descriptor.FullName,
        AggregateType = "account",
        AggregateId = guestId,
        Payload = new GuestMerged { GuestId = guestId, UserId = userId }.ToByteString(),
    };

    private async Task DeliverAsync(params Event[] facts)
    {
        var events = Service.Client<EventSubscriberService.EventSubscriberServiceClient>(Who.Service);
        (await events.DeliverAsync(new DeliverRequest { Events = { facts } })).Failures.ShouldBeEmpty();
    }
}
