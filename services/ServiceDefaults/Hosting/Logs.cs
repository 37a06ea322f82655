using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// Structured logs: one compact JSON object per line, or a line for people, with service, version, trace, span, session and user.
/// What is written is decided by .NET's own filters, which follow the settings while the process runs (<see cref="LogLevels"/>).
/// </summary>
internal static class Logs
{
    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} {service} {Message:lj} {TraceId}{NewLine}{Exception}";

    public static void AddLogs(this WebApplicationBuilder builder, string name)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddHostedService<ReloadOnHangUp>();
        builder.Services.AddSingleton<LogHold>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LogHold>());
        builder.Services.AddSingleton<IConfigureOptions<LoggerFilterOptions>>(new LogLevels(builder.Configuration));
        builder.Services.AddSingleton<IOptionsChangeTokenSource<LoggerFilterOptions>>(
            new ConfigurationChangeTokenSource<LoggerFilterOptions>(builder.Configuration));
        LogLevels.Check(builder.Configuration);
        var file = builder.Configuration["Log:File"];
        var format = Format(builder.Configuration["Log:Format"], people: file is null && builder.Environment.IsDevelopment());
        builder.Logging.ClearProviders();
        // Trace and span are in each line anyway.
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.None);
        builder.Logging.Services.AddSingleton<ILoggerProvider>(services =>
        {
            var logger = new LoggerConfiguration().MinimumLevel.Verbose().Enrich.FromLogContext()
                .Enrich.WithProperty("service", name).Enrich.WithProperty("version", Telemetry.Version)
                .Enrich.With(new LogIdentity(services.GetRequiredService<IHttpContextAccessor>()))
                .Filter.ByExcluding(IsStartThatWasStopped);
            var hold = services.GetRequiredService<LogHold>();
            if (file is null) logger.ToConsole(format, hold);
            else logger.ToFile(format, file, hold);
            // Several services may live in one process: each keeps a logger of its own.
            return new SerilogLoggerProvider(logger.CreateLogger(), dispose: true);
        });
    }

    /// <summary>The host logs it as an error that a start was cancelled: that is a stop like any other.</summary>
    private static bool IsStartThatWasStopped(LogEvent line) => line.Exception is OperationCanceledException
        && line.Properties.GetValueOrDefault("EventId") is StructureValue { Properties: var id }
        && id.Any(part => part is { Name: "Name", Value: ScalarValue { Value: "HostedServiceStartupFaulted" } });

    private static ITextFormatter Format(string? setting, bool people) => setting switch
    {
        null => people ? ForPeople() : new CompactJsonFormatter(),
        "json" => new CompactJsonFormatter(),
        "text" => ForPeople(),
        _ => throw new SettingException($"Log:Format must be json or text, not \"{setting}\"."),
    };

    private static MessageTemplateTextFormatter ForPeople() => new(Line, System.Globalization.CultureInfo.InvariantCulture);
}
