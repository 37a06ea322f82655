using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Identity.Tests;

/// <summary>
/// Who comes with a token that has expired comes as nobody. But a guest whose session lives has a cart, which would be lost: they are to
/// refresh it first (ADR 7).
/// </summary>
internal sealed class ExpiredTokenTests : IdentityFixture
{
    private static readonly string[] Ways = ["register", "login", "reset"];

    [TestCaseSource(nameof(Ways))]
    public async Task Guest_whose_session_lives_is_told_to_refresh_it(string way)
    {
        var guest = await GuestAsync();
        var expired = await ExpiredAsync(Who.Guest, guest);
        await InAsync(way, expired).ShouldFailAsync(StatusCode.Unauthenticated);
        var refreshed = (await Anyone.RefreshSessionAsync(new() { RefreshToken = guest.RefreshToken })).Session;
        (await InAsync(way, refreshed.AccessToken)).ShouldNotBeNull();
    }

    [TestCaseSource(nameof(Ways))]
    public async Task Guest_whose_session_has_ended_comes_in(string way)
    {
        var guest = await GuestAsync();
        await As(guest).LogoutAsync(new());
        (await InAsync(way, await ExpiredAsync(Who.Guest, guest))).ShouldNotBeNull();
    }

    [TestCaseSource(nameof(Ways))]
    public async Task Guest_who_cannot_refresh_any_more_comes_in(string way)
    {
        var guest = await GuestAsync();
        await QueryAsync<object>(
            "UPDATE refresh_token t SET expires_at = now() FROM session s WHERE s.id = t.session_id AND s.user_id = $1", Guid.Parse(guest.User.Id));
        (await InAsync(way, await ExpiredAsync(Who.Guest, guest))).ShouldNotBeNull();
    }

    [TestCaseSource(nameof(Ways))]
    public async Task Customer_comes_in(string way) => (await InAsync(way, await ExpiredAsync(Who.Customer, await CustomerAsync()))).ShouldNotBeNull();

    [TestCaseSource(nameof(Ways))]
    public async Task Guest_whose_token_nobody_can_check_any_more_is_told_to_refresh_it_too(string way)
    {
        var guest = await GuestAsync();
        // By a key that Identity does not publish: it may have been withdrawn since.
        var old = TestTokens.User(Who.Guest, Guid.Parse(guest.User.Id), TimeSpan.FromMinutes(-5), await SessionIdAsync(guest));
        await InAsync(way, old).ShouldFailAsync(StatusCode.Unauthenticated);
        (await InAsync(way, TestTokens.User(Who.Guest, lifetime: TimeSpan.FromMinutes(-5)))).ShouldNotBeNull();
    }

    /// <summary>Goes in as somebody new, with a token.</summary>
    private async Task<Session> InAsync(string way, string token)
    {
        var client = Service.Client<Commerce.Identity.V1.IdentityService.IdentityServiceClient>(token);
        if (way == "register") return (await client.RegisterAsync(new() { Email = NewEmail(), Password = Password })).Session;
        var email = (await CustomerAsync()).User.Email;
        if (way == "login") return (await client.LoginAsync(new() { Email = email, Password = Password })).Session;
        await Anyone.RequestPasswordResetAsync(new() { Email = email });
        var mailed = await MailedAsync<PasswordResetRequested>(email);
        return (await client.ResetPasswordAsync(new() { Token = mailed, NewPassword = "another horse" })).Session;
    }

    /// <summary>A token of the session, as Identity signed it an hour ago.</summary>
    private async Task<string> ExpiredAsync(Who who, Session session)
    {
        var before = new AccessTokens(Service.Services.GetRequiredService<SigningKeys>(), new AnHourAgo());
        var user = new User(Guid.Parse(session.User.Id), who.Claim(), null, false, DateTime.UnixEpoch);
        var sessionId = await SessionIdAsync(session);
        return (await before.MintAsync(user, sessionId, sessionId, CancellationToken.None)).Token;
    }

    private Task<Guid> SessionIdAsync(Session session) => QueryAsync<Guid>("SELECT id FROM session WHERE user_id = $1", Guid.Parse(session.User.Id));

    private sealed class AnHourAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(-1);
    }
}
