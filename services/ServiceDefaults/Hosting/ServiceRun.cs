using System.Net.Sockets;
using CommerceKata.ServiceDefaults.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Builder = System.Func<string[], Microsoft.AspNetCore.Builder.WebApplication>;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>The command line of every service.</summary>
public static class ServiceRun
{
    private const string Migrate = "migrate";
    private const string HealthCheck = "healthcheck";

    /// <summary>
    /// Builds and runs a service; with the argument <c>migrate</c> only brings its database up to date, with
    /// <c>healthcheck</c> only asks the one that runs here whether it is ready.
    /// What stops it from starting is said in one line on standard error.
    /// </summary>
    /// <param name="build">Builds the service from its command line.</param>
    /// <param name="args">The command line.</param>
    /// <returns>
    /// The exit code: 0, also when it was asked to stop before it had started; 1 when it could not start or migrate, is
    /// not ready, or was asked to stop before it had migrated.
    /// </returns>
    public static Task<int> RunAsync(Func<string[], WebApplication> build, string[] args) => args switch
    {
        [Migrate, ..] => CommandAsync(cancel => MigrateAsync(build, args[1..], cancel), Console.Error),
        [HealthCheck, ..] => CommandAsync(cancel => HealthCheckAsync(build, args[1..], cancel), Console.Error),
        _ => CommandAsync(stop => ServeAsync(build, args, stop), Console.Error),
    };

    /// <summary>Runs a command that ends by itself. What keeps it from its work is said in one line.</summary>
    /// <param name="run">The command; cancelled by Ctrl-C and SIGTERM.</param>
    /// <param name="errors">Where the line goes.</param>
    /// <returns>The command's exit code; 1 when it could not be done, or was asked to stop before it was.</returns>
    public static async Task<int> CommandAsync(Func<CancellationToken, Task<int>> run, TextWriter errors)
    {
        using var stop = new StopSignal();
        try
        {
            Culture.Use();
            return await run(stop.Token);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Asked to stop before it was done.");
            return 1;
        }
        catch (Exception error) when (Explain(error) is { } line)
        {
            await errors.WriteLineAsync(line);
            return 1;
        }
    }

    private static async Task<int> ServeAsync(Builder build, string[] args, CancellationToken stop)
    {
        await using var app = build(args);
        try
        {
            await StartChecks.RunAsync(app.Services, stop);
            await app.StartAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await app.StopAsync(CancellationToken.None);
            await Console.Out.WriteLineAsync("Asked to stop before it had started.");
            return 0;
        }

        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    private static async Task<int> MigrateAsync(Builder build, string[] args, CancellationToken cancel)
    {
        await using var app = build(args);
        if (app.Services.GetService<Migrator>() is not { } migrator)
        {
            await Console.Out.WriteLineAsync("There is no database to migrate.");
            return 0;
        }

        // A script cannot be cancelled; PostgreSQL takes back what a client began that is gone.
        var applied = await Task.Run(() => migrator.RunAsync(cancel), cancel).WaitAsync(cancel);
        await StartChecks.RunAsync(app.Services, cancel);
        var line = applied == 0 ? "The database is up to date." : $"Applied {applied} migrations.";
        await Console.Out.WriteLineAsync(line);
        return 0;
    }

    private static async Task<int> HealthCheckAsync(Builder build, string[] args, CancellationToken cancel)
    {
        await using var app = build(args);
        var (exitCode, line) = await HealthCommand.AskAsync(app, cancel);
        await (exitCode == 0 ? Console.Out : Console.Error).WriteLineAsync(line);
        return exitCode;
    }

    /// <summary>One line for the person who starts it; null for what deserves its stack trace.</summary>
    /// <param name="error">What stopped the start.</param>
    public static string? Explain(Exception error) => error switch
    {
        SettingException setting => setting.Message,
        IOException { InnerException: AddressInUseException } inUse => $"A port is taken: {inUse.Message} Stop its owner, or choose another port.",
        IOException { InnerException: SocketException socket } => $"Cannot listen: {socket.Message}.",
        SocketException socket => $"Cannot listen: {socket.Message}.",
        MigrationException migration => migration.Message,
        PostgresException refused => $"PostgreSQL refused: {refused.MessageText} ({refused.SqlState}).",
        NpgsqlException => "PostgreSQL does not answer. Check ConnectionStrings:Postgres.",
        _ => null,
    };
}
