using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommerceKata.StripeSandbox;

/// <summary>A change to how events are sent; null leaves a setting as it is.</summary>
/// <param name="Url">Where they go; empty keeps them back.</param>
/// <param name="Secret">What signs them.</param>
/// <param name="Paused">Keeps them back; one can still be sent by its id.</param>
/// <param name="Shuffle">Sends those that are due in a random order, one at a time.</param>
/// <param name="Copies">How often each attempt is made, 1 to 10.</param>
public sealed record WebhookChange(
    string? Url = null, string? Secret = null, bool? Paused = null, bool? Shuffle = null, int? Copies = null)
{
    internal string? Problem() => this switch
    {
        { Url: not (null or "") } when !WebhookSettings.IsUrl(Url) => "url must be an http(s) URL.",
        { Secret: "" } => "secret must not be empty.",
        { Copies: < 1 or > 10 } => "copies must be 1 to 10.",
        _ => null,
    };
}

/// <summary>Where events go and how. The control API may replace it while the sandbox runs.</summary>
internal sealed record WebhookTarget(
    string Url, string Secret, bool Paused = false, bool Shuffle = false, int Copies = 1)
{
    /// <summary>The types of events that were asked for; empty for all.</summary>
    public string[] Events { get; init; } = [];

    public bool Wants(WebhookEvent raised) => Events.Length == 0 || Events.Contains(raised.Type);

    /// <summary>
    /// The <c>Stripe-Signature</c> header for <paramref name="body"/>, made anew at each attempt.
    /// Source: docs.stripe.com/webhooks/signature.
    /// </summary>
    public string Sign(string body, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"));
        return $"t={timestamp},v1={Convert.ToHexStringLower(mac)}";
    }
}

/// <summary>The target in force.</summary>
internal sealed class WebhookSettings(string url, string secret, string[] events)
{
    private volatile WebhookTarget _target = new(url, secret) { Events = events };

    public WebhookTarget Target => _target;

    public static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");

    public void Apply(WebhookChange change) => _target = _target with
    {
        Url = change.Url ?? _target.Url,
        Secret = change.Secret ?? _target.Secret,
        Paused = change.Paused ?? _target.Paused,
        Shuffle = change.Shuffle ?? _target.Shuffle,
        Copies = change.Copies ?? _target.Copies,
    };
}
