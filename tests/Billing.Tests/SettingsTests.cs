using CommerceKata.ServiceDefaults;

namespace CommerceKata.Billing.Tests;

internal sealed class SettingsTests
{
    [TestCase("", "", "whsec_0123456789abcdef", "Stripe:ApiKey")]
    [TestCase("sk_live_1", "http://127.0.0.1:8089", "whsec_0123456789abcdef", "Stripe:ApiBase")]
    [TestCase("sk_live_1", "https://stripe.example.com", "whsec_0123456789abcdef", "Stripe:ApiBase")]
    [TestCase("sk_live_1", "", null, "Stripe:WebhookSecrets")]
    [TestCase("sk_test_1", "", "whsec_0123456789abcdef", "Stripe:ApiKey")]
    [TestCase("rk_test_1", "", "whsec_0123456789abcdef", "Stripe:ApiKey")]
    public void Production_refuses_a_sandbox_and_missing_secrets(string key, string apiBase, string? secret, string named)
    {
        var refused = Should.Throw<SettingException>(() => Build("Production", key, apiBase, secret));

        refused.Message.ShouldContain(named);
        refused.Message.ShouldNotContain("sk_live_1");
        refused.Message.ShouldNotContain("_test_1");
    }

    [TestCase("")]
    [TestCase("https://api.stripe.com")]
    public void Production_takes_Stripe_itself(string apiBase) => Should.NotThrow(() => Build("Production", "sk_live_1", apiBase, "whsec_0123456789abcdef"));

    [TestCase("http://shop.example.com/")]
    [TestCase("http://127.0.0.1:8080/")]
    public void Production_sends_nobody_back_in_clear(string returnUrl) => Should
        .Throw<SettingException>(() => Build("Production", "sk_live_1", "", "whsec_0123456789abcdef", $"Stripe:ReturnUrl={returnUrl}")).Message.ShouldContain("Stripe:ReturnUrl");

    [Test]
    public void Development_takes_the_sandbox_and_still_wants_a_key()
    {
        Should.NotThrow(() => Build("Development", "sk_test_1", "http://127.0.0.1:8089", null));
        Should.Throw<SettingException>(() => Build("Development", "", "http://127.0.0.1:8089", null));
    }

    [TestCase("Stripe:ApiBase=stripe")]
    [TestCase("Stripe:ReturnUrl=javascript:alert(1)")]
    [TestCase("Stripe:Timeout=00:02:00")]
    [TestCase("Stripe:ReconcileEvery=00:00:00")]
    [TestCase("Stripe:ReconcileAfter=-00:00:01")]
    [TestCase("Stripe:GiveUpAfter=00:01:00")]
    public void Bad_setting_is_named(string setting) =>
        Should.Throw<SettingException>(() => Build("Development", "sk_test_1", "", null, setting)).Message.ShouldContain(setting.Split('=')[0]);

    private static void Build(string environment, string key, string apiBase, string? secret, string? setting = null) => BillingHost.Build(
    [
        $"--environment={environment}", "--ConnectionStrings:Postgres=Host=nowhere", "--Telemetry:Enabled=false",
        "--Auth:ServiceKey=a-key-of-thirty-two-characters-or-more", $"--Stripe:ApiKey={key}", $"--Stripe:ApiBase={apiBase}",
        "--Stripe:ReturnUrl=https://shop.example.com/",
        .. secret is null ? (string[])[] : [$"--Stripe:WebhookSecrets:0={secret}"],
        .. setting is null ? (string[])[] : ["--" + setting],
    ]);
}
