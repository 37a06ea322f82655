using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommerceKata.TestKit.Otlp;

/// <summary>A span as it arrived.</summary>
/// <param name="Service">Whose: <c>service.name</c>.</param>
/// <param name="TraceId">Its trace, in hex.</param>
/// <param name="Id">Its own id.</param>
/// <param name="ParentId">Its parent's; empty for the first of a trace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">"Server", "Client", "Producer", "Consumer", "Internal".</param>
/// <param name="Start">When it began, in nanoseconds.</param>
/// <param name="Attributes">All that it has.</param>
/// <param name="LinkedTraces">The traces that it links to.</param>
public sealed record ArrivedSpan(
    string Service, string TraceId, string Id, string ParentId, string Name, string Kind, ulong Start,
    IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<string> LinkedTraces);

/// <summary>A receiver of OTLP over gRPC, as an OpenTelemetry collector is one: it keeps what comes.</summary>
public sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Received _received;

    private OtlpCollector(WebApplication app, Received received, int port) => (_app, _received, Endpoint) = (app, received, $"http://127.0.0.1:{port}");

    /// <summary>The value of <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.</summary>
    public string Endpoint { get; }

    /// <summary>All spans so far.</summary>
    public IReadOnlyList<ArrivedSpan> Spans => [.. _received.Spans];

    /// <summary>All log records so far: whose, the text, and the trace, which is empty outside of one.</summary>
    public IReadOnlyList<(string Service, string Text, string TraceId)> Logs => [.. _received.Logs];

    /// <summary>The names of all metrics so far, by service.</summary>
    public IReadOnlySet<(string Service, string Name)> Metrics => _received.Metrics.Keys.ToHashSet();

    /// <summary>Starts one.</summary>
    public static async Task<OtlpCollector> StartAsync()
    {
        var port = FreePort.Take();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        var received = new Received();
        builder.Services.AddSingleton(received);
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        var app = builder.Build();
        app.MapGrpcService<Traces>();
        app.MapGrpcService<LogRecords>();
        app.MapGrpcService<Measured>();
        await app.StartAsync();
        return new(app, received, port);
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static string Name(Resource resource) => resource.Attributes.FirstOrDefault(one => one.Key == "service.name")?.Value.StringValue ?? "";

    private static string Hex(Google.Protobuf.ByteString id) => Convert.ToHexStringLower(id.Span);

    private sealed class Received
    {
        public ConcurrentQueue<ArrivedSpan> Spans { get; } = new();

        public ConcurrentQueue<(string Service, string Text, string TraceId)> Logs { get; } = new();

        public ConcurrentDictionary<(string Service, string Name), bool> Metrics { get; } = new();
    }

    private sealed class Traces(Received received) : TraceService.TraceServiceBase
    {
        private static readonly string[] Kinds = ["", "Internal", "Server", "Client", "Producer", "Consumer"];

        public override Task<ExportTraceResponse> Export(ExportTraceRequest request, ServerCallContext context)
        {
            foreach (var resource in request.ResourceSpans)
            {
                foreach (var span in resource.ScopeSpans.SelectMany(scope => scope.Spans)) received.Spans.Enqueue(Read(Name(resource.Resource), span));
            }

            return Task.FromResult(new ExportTraceResponse());
        }

        private static ArrivedSpan Read(string service, Span span) => new(
            service, Hex(span.TraceId), Hex(span.SpanId), Hex(span.ParentSpanId), span.Name, Kinds[span.Kind], span.StartTimeUnixNano,
            span.Attributes.ToDictionary(one => one.Key, one => Text(one.Value)), [.. span.Links.Select(link => Hex(link.TraceId))]);

        private static string Text(AnyValue value) => value.ValueCase == AnyValue.ValueOneofCase.StringValue ? value.StringValue : value.ToString();
    }

    private sealed class LogRecords(Received received) : LogsService.LogsServiceBase
    {
        public override Task<ExportLogsResponse> Export(ExportLogsRequest request, ServerCallContext context)
        {
            foreach (var resource in request.ResourceLogs)
            {
                foreach (var record in resource.ScopeLogs.SelectMany(scope => scope.LogRecords))
                    received.Logs.Enqueue((Name(resource.Resource), record.Body?.StringValue ?? "", Hex(record.TraceId)));
            }

            return Task.FromResult(new ExportLogsResponse());
        }
    }

    private sealed class Measured(Received received) : MetricsService.MetricsServiceBase
    {
        public override Task<ExportMetricsResponse> Export(ExportMetricsRequest request, ServerCallContext context)
        {
            foreach (var resource in request.ResourceMetrics)
            {
                foreach (var metric in resource.ScopeMetrics.SelectMany(scope => scope.Metrics)) received.Metrics[(Name(resource.Resource), metric.Name)] = true;
            }

            return Task.FromResult(new ExportMetricsResponse());
        }
    }
}
