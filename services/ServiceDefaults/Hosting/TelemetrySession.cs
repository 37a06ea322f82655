using System.Diagnostics;
using CommerceKata.ServiceDefaults.Auth;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// What joins a customer's traces from the first cart item to the order (R3.4): the attribute <c>session.id</c> on every span.
/// It is an opaque id, not the token. It travels as W3C baggage with calls, and with events and emails in their rows.
/// </summary>
public static class TelemetrySession
{
    /// <summary>The attribute and the baggage's key. Source: https://opentelemetry.io/docs/specs/semconv/general/session/.</summary>
    public const string Attribute = "session.id";

    /// <summary>The session that is being served; null where it is nobody's.</summary>
    public static string? Current => Activity.Current?.GetBaggageItem(Attribute);

    /// <summary>Has a span and all that comes of it belong to a session.</summary>
    /// <param name="span">The span; nothing happens for null, or one that is not kept.</param>
    /// <param name="id">The session; nothing happens for null.</param>
    public static void Join(Activity? span, string? id)
    {
        if (id is null) return;
        span?.SetBaggage(Attribute, id);
        span?.SetTag(Attribute, id);
    }

    /// <summary>
    /// The session that a token names. It is not checked here: the services check it, and what is read is a UUID that decides
    /// nothing.
    /// </summary>
    /// <param name="token">The token; null for none.</param>
    public static string? Of(string? token)
    {
        if (token is null || !new JsonWebTokenHandler().CanReadToken(token)) return null;
        try
        {
            var claims = new JsonWebToken(token);
            var id = claims.TryGetPayloadValue<string>(TokenClaims.Journey, out var journey) ? journey : claims.TryGetPayloadValue<string>("sid", out var session) ? session : null;
            return Guid.TryParseExact(id, "D", out var uuid) ? uuid.ToString() : null;
        }
        catch (ArgumentException)
        {
            // Not a token at all: the services refuse it.
            return null;
        }
    }

    /// <summary>Forgets what came along from outside: whoever sends a request has no say in what our services tell each other.</summary>
    public static void ForgetBaggage()
    {
        for (var span = Activity.Current; span is not null; span = span.Parent)
        {
            foreach (var (key, _) in span.Baggage.ToArray()) span.SetBaggage(key, null);
        }

        OpenTelemetry.Baggage.ClearBaggage();
    }
}
