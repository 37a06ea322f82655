using System.Diagnostics;
using OpenTelemetry;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>What is said of every span, whoever began it.</summary>
internal sealed class TelemetrySpans : BaseProcessor<Activity>
{
    /// <summary>Whose session it belongs to.</summary>
    public override void OnStart(Activity data)
    {
        if (data.IsAllDataRequested && data.GetBaggageItem(TelemetrySession.Attribute) is { } id) data.SetTag(TelemetrySession.Attribute, id);
    }

    /// <summary>A call is named after its method. ASP.NET's instrumentation names it "POST /…" when it ends.</summary>
    public override void OnEnd(Activity data)
    {
        if (data is { Kind: ActivityKind.Server, IsAllDataRequested: true } && data.GetTagItem("rpc.method") is string method) data.DisplayName = method;
    }
}
