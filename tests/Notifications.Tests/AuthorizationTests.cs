using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Proto = Commerce.Notifications.V1;

namespace CommerceKata.Notifications.Tests;

internal sealed class AuthorizationTests
{
    [Test]
    public async Task Every_rpc_lets_in_just_whom_it_should()
    {
        await using var service = await TestService.StartAsync(NotificationsHost.Build);
        await AuthorizationMatrix.ShouldHoldAsync(service, Proto.NotificationsService.Descriptor, new Dictionary<string, Who>
        {
            ["ListEmails"] = Who.Admin,
            ["GetEmail"] = Who.Admin,
            ["RetryEmail"] = Who.Admin,
        });
        await AuthorizationMatrix.ShouldHoldAsync(service, Commerce.Events.V1.EventSubscriberService.Descriptor, new Dictionary<string, Who>
        {
            ["Deliver"] = Who.Service,
        });
    }
}
