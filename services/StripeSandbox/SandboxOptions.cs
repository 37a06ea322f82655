using System.Net;
using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.StripeSandbox;

/// <summary>Settings under <c>Sandbox</c>.</summary>
[Settings("Sandbox")]
internal sealed class SandboxOptions
{
    /// <summary>0 takes any free port.</summary>
    public int Port { get; set; } = 8089;

    /// <summary>Loopback by default: whoever reaches this port can move the sandbox's money.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The file that makes the state survive a restart; empty keeps it in memory only.</summary>
    public string Journal { get; set; } = "";

    /// <summary>So many payments are remembered, the newest, with their refunds, events and answers: some 20 kB each. 0 remembers all.</summary>
    public int Keep { get; set; } = 2_000;

    /// <summary>Where events go; empty keeps them until a URL is given through the control API.</summary>
    public string WebhookUrl { get; set; } = "";

    /// <summary>What signs the events that go to <see cref="WebhookUrl"/>.</summary>
    [Setting(Secret = true)]
    public string WebhookSecret { get; set; } = "";

    /// <summary>The types of events that go to <see cref="WebhookUrl"/>, as one chooses them at Stripe: "payment_intent.succeeded". All unless set.</summary>
    public string[] WebhookEvents { get; set; } = [];

    /// <summary>The one key accepted; empty accepts any that begins with <c>sk_test_</c>.</summary>
    [Setting(Secret = true)]
    public string ApiKey { get; set; } = "";

    /// <summary>What is wrong with the settings, naming the first bad one; null when nothing is.</summary>
    public string? Problem() => this switch
    {
        { Port: < 0 or > 65535 } => "Sandbox:Port must be 0 to 65535.",
        _ when !IPAddress.TryParse(Address, out _) => "Sandbox:Address must be an IP address.",
        { Keep: < 0 } => "Sandbox:Keep must be 0 or more.",
        { WebhookUrl: not "" } when !WebhookSettings.IsUrl(WebhookUrl) => "Sandbox:WebhookUrl must be an http(s) URL.",
        { WebhookUrl: not "", WebhookSecret: "" } =>
            "Sandbox:WebhookSecret is needed to sign what goes to Sandbox:WebhookUrl.",
        { ApiKey: not "" } when !ApiKey.StartsWith("sk_test_", StringComparison.Ordinal) =>
            "Sandbox:ApiKey must begin with sk_test_.",
        _ => null,
    };
}
