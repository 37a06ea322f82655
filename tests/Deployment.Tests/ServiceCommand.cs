using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace CommerceKata.Deployment.Tests;

/// <summary>A process of the shop as an operator runs it: the built program, and settings in its environment.</summary>
internal sealed class ServiceCommand : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private ServiceCommand(Process process) => _process = process;

    /// <summary>What it wrote to standard error so far.</summary>
    public string Errors => Read(_errors);

    /// <summary>What it wrote to standard output so far.</summary>
    public string Output => Read(_output);

    /// <summary>Both.</summary>
    public (string Output, string Errors) Said => (Output.Trim(), Errors.Trim());

    public bool IsRunning => !_process.HasExited;

    /// <summary>Whether it has loaded this library by now.</summary>
    public bool HasLoaded(string library)
    {
        try
        {
            return File.ReadAllText($"/proc/{_process.Id}/maps").Contains(library, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It ended.
            return false;
        }
    }

    /// <summary>Starts one, without the settings of whoever runs the tests.</summary>
    /// <param name="name">"Catalog".</param>
    /// <param name="settings">Its environment: ("Stripe__ApiKey", "…").</param>
    /// <param name="arguments">A command, and settings on the command line.</param>
    public static ServiceCommand Start(string name, IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var command = new ServiceCommand(Process.Start(start)!);
        command._process.OutputDataReceived += (_, line) => Hear(command._output, line.Data);
        command._process.ErrorDataReceived += (_, line) => Hear(command._errors, line.Data);
        command._process.BeginOutputReadLine();
        command._process.BeginErrorReadLine();
        return command;
    }

    /// <summary>Runs one to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string name, IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        using var command = Start(name, settings, arguments);
        return (await command.ExitAsync(), command.Output.Trim(), command.Errors.Trim());
    }

    /// <summary>What Docker, Kubernetes and Cloud Run send, SIGTERM; or what Ctrl-C does, SIGINT.</summary>
    public void Stop(bool ctrlC = false)
    {
        // One that has ended takes no signal.
        if (kill(_process.Id, ctrlC ? 2 : 15) != 0) IsRunning.ShouldBeFalse();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Read(StringBuilder text)
    {
        lock (text) return text.ToString();
    }

    private static void Hear(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.AppendLine(line);
    }

    [DllImport("libc", SetLastError = true)]
#pragma warning disable SYSLIB1054, CA5392, IDE1006 // One call, in a test, of what every Unix has.
    private static extern int kill(int process, int signal);
#pragma warning restore SYSLIB1054, CA5392, IDE1006
}
