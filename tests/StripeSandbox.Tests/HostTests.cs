using System.Diagnostics;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.StripeSandbox.Tests;

[CancelAfter(20_000)]
internal sealed class HostTests
{
    [Test]
    public async Task Start_in_production_says_one_line_and_exits_1(CancellationToken cancel)
    {
        var program = typeof(StripeSandboxHost).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--environment=Production"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;

        var error = await process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);

        process.ExitCode.ShouldBe(1);
        error.Trim().ShouldBe("The payment sandbox does not run in Production: it moves no real money.");
    }

    [TestCase("--Sandbox:Port=70000", "Sandbox:Port")]
    [TestCase("--Sandbox:Address=everywhere", "Sandbox:Address")]
    [TestCase("--Sandbox:WebhookUrl=ftp://shop", "Sandbox:WebhookUrl")]
    [TestCase("--Sandbox:WebhookUrl=http://shop", "Sandbox:WebhookSecret")]
    [TestCase("--Sandbox:ApiKey=sk_live_1", "Sandbox:ApiKey")]
    public void Build_with_a_bad_setting_names_it(string setting, string named)
    {
        var refused = Should.Throw<SettingException>(
            () => StripeSandboxHost.Build(["--environment=Development", setting]));

        refused.Message.ShouldContain(named);
        refused.Message.ShouldNotContain("sk_live_1");
    }
}
