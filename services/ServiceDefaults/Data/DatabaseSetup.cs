using System.Diagnostics;
using System.Reflection;
using CommerceKata.ServiceDefaults.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>Gives a service its database.</summary>
public static class DatabaseSetup
{
    /// <summary>
    /// So many connections a pool has: few, by cores, since one more has plans and caches of its own to keep warm, and waits for the same
    /// processors.
    /// </summary>
    public static readonly int PoolSize = Math.Max(8, 4 * Environment.ProcessorCount);

    /// <summary>
    /// Statements that come again are parsed once per connection (a service has a few dozen); and connections come
    /// back as they were taken, since nothing here changes a session: the reset would cost as much as a small statement.
    /// </summary>
    private static readonly string Defaults = $"Maximum Pool Size={PoolSize};Max Auto Prepare=100;Auto Prepare Min Usages=3;No Reset On Close=true;";

    /// <summary>
    /// One plan fits all: for services whose statements are by key. Left to itself PostgreSQL plans those with arrays anew each time, which
    /// costs as much as they do.
    /// </summary>
    public const string OnePlan = "-c plan_cache_mode=force_generic_plan";

    /// <summary>
    /// Registers the pool, the migrations (resources <c>Migrations/*.sql</c> of the service's assembly) and a
    /// readiness check. The connection string is <c>ConnectionStrings:&lt;Service&gt;</c>, or
    /// <c>ConnectionStrings:Postgres</c> with the database named after the service: <c>catalog</c>, or
    /// <c>shop_catalog</c> where that string names a database <c>shop</c>.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="service">The assembly of the service, whose name in lower case is the database's.</param>
    /// <param name="options">PostgreSQL's settings on this service's connections, unless its connection string has some: <c>-c jit=off</c>.</param>
    public static void AddDatabase(this WebApplicationBuilder builder, Assembly service, string options = "")
    {
        var connection = ConnectionString(builder.Configuration, service.GetName().Name!, options);
        builder.Services.AddNpgsqlDataSource(connection, source =>
        {
            // What stands in metrics for the pool; else it is the connection string.
            source.Name = service.GetName().Name!.ToLowerInvariant();
            // The queues look for work once a second: of what belongs to nobody's request there are no spans.
            source.ConfigureTracing(traces => traces.ConfigureCommandFilter(_ => Activity.Current is not null));
        });
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton(_ => new ListenConnections(connection, service.GetName().Name!.ToLowerInvariant() + "-listen"));
        builder.Services.AddSingleton(new MigrationScripts(connection, service));
        builder.Services.AddSingleton<Migrator>();
        builder.Services.AddHostedService<MigrateAtStart>();
        builder.Services.AddReadinessCheck<DatabaseCheck>("database");
    }

    private static string ConnectionString(IConfiguration settings, string service, string options)
    {
        var own = settings.GetConnectionString(service);
        var text = own ?? settings.GetConnectionString("Postgres")
            ?? throw new SettingException($"ConnectionStrings:Postgres or ConnectionStrings:{service} must be set.");
        try
        {
            // The setting comes last and wins.
            var parsed = new NpgsqlConnectionStringBuilder(Defaults + text) { ApplicationName = service };
            if (options.Length > 0) parsed.Options ??= options;
            if (own is null) parsed.Database = (parsed.Database is { Length: > 0 } shop ? shop + "_" : "") + service.ToLowerInvariant();
            return parsed.ConnectionString;
        }
        catch (ArgumentException)
        {
            // The text may hold a password: name the setting, not its value.
            throw new SettingException($"ConnectionStrings:{(own is null ? "Postgres" : service)} is not a PostgreSQL connection string.");
        }
    }

    private sealed class DatabaseCheck(Database database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await database.ExecuteAsync("SELECT 1", null, cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
