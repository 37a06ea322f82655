using System.Diagnostics;

namespace CommerceKata.Deployment.Tests;

/// <summary>How <c>.ci/run</c> gets what it needs on a bare machine. Programs that note how they are called take the place of the real ones.</summary>
internal sealed class NeedsTests
{
    /// <summary>What the script may find: nothing of what it looks for.</summary>
    private static readonly string[] Found = ["bash", "env", "grep", "ls", "cat"];

    private const string Noting =
        """
        #!/bin/bash
        echo "${0##*/} $*" >>"$CALLS"
        if [ "$2" = tee ] || [ "${0##*/}" = tee ]; then cat >/dev/null; fi
        """;

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("commerce-kata-needs-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Someone_who_is_not_root_changes_the_machine_by_sudo_only()
    {
        var calls = await CallsAsync(user: 1000);
        calls.ShouldContain("sudo apt-get update -qq");
        calls.ShouldContain(call => call.StartsWith("sudo env DEBIAN_FRONTEND=noninteractive apt-get install", StringComparison.Ordinal) && call.EndsWith(" prometheus", StringComparison.Ordinal));
        calls.ShouldAllBe(call => call.StartsWith("sudo ", StringComparison.Ordinal));
    }

    [Test]
    public async Task Root_needs_no_sudo()
    {
        var calls = await CallsAsync(user: 0);
        calls.ShouldContain(call => call.StartsWith("apt-get install", StringComparison.Ordinal) && call.EndsWith(" chromium", StringComparison.Ordinal));
        calls.Count(call => call == "apt-get update -qq").ShouldBe(1);
        calls.ShouldNotContain(call => call.StartsWith("sudo ", StringComparison.Ordinal));
    }

    private async Task<string[]> CallsAsync(int user)
    {
        foreach (var name in new[] { "sudo", "apt-get", "tee", "chmod", "mkdir", "rm" }) Make(name, Noting);
        Make("id", $"#!/bin/bash\necho {user}");
        foreach (var name in Found) File.CreateSymbolicLink(Path.Combine(_folder, name), $"/bin/{name}");
        var calls = Path.Combine(_folder, "calls");
        var start = new ProcessStartInfo("/bin/bash", [Repository.At(".ci/needs")]) { RedirectStandardError = true };
        (start.Environment["PATH"], start.Environment["CALLS"]) = (_folder, calls);
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, errors);
        return await File.ReadAllLinesAsync(calls);
    }

    private void Make(string name, string script)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, script + "\n");
        File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
    }
}
