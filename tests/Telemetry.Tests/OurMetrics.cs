using System.Reflection;
using System.Runtime.CompilerServices;
using CommerceKata.Gateway;
using CommerceKata.ServiceDefaults.Metrics;

namespace CommerceKata.Telemetry;

/// <summary>All metrics of all processes, as the code declares them.</summary>
internal static class OurMetrics
{
    /// <summary>Whose they are: a meter has an assembly, and the shared ones are everybody's.</summary>
    public static IReadOnlyList<MetricDescription> All { get; } = Find();

    private static List<MetricDescription> Find()
    {
        var types = AppDomain.CurrentDomain.GetAssemblies()
            .Concat(Services().Select(Assembly.Load))
            .Where(assembly => assembly.GetName().Name is { } name && (Services().Contains(name) || name == "ServiceDefaults"))
            .Distinct().SelectMany(assembly => assembly.GetTypes()).Where(type => type.Name.EndsWith("Metrics", StringComparison.Ordinal)).ToList();
        // An instrument is made when its class is first used.
        foreach (var type in types) RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        return [.. types
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(ServiceMeter))
            .SelectMany(field => ((ServiceMeter)field.GetValue(null)!).Metrics)
            .OrderBy(metric => metric.Meter, StringComparer.Ordinal).ThenBy(metric => metric.Name, StringComparer.Ordinal)];
    }

    private static string[] Services() => [.. ServiceDefaults.Clients.ServiceAddresses.Names, typeof(GatewayHost).Assembly.GetName().Name!];
}
