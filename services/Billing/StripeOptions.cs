using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.Billing;

/// <summary>Settings under <c>Stripe</c>. The secrets come from the environment only (R4.3).</summary>
[Settings("Stripe")]
internal sealed class StripeOptions
{
    private const string StripeItself = "api.stripe.com";
    private const string WebhookSecretStart = "whsec_";
    private static readonly string[] TestKeys = ["sk_test_", "rk_test_"];

    /// <summary>The secret key: <c>sk_…</c>.</summary>
    [Setting(Needed = Needed.Always, Secret = true)]
    public string ApiKey { get; set; } = "";

    /// <summary>Where the API answers; empty means Stripe itself, another address the sandbox.</summary>
    public string ApiBase { get; set; } = "";

    /// <summary>What webhooks are signed with: several while one replaces another.</summary>
    [Setting(Needed = Needed.InProduction, Secret = true)]
    public string[] WebhookSecrets { get; set; } = [];

    /// <summary>Where the customer's browser goes after 3-D Secure; https in production.</summary>
    [Setting(Needed = Needed.InProduction)]
    public string ReturnUrl { get; set; } = "http://127.0.0.1:8080/";

    /// <summary>How long one call of the API may take, before its outcome is called unknown.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How often what is open here is compared with the gateway.</summary>
    public TimeSpan ReconcileEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a payment or a refund is left to its caller and to webhooks, before and between comparisons.</summary>
    public TimeSpan ReconcileAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// After this an open payment is cancelled. Orders ends its payments itself, long before: this is for one that nobody
    /// will ever ask for again.
    /// </summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Refuses what cannot work, or must not in production.</summary>
    /// <param name="production">Whether real money moves.</param>
    /// <exception cref="SettingException">Names the setting; its value may be a secret.</exception>
    public StripeOptions Checked(bool production)
    {
        if (ApiKey.Length == 0) throw new SettingException("Stripe:ApiKey must be set.");
        if (ApiBase.Length > 0 && !IsWeb(ApiBase)) throw new SettingException("Stripe:ApiBase must be an address such as http://127.0.0.1:8089, or empty.");
        if (!IsWeb(ReturnUrl)) throw new SettingException("Stripe:ReturnUrl must be a web address.");
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(1)) throw new SettingException("Stripe:Timeout must be up to a minute.");
        if (ReconcileEvery <= TimeSpan.Zero || ReconcileEvery > TimeSpan.FromDays(1)) throw new SettingException("Stripe:ReconcileEvery must be up to a day.");
        if (ReconcileAfter < TimeSpan.Zero) throw new SettingException("Stripe:ReconcileAfter must not be negative.");
        if (GiveUpAfter <= ReconcileAfter) throw new SettingException("Stripe:GiveUpAfter must be longer than Stripe:ReconcileAfter.");
        if (WebhookSecrets.Any(secret => secret.Length == 0)) throw new SettingException("Stripe:WebhookSecrets must not hold an empty one.");
        if (!production) return this;
        if (TestKeys.Any(start => ApiKey.StartsWith(start, StringComparison.Ordinal)))
            throw new SettingException("Stripe:ApiKey must be a live one in production: a test key moves no money.");
        if (WebhookSecrets.Length == 0) throw new SettingException("Stripe:WebhookSecrets must be set in production.");
        if (ApiBase.Length > 0 && new Uri(ApiBase) is not { Scheme: "https", Host: StripeItself })
            throw new SettingException("Stripe:ApiBase must be empty in production: no sandbox takes real money.");
        if (new Uri(ReturnUrl).Scheme != "https") throw new SettingException("Stripe:ReturnUrl must be set in production, and be https.");
        if (Array.FindIndex(WebhookSecrets, secret => !IsWebhookSecret(secret)) is >= 0 and var at)
            throw new SettingException($"Stripe:WebhookSecrets:{at} must be one that Stripe made in production: whsec_ and a long text.");
        return this;
    }

    private static bool IsWebhookSecret(string secret) =>
        secret.StartsWith(WebhookSecretStart, StringComparison.Ordinal) && secret.Length >= WebhookSecretStart.Length + 16;

    private static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");
}
