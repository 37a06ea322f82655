using CommerceKata.Billing;
using CommerceKata.Catalog;
using CommerceKata.Gateway;
using CommerceKata.Identity;
using CommerceKata.Notifications;
using CommerceKata.Orders;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.Shipping;
using Microsoft.AspNetCore.Builder;

namespace CommerceKata.Deployment.Tests.Configuration;

/// <summary>What production refuses: said in one line, exit 1, before anything is served.</summary>
internal sealed class ProductionTests
{
    private const string Key = "0123456789-0123456789-0123456789";

    /// <summary>What each process needs to start; a case leaves one out, or sets it to what must not be.</summary>
    private static readonly Dictionary<string, string> Good = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ConnectionStrings__Postgres"] = "Host=127.0.0.1;Port=9;Username=nobody",
        ["Listen__GrpcPort"] = "0",
        ["Listen__HttpPort"] = "0",
        ["Auth__ServiceKey"] = Key,
        ["Identity__KeyEncryptionKey"] = "another-0123456789-0123456789-0123",
        ["Stripe__ApiKey"] = "sk_live_1",
        ["Stripe__WebhookSecrets__0"] = "whsec_0123456789abcdef",
        ["Stripe__ReturnUrl"] = "https://shop.example.com/",
        ["Mail__Transport"] = "folder",
        ["Mail__ShopUrl"] = "https://shop.example.com/",
    };

    private static readonly Dictionary<string, Func<string[], WebApplication>> Hosts = new()
    {
        ["Catalog"] = CatalogHost.Build,
        ["Identity"] = IdentityHost.Build,
        ["Orders"] = OrdersHost.Build,
        ["Billing"] = BillingHost.Build,
        ["Shipping"] = ShippingHost.Build,
        ["Notifications"] = NotificationsHost.Build,
        ["Gateway"] = GatewayHost.Build,
    };

    private static readonly (string Process, string Setting, string? Value)[] Refused =
    [
        ("Catalog", "Auth:ServiceKey", null),
        ("Catalog", "Auth:ServiceKey", "development-only-service-key-which-production-refuses"),
        ("Identity", "Identity:KeyEncryptionKey", null),
        ("Identity", "Identity:KeyEncryptionKey", "development-only-encryption-key-which-production-refuses"),
        ("Identity", "Identity:KeyEncryptionKey", Key),
        ("Identity", "Identity:DemoCustomer", "true"),
        ("Billing", "Stripe:ApiKey", null),
        ("Billing", "Stripe:ApiKey", "sk_test_1"),
        ("Billing", "Stripe:ApiBase", "http://stripe-sandbox:8089"),
        ("Billing", "Stripe:WebhookSecrets", null),
        ("Billing", "Stripe:WebhookSecrets:0", "secret"),
        ("Billing", "Stripe:WebhookSecrets:0", "whsec_"),
        ("Billing", "Stripe:WebhookSecrets:0", "whsec_standalone"),
        ("Billing", "Stripe:WebhookSecrets:0", "0123456789abcdef0123456789abcdef"),
        ("Catalog", "Auth:ServiceKey", "development-only-service-key-for-the-dev-overlay"),
        ("Catalog", "ConnectionStrings:Postgres", "Host=127.0.0.1;Port=9;Username=nobody;Password=development-only"),
        ("Catalog", "ConnectionStrings:Postgres", $"Host=127.0.0.1;Port=9;Username=nobody;Password={Key}"),
        ("Billing", "Stripe:ReturnUrl", null),
        ("Billing", "Stripe:ReturnUrl", "http://shop.example.com/"),
        ("Notifications", "Mail:Transport", null),
        ("Notifications", "Mail:ShopUrl", null),
        ("Notifications", "Mail:ShopUrl", "http://shop.example.com/"),
        ("Orders", "ConnectionStrings:Postgres", null),
        // Not only production's: what is wrong or misspelt.
        ("Orders", "Checkout:PaymentWindow", "soon"),
        ("Orders", "Checkout:PaymentWindw", "00:15:00"),
        ("Shipping", "Listen:DrainFor", "00:01:00"),
        ("Shipping", "Listen:GrpcPort", "http"),
        ("Gateway", "Services:Catalog", "catalog:8081"),
        ("Gateway", "Secrets:Folder", "/nowhere"),
    ];

    private static IEnumerable<TestCaseData> Cases() => Refused.Select(each => new TestCaseData(each.Process, each.Setting, each.Value));

    [TestCaseSource(nameof(Cases))]
    public async Task Start_refuses_it_in_one_line(string process, string setting, string? value)
    {
        var settings = GoodBut(setting, value).Select(pair => $"--{pair.Key.Replace("__", ":", StringComparison.Ordinal)}={pair.Value}");
        var line = await LineAsync(process, [.. settings.Where(each => !each.StartsWith("--ASPNETCORE", StringComparison.Ordinal)), "--environment=Production"]);

        line.ShouldNotContain('\n');
        line.ShouldContain(setting);
        line.ShouldNotContain("development-only");
    }

    /// <summary>As an operator sees it.</summary>
    [TestCase("Identity", "Identity:KeyEncryptionKey", null)]
    [TestCase("Notifications", "Mail:ShopUrl", "http://shop.example.com/")]
    public async Task Process_ends_with_1_and_says_why(string process, string setting, string? value)
    {
        var (exitCode, output, errors) = await ServiceCommand.RunAsync(process, GoodBut(setting, value).Select(pair => (pair.Key, pair.Value)));

        exitCode.ShouldBe(1, output);
        errors.Split('\n').Length.ShouldBe(1, errors);
        errors.ShouldStartWith(setting);
    }

    [Test]
    public async Task Sandbox_does_not_start_at_all()
    {
        var (exitCode, _, errors) = await ServiceCommand.RunAsync("StripeSandbox", Good.Select(pair => (pair.Key, pair.Value)));
        (exitCode, errors).ShouldBe((1, "The payment sandbox does not run in Production: it moves no real money."));
    }

    /// <summary>The document promises it; the cases above show it.</summary>
    [Test]
    public void Every_setting_that_production_needs_has_a_case_without_it() =>
        Setting.All.Where(setting => setting.Needed != Needed.No).Select(setting => setting.Name)
            .ShouldBeSubsetOf(Refused.Where(each => each.Value is null).Select(each => each.Setting));

    private static Dictionary<string, string> GoodBut(string setting, string? value)
    {
        var settings = new Dictionary<string, string>(Good);
        var name = setting.Replace(":", "__", StringComparison.Ordinal);
        foreach (var known in Good.Keys.Where(key => key == name || key.StartsWith(name + "__", StringComparison.Ordinal))) settings.Remove(known);
        if (value is not null) settings[name] = value;
        return settings;
    }

    /// <summary>What stops a host from starting, as its process would say it.</summary>
    private static async Task<string> LineAsync(string process, string[] arguments)
    {
        try
        {
            await using var host = Hosts[process](arguments);
            await host.StartAsync();
        }
        catch (Exception error) when (ServiceRun.Explain(error) is { } line)
        {
            return line;
        }

        throw new AssertionException($"{process} started.");
    }
}
