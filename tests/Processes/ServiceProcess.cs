using System.Diagnostics;

namespace CommerceKata.Processes;

/// <summary>One service as a process of its own: the built binary, real ports, no mercy.</summary>
internal sealed class ServiceProcess(string name, string[] arguments, string ready, string output)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    private Process? _process;

    public string Name => name;

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Starts it.</summary>
    /// <param name="killAt">Where it shall die; null to live.</param>
    public void Start(string? killAt = null)
    {
        // Its database was brought up to date at the first start: the others are quicker without another look.
        string[] again = _process is null ? [] : ["--Migrations:AtStart=false"];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. arguments, .. again])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (killAt is not null) start.Environment["KILL_AT"] = killAt;
        // Nine processes on two cores: what is compiled once need not be compiled better.
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
        var log = TextWriter.Synchronized(new StreamWriter(output, append: true) { AutoFlush = true });
        _process.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        _process.ErrorDataReceived += (_, line) => log.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether it serves.</summary>
    public async Task<bool> IsReadyAsync()
    {
        if (!IsRunning) throw new InvalidOperationException($"{name} has ended: {LastWords()}");
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

    private string LastWords()
    {
        using var log = new StreamReader(new FileStream(output, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return string.Join(Environment.NewLine, log.ReadToEnd().Split('\n').TakeLast(20));
    }

    /// <summary>SIGKILL: as if the power had been cut.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

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
        await _process!.WaitForExitAsync(limit.Token);
    }
}
