using Commerce.Cart.V1;
using Commerce.Identity.V1;
using CommerceKata.Cart;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Identity.Tests;

/// <summary>
/// Whoever kept the access token of a session that has ended has nothing: at Identity, and at another service, which hears of it by its
/// stream.
/// </summary>
internal sealed class EndedSessionTests : IdentityFixture
{
    private TestService _cart = null!;

    [OneTimeSetUp]
    public async Task StartCartAsync() =>
        _cart = await TestService.StartAsync(
            CartHost.Build, ("Auth:JwksUrl", Service.HttpAddress + "/.well-known/jwks.json"), ("Services:Identity", Service.GrpcAddress));

    [OneTimeTearDown]
    public async Task StopCartAsync() => await _cart.DisposeAsync();

    [Test]
    public async Task Session_that_was_logged_out()
    {
        var session = await CustomerAsync();
        await ShouldEndAsync(session, () => As(session).LogoutAsync(new()).ResponseAsync);
    }

    [Test]
    public async Task Sessions_of_before_a_new_password()
    {
        var (one, email) = (await CustomerAsync(), "");
        email = one.User.Email;
        var other = (await LoginAsync(email)).Session;
        await Anyone.RequestPasswordResetAsync(new() { Email = email });
        var token = await MailedAsync<PasswordResetRequested>(email);
        var opened = default(Session);
        await ShouldEndAsync(one, async () => opened = (await Anyone.ResetPasswordAsync(new() { Token = token, NewPassword = "another horse" })).Session);
        await ShouldEndAsync(other, () => Task.CompletedTask);
        (await GetAsync(opened!)).ShouldBeNull();
    }

    [Test]
    public async Task Guests_session_after_registration_and_the_customers_is_another()
    {
        var guest = await GuestAsync();
        var customer = default(Session);
        await ShouldEndAsync(guest, async () =>
            customer = (await As(guest).RegisterAsync(new() { Email = NewEmail(), Password = Password })).Session);
        customer!.User.Id.ShouldBe(guest.User.Id);
        (await GetAsync(customer)).ShouldBeNull();
    }

    [Test]
    public async Task Guests_session_after_a_login()
    {
        var (guest, customer) = (await GuestAsync(), await CustomerAsync());
        await ShouldEndAsync(guest, () => As(guest).LoginAsync(new() { Email = customer.User.Email, Password = Password }).ResponseAsync);
        (await GetAsync(customer)).ShouldBeNull();
    }

    [Test]
    public async Task Sessions_of_a_customer_who_becomes_an_admin()
    {
        var session = await CustomerAsync();
        await ShouldEndAsync(session, () => Commands.RunAsync(
            ["grant-admin", session.User.Email, "--environment=Development", $"--ConnectionStrings:Identity={Service.ConnectionString}"], TextWriter.Null));
        (await LoginAsync(session.User.Email)).Session.User.Role.ShouldBe(Role.Admin);
    }

    [Test]
    public async Task Session_whose_refresh_token_came_again_too_late()
    {
        var session = await GuestAsync();
        await Anyone.RefreshSessionAsync(new() { RefreshToken = session.RefreshToken });
        await QueryAsync<object>(
            "UPDATE refresh_token t SET used_at = used_at - interval '1 hour' FROM session s WHERE s.id = t.session_id AND s.user_id = $1 AND used_at IS NOT NULL",
            Guid.Parse(session.User.Id));
        await ShouldEndAsync(session, () => Anyone.RefreshSessionAsync(new() { RefreshToken = session.RefreshToken }).ResponseAsync);
    }

    [Test]
    public async Task Its_token_is_as_good_as_none_where_none_is_needed()
    {
        var session = await CustomerAsync();
        await ShouldEndAsync(session, () => As(session).LogoutAsync(new()).ResponseAsync);
        (await As(session).LoginAsync(new() { Email = session.User.Email, Password = Password })).Session.User.Id.ShouldBe(session.User.Id);
    }

