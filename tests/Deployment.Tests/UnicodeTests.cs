using System.Text.Json.Nodes;

namespace CommerceKata.Deployment.Tests;

/// <summary>
/// A program that cannot compare texts does not start, also not in an image. What it compares to find out is in <c>TextForm</c>: NFC, NFKC
/// and domain names (issue 15).
/// </summary>
internal sealed class UnicodeTests
{
    /// <summary>.NET's images without ICU set it for all that runs in them.</summary>
    private const string Without = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    [TestCase("Catalog")]
    [TestCase("Gateway")]
    [TestCase("Shipping")]
    public void Program_asks_for_ICU_and_no_languages_habits(string service)
    {
        var file = Path.Combine(AppContext.BaseDirectory, service + ".runtimeconfig.json");
        var settings = JsonNode.Parse(File.ReadAllText(file))!["runtimeOptions"]!["configProperties"]!;
        settings["System.Globalization.Invariant"]!.GetValue<bool>().ShouldBeFalse();
        settings["System.Globalization.PredefinedCulturesOnly"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Test]
    public async Task Program_with_ICU_starts()
    {
        var (code, output, error) = await ServiceCommand.RunAsync(
            "Shipping", [(Without, "false"), ("ASPNETCORE_ENVIRONMENT", "Development")], "migrate");
        (code, error).ShouldBe((0, ""));
        output.ShouldEndWith("There is no database to migrate.");
    }

    [Test]
    public async Task Program_without_ICU_says_so_in_one_line_and_does_not_start()
    {
        var (code, output, error) = await ServiceCommand.RunAsync("Shipping", [(Without, "1")], "migrate");
        (code, output).ShouldBe((1, ""));
        error.ShouldStartWith("The runtime has no Unicode tables (ICU)");
        error.ShouldNotContain('\n');
    }
}
