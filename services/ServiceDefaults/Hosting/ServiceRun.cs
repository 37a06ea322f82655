using System.Net.Sockets;
using CommerceKata.ServiceDefaults.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

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
    /// <returns>The exit code: 0, or 1 when it could not start or migrate, or is not ready.</returns>
    public static async Task<int> RunAsync(Func<string[], WebApplication> build, string[] args)
    {
        try
        {
            var command = args is [Migrate or HealthCheck, ..] ? args[0] : null;
            await using var app = build(command is null ? args : args[1..]);
            switch (command)
            {
                case Migrate:
                    await Console.Out.WriteLineAsync(await MigrateAsync(app));
                    return 0;
                case HealthCheck:
                    var (exitCode, line) = await HealthCommand.AskAsync(app);
                    await (exitCode == 0 ? Console.Out : Console.Error).WriteLineAsync(line);
                    return exitCode;
                default:
                    await app.RunAsync();
                    return 0;
            }
        }
        catch (Exception error) when (Explain(error) is { } line)
        {
            await Console.Error.WriteLineAsync(line);
            return 1;
        }
    }

    private static async Task<string> MigrateAsync(WebApplication app)
    {
        if (app.Services.GetService<Migrator>() is not { } migrator) return "There is no database to migrate.";
        var applied = await migrator.RunAsync(CancellationToken.None);
        return applied == 0 ? "The database is up to date." : $"Applied {applied} migrations.";
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
