using System.Diagnostics;
using CommerceKata.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Http;
using Serilog.Core;
using Serilog.Events;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>Says in each log line for whom it was: the user's id, as a checked token has it, and the session. Never an email address.</summary>
internal sealed class LogIdentity(IHttpContextAccessor requests) : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (requests.HttpContext?.User is { Identity.IsAuthenticated: true } user && WhoClaim.Read(user.FindFirst("role")?.Value) is not (Who.Service or Who.None))
            logEvent.AddPropertyIfAbsent(new("user", new ScalarValue(user.FindFirst("sub")!.Value)));
        if (Activity.Current?.GetBaggageItem(TelemetrySession.Attribute) is { } session)
            logEvent.AddPropertyIfAbsent(new("session", new ScalarValue(session)));
    }
}
