using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using Client = Commerce.Identity.V1.IdentityService.IdentityServiceClient;
using Proto = Commerce.Identity.V1;

namespace CommerceKata.Identity.Tests;

internal sealed class AuthorizationTests : IdentityFixture
{
    [Test]
    public async Task Every_rpc_lets_in_just_whom_it_should()
    {
        await AuthorizationMatrix.ShouldHoldAsync(
            Service,
            Proto.IdentityService.Descriptor,
            new Dictionary<string, Who>
            {
                ["StartGuestSession"] = Who.None,
                ["Register"] = Who.None,
                ["Login"] = Who.None,
                ["RefreshSession"] = Who.None,
                ["Logout"] = Who.User,
                ["WatchEndedSessions"] = Who.Service,
                ["RequestEmailVerification"] = Who.Customer | Who.Admin,
                ["VerifyEmail"] = Who.None,
                ["RequestPasswordReset"] = Who.None,
                ["ResetPassword"] = Who.None,
                ["GetUser"] = Who.Any,
                ["ListAddresses"] = Who.Any,
                ["GetAddress"] = Who.Any,
                ["SaveAddress"] = Who.Customer | Who.Admin,
                ["DeleteAddress"] = Who.Customer | Who.Admin,
            },
            // Of a session for each call: one of them is the logout.
            async who => who switch
            {
                Who.Guest => (await GuestAsync()).AccessToken,
                Who.Customer => (await CustomerAsync()).AccessToken,
                Who.Admin => (await AdminAsync()).AccessToken,
                _ => TestTokens.For(who),
            });
    }

    [Test]
    public async Task Token_of_another_key_is_refused()
    {
        var forger = Service.Client<Client>(TestTokens.User(Who.Admin));
        await forger.LogoutAsync(new()).ShouldFailAsync(StatusCode.Unauthenticated);
    }

    [Test]
    public async Task User_is_seen_by_themselves_admins_and_services_and_does_not_exist_for_others()
    {
        var (customer, other, admin) = (await CustomerAsync(), await CustomerAsync(), await AdminAsync());
        var request = new GetUserRequest { Id = customer.User.Id };
        foreach (var client in new[] { As(customer), As(admin), AsService() })
            (await client.GetUserAsync(request)).User.ShouldBe(customer.User);
        await As(other).GetUserAsync(request).ShouldFailAsync(StatusCode.NotFound);
        await As(await GuestAsync()).GetUserAsync(request).ShouldFailAsync(StatusCode.NotFound);
        await As(admin).GetUserAsync(new() { Id = Guid.NewGuid().ToString() }).ShouldFailAsync(StatusCode.NotFound);
        await As(admin).GetUserAsync(new() { Id = "me" }).ShouldViolateAsync("id");
        await AsService().GetUserAsync(new()).ShouldViolateAsync("id");
    }
}
