using Commerce.Identity.V1;
using CommerceKata.TestKit;

namespace CommerceKata.Identity.Tests;

internal sealed class CleanerTests : IdentityFixture
{
    [Test]
    public async Task What_has_ended_is_removed_in_batches_and_what_lives_stays()
    {
        var (ended, expired, alive) = (await GuestAsync(), await GuestAsync(), await GuestAsync());
        alive = (await Anyone.RefreshSessionAsync(new() { RefreshToken = alive.RefreshToken })).Session;
        await As(ended).LogoutAsync(new());
        await QueryAsync<int>("UPDATE session SET ended_at = now() - interval '25 hours' WHERE user_id = $1", Id(ended));
        await QueryAsync<int>("UPDATE refresh_token SET expires_at = now() - interval '25 hours' WHERE session_id IN (SELECT id FROM session WHERE user_id = $1)", Id(expired));
        await QueryAsync<int>("UPDATE refresh_token SET expires_at = now() - interval '25 hours' WHERE used_at IS NOT NULL AND session_id IN (SELECT id FROM session WHERE user_id = $1)", Id(alive));
        // More than a batch of sessions that ended long ago.
        await QueryAsync<int>(
            "INSERT INTO session (id, user_id, created_at, ended_at) SELECT gen_random_uuid(), $1, now(), now() - interval '2 days' FROM generate_series(1, 2500)", Id(ended));
        var customer = await CustomerAsync();
        await QueryAsync<int>("UPDATE mailed_token SET expires_at = now() - interval '25 hours' WHERE user_id = $1", Id(customer));
        await QueryAsync<int>("INSERT INTO attempt_count (key, attempts, blocked_until, forget_at) VALUES (sha256('old'), 1, now() - interval '2 days', now() - interval '2 days')");

        var replica = await TestService.StartOnAsync(IdentityHost.Build, Service.ConnectionString, Neighbours.Settings);
        await Eventually.HoldsAsync(async () => await SessionsAsync(ended) == 0 && await SessionsAsync(expired) == 0, "the sessions to be removed");
        await Eventually.HoldsAsync(
            async () => await QueryAsync<long>("SELECT count(*) FROM attempt_count WHERE key = sha256('old')") == 0, "the attempts to be forgotten");
        await replica.StopAsync();
        (await QueryAsync<long>("SELECT count(*) FROM mailed_token WHERE user_id = $1", Id(customer))).ShouldBe(0);
        (await SessionsAsync(alive)).ShouldBe(1);
        (await QueryAsync<long>("SELECT count(*) FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE s.user_id = $1", Id(alive))).ShouldBe(1);
        (await Anyone.RefreshSessionAsync(new() { RefreshToken = alive.RefreshToken })).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Session_that_ended_an_hour_ago_is_kept_for_a_look()
    {
        var ended = await GuestAsync();
        await As(ended).LogoutAsync(new());
        var other = await GuestAsync();
        await QueryAsync<int>("UPDATE session SET ended_at = now() - interval '25 hours' WHERE user_id = $1", Id(other));
        var replica = await TestService.StartOnAsync(IdentityHost.Build, Service.ConnectionString, Neighbours.Settings);
        await Eventually.HoldsAsync(async () => await SessionsAsync(other) == 0, "the other to be removed");
        await replica.StopAsync();
        (await SessionsAsync(ended)).ShouldBe(1);
    }

    [Test]
    public async Task Guests_who_never_bought_go_when_their_sessions_are_over_and_no_others()
    {
        var guests = new Dictionary<string, Session>();
        foreach (var name in new[] { "nobody", "buyer", "alive", "young", "customer" }) guests[name] = await GuestAsync();
        await As(guests["customer"]).RegisterAsync(new() { Email = NewEmail(), Password = Password });
        Neighbours.Buyers.Enqueue(guests["buyer"].User.Id);
        await QueryAsync<int>("UPDATE account SET created_at = now() - interval '91 days' WHERE id <> $1", Id(guests["young"]));
        await QueryAsync<int>("DELETE FROM session WHERE user_id <> $1", Id(guests["alive"]));
        // More than a batch.
        await QueryAsync<int>("""
            INSERT INTO account (id, role, created_at, updated_at)
            SELECT gen_random_uuid(), 'guest', now() - interval '100 days', now() FROM generate_series(1, 1200)
            """);

        var replica = await TestService.StartOnAsync(IdentityHost.Build, Service.ConnectionString, Neighbours.Settings);
        await Eventually.HoldsAsync(async () => !await IsThereAsync("nobody"), "the guest to be removed");
        await replica.StopAsync();
        foreach (var name in new[] { "buyer", "alive", "young", "customer" }) (await IsThereAsync(name)).ShouldBeTrue(name);
        (await QueryAsync<long>("SELECT count(*) FROM account WHERE created_at < now() - interval '95 days'")).ShouldBe(0);
        (await QueryAsync<bool>("SELECT is_buyer FROM account WHERE id = $1", Id(guests["buyer"]))).ShouldBeTrue();

        async Task<bool> IsThereAsync(string name) => await QueryAsync<long>("SELECT count(*) FROM account WHERE id = $1", Id(guests[name])) == 1;
    }

    private static Guid Id(Session session) => Guid.Parse(session.User.Id);

    private Task<long> SessionsAsync(Session session) => QueryAsync<long>("SELECT count(*) FROM session WHERE user_id = $1", Id(session));
}
