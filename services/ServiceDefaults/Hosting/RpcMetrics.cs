using System.Text.Json;
using CommerceKata.ServiceDefaults.Metrics;
using Grpc.Core;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// Calls between services. ASP.NET's own metrics know HTTP's status only, which is 200 for every gRPC call. Names are those of
/// OpenTelemetry's conventions for RPC (https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/).
/// </summary>
internal static class RpcMetrics
{
    public static readonly ServiceMeter Meter = new("CommerceKata.Rpc");

    private static readonly string[] Labels = ["rpc.method", "rpc.response.status_code"];

    private static readonly LabelledDuration Server = Meter.Duration(
        "rpc.server.call.duration", Buckets.Waiting, "How long a gRPC call took to answer, by method and status (OK, UNAVAILABLE).", Labels);

    private static readonly LabelledDuration Client = Meter.Duration(
        "rpc.client.call.duration", Buckets.Waiting, "How long a gRPC call to another service took, by method and status.", Labels);

    private static readonly Dictionary<StatusCode, string> Names = Enum.GetValues<StatusCode>()
        .ToDictionary(code => code, code => code is StatusCode.OK ? "OK" : JsonNamingPolicy.SnakeCaseUpper.ConvertName(code.ToString()));

    public static string Name(StatusCode status) => Names.GetValueOrDefault(status, "UNKNOWN");

    public static void Answered(TimeSpan took, string method, string status) => Server.Record(took, method, status);

    public static void Called(TimeSpan took, string method, StatusCode status) => Client.Record(took, method, Name(status));
}
