using Commerce.Cart.V1;
using Commerce.Identity.V1;
using CommerceKata.Cart;
using CommerceKata.TestKit;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using Client = Commerce.Identity.V1.IdentityService.IdentityServiceClient;

namespace CommerceKata.Identity.Tests;

/// <summary>Signing keys change under those who use them, and nobody restarts (R2.1).</summary>
internal sealed class KeyRotationTests
{
    private static readonly HttpClient Http = new();

    private TestService _identity = null!;
    private TestService _cart = null!;

    private SigningKeyStore Store => _identity.Services.GetRequiredService<SigningKeyStore>();

    [SetUp]
    public async Task StartAsync()
    {
        _identity = await TestService.StartAsync(IdentityHost.Build);
        // Another service, which knows the keys from the JWKS alone.
        _cart = await TestService.StartAsync(CartHost.Build, ("Auth:JwksUrl", JwksUrl), ("Auth:JwksPause", "00:00:01"));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _cart.DisposeAsync();
        await _identity.DisposeAsync();
    }

    [Test]
    public async Task New_key_is_published_at_once_signs_later_and_the_old_one_goes_when_its_tokens_have_ended()
    {
        var old = await GuestAsync();
        await ShopAsync(old);
        (await CommandAsync("rotate-keys")).ShouldContain("is published, and signs in 15 minutes");
        (await CommandAsync("rotate-keys")).ShouldContain("There is a new key already");
        HalfAMinutePasses();
        var published = await KidsAsync();
        published.Length.ShouldBe(2);
        Kid(await GuestAsync()).ShouldBe(Kid(old));

        await PassAsync(minutes: 16);
        var session = await GuestAsync();
        Kid(session).ShouldBe(published.Single(kid => kid != Kid(old)));
        // Both are believed: by Identity itself, and by a service that had fetched the old key only.
        await SeeAsync(old);
        await SeeAsync(session);
        await Eventually.HoldsAsync(() => IsBelievedAsync(session), "the service to know the new key");
        await ShopAsync(old);

        await PassAsync(minutes: 20);
        (await Store.RotateWhenDueAsync(TimeSpan.FromDays(90), CancellationToken.None)).Removed.ShouldBe([Guid.Parse(Kid(old))]);
        HalfAMinutePasses();
        (await KidsAsync()).ShouldBe([Kid(session)]);
    }

    [Test]
    public async Task Key_that_leaked_is_believed_by_nobody_after_its_replacement()
    {
        var old = await GuestAsync();
        await ShopAsync(old);
        (await CommandAsync("rotate-keys", "--now")).ShouldContain("signs from now on");
        HalfAMinutePasses();
        await _identity.Client<Client>(old.AccessToken).GetUserAsync(new() { Id = old.User.Id }).ShouldFailAsync(StatusCode.Unauthenticated);
        // The session goes on: its refresh token is no matter of the key.
        var next = (await _identity.Client<Client>(token: null).RefreshSessionAsync(new() { RefreshToken = old.RefreshToken })).Session;
        (await KidsAsync()).ShouldBe([Kid(next)]);
        await Eventually.HoldsAsync(() => IsBelievedAsync(next), "the service to know the new key");
        await ShopAsync(old).ShouldFailAsync(StatusCode.Unauthenticated);
    }

    [Test]
    public async Task Key_of_its_age_is_followed_by_one_however_many_replicas_see_it()
    {
        await PassAsync(minutes: 91 * 24 * 60);
        var rounds = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Store.RotateWhenDueAsync(TimeSpan.FromDays(90), CancellationToken.None)));
        rounds.Count(round => round.Added is not null).ShouldBe(1);
        HalfAMinutePasses();
        (await KidsAsync()).Length.ShouldBe(2);
    }

    [Test]
    public async Task Worker_makes_the_next_key_by_itself_when_the_present_one_is_old_enough()
    {
        await PassAsync(minutes: 120);
        var replica = await TestService.StartOnAsync(IdentityHost.Build, _identity.ConnectionString, ("Identity:KeyLifetime", "02:00:00"));
        await Eventually.HoldsAsync(
            async () =>
            {
                HalfAMinutePasses();
                return (await KidsAsync()).Length == 2;
            },
            "the next key");
        await replica.StopAsync();
    }

    private string JwksUrl => _identity.HttpAddress + "/.well-known/jwks.json";

    private static string Kid(Session session) => new JsonWebToken(session.AccessToken).Kid;

    private async Task<string[]> KidsAsync() => [.. new JsonWebKeySet(await Http.GetStringAsync(new Uri(JwksUrl))).Keys.Select(key => key.Kid)];

    private async Task SeeAsync(Session session) =>
        (await _identity.Client<Client>(session.AccessToken).GetUserAsync(new() { Id = session.User.Id })).User.ShouldBe(session.User);

    private async Task<Session> GuestAsync() => (await _identity.Client<Client>(token: null).StartGuestSessionAsync(new())).Session;

    /// <summary>A call of another service: it fails unless the token is believed.</summary>
    private async Task ShopAsync(Session session) => await _cart.Client<CartService.CartServiceClient>(session.AccessToken).GetCartAsync(new());

    private async Task<bool> IsBelievedAsync(Session session)
    {
        try
        {
            await ShopAsync(session);
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.Unauthenticated)
        {
            return false;
        }
    }

    /// <summary>What another process did to the keys is seen.</summary>
    private void HalfAMinutePasses() => _identity.Services.GetRequiredService<SigningKeys>().Forget();

    /// <summary>As if all keys had been made so much earlier.</summary>
    private async Task PassAsync(int minutes)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_identity.ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand("UPDATE signing_key SET signs_from = signs_from - make_interval(mins => $1)");
        command.Parameters.Add(new() { Value = minutes });
        await command.ExecuteNonQueryAsync();
        HalfAMinutePasses();
    }

    private async Task<string> CommandAsync(params string[] args)
    {
        await using var output = new StringWriter();
        var code = await Commands.RunAsync([.. args, "--environment=Development", $"--ConnectionStrings:Identity={_identity.ConnectionString}"], output);
        code.ShouldBe(0, output.ToString());
        return output.ToString();
    }
}
