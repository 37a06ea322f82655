using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// Traces and metrics with OpenTelemetry. Traces leave by OTLP when the standard
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; metrics are also served at <c>/metrics</c>.
/// </summary>
internal static class Telemetry
{
    /// <summary>Every source and meter of ours starts with this.</summary>
    public const string Ours = "CommerceKata.*";

    public static void AddTelemetry(this WebApplicationBuilder builder, string name)
    {
        if (!Enabled(builder.Configuration)) return;
        var otlp = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["Telemetry:ServiceName"] ?? name))
            .WithTracing(traces =>
            {
                traces.AddSource(Ours).AddAspNetCoreInstrumentation().AddGrpcClientInstrumentation().AddHttpClientInstrumentation().AddNpgsql();
                if (otlp) traces.AddOtlpExporter();
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Ours).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                    .AddMeter("Npgsql").AddPrometheusExporter();
                if (otlp) metrics.AddOtlpExporter();
            });
    }

    public static void MapMetrics(this WebApplication app)
    {
        if (Enabled(app.Configuration)) app.MapPrometheusScrapingEndpoint().AllowAnonymous();
    }

    /// <summary>Sources and meters are the process's, not the host's: where hosts share a process, one of them listens.</summary>
    private static bool Enabled(IConfiguration settings) => settings.GetValue("Telemetry:Enabled", true);
}
