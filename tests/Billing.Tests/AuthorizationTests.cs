using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Proto = Commerce.Billing.V1;

namespace CommerceKata.Billing.Tests;

internal sealed class AuthorizationTests : BillingFixture
{
    [Test]
    public Task Every_rpc_lets_in_just_whom_it_should() => AuthorizationMatrix.ShouldHoldAsync(
        Service, Proto.BillingService.Descriptor, new Dictionary<string, Who>
        {
            ["Charge"] = Who.Service,
            ["GetPayment"] = Who.Service | Who.Admin,
            ["CancelPayment"] = Who.Service,
            ["Refund"] = Who.Service,
        });

    [Test]
    public Task Dead_letters_are_for_admins() => AuthorizationMatrix.ShouldHoldAsync(
        Service, DeadLetterService.Descriptor, new Dictionary<string, Who> { ["ListDeadLetters"] = Who.Admin, ["RequeueDeadLetter"] = Who.Admin });
}
