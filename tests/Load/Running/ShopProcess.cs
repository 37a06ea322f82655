using System.Diagnostics;

namespace CommerceKata.Load.Running;

/// <summary>One process of the shop, its output kept in a file.</summary>
internal sealed class ShopProcess
{
    private readonly Process _process;
    private readonly string _output;

    private ShopProcess(string name, Process process, string output) => (Name, _process, _output) = (name, process, output);

    public string Name { get; }

    public int Id => _process.Id;

    /// <summary>Starts a program that was built beside this one.</summary>
    /// <param name="name">"Orders".</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="folder">Where its output goes.</param>
    /// <param name="environment">Settings that it takes from there.</param>
    public static ShopProcess Start(string name, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>()) start.Environment[key] = value;
        var output = Path.Combine(folder, name + ".out");
        var process = Process.Start(start)!;
        var log = TextWriter.Synchronized(new StreamWriter(output, append: true) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => log.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ShopProcess(name, process, output);
    }

    /// <exception cref="LoadException">It has ended.</exception>
    public void ThrowIfEnded()
    {
        if (_process.HasExited) throw Ended();
    }

    /// <summary>Waits for one that ends by itself.</summary>
    /// <exception cref="LoadException">It did not do its work.</exception>
    public async Task DoneAsync(CancellationToken cancel)
    {
        await _process.WaitForExitAsync(cancel);
        if (_process.ExitCode != 0) throw Ended();
    }

    private LoadException Ended() =>
        new($"{Name} has ended with {_process.ExitCode}:\n{string.Join('\n', File.ReadLines(_output).TakeLast(20))}");

    /// <summary>SIGKILL: what it has done is in the database.</summary>
    public async Task StopAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }
}
