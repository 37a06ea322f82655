using CommerceKata.ServiceDefaults;

namespace CommerceKata.Billing;

/// <summary>Settings under <c>Stripe</c>. The secrets come from the environment only (R4.3).</summary>
internal sealed class StripeOptions
{
    private const string StripeItself = "api.stripe.com";

    /// <summary>The secret key: <c>sk_…</c>.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Where the API answers; empty means Stripe itself, another address the sandbox.</summary>
    public string ApiBase { get; set; } = "";

    /// <summary>What webhooks are signed with: several while one replaces another.</summary>
    public string[] WebhookSecrets { get; set; } = [];

    /// <summary>Where the customer's browser goes after 3-D Secure.</summary>
    public string ReturnUrl { get; set; } = "http://127.0.0.1:8080/";

    /// <summary>How long one call of the API may take, before its outcome is called unknown.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Refuses what cannot work, or must not in production.</summary>
    /// <param name="production">Whether real money moves.</param>
    /// <exception cref="SettingException">Names the setting; its value may be a secret.</exception>
    public StripeOptions Checked(bool production)
    {
        if (ApiKey.Length == 0) throw new SettingException("Stripe:ApiKey must be set.");
        if (ApiBase.Length > 0 && !IsWeb(ApiBase)) throw new SettingException("Stripe:ApiBase must be an address such as http://127.0.0.1:8089, or empty.");
        if (!IsWeb(ReturnUrl)) throw new SettingException("Stripe:ReturnUrl must be a web address.");
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(1)) throw new SettingException("Stripe:Timeout must be up to a minute.");
        if (WebhookSecrets.Any(secret => secret.Length == 0)) throw new SettingException("Stripe:WebhookSecrets must not hold an empty one.");
        if (!production) return this;
        if (WebhookSecrets.Length == 0) throw new SettingException("Stripe:WebhookSecrets must be set in production.");
        if (ApiBase.Length > 0 && new Uri(ApiBase) is not { Scheme: "https", Host: StripeItself })
            throw new SettingException("Stripe:ApiBase must be empty in production: no sandbox takes real money.");
        return this;
    }

    private static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");
}
