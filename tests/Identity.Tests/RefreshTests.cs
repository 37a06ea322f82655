using System.Security.Cryptography;
using System.Text;
using Commerce.Identity.V1;
using CommerceKata.TestKit;

namespace CommerceKata.Identity.Tests;

internal sealed class RefreshTests : IdentityFixture
{
    [Test]
    public async Task Refresh_gives_the_next_session_of_the_same_user()
    {
        var first = await CustomerAsync();
        var second = await RefreshAsync(first);
        second.Session.User.ShouldBe(first.User);
        second.Session.RefreshToken.ShouldNotBe(first.RefreshToken);
        (await RefreshAsync(second.Session)).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Refresh_with_a_spent_token_ends_its_family_and_no_other()
    {
        var email = NewEmail();
        var first = await CustomerAsync(email);
        var other = (await Anyone.LoginAsync(new() { Email = email, Password = Password })).Session;
        var second = await RefreshAsync(first);
        (await RefreshAsync(first)).TokenExpired.ShouldNotBeNull();
        (await RefreshAsync(second.Session)).TokenExpired.ShouldNotBeNull();
        (await RefreshAsync(other)).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Refresh_of_one_token_at_once_has_one_winner_and_ends_the_family()
    {
        var first = await GuestAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RefreshAsync(first)));
        var winner = answers.Where(answer => answer.Session is not null).ShouldHaveSingleItem();
        answers.Count(answer => answer.TokenExpired is not null).ShouldBe(9);
        (await RefreshAsync(winner.Session)).TokenExpired.ShouldNotBeNull();
    }

    [Test]
    public async Task Refresh_after_the_tokens_end_or_with_any_other_text_is_refused()
    {
        var session = await GuestAsync();
        await QueryAsync<int>("UPDATE refresh_token SET expires_at = now() WHERE hash = $1", HashOf(session));
        (await RefreshAsync(session)).TokenExpired.ShouldNotBeNull();
        (await Anyone.RefreshSessionAsync(new() { RefreshToken = "'; DROP TABLE session" })).TokenExpired.ShouldNotBeNull();
        await Anyone.RefreshSessionAsync(new()).ShouldViolateAsync("refresh_token");
        await Anyone.RefreshSessionAsync(new() { RefreshToken = new string('x', 201) }).ShouldViolateAsync("refresh_token");
    }

    [Test]
    public async Task Refresh_token_is_256_random_bits_good_for_30_days_and_stored_as_its_hash_only()
    {
        var session = await GuestAsync();
        session.RefreshToken.Length.ShouldBe(43);
        (await QueryAsync<double>("SELECT extract(epoch FROM expires_at - now())::float8 / 86400 FROM refresh_token WHERE hash = $1", HashOf(session)))
            .ShouldBe(30, tolerance: 0.01);
        (await QueryAsync<long>("SELECT count(*) FROM refresh_token t WHERE t::text LIKE '%' || $1 || '%'", session.RefreshToken)).ShouldBe(0);
    }

    [Test]
    public async Task Logout_ends_the_session_and_no_other_and_may_be_repeated()
    {
        var email = NewEmail();
        var first = await CustomerAsync(email);
        var other = (await Anyone.LoginAsync(new() { Email = email, Password = Password })).Session;
        await As(first).LogoutAsync(new());
        await As(first).LogoutAsync(new());
        (await RefreshAsync(first)).TokenExpired.ShouldNotBeNull();
        (await RefreshAsync(other)).Session.ShouldNotBeNull();
    }

    private static byte[] HashOf(Session session) => SHA256.HashData(Encoding.UTF8.GetBytes(session.RefreshToken));

    private Task<RefreshSessionResponse> RefreshAsync(Session session) =>
        Anyone.RefreshSessionAsync(new() { RefreshToken = session.RefreshToken }).ResponseAsync;
}
