using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommerceKata.ServiceDefaults.Clients;

/// <summary>
/// Spreads calls over replicas. An HTTP/2 connection lives long: what balances connections, as a Kubernetes service
/// does, would leave all calls with the replica that it met first.
/// </summary>
internal static class Balancing
{
    private const string Listed = "static";

    /// <summary>How soon a replica that was added gets calls; one that went away is noticed at once.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    /// <summary>The address to give the client of a service.</summary>
    public static Uri Target(IReadOnlyList<Uri> addresses, string service) => addresses.Count == 1 ? addresses[0] : new Uri($"{Listed}:///{service}");

    public static void AddResolvers(IServiceCollection services, IConfiguration settings)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ResolverFactory, DnsResolverFactory>(_ => new(LookAgain)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ResolverFactory, StaticResolverFactory>(_ => new(
            target => ServiceAddresses.Of(settings, target.AbsolutePath.TrimStart('/')).Select(address => new BalancerAddress(address.Host, address.Port)))));
    }

    public static void Configure(GrpcChannelOptions channel, IReadOnlyList<Uri> addresses)
    {
        if (addresses.Count == 1 && addresses[0].Scheme != ServiceAddresses.Dns) return;
        channel.Credentials = addresses[0].Scheme == "https" ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure;
        channel.ServiceConfig = new ServiceConfig { LoadBalancingConfigs = { new RoundRobinConfig() } };
        // A replica that was restarted must be called again before the next one is stopped: the default is up to two minutes.
        channel.InitialReconnectBackoff = TimeSpan.FromMilliseconds(100);
        channel.MaxReconnectBackoff = TimeSpan.FromMilliseconds(500);
    }
}
