using Commerce.Events.V1;
using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;

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

    [Test]
    public async Task Event_keeps_what_can_be_sold_and_says_the_rest_and_waits_for_Inventory_without_a_lock()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody(Who.Customer);
        await FillAsync(guest, 60, 2);
        await FillAsync(user, 60);
        Inventory.Has(Products[0], 33);
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        Inventory.Before = cancel =>
        {
            asked.TrySetResult();
            return go.Task.WaitAsync(cancel);
        };
        var delivering = DeliverAsync(Merged(guestId, userId));
        await asked.Task;
        const string open = """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()
            """;
        var database = Service.Services.GetRequiredService<Database>();
        (await database.QuerySingleOrDefaultAsync<int>(open, null, default)).ShouldBe(0);
        go.SetResult();
        await delivering;
        Kept((await user.GetCartAsync(new())).Cart).ShouldBe([(33, 87), (2, 0)]);
    }

    [Test]
    public async Task Event_while_Inventory_is_away_merges_up_to_99()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody(Who.Customer);
        await FillAsync(guest, 60);
        await FillAsync(user, 60);
        Inventory.Has(Products[0], 33);
        Inventory.Before = _ => throw Fault.Unavailable("Away.");
        await DeliverAsync(Merged(guestId, userId));
        Kept((await user.GetCartAsync(new())).Cart).ShouldBe([(99, 21)]);
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
