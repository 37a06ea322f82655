using System.Net;
using System.Net.Sockets;
using Grpc.Core;

namespace CommerceKata.ServiceDefaults.Clients;

/// <summary>
/// From where a person calls. The front door says so in a metadata header; a service believes it, since nobody but the
/// front door and the other services reaches it. See ADR 0008.
/// </summary>
public static class ClientAddress
{
    /// <summary>The metadata header.</summary>
    public const string Header = "x-client-address";

    /// <summary>
    /// The address that the front door names, else the one at the other end of the connection. Of IPv6, the network:
    /// whoever has one address there has 2^64.
    /// </summary>
    /// <param name="context">The call.</param>
    public static string Of(ServerCallContext context)
    {
        var said = context.RequestHeaders.GetValue(Header);
        var address = IPAddress.TryParse(said, out var named) ? named : context.GetHttpContext().Connection.RemoteIpAddress;
        return address is null ? "unknown" : Network(address);
    }

    /// <summary>What stands for an address where it is counted: "203.0.113.7", "2001:db8:1:2::".</summary>
    /// <param name="address">The address.</param>
    public static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }
}
