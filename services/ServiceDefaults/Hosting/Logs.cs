using Microsoft.AspNetCore.Builder;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>Structured logs: one compact JSON object per line, with the trace and span id of the request.</summary>
internal static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder, string name)
    {
        var level = Level(builder.Configuration["Log:Level"]);
        var file = builder.Configuration["Log:File"];
        builder.Services.AddSerilog(
            (_, logger) =>
            {
                logger.MinimumLevel.Is(level)
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    .MinimumLevel.Override("System", LogEventLevel.Warning)
                    .MinimumLevel.Override("Grpc", LogEventLevel.Warning)
                    .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
                    .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
                    .Enrich.FromLogContext()
                    .Enrich.WithProperty("service", name);
                if (file is null) logger.WriteTo.Console(new CompactJsonFormatter());
                else logger.WriteTo.File(new CompactJsonFormatter(), file, fileSizeLimitBytes: 50_000_000, rollOnFileSizeLimit: true, retainedFileCountLimit: 3);
            },
            // Several services may live in one process: each keeps a logger of its own.
            preserveStaticLogger: true);
    }

    private static LogEventLevel Level(string? setting) => setting is null
        ? LogEventLevel.Information
        : Enum.TryParse<LogEventLevel>(setting, ignoreCase: true, out var level)
            ? level
            : throw new SettingException($"Log:Level must be one of {string.Join(", ", Enum.GetNames<LogEventLevel>())}, not \"{setting}\".");
}
