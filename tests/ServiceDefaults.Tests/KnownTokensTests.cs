using System.Security.Claims;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class KnownTokensTests
{
    private static readonly ClaimsPrincipal Ada = new(new ClaimsIdentity([new("sub", "ada")]));

    private readonly SetClock _clock = new();

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

    [Test]
    public async Task What_is_kept_has_the_claims_and_not_the_token()
    {
        var check = new TokenValidationParameters
        {
            ValidateIssuer = false, ValidateAudience = false, SignatureValidator = (token, _) => new JsonWebToken(token), NameClaimType = "sub", RoleClaimType = "role",
        };
        var validated = await new JsonWebTokenHandler().ValidateTokenAsync(TestTokens.User(Who.Customer), check);
        // The handler's own kind of identity, which has the token.
        validated.ClaimsIdentity.GetType().ShouldNotBe(typeof(ClaimsIdentity));
        var kept = KnownToken.Of(new ClaimsPrincipal(validated.ClaimsIdentity), "key", _clock.Now).Principal;
        kept.Identity.ShouldBeOfType<ClaimsIdentity>().BootstrapContext.ShouldBeNull();
        kept.Identity!.IsAuthenticated.ShouldBeTrue();
        kept.Identity.Name.ShouldBe(validated.ClaimsIdentity.Name);
        kept.IsInRole("customer").ShouldBeTrue();
        kept.Claims.Select(claim => (claim.Type, claim.Value)).ShouldBe(validated.ClaimsIdentity.Claims.Select(claim => (claim.Type, claim.Value)));
    }
}
