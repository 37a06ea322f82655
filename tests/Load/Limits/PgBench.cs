using System.Diagnostics;
using System.Globalization;
using CommerceKata.PrivatePostgres;
using Npgsql;

namespace CommerceKata.Load.Limits;

/// <summary>PostgreSQL's own load program. It stands beside initdb where PostgreSQL was installed; the portable one has none.</summary>
internal sealed class PgBench
{
    private const string Rate = "tps = ";
    private const string Failures = "number of failed transactions: ";

    private readonly string _program;
    private readonly NpgsqlConnectionStringBuilder _server;

    private PgBench(string program, string server) => (_program, _server) = (program, new(server));

    /// <summary>Null where there is none.</summary>
    /// <param name="server">How to connect; no database is named.</param>
    /// <param name="say">Told when something takes long.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<PgBench?> FindAsync(string server, Action<string> say, CancellationToken cancel)
    {
        var program = Path.Combine(await PostgresBinaries.FindAsync(say, cancel), "pgbench");
        return File.Exists(program) ? new PgBench(program, server) : null;
    }

    /// <summary>Runs a script again and again.</summary>
    /// <param name="script">The file.</param>
    /// <param name="database">Where.</param>
    /// <param name="users">So many connections, each with one run of the script under way.</param>
    /// <param name="time">How long, in whole seconds.</param>
    /// <param name="variables">The script's, at its first run.</param>
    /// <param name="options">PostgreSQL's settings on the connections; empty for none.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Runs of the script per second.</returns>
    /// <exception cref="LoadException">A statement failed.</exception>
    public async Task<double> RunAsync(
        string script, string database, int users, TimeSpan time, IEnumerable<(string Name, string Value)> variables, string options, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(_program,
        [
            "-n", "-M", "prepared", "-c", Text(users), "-j", "2", "-T", Text((int)time.TotalSeconds),
            .. variables.SelectMany(each => new[] { "-D", $"{each.Name}={each.Value}" }), "-f", script, database,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PGHOST"] = _server.Host;
        start.Environment["PGPORT"] = Text(_server.Port);
        start.Environment["PGUSER"] = _server.Username;
        start.Environment["PGPASSWORD"] = _server.Password;
        start.Environment["PGOPTIONS"] = options;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var wrong = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        var name = Path.GetFileName(script);
        if (process.ExitCode != 0) throw new LoadException($"pgbench with {name} ended with {process.ExitCode}: {(await wrong).Trim()}");
        var lines = (await said).Split('\n');
        if (lines.FirstOrDefault(line => line.StartsWith(Failures, StringComparison.Ordinal)) is { } failed && !failed.StartsWith(Failures + "0 ", StringComparison.Ordinal))
            throw new LoadException($"pgbench with {name}: {failed}. {(await wrong).Trim()}");
        var rate = lines.Single(line => line.StartsWith(Rate, StringComparison.Ordinal))[Rate.Length..];
        return double.Parse(rate.Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
