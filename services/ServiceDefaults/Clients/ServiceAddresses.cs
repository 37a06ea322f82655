using Microsoft.Extensions.Configuration;

namespace CommerceKata.ServiceDefaults.Clients;

/// <summary>Where the other services are: the setting <c>Services:&lt;Name&gt;</c>, else their port on this machine.</summary>
public static class ServiceAddresses
{
    /// <summary>The eight services in the order of their gRPC ports, of which the first is 8081.</summary>
    public static readonly string[] Names =
        ["Catalog", "Identity", "Inventory", "Cart", "Orders", "Billing", "Shipping", "Notifications"];

    /// <summary>The front door's default port; the services' follow it.</summary>
    public const int FrontDoorPort = 8080;

    /// <summary>The scheme of a name whose every address takes its turn: <c>dns:///orders:8085</c>.</summary>
    public const string Dns = "dns";

    /// <summary>The default gRPC port of a service.</summary>
    /// <param name="service">Its name: "Inventory".</param>
    public static int GrpcPort(string service) => FrontDoorPort + 1 + Array.IndexOf(Names, service);

    /// <summary>The gRPC addresses of a service: one, or those of several replicas, separated by commas.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="service">Its name: "Inventory".</param>
    /// <exception cref="SettingException">The setting is not an address.</exception>
    public static IReadOnlyList<Uri> Of(IConfiguration settings, string service)
    {
        var setting = settings[$"Services:{service}"] ?? $"http://127.0.0.1:{GrpcPort(service)}";
        var texts = setting.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Uri[] addresses = [.. texts.Select(text => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null).OfType<Uri>()];
        return addresses.Length > 0 && addresses.Length == texts.Length && addresses.All(address => IsGood(address, alone: addresses.Length == 1))
            ? addresses
            : throw new SettingException(
                $"Services:{service} must be an address such as http://inventory:8083, several with commas between, or dns:///inventory:8083, not \"{setting}\".");
    }

    private static bool IsGood(Uri address, bool alone) => address.Scheme switch
    {
        "http" or "https" => true,
        Dns => alone && address.AbsolutePath.Length > 1,
        _ => false,
    };
}
