using CommerceKata.ServiceDefaults;
using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

internal sealed class StandaloneOptionsTests
{
    [TestCase("ASPNETCORE_ENVIRONMENT", "Production")]
    [TestCase("DOTNET_ENVIRONMENT", "production")]
    public void Standalone_does_not_start_in_production(string variable, string value) =>
        Should.Throw<SettingException>(() => StandaloneOptions.Read([], name => name == variable ? value : null)).Message.ShouldContain("Production");

    [TestCase("Development")]
    [TestCase("Staging")]
    public void Standalone_starts_elsewhere(string value) =>
        StandaloneOptions.Read(["demo"], name => name == "ASPNETCORE_ENVIRONMENT" ? value : null).Demo.ShouldBeTrue();
}
