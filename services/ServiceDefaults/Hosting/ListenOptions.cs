using System.Net;
using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>Settings under <c>Listen</c>: where a process answers.</summary>
[Settings("Listen", For = "the eight services")]
public sealed class ListenOptions
{
    /// <summary>The address to bind, loopback unless set. Containers set 0.0.0.0.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>gRPC, HTTP/2 without TLS. 0 takes any free port.</summary>
    [Setting(Default = "8081 to 8088, by service")]
    public int GrpcPort { get; set; }

    /// <summary>HTTP/1.1: health, metrics, webhooks, JWKS. 0 takes any free port.</summary>
    [Setting(Default = "10 above the gRPC port")]
    public int HttpPort { get; set; }

    /// <summary>Whether gRPC-Web is taken on the HTTP port, for tools and pages that speak HTTP/1.1.</summary>
    [Setting(Default = "true, and false in production")]
    public bool? GrpcWeb { get; set; }

    /// <summary>
    /// How long it still answers after it was asked to stop and readiness said so: as long as whoever spreads the load needs
    /// to notice, 10 seconds at most. The front door has it too.
    /// </summary>
    public TimeSpan DrainFor { get; set; } = TimeSpan.Zero;

    internal void Check()
    {
        if (GrpcPort is < 0 or > 65_535) throw new SettingException("Listen:GrpcPort must be 0 to 65535.");
        if (HttpPort is < 0 or > 65_535) throw new SettingException("Listen:HttpPort must be 0 to 65535.");
    }

    internal IPAddress Parse() => IPAddress.TryParse(Address, out var address)
        ? address
        : throw new SettingException($"Listen:Address must be an IP address, not \"{Address}\".");
}
