using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace CommerceKata.TestKit;

/// <summary>Ports that nobody listens on.</summary>
public static class FreePort
{
    private const int LowestPort = 10_000;
    private const int HighestPort = 32_000;

    private static readonly List<FileStream> Claims = [];

    /// <summary>One.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>
    /// The first of so many in a row, below those that systems hand out for outgoing connections, and nobody else's
    /// among the test processes of this machine until this one ends.
    /// </summary>
    /// <param name="count">How many; the same for all who take blocks, so that none overlap.</param>
    public static int TakeBlock(int count)
    {
        while (true)
        {
            var first = LowestPort + (count * Random.Shared.Next((HighestPort - LowestPort) / count));
            if (!TryClaim(first)) continue;
            var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
            if (!Enumerable.Range(first, count).Any(taken.Contains)) return first;
        }
    }

    /// <summary>A lock on a file lasts as long as the process, however it ends.</summary>
    private static bool TryClaim(int first)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "commerce-kata-ports"));
        try
        {
            var claim = new FileStream(Path.Combine(folder.FullName, $"{first}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            lock (Claims) Claims.Add(claim);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
