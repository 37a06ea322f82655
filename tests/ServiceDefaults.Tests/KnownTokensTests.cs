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

    [Test]
    public void Hosts_of_a_process_share_what_they_know_only_if_they_believe_the_same_keys()
    {
        AuthOptions Options(string jwks, string key) => new() { JwksUrl = $"http://127.0.0.1:1/{TestContext.CurrentContext.Test.ID}/{jwks}", ServiceKey = key };
        var known = KnownTokens.SharedBy(Options("a", "one"));
        KnownTokens.SharedBy(Options("a", "one")).ShouldBeSameAs(known);
        KnownTokens.SharedBy(Options("b", "one")).ShouldNotBeSameAs(known);
        KnownTokens.SharedBy(Options("a", "two")).ShouldNotBeSameAs(known);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
