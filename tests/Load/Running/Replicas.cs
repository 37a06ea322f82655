using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.Load.Running;

/// <summary>The command lines of a shop in processes, with so many of each service and of the front door.</summary>
/// <param name="settings">The settings of the first of each.</param>
/// <param name="count">How many of each; the sandbox, which stands for Stripe, is one.</param>
/// <param name="logs">Where those beyond the first log: a file has one writer.</param>
internal sealed class Replicas(ShopSettings settings, int count, string logs)
{
    private readonly Dictionary<string, (int Grpc, int Http)[]> _services = ServiceAddresses.Names.ToDictionary(
        name => name, name => Each(settings.Ports.Grpc(name), settings.Ports.Http(name), count));

    private readonly (int Door, int Operations)[] _doors = Each(settings.Ports.FrontDoor, settings.Ports.Operations, count);

    /// <summary>Where the front doors answer.</summary>
    public IReadOnlyList<Uri> Doors => [.. _doors.Select(ports => new Uri($"http://127.0.0.1:{ports.Door}/graphql"))];

    /// <summary>What to start, in this order.</summary>
    public IEnumerable<(string Name, string[] Arguments)> Processes =>
    [
        .. from service in _services
           from replica in service.Value.Index()
           select (service.Key, Replica(service.Key, replica.Index, settings.For(service.Key), $"--Listen:GrpcPort={replica.Item.Grpc}", $"--Listen:HttpPort={replica.Item.Http}")),
        ("StripeSandbox", settings.ForSandbox()),
        .. _doors.Index().Select(replica => ("Gateway", Replica(
            "Gateway", replica.Index, settings.ForGateway(), $"--Listen:Port={replica.Item.Door}", $"--Listen:ManagementPort={replica.Item.Operations}"))),
    ];

    /// <summary>Each calls all replicas of the others. What comes later on a command line wins.</summary>
    private string[] Replica(string name, int index, string[] first, params string[] ports) =>
    [
        .. first,
        .. _services.Select(service => $"--Services:{service.Key}={string.Join(',', service.Value.Select(replica => $"http://127.0.0.1:{replica.Grpc}"))}"),
        .. index == 0 ? [] : (string[])[.. ports, $"--Log:File={Path.Combine(logs, $"{name}-{index}.jsonl")}"],
    ];

    private static (int, int)[] Each(int first, int second, int count) =>
        [(first, second), .. Enumerable.Range(1, count - 1).Select(_ => FreePort.TakeBlock(Ports.Count)).Select(block => (block, block + 1))];
}
