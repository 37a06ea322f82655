using System.Net;
using System.Net.Sockets;

namespace CommerceKata.TestKit;

/// <summary>Ports that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>One.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
