using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace CommerceKata.PrivatePostgres;

/// <summary>How a private PostgreSQL is run.</summary>
public sealed record PostgresServerOptions
{
    /// <summary>Where its data lives. Created when missing.</summary>
    public required string Folder { get; init; }

    /// <summary>The loopback port.</summary>
    public required int Port { get; init; }

    /// <summary>Settings of postgresql.conf, e.g. <c>fsync = off</c> for tests.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Told when something takes long.</summary>
    public Action<string> Report { get; init; } = _ => { };
}

/// <summary>
/// A PostgreSQL of our own: its data in a folder of ours, answering on loopback and on a Unix socket beside the data, with a password
/// made up at the first start and kept there too. It goes on when this process ends without stopping it; the next start finds it.
/// </summary>
public sealed class PostgresServer
{
    /// <summary>A socket's path may have 107 characters, of which its name takes up to 15. Source: unix(7).</summary>
    private const int LongestFolder = 107 - 15;

    private readonly string _bin;
    private readonly string _home;
    private readonly PostgresServerOptions _options;

    private PostgresServer(string bin, string home, PostgresServerOptions options) => (_bin, _home, _options) = (bin, home, options);

    /// <summary>How to connect to it: no database is named. By the Unix socket where there is one: a small statement costs a quarter less.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = HasSocket ? _home : "127.0.0.1",
        Port = _options.Port,
        Username = "commerce",
        Password = File.ReadAllText(PasswordFile).Trim(),
    }.ConnectionString;

    /// <summary>Where the data really is: elsewhere than asked when the account that runs PostgreSQL cannot reach that.</summary>
    public string Folder => _home;

    private bool HasSocket => !OperatingSystem.IsWindows() && _home.Length <= LongestFolder && !_home.Any(c => c is ' ' or ',' or '\'');

    private string Data => Path.Combine(_home, "data");

    private string PasswordFile => Path.Combine(_home, "password");

    private string LogFile => Path.Combine(_home, "postgres.log");

    /// <summary>Starts it, after making its cluster if there is none; one that a crashed owner left running is restarted.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="PostgresUnavailableException">It cannot be had, or does not start.</exception>
    public static async Task<PostgresServer> StartAsync(PostgresServerOptions options, CancellationToken cancel)
    {
        var server = await FindAsync(options, cancel);
        if (!File.Exists(Path.Combine(server.Data, "PG_VERSION"))) await server.InitAsync(cancel);
        await server.StopAsync(cancel);
        var settings = options.Settings.Select(pair => $"-c {pair.Key}={pair.Value}")
            .Prepend($"-c listen_addresses=127.0.0.1 -c unix_socket_directories='{(server.HasSocket ? server._home : "")}'");
        // To its end: it would go on without this process, and leave a server that no process stops.
        var (code, _) = await server.RunAsync("pg_ctl",
        [
            "start", "-w", "-t", "30", "-D", server.Data, "-l", server.LogFile,
            "-o", string.Create(CultureInfo.InvariantCulture, $"-p {options.Port} {string.Join(' ', settings)}"),
        ], CancellationToken.None);
        if (cancel.IsCancellationRequested) await server.StopAsync(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        if (code != 0) throw new PostgresUnavailableException($"PostgreSQL did not start: {server.LastLogLine()} (its log: {server.LogFile})");
        return server;
    }

    /// <summary>A server that another process started with the same options.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<PostgresServer> FindAsync(PostgresServerOptions options, CancellationToken cancel) =>
        new(await PostgresBinaries.FindAsync(options.Report, cancel), Account.Reachable(options.Folder), options);

    /// <summary>Whether it runs.</summary>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<bool> IsRunningAsync(CancellationToken cancel) =>
        (await RunAsync("pg_ctl", ["status", "-D", Data], cancel)).ExitCode == 0;

    /// <summary>Stops it: running statements are rolled back. Fine when it does not run.</summary>
    /// <param name="cancel">Ends the wait.</param>
    public async Task StopAsync(CancellationToken cancel)
    {
        if (!await IsRunningAsync(cancel)) return;
        var (code, output) = await RunAsync("pg_ctl", ["stop", "-w", "-m", "fast", "-t", "30", "-D", Data], cancel);
        if (code != 0 && await IsRunningAsync(cancel)) throw new PostgresUnavailableException($"PostgreSQL did not stop: {output}");
    }

    private async Task InitAsync(CancellationToken cancel)
    {
        _options.Report($"Making a PostgreSQL cluster in {_home}.");
        Directory.CreateDirectory(_home);
        await File.WriteAllTextAsync(PasswordFile, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), cancel);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(PasswordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await Account.OwnAsync(_home, cancel);
        // To its end: half a cluster looks like a whole one. Ctrl-C ends it too, and then it removes what it made.
        var (code, output) = await RunAsync("initdb", [
            "-D", Data, "-U", "commerce", "--auth=scram-sha-256", $"--pwfile={PasswordFile}",
            "--encoding=UTF8", "--locale=C", "--no-instructions"], CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        if (code != 0) throw new PostgresUnavailableException($"PostgreSQL's initdb failed: {output}");
    }

    private Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments, CancellationToken cancel)
    {
        var (run, with) = Account.As(Path.Combine(_bin, program), arguments);
        return Command.RunAsync(run, with, cancel);
    }

    private string LastLogLine() => File.Exists(LogFile) ? File.ReadLines(LogFile).LastOrDefault(line => line.Length > 0) ?? "no reason given" : "no log was written";
}
