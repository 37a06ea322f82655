using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CommerceKata.Deployment.Tests;

/// <summary>
/// A program that cannot compare texts does not start. What it compares to find out is in <c>TextForm</c>: NFC, NFKC and domain names
/// (issue 15).
/// </summary>
internal sealed class UnicodeTests
{
    /// <summary>.NET's images without ICU set it for all that runs in them.</summary>
    private const string Without = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    [TestCase("Catalog")]
    [TestCase("Gateway")]
    [TestCase("Shipping")]
    public void Program_asks_for_ICU(string service)
    {
        var settings = Settings(service)["runtimeOptions"]!["configProperties"]!;
        settings["System.Globalization.Invariant"]!.GetValue<bool>().ShouldBeFalse();
        settings["System.Globalization.PredefinedCulturesOnly"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Test]
    public async Task Program_compares_texts_though_its_image_says_that_it_need_not() =>
        (await ServiceCommand.RunAsync("Shipping", [(Without, "1")], "migrate")).ShouldBe((0, "There is no database to migrate.", ""));

    [Test]
    public async Task Program_without_ICU_says_so_in_one_line_and_does_not_start()
    {
        var settings = Settings("Shipping");
        settings["runtimeOptions"]!["configProperties"]!["System.Globalization.Invariant"] = true;
        var file = Path.Combine(Path.GetTempPath(), $"without-icu-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, settings.ToJsonString());
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                "dotnet", ["exec", "--runtimeconfig", file, Path.Combine(AppContext.BaseDirectory, "Shipping.dll"), "migrate"])
            {
                RedirectStandardError = true,
            })!;
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(1);
            error.ShouldStartWith("The runtime has no Unicode tables (ICU)");
            error.Trim().ShouldNotContain('\n');
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static JsonNode Settings(string service) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, service + ".runtimeconfig.json")))!;
}
