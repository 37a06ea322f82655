using System.Diagnostics;

namespace CommerceKata.TestKit;

/// <summary>A program of ours in a process of its own: the built binary beside this one, its output kept in a file.</summary>
public sealed class ChildProcess
{
    private readonly Process _process;
    private readonly string _output;

    private ChildProcess(string name, Process process, string output) => (Name, _process, _output) = (name, process, output);

    /// <summary>The program: "Orders".</summary>
    public string Name { get; }

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Starts a program.</summary>
    /// <param name="name">"Orders".</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="output">The file that its output is added to.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    public static ChildProcess Start(string name, IEnumerable<string> arguments, string output, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>()) start.Environment[key] = value;
        var process = Process.Start(start)!;
        var log = TextWriter.Synchronized(new StreamWriter(output, append: true) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => log.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChildProcess(name, process, output);
    }

    /// <exception cref="ChildProcessException">It has ended.</exception>
    public void ThrowIfEnded()
    {
        if (_process.HasExited) throw Ended();
    }

    /// <summary>Waits for one that ends by itself.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="ChildProcessException">It did not do its work.</exception>
    public async Task SucceedsAsync(CancellationToken cancel)
    {
        await EndsAsync(cancel);
        if (_process.ExitCode != 0) throw Ended();
    }

    /// <summary>Waits until it has ended, however.</summary>
    /// <param name="cancel">Ends the wait.</param>
    public Task EndsAsync(CancellationToken cancel) => _process.WaitForExitAsync(cancel);

    /// <summary>SIGKILL: as if the power had been cut.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>What it said last is what a failure is about.</summary>
    private ChildProcessException Ended()
    {
        using var log = new StreamReader(new FileStream(_output, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return new($"{Name} has ended with {_process.ExitCode}:\n{string.Join('\n', log.ReadToEnd().Split('\n').TakeLast(20))}");
    }
}

/// <summary>A program has ended that should not have, or without doing its work.</summary>
/// <param name="message">Which, and what it said last.</param>
public sealed class ChildProcessException(string message) : Exception(message);
