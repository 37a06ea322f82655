using System.Security.Cryptography;
using CommerceKata.Billing;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.Standalone;

/// <summary>The settings of each host, as they would stand on its command line.</summary>
internal sealed class ShopSettings(StandaloneOptions options, Ports ports, string postgres)
{
    // The sandbox guards nothing: these are for it alone.
    private const string SandboxKey = "sk_test_standalone";
    private const string SandboxWebhookSecret = "whsec_standalone";

    private readonly string _data = Path.GetFullPath(options.Data);

    public Ports Ports => ports;

    public string Postgres => postgres;

    public bool UsesSandbox => options.StripeKey is null;

    public string Mailbox => Path.Combine(_data, "mailbox");

    public string Logs => Path.Combine(_data, "logs");

    /// <summary>Made up where none was given and no admin is there yet; null when there is one.</summary>
    public string? FirstAdminPassword { get; } = options.AdminPassword
        ?? (File.Exists(Path.Combine(options.Data, "admin")) ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));

    /// <summary>Remembers that an admin was made, so that the next start does not make up another password.</summary>
    public void NoteFirstStart() => File.WriteAllText(Path.Combine(_data, "admin"), options.AdminEmail);

    public string[] For(string service) =>
    [
        .. Shared(service.ToLowerInvariant()), $"--ConnectionStrings:Postgres={postgres}",
        $"--Listen:GrpcPort={ports.Grpc(service)}", $"--Listen:HttpPort={ports.Http(service)}", .. Own(service),
    ];

    /// <summary>What the command that imports products into this shop is told, quoted for a shell.</summary>
    /// <param name="currency">The shop's.</param>
    public string ForImport(Currency currency)
    {
        // A server of the person's own may have a password that is not to be seen: their shell knows it.
        var server = options.Postgres is null
            ? $"'--ConnectionStrings:Postgres={postgres}'"
            : "\"--ConnectionStrings:Postgres=$ConnectionStrings__Postgres\"";
        var priced = currency.Code == new ShopOptions().Currency ? "" : $" --Shop:Currency={currency.Code}";
        return $"--environment=Development {server}{priced}";
    }

    public string[] ForGateway() =>
    [
        // The meters and sources of all hosts are the process's: one host collects them.
        .. Shared("gateway", telemetry: true), "--Telemetry:ServiceName=commerce-kata", $"--Listen:Port={ports.FrontDoor}", $"--Listen:ManagementPort={ports.Operations}",
    ];

    public string[] ForSandbox() =>
    [
        .. Shared("stripe-sandbox"), $"--Sandbox:Port={ports.Sandbox}", $"--Sandbox:Journal={Path.Combine(_data, "sandbox.jsonl")}",
        $"--Sandbox:ApiKey={SandboxKey}", $"--Sandbox:WebhookSecret={SandboxWebhookSecret}",
        $"--Sandbox:WebhookUrl=http://127.0.0.1:{ports.Http("Billing")}/webhooks/stripe",
        .. BillingHost.WebhookEvents.Select((type, i) => $"--Sandbox:WebhookEvents:{i}={type}"),
    ];

    private string[] Shared(string name, bool telemetry = false) =>
    [
        "--environment=Development", "--Services:InProcess=true", $"--Log:File={Path.Combine(Logs, name + ".jsonl")}", $"--Telemetry:Enabled={telemetry}",
        $"--Auth:JwksUrl=http://127.0.0.1:{ports.Http("Identity")}/.well-known/jwks.json",
        .. ServiceAddresses.Names.Select(service => $"--Services:{service}=http://127.0.0.1:{ports.Grpc(service)}"),
        .. options.Settings.Select(setting => "--" + setting),
    ];

    private string[] Own(string service) => service switch
    {
        "Identity" when FirstAdminPassword is { } password => [$"--Identity:AdminEmail={options.AdminEmail}", $"--Identity:AdminPassword={password}"],
        "Billing" when UsesSandbox =>
        [
            $"--Stripe:ReturnUrl=http://127.0.0.1:{ports.FrontDoor}/", $"--Stripe:ApiBase=http://127.0.0.1:{ports.Sandbox}", $"--Stripe:ApiKey={SandboxKey}", $"--Stripe:WebhookSecrets:0={SandboxWebhookSecret}",
        ],
        "Billing" => [$"--Stripe:ApiKey={options.StripeKey}", $"--Stripe:WebhookSecrets:0={options.StripeWebhookSecret}"],
        "Inventory" => ["--Inventory:Supplier:ConfirmAfter=00:00:05"],
        "Notifications" => [$"--Mail:Folder={Mailbox}", $"--Mail:ShopUrl=http://localhost:{ports.FrontDoor}", $"--Mail:Admins:0={options.AdminEmail}"],
        _ => [],
    };
}
