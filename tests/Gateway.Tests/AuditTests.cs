using CommerceKata.TestKit;

namespace CommerceKata.Gateway.Tests;

internal sealed class AuditTests : DoorFixture
{
    [Test]
    public async Task Endpoint_passes_every_check_of_the_graphql_http_audit_suite()
    {
        var audit = new NodeScript("audit");
        await audit.InstallAsync();
        var (exitCode, output) = await audit.RunAsync("audit.mjs", new Uri(Door.Http.BaseAddress!, "/graphql").ToString());
        exitCode.ShouldBe(0, output);
    }
}