    [Test]
    public async Task Stream_tells_those_of_the_last_minutes_first_and_says_each_second_that_it_is_there()
    {
        var (before, after, old) = (await GuestAsync(), await GuestAsync(), await GuestAsync());
        await As(before).LogoutAsync(new());
        await QueryAsync<object>("UPDATE session SET ended_at = now() - interval '20 minutes' WHERE user_id = $1", Guid.Parse(old.User.Id));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var stream = AsService().WatchEndedSessions(new(), cancellationToken: patience.Token);
        var told = new List<string>();
        (await stream.ResponseStream.MoveNext(patience.Token)).ShouldBeTrue();
        told.AddRange(stream.ResponseStream.Current.SessionIds);
        told.ShouldContain(await SessionIdAsync(before));
        await As(after).LogoutAsync(new());
        while (!told.Contains(await SessionIdAsync(after)))
        {
            (await stream.ResponseStream.MoveNext(patience.Token)).ShouldBeTrue();
            told.AddRange(stream.ResponseStream.Current.SessionIds);
        }

        told.ShouldNotContain(await SessionIdAsync(old));
        told.Count(id => id == told[0]).ShouldBe(1);
    }

    [Test]
    public async Task Tokens_count_while_identity_is_away_and_it_tells_when_it_is_back()
    {
        var port = FreePort.Take();
        var identity = await TestService.StartAsync(IdentityHost.Build, ("Listen:GrpcPort", $"{port}"));
        var session = (await identity.Client<Commerce.Identity.V1.IdentityService.IdentityServiceClient>(token: null).StartGuestSessionAsync(new())).Session;
        await using var cart = await TestService.StartAsync(
            CartHost.Build, ("Auth:JwksUrl", identity.HttpAddress + "/.well-known/jwks.json"), ("Services:Identity", $"http://127.0.0.1:{port}"));
        await ShopAsync(cart, session);
        var ended = cart.Services.GetRequiredService<EndedSessions>();
        await identity.StopAsync();

        await using (var source = Npgsql.NpgsqlDataSource.Create(new Npgsql.NpgsqlConnectionStringBuilder(identity.ConnectionString) { Pooling = false }))
        await using (var end = source.CreateCommand("UPDATE session SET ended_at = now()")) await end.ExecuteNonQueryAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(ended.Age > TimeSpan.FromSeconds(3)), "the knowledge of ended sessions to grow old");
        await ShopAsync(cart, session);

        var back = await TestService.StartOnAsync(IdentityHost.Build, identity.ConnectionString, ("Listen:GrpcPort", $"{port}"));
        await Eventually.HoldsAsync(async () => await RefusedAsync(() => ShopAsync(cart, session)), "the session to be refused");
        ended.Age.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        await back.DisposeAsync();
    }

    private static Task ShopAsync(TestService cart, Session session) =>
        cart.Client<CartService.CartServiceClient>(session.AccessToken).GetCartAsync(new()).ResponseAsync;

    /// <summary>It counts at both services, then something happens, and soon it counts at neither.</summary>
    private async Task ShouldEndAsync(Session session, Func<Task> happens)
    {
        await happens();
        await Eventually.HoldsAsync(async () => await GetAsync(session) == StatusCode.Unauthenticated, "the session to be refused by Identity");
        await Eventually.HoldsAsync(() => RefusedAsync(() => ShopAsync(_cart, session)), "the session to be refused by another service");
    }

    private static async Task<bool> RefusedAsync(Func<Task> call)
    {
        try
        {
            await call();
            return false;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.Unauthenticated)
        {
            return true;
        }
    }

    /// <summary>Null where the token counts.</summary>
    private async Task<StatusCode?> GetAsync(Session session)
    {
        try
        {
            await As(session).GetUserAsync(new() { Id = session.User.Id });
            return null;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }

    private async Task<string> SessionIdAsync(Session session) =>
        $"{await QueryAsync<Guid>("SELECT id FROM session WHERE user_id = $1", Guid.Parse(session.User.Id))}";
}
