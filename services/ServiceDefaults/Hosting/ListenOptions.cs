using System.Net;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>Settings under <c>Listen</c>: where a process answers.</summary>
public sealed class ListenOptions
{
    /// <summary>The address to bind, loopback unless set. Containers set 0.0.0.0.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>gRPC, HTTP/2 without TLS. 0 takes any free port.</summary>
    public int GrpcPort { get; set; }

    /// <summary>HTTP/1.1: health, metrics, webhooks, JWKS. 0 takes any free port.</summary>
    public int HttpPort { get; set; }

    /// <summary>How long it still answers after it was asked to stop and readiness said so; less than 15 seconds.</summary>
    public TimeSpan DrainFor { get; set; } = TimeSpan.Zero;

    internal IPAddress Parse() => IPAddress.TryParse(Address, out var address)
        ? address
        : throw new SettingException($"Listen:Address must be an IP address, not \"{Address}\".");
}
