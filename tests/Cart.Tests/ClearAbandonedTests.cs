using System.Diagnostics;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Cart.Tests;

/// <summary>The one-shot command.</summary>
internal sealed class ClearAbandonedTests : CartFixture
{
    [Test]
    public async Task Command_clears_says_what_it_did_and_ends_with_0()
    {
        var (userId, client) = Somebody();
        await FillAsync(client, 1);
        await Service.Services.GetRequiredService<Database>().ExecuteAsync(
            "UPDATE cart SET updated_at = now() - interval '8 days' WHERE user_id = @userId", new { userId = Guid.Parse(userId) }, default);
        var (code, output, _) = await RunProcessAsync("clear-abandoned", "--older-than", "9d");
        (code, Last(output)).ShouldBe((0, "Cleared 0 carts that were not changed for 9d."));
        (code, output, _) = await RunProcessAsync("clear-abandoned", "--older-than", "7d");
        (code, Last(output)).ShouldBe((0, "Cleared 1 carts that were not changed for 7d."));
        output.ShouldContain("carts were cleared that were not changed since");
        (await client.GetCartAsync(new())).Cart.ShouldBeNull();
    }

    [Test]
    public async Task Command_without_an_age_takes_the_setting()
    {
        var (code, output, _) = await RunAsync("--Cart:AbandonedAfter=2.12:00:00");
        (code, Last(output)).ShouldBe((0, "Cleared 0 carts that were not changed for 60h."));
        (_, output, _) = await RunAsync("--older-than=48h");
        Last(output).ShouldBe("Cleared 0 carts that were not changed for 2d.");
    }

    [TestCase("--older-than")]
    [TestCase("--older-than", "7")]
    [TestCase("--older-than", "week")]
    [TestCase("--older-than", "0d")]
    [TestCase("--older-than", "-7d")]
    [TestCase("--older-than", "+7d")]
    [TestCase("--older-than", "1.5d")]
    [TestCase("--older-than", "99999999999d")]
    [TestCase("--older-than", "3651d")]
    [TestCase("--older-than=")]
    [TestCase("--older-than=7m")]
    [TestCase("--older-then", "7d")]
    [TestCase("7d")]
    public async Task Command_line_that_is_not_understood_gets_one_line_and_2(params string[] args)
    {
        var (code, output, errors) = await RunAsync(args);
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.Trim().ShouldStartWith("clear-abandoned [--older-than 7d]");
        errors.Trim().ShouldNotContain('\n');
    }

    [Test]
    public async Task Command_without_its_database_says_so_in_one_line_and_ends_with_1()
    {
        var nowhere = $"Host=127.0.0.1;Port={FreePort.Take()};Username=x;Password=secret;Database=cart";
        var (code, output, errors) = await RunAsync("--older-than", "7d", $"--ConnectionStrings:Cart={nowhere}");
        (code, output).ShouldBe((1, ""));
        errors.Trim().ShouldBe("PostgreSQL does not answer. Check ConnectionStrings:Postgres.");
    }

    private static string Last(string output) => output.Trim().Split('\n')[^1].Trim();

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] settings = ["--environment=Development", $"--ConnectionStrings:Cart={Service.ConnectionString}", "--Log:Level=Fatal", "--Telemetry:Enabled=false"];
        // Of two settings the last one counts.
        string[] all = args is [.., ['-', '-', 'C', ..]] ? [.. args[..^1], .. settings, args[^1]] : [.. args, .. settings];
        return (await ClearAbandoned.RunAsync(all, output, errors), output.ToString(), errors.ToString());
    }

    /// <summary>As a CronJob has it: a process of its own.</summary>
    private async Task<(int Code, string Output, string Errors)> RunProcessAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CartHost).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ConnectionStrings__Cart"] = Service.ConnectionString, ["DOTNET_ENVIRONMENT"] = "Development" },
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
