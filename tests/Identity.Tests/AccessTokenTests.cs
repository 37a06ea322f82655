using System.Net;
using System.Security.Cryptography;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Client = Commerce.Identity.V1.IdentityService.IdentityServiceClient;

namespace CommerceKata.Identity.Tests;

internal sealed class AccessTokenTests : IdentityFixture
{
    private static readonly HttpClient Http = new();

    [Test]
    public async Task Access_token_says_who_it_is_for_15_minutes()
    {
        var session = await CustomerAsync();
        var token = new JsonWebToken(session.AccessToken);
        token.Alg.ShouldBe("ES256");
        token.Kid.ShouldNotBeEmpty();
        token.Issuer.ShouldBe(AuthOptions.UserIssuer);
        token.Audiences.ShouldBe([AuthOptions.Audience]);
        token.Subject.ShouldBe(session.User.Id);
        token.GetClaim("role").Value.ShouldBe("customer");
        Guid.TryParse(token.GetClaim("sid").Value, out _).ShouldBeTrue();
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromMinutes(15));
        session.ExpiresAt.ToDateTime().ShouldBe(token.ValidTo);
        token.Claims.Select(claim => claim.Type).ShouldBe(["iss", "aud", "sub", "sid", "jid", "role", "iat", "exp"], ignoreOrder: true);
    }

    [Test]
    public async Task Session_id_stays_the_same_through_refreshes()
    {
        var first = await GuestAsync();
        var second = (await Anyone.RefreshSessionAsync(new() { RefreshToken = first.RefreshToken })).Session;
        new JsonWebToken(second.AccessToken).GetClaim("sid").Value.ShouldBe(new JsonWebToken(first.AccessToken).GetClaim("sid").Value);
    }

    [Test]
    public async Task Jwks_verifies_tokens_and_shows_no_private_key()
    {
        using var response = await Http.GetAsync(new Uri(Service.HttpAddress + "/.well-known/jwks.json"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
        var json = await response.Content.ReadAsStringAsync();
        json.ShouldNotContain("\"d\"");
        var result = await new JsonWebTokenHandler().ValidateTokenAsync((await GuestAsync()).AccessToken, new TokenValidationParameters
        {
            ValidIssuer = AuthOptions.UserIssuer,
            ValidAudience = AuthOptions.Audience,
            IssuerSigningKeys = new JsonWebKeySet(json).GetSigningKeys(),
        });
        result.IsValid.ShouldBeTrue();
    }

    [Test]
    public async Task Replicas_that_start_together_believe_each_others_tokens()
    {
        var database = await TestCluster.NewDatabaseAsync("identity");
        var replicas = await Task.WhenAll(
            TestService.StartOnAsync(IdentityHost.Build, database), TestService.StartOnAsync(IdentityHost.Build, database));
        try
        {
            var session = (await replicas[0].Client<Client>(token: null).StartGuestSessionAsync(new())).Session;
            var user = (await replicas[1].Client<Client>(session.AccessToken).GetUserAsync(new() { Id = session.User.Id })).User;
            user.ShouldBe(session.User);
        }
        finally
        {
            await replicas[0].StopAsync();
            await replicas[1].DisposeAsync();
        }
    }

    [Test]
    public async Task Private_key_is_encrypted_at_rest_and_another_secret_does_not_open_it()
    {
        var stored = await QueryAsync<byte[]>("SELECT private_key FROM signing_key");
        using var key = ECDsa.Create();
        Should.Throw<CryptographicException>(() => key.ImportPkcs8PrivateKey(stored, out _));

        var stranger = await TestService.StartOnAsync(IdentityHost.Build, Service.ConnectionString, ("Identity:KeyEncryptionKey", new string('x', 32)));
        using var ready = await Http.GetAsync(new Uri(stranger.HttpAddress + "/health/ready"));
        await stranger.StopAsync();
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var ours = await Http.GetAsync(new Uri(Service.HttpAddress + "/health/ready"));
        ours.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
