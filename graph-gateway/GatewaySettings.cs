using System.Net;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Clients;

namespace CommerceKata.Gateway;

/// <summary>What can be set, and what holds unless it is.</summary>
internal sealed class GatewaySettings
{
    /// <summary><c>Listen:Address</c>: the address to bind.</summary>
    public IPAddress Address { get; }

    /// <summary><c>Listen:Port</c>: GraphQL. 0 takes any free port.</summary>
    public int Port { get; }

    /// <summary><c>Listen:ManagementPort</c>: health and metrics. 0 takes any free port.</summary>
    public int ManagementPort { get; }

    /// <summary><c>Listen:TrustedProxies</c>: the networks of our load balancers, whose X-Forwarded-For is believed; none unless set.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; }

    /// <summary><c>GraphQL:Introspection</c>: whether the schema can be asked for; not in production unless set.</summary>
    public bool Introspection { get; }

    /// <summary><c>Federation:Subgraphs</c>: whether each subgraph is served alone, too; not in production unless set.</summary>
    public bool ServesSubgraphs { get; }

    /// <summary><c>GraphQL:ExplorerFolder</c>: where the schema explorer's files are; beside the program unless set.</summary>
    public string ExplorerFolder { get; }

    /// <summary><c>GraphQL:MaxBodyBytes</c>: the largest request body.</summary>
    public int MaxBodyBytes { get; }

    /// <summary><c>GraphQL:DocumentCacheCharacters</c>: how much text of valid documents is kept.</summary>
    public int DocumentCacheCharacters { get; }

    /// <summary><c>GraphQL:DeadlineSeconds</c>: when the services must have answered, counted from the request's start.</summary>
    public TimeSpan Deadline { get; }

    /// <summary><c>Catalog:Currency</c>: the currency of all prices.</summary>
    public string Currency { get; }

    public GatewaySettings(IConfiguration settings, IHostEnvironment environment)
    {
        var address = settings["Listen:Address"] ?? "127.0.0.1";
        Address = IPAddress.TryParse(address, out var parsed)
            ? parsed
            : throw new SettingException($"Listen:Address must be an IP address, not \"{address}\".");
        Port = Number(settings, "Listen:Port", ServiceAddresses.FrontDoorPort, min: 0, max: 65_535);
        ManagementPort = Number(settings, "Listen:ManagementPort", ServiceAddresses.FrontDoorPort + 10, min: 0, max: 65_535);
        TrustedProxies = [.. (settings["Listen:TrustedProxies"] ?? "").Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)];
        Introspection = settings.GetValue("GraphQL:Introspection", !environment.IsProduction());
        ServesSubgraphs = settings.GetValue("Federation:Subgraphs", !environment.IsProduction());
        ExplorerFolder = Path.GetFullPath(settings["GraphQL:ExplorerFolder"] ?? "explorer", AppContext.BaseDirectory);
        MaxBodyBytes = Number(settings, "GraphQL:MaxBodyBytes", 256 * 1024, min: 1, max: int.MaxValue);
        DocumentCacheCharacters = Number(settings, "GraphQL:DocumentCacheCharacters", 1_000_000, min: 0, max: int.MaxValue);
        Deadline = TimeSpan.FromSeconds(Number(settings, "GraphQL:DeadlineSeconds", 10, min: 1, max: 3600));
        Currency = settings["Catalog:Currency"] ?? "USD";
        if (!Money.IsCurrency(Currency)) throw new SettingException($"Catalog:Currency must be an ISO 4217 code, not \"{Currency}\".");
    }

    private static IPNetwork Network(string text) => IPNetwork.TryParse(text, out var network)
        ? network
        : throw new SettingException($"Listen:TrustedProxies must be networks such as 10.0.0.0/8, separated by commas, not \"{text}\".");

    private static int Number(IConfiguration settings, string name, int otherwise, int min, int max)
    {
        if (settings[name] is not { } text) return otherwise;
        return int.TryParse(text, out var number) && number >= min && number <= max
            ? number
            : throw new SettingException($"{name} must be a number from {min} to {max}, not \"{text}\".");
    }
}
