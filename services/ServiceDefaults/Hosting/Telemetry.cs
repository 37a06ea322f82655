using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// Traces and metrics with OpenTelemetry, set with its own <c>OTEL_*</c> variables. They leave by OTLP when
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, and nobody hears of it when it is not; metrics are also served at <c>/metrics</c>.
/// </summary>
internal static class Telemetry
{
    /// <summary>Every source and meter of ours starts with this.</summary>
    public const string Ours = "CommerceKata.*";

    public static void AddTelemetry(this WebApplicationBuilder builder, string name)
    {
        if (!Enabled(builder.Configuration)) return;
        var otlp = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        var telemetry = builder.Services.AddOpenTelemetry()
            // The variables come last, and win.
            .ConfigureResource(resource => resource
                .AddService(builder.Configuration["Telemetry:ServiceName"] ?? name, serviceNamespace: "commerce-kata", serviceVersion: Version)
                .AddEnvironmentVariableDetector())
            .WithTracing(traces =>
            {
                traces.AddSource(Ours).AddProcessor(new TelemetrySpans()).AddAspNetCoreInstrumentation(web => web.Filter = IsWorthATrace)
                    .AddGrpcClientInstrumentation().AddHttpClientInstrumentation().AddNpgsql();
                if (otlp) traces.AddOtlpExporter();
                // What nobody hears of is not written down. Ids and sessions travel on all the same: they stand in logs, and in errors.
                else traces.SetSampler(new AlwaysOffSampler());
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Ours).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                    .AddMeter("Npgsql").AddView(instrument => IsOfUse(instrument) ? null : MetricStreamConfiguration.Drop).AddPrometheusExporter();
                if (otlp) metrics.AddOtlpExporter();
            });
        if (otlp) telemetry.WithLogging(logs => logs.AddOtlpExporter(), options => options.IncludeFormattedMessage = true);
    }

    public static void MapMetrics(this WebApplication app)
    {
        if (Enabled(app.Configuration)) app.MapPrometheusScrapingEndpoint().AllowAnonymous();
    }

    /// <summary>What was built: "1.0.0+commit", where the build knows the commit.</summary>
    public static string Version { get; } =
        typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Of what the frameworks measure of each request, what operators look at: a call passes a dozen more instruments.</summary>
    private static readonly string[] OfUse = ["http.server.request.duration", "http.server.active_requests", "http.client.request.duration", "kestrel.active_connections"];

    private static bool IsOfUse(Instrument instrument) => OfUse.Contains(instrument.Name)
        || !(instrument.Meter.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || instrument.Meter.Name.StartsWith("System.Net", StringComparison.Ordinal));

    /// <summary>Probes and scrapes come every few seconds, and tell nothing.</summary>
    private static bool IsWorthATrace(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health") && !context.Request.Path.StartsWithSegments("/metrics")
        && !context.Request.Path.Value!.StartsWith("/grpc.health", StringComparison.Ordinal);

    /// <summary>Sources and meters are the process's, not the host's: where hosts share a process, one of them listens.</summary>
    private static bool Enabled(IConfiguration settings) => settings.GetValue("Telemetry:Enabled", true);
}
