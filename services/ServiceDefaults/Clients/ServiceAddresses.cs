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

    /// <summary>The default gRPC port of a service.</summary>
    /// <param name="service">Its name: "Inventory".</param>
    public static int GrpcPort(string service) => FrontDoorPort + 1 + Array.IndexOf(Names, service);

    /// <summary>The gRPC address of a service.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="service">Its name: "Inventory".</param>
    /// <exception cref="SettingException">The setting is not an address.</exception>
    public static Uri Of(IConfiguration settings, string service)
    {
        var setting = settings[$"Services:{service}"] ?? $"http://127.0.0.1:{GrpcPort(service)}";
        return Uri.TryCreate(setting, UriKind.Absolute, out var address)
            ? address
            : throw new SettingException($"Services:{service} must be an address such as http://inventory:8083, not \"{setting}\".");
    }
}
