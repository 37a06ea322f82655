using System.Net;
using System.Net.NetworkInformation;
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

    /// <summary>The first of so many in a row, below those that systems hand out for outgoing connections.</summary>
    /// <param name="count">How many.</param>
    public static int TakeBlock(int count)
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        while (true)
        {
            var first = Random.Shared.Next(10_000, 32_000);
            if (!Enumerable.Range(first, count).Any(taken.Contains)) return first;
        }
    }
}
