using System.Net;
using System.Net.NetworkInformation;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Clients;

namespace CommerceKata.Standalone;

/// <summary>
/// One block of ports: the front door, the services' gRPC in the order of <see cref="ServiceAddresses.Names"/>, the
/// payment sandbox, the front door's operations, the services' HTTP/1.1, PostgreSQL.
/// </summary>
public sealed record Ports(int FrontDoor)
{
    /// <summary>How many ports the block has.</summary>
    public const int Count = 20;

    /// <summary>The payment sandbox.</summary>
    public int Sandbox => FrontDoor + 9;

    /// <summary>The front door's health and metrics.</summary>
    public int Operations => FrontDoor + 10;

    /// <summary>PostgreSQL.</summary>
    public int Postgres => FrontDoor + 19;

    /// <summary>A service's gRPC.</summary>
    /// <param name="service">"Inventory".</param>
    public int Grpc(string service) => FrontDoor + 1 + Array.IndexOf(ServiceAddresses.Names, service);

    /// <summary>A service's HTTP/1.1.</summary>
    /// <param name="service">"Inventory".</param>
    public int Http(string service) => Grpc(service) + 10;

    /// <summary>Fails in one line when one of them is taken.</summary>
    /// <exception cref="SettingException">One is.</exception>
    internal void Check()
    {
        // Ours may be PostgreSQL's, left running by a crash: PrivatePostgres deals with that.
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(listener => IPAddress.IsLoopback(listener.Address) || listener.Address.Equals(IPAddress.Any) || listener.Address.Equals(IPAddress.IPv6Any))
            .Select(listener => listener.Port)
            .Where(port => port >= FrontDoor && port < Postgres)
            .Order().ToArray();
        if (taken.Length > 0)
            throw new SettingException($"Port {taken[0]} is taken (of {FrontDoor} to {Postgres}): is a shop running already? Use another block with --port {FrontDoor + 1000}.");
    }
}
