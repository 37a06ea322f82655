using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Clients;

namespace CommerceKata.Standalone;

/// <summary>What the command line and the environment ask for.</summary>
public sealed record StandaloneOptions
{
    /// <summary>The front door's port; everything else lies on the <see cref="Ports.Count"/> - 1 ports after it.</summary>
    public int Port { get; init; } = ServiceAddresses.FrontDoorPort;

    /// <summary>Where all data lives.</summary>
    public string Data { get; init; } = ".data";

    /// <summary>Buy something, say how it went, and end.</summary>
    public bool Demo { get; init; }

    /// <summary>A PostgreSQL that is there already; null for a private one.</summary>
    public string? Postgres { get; init; }

    /// <summary>The first admin's address.</summary>
    public string AdminEmail { get; init; } = "admin@commerce-kata.example";

    /// <summary>The first admin's password; null to have one made up at the first start.</summary>
    public string? AdminPassword { get; init; }

    /// <summary>A key of the real payment gateway; null for the sandbox.</summary>
    public string? StripeKey { get; init; }

    /// <summary>Secrets of the real gateway's webhooks.</summary>
    public string? StripeWebhookSecret { get; init; }

    /// <summary>Settings for every service, as on its command line: <c>Checkout:PaymentWindow=00:00:02</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    internal static StandaloneOptions Read(string[] args, Func<string, string?> environment)
    {
        if ((environment("ASPNETCORE_ENVIRONMENT") ?? environment("DOTNET_ENVIRONMENT")) is { } named && named.Equals("Production", StringComparison.OrdinalIgnoreCase))
            throw new SettingException("Standalone does not run in Production: its secrets are known, and its mails go nowhere. Run the services instead: docs/operations.md.");
        var options = new StandaloneOptions
        {
            Postgres = environment("ConnectionStrings__Postgres"),
            AdminEmail = environment("ADMIN_EMAIL") ?? "admin@commerce-kata.example",
            AdminPassword = environment("ADMIN_PASSWORD"),
            StripeKey = environment("Stripe__ApiKey"),
            StripeWebhookSecret = environment("Stripe__WebhookSecrets__0"),
        };
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "demo" => options with { Demo = true },
                "--port" => options with { Port = PortNumber(Value(args, ref i)) },
                "--data" => options with { Data = Value(args, ref i) },
                _ => throw new SettingException($"\"{args[i]}\" is not known. Use: [demo] [--port N] [--data DIR]"),
            };
        }

        return options;
    }

    private static string Value(string[] args, ref int i) =>
        ++i < args.Length ? args[i] : throw new SettingException($"{args[i - 1]} wants a value.");

    private static int PortNumber(string text) => int.TryParse(text, out var port) && port is > 0 and <= 65_535 - Ports.Count
        ? port
        : throw new SettingException($"--port wants a number from 1 to {65_535 - Ports.Count}, not \"{text}\".");
}
