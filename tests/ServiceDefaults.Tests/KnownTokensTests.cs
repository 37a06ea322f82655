using System.Security.Claims;
using CommerceKata.ServiceDefaults.Auth;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class KnownTokensTests
{
    private static readonly ClaimsPrincipal Ada = new(new ClaimsIdentity([new("sub", "ada")]));

    private readonly Clock _clock = new();

    [Test]
    public void Token_is_known_until_it_ends()
    {
        using var known = new KnownTokens(_clock);
        known.Add("a.b.c", new(Ada, "key", _clock.Now.AddMinutes(15)));
        known.Find("a.b.c")!.Principal.ShouldBeSameAs(Ada);
        _clock.Now += TimeSpan.FromMinutes(15);
        known.Find("a.b.c").ShouldBeNull();
    }

    [Test]
    public void Token_with_another_signature_is_not_known()
    {
        using var known = new KnownTokens(_clock);
        known.Add("a.b.c", new(Ada, "key", _clock.Now.AddMinutes(15)));
        known.Find("a.b.d").ShouldBeNull();
    }

    [Test]
    public void Token_that_has_ended_is_not_kept()
    {
        using var known = new KnownTokens(_clock);
        known.Add("a.b.c", new(Ada, "key", _clock.Now));
        _clock.Now -= TimeSpan.FromMinutes(1);
        known.Find("a.b.c").ShouldBeNull();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
