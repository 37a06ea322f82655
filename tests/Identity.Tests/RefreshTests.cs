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
    public async Task Refresh_with_a_token_that_was_spent_a_while_ago_ends_its_family_and_no_other()
    {
        var email = NewEmail();
        var first = await CustomerAsync(email);
        var other = (await Anyone.LoginAsync(new() { Email = email, Password = Password })).Session;
        var second = await RefreshAsync(first);
        await WaitedAsync(first);
        (await RefreshAsync(first)).TokenExpired.ShouldNotBeNull();
        (await RefreshAsync(second.Session)).TokenExpired.ShouldNotBeNull();
        (await RefreshAsync(other)).Session.ShouldNotBeNull();
    }

    // Two tabs; many of them.
    [TestCase(2)]
    [TestCase(8)]
    [TestCase(20)]
    public async Task Refresh_of_one_token_at_once_gives_everybody_the_same_next_one(int tabs)
    {
        var first = await GuestAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, tabs).Select(_ => RefreshAsync(first)));
        answers.ShouldAllBe(answer => answer.Session != null && answer.Session.User.Id == first.User.Id);
        var next = answers.Select(answer => answer.Session.RefreshToken).Distinct().ShouldHaveSingleItem();
        (await Anyone.RefreshSessionAsync(new() { RefreshToken = next })).Session.ShouldNotBeNull();
        const string good = "SELECT count(*) FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE s.user_id = $1 AND used_at IS NULL";
        (await QueryAsync<long>(good, Guid.Parse(first.User.Id))).ShouldBe(1);
    }

    [Test]
    public async Task Refresh_after_a_lost_answer_goes_on_where_the_family_is_by_now()
    {
        var first = await GuestAsync();
        var second = (await RefreshAsync(first)).Session;
        (await RefreshAsync(first)).Session.RefreshToken.ShouldBe(second.RefreshToken);
        // Another tab went on meanwhile.
        var third = (await RefreshAsync(second)).Session;
        (await RefreshAsync(first)).Session.RefreshToken.ShouldBe(third.RefreshToken);
        (await RefreshAsync(second)).Session.RefreshToken.ShouldBe(third.RefreshToken);
        (await RefreshAsync(third)).Session.RefreshToken.ShouldNotBe(third.RefreshToken);
    }

    [Test]
    public async Task Refresh_of_an_ended_session_never_answers_not_even_a_moment_after()
    {
        var first = await CustomerAsync();
        var second = (await RefreshAsync(first)).Session;
        await As(second).LogoutAsync(new());
        foreach (var token in new[] { first, second }) (await RefreshAsync(token)).TokenExpired.ShouldNotBeNull();
    }

    [Test]
    public async Task Refresh_of_a_token_whose_next_one_a_version_before_drew_ends_the_family()
    {
        var first = await GuestAsync();
        var second = (await RefreshAsync(first)).Session;
        await QueryAsync<int>("UPDATE refresh_token SET hash = sha256('drawn') WHERE hash = $1", HashOf(second));
        (await RefreshAsync(first)).TokenExpired.ShouldNotBeNull();
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

    /// <summary>Its next use comes later than a moment after the first.</summary>
    private Task WaitedAsync(Session spent) =>
        QueryAsync<int>("UPDATE refresh_token SET used_at = used_at - interval '31 seconds' WHERE hash = $1", HashOf(spent));

    private static byte[] HashOf(Session session) => SHA256.HashData(Encoding.UTF8.GetBytes(session.RefreshToken));

    private Task<RefreshSessionResponse> RefreshAsync(Session session) =>
        Anyone.RefreshSessionAsync(new() { RefreshToken = session.RefreshToken }).ResponseAsync;
}
