using CommerceKata.TestKit;

namespace CommerceKata.Deployment.Tests;

/// <summary>Tools from npm that check what is shipped, installed once.</summary>
[SetUpFixture]
internal sealed class Checks
{
    public static NodeScript Scripts { get; } = new("checks");

    [OneTimeSetUp]
    public Task InstallAsync() => Scripts.InstallAsync();

    /// <summary>Runs one, and gives what it printed.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var (exitCode, output) = await Scripts.RunAsync(arguments);
        exitCode.ShouldBe(0, output);
        return output;
    }
}
