using Commerce.Identity.V1;
using Grpc.Core;

namespace CommerceKata.Identity.Tests;

/// <summary>What becomes of a guest who logs in (R2.1).</summary>
internal sealed class GuestLoginTests : IdentityFixture
{
    [TearDown]
    public void Calm() => Neighbours.OnMerge = (_, _) => Task.CompletedTask;

    [Test]
    public async Task Login_of_a_guest_merges_the_cart_before_it_answers_and_tells_everybody_once()
    {
        var (guest, customer) = (await GuestAsync(), await CustomerAsync());
        var session = (await As(guest).LoginAsync(new() { Email = customer.User.Email, Password = Password })).Session;
        session.User.Id.ShouldBe(customer.User.Id);
        var asked = Neighbours.Merges.Where(merge => merge.FromUserId == guest.User.Id).ShouldHaveSingleItem();
        asked.IntoUserId.ShouldBe(customer.User.Id);
        var fact = (await Neighbours.HearAsync<GuestMerged>(1, fact => fact.GuestId == guest.User.Id)).ShouldHaveSingleItem();
        fact.UserId.ShouldBe(customer.User.Id);
        // The guest is nobody any more.
        (await Anyone.RefreshSessionAsync(new() { RefreshToken = guest.RefreshToken })).TokenExpired.ShouldNotBeNull();
    }

    [Test]
    public async Task Login_with_the_same_guests_token_again_or_as_somebody_else_merges_nothing_more()
    {
        var (guest, first, second) = (await GuestAsync(), await CustomerAsync(), await CustomerAsync());
        foreach (var customer in new[] { first, first, second })
            (await As(guest).LoginAsync(new() { Email = customer.User.Email, Password = Password })).Session.User.Id.ShouldBe(customer.User.Id);
        Neighbours.Merges.Count(merge => merge.FromUserId == guest.User.Id).ShouldBe(1);
        (await QueryAsync<Guid>("SELECT merged_into FROM account WHERE id = $1", Guid.Parse(guest.User.Id))).ShouldBe(Guid.Parse(first.User.Id));
        // Nor does the guest become a customer: a late event would take that customer's cart away.
        (await As(guest).RegisterAsync(new() { Email = NewEmail(), Password = Password })).Session.User.Id.ShouldNotBe(guest.User.Id);
    }

    [Test]
    public async Task Login_of_one_guest_as_many_at_once_merges_once()
    {
        var guest = await GuestAsync();
        var customers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CustomerAsync()));
        var logins = await Task.WhenAll(customers.Select(customer =>
            As(guest).LoginAsync(new() { Email = customer.User.Email, Password = Password }).ResponseAsync));
        logins.ShouldAllBe(login => login.Session != null);
        Neighbours.Merges.Count(merge => merge.FromUserId == guest.User.Id).ShouldBe(1);
    }

    [Test]
    public async Task Login_that_fails_leaves_the_guest_as_it_was()
    {
        var (guest, customer) = (await GuestAsync(), await CustomerAsync());
        (await As(guest).LoginAsync(new() { Email = customer.User.Email, Password = "another one" })).InvalidCredentials.ShouldNotBeNull();
        Neighbours.Merges.ShouldAllBe(merge => merge.FromUserId != guest.User.Id);
        (await Anyone.RefreshSessionAsync(new() { RefreshToken = guest.RefreshToken })).Session.User.Role.ShouldBe(Role.Guest);
    }

    [Test]
    public async Task Login_of_a_customer_as_somebody_else_merges_nothing()
    {
        var (one, other) = (await CustomerAsync(), await CustomerAsync());
        (await As(one).LoginAsync(new() { Email = other.User.Email, Password = Password })).Session.ShouldNotBeNull();
        Neighbours.Merges.ShouldAllBe(merge => merge.FromUserId != one.User.Id);
        (await Anyone.RefreshSessionAsync(new() { RefreshToken = one.RefreshToken })).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Login_stands_when_the_cart_is_away_or_does_not_answer_and_the_event_follows()
    {
        var (guest, customer) = (await GuestAsync(), await CustomerAsync());
        Neighbours.OnMerge = (merge, context) => merge.FromUserId == guest.User.Id
            ? Task.Delay(Timeout.Infinite, context.CancellationToken)
            : Task.CompletedTask;
        (await As(guest).LoginAsync(new() { Email = customer.User.Email, Password = Password })).Session.ShouldNotBeNull();
        await Neighbours.HearAsync<GuestMerged>(1, fact => fact.GuestId == guest.User.Id);

        var second = await GuestAsync();
        Neighbours.OnMerge = (_, _) => throw new RpcException(new Status(StatusCode.Unavailable, "away"));
        (await As(second).LoginAsync(new() { Email = customer.User.Email, Password = Password })).Session.ShouldNotBeNull();
        await Neighbours.HearAsync<GuestMerged>(1, fact => fact.GuestId == second.User.Id);
    }
}
