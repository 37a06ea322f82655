using System.Diagnostics;
using CommerceKata.TestKit;

namespace CommerceKata.Faults.Tests;

/// <summary>The smoke test of a release passes when all services answer, and fails when one of them does not.</summary>
[NonParallelizable]
internal sealed class SmokeTests
{
    private static ProcessShop Shop => SharedShop.Shop;

    [TestCase("sold", "refunded: ok")]
    [TestCase("declined", "a checkout, declined: ok")]
    public async Task Smoke_test_buys_and_asks_every_service(string ending, string last)
    {
        var (exitCode, output) = await RunAsync(ending, patience: 30);
        exitCode.ShouldBe(0, output);
        output.Trim().ShouldEndWith(last);
    }

    [TestCase("Catalog", "a product in stock")]
    [TestCase("Inventory", "a product in stock")]
    [TestCase("Identity", "a session")]
    [TestCase("Cart", "a cart")]
    [TestCase("Shipping", "delivery options")]
    [TestCase("Notifications", "the email queue")]
    [TestCase("Orders", "a checkout, sold")]
    [TestCase("Billing", "a checkout, sold")]
    public async Task Smoke_test_fails_while_a_service_is_stopped(string service, string question)
    {
        await Shop[service].KillAsync();
        try
        {
            var (exitCode, output) = await RunAsync("sold", patience: 1);
            exitCode.ShouldBe(1, output);
            output.ShouldContain($"{question}: {{");
        }
        finally
        {
            await Shop.RestartAsync(service);
        }

        await Shop.Ledger.SettledAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string ending, int patience)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Docs.Root, "deploy/cloudrun/smoke.sh"), $"http://127.0.0.1:{Shop.Settings.Ports.FrontDoor}", ending])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SMOKE_PATIENCE"] = $"{patience}";
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }
}
