using System.Net;
using CommerceKata.Gateway.Documents;
using CommerceKata.Gateway.Http;
using CommerceKata.Gateway.Limits;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Configuration;

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

    /// <summary><c>Listen:Http2Port</c>: GraphQL over HTTP/2 without TLS, for proxies that speak it; null unless set. Without TLS a port speaks one of the two.</summary>
    public int? Http2Port { get; }

    /// <summary><c>Listen:AllowedHosts</c>: the host names that requests may be for; <c>*</c> for any, which is the default unless only this machine can ask.</summary>
    public IReadOnlyList<string> AllowedHosts { get; }

    /// <summary><c>Listen:TrustedProxies</c>: the networks of our load balancers, whose X-Forwarded-For is believed; none unless set.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; }

    /// <summary><c>GraphQL:Introspection</c>: whether the schema can be asked for; not in production unless set.</summary>
    public bool Introspection { get; }

    /// <summary><c>Federation:Subgraphs</c>: whether each subgraph is served alone, too; not in production unless set.</summary>
    public bool ServesSubgraphs { get; }

    /// <summary><c>GraphQL:ExplorerFolder</c>: where the schema explorer's files are, seen from the program.</summary>
    public string ExplorerFolder { get; }

    /// <summary><c>GraphQL:AllowedOrigins</c>: the origins whose pages may read answers and open sockets; none unless set, <c>*</c> for any.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; }

    /// <summary><c>GraphQL:DocumentCacheCharacters</c>: how much text of valid documents is kept.</summary>
    public int DocumentCacheCharacters { get; }

    /// <summary>Which documents clients may name instead of sending them.</summary>
    public DocumentSettings Documents { get; }

    /// <summary>How much may be asked for.</summary>
    public LimitSettings Limits { get; }

    /// <summary><c>Shop:Currency</c>: the currency of all prices.</summary>
    public string Currency { get; }

    public GatewaySettings(IConfiguration settings, IHostEnvironment environment)
    {
        var address = settings["Listen:Address"] ?? "127.0.0.1";
        Address = IPAddress.TryParse(address, out var parsed)
            ? parsed
            : throw new SettingException($"Listen:Address must be an IP address, not \"{address}\".");
        Port = SettingReader.Number(settings, "Listen:Port", ServiceAddresses.FrontDoorPort, min: 0, max: 65_535);
        ManagementPort = SettingReader.Number(settings, "Listen:ManagementPort", ServiceAddresses.FrontDoorPort + 10, min: 0, max: 65_535);
        Http2Port = settings["Listen:Http2Port"] is null ? null : SettingReader.Number(settings, "Listen:Http2Port", 0, min: 0, max: 65_535);
        AllowedHosts = SettingReader.List(settings, "Listen:AllowedHosts") is { Count: > 0 } hosts ? hosts : BrowserRules.HostsOf(Address);
        TrustedProxies = [.. SettingReader.List(settings, "Listen:TrustedProxies").Select(Network)];
        Introspection = SettingReader.Switch(settings, "GraphQL:Introspection", !environment.IsProduction());
        ServesSubgraphs = SettingReader.Switch(settings, "Federation:Subgraphs", !environment.IsProduction());
        ExplorerFolder = settings["GraphQL:ExplorerFolder"] ?? "explorer";
        AllowedOrigins = [.. SettingReader.List(settings, "GraphQL:AllowedOrigins").Select(Origin)];
        DocumentCacheCharacters = SettingReader.Number(settings, "GraphQL:DocumentCacheCharacters", 1_000_000, min: 0, max: int.MaxValue);
        Documents = new DocumentSettings(settings);
        Limits = new LimitSettings(settings);
        Currency = settings.ReadCurrency().Code;
    }

    private static string Origin(string text) =>
        text is "*" || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text)
            ? text
            : throw new SettingException($"GraphQL:AllowedOrigins must be origins such as https://shop.example, separated by commas, or *, not \"{text}\".");

    private static IPNetwork Network(string text) => IPNetwork.TryParse(text, out var network)
        ? network
        : throw new SettingException($"Listen:TrustedProxies must be networks such as 10.0.0.0/8, separated by commas, not \"{text}\".");
}
