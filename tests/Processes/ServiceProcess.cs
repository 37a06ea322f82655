using System.Diagnostics;
using CommerceKata.TestKit;

namespace CommerceKata.Processes;

/// <summary>One service as a process of its own: real ports, no mercy.</summary>
internal sealed class ServiceProcess(string name, string[] arguments, string ready, string output)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    private ChildProcess? _process;

    public string Name => name;

    public bool IsRunning => _process is { IsRunning: true };

    /// <summary>Starts it.</summary>
    /// <param name="killAt">Where it shall die; null to live.</param>
    public void Start(string? killAt = null)
    {
        // Its database was brought up to date at the first start: the others are quicker without another look.
        string[] again = _process is null ? [] : ["--Migrations:AtStart=false"];
        // Nine processes on two cores: what is compiled once need not be compiled better.
        var environment = new Dictionary<string, string> { ["DOTNET_TieredPGO"] = "0" };
        if (killAt is not null) environment["KILL_AT"] = killAt;
        _process = ChildProcess.Start(name, [.. arguments, .. again], output, environment);
    }

    /// <summary>Whether it serves.</summary>
    public async Task<bool> IsReadyAsync()
    {
        _process!.ThrowIfEnded();
        try
        {
            using var response = await Http.GetAsync(ready);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>SIGKILL: as if the power had been cut.</summary>
    public Task KillAsync() => _process?.KillAsync() ?? Task.CompletedTask;

    /// <summary>SIGHUP: it shall read its settings again.</summary>
    public async Task HangUpAsync()
    {
        using var kill = Process.Start("kill", ["-HUP", $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until it died by itself, at its kill point.</summary>
    public async Task DiedAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        await _process!.EndsAsync(limit.Token);
    }
}
