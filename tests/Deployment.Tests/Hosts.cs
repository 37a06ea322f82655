using CommerceKata.Billing;
using CommerceKata.Cart;
using CommerceKata.Catalog;
using CommerceKata.Gateway;
using CommerceKata.Identity;
using CommerceKata.Inventory;
using CommerceKata.Notifications;
using CommerceKata.Orders;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.Shipping;
using CommerceKata.StripeSandbox;
using Microsoft.AspNetCore.Builder;

namespace CommerceKata.Deployment.Tests;

/// <summary>Every process that is deployed, by the name it has there.</summary>
internal static class Hosts
{
    public static IReadOnlyDictionary<string, Func<string[], WebApplication>> All { get; } = new Dictionary<string, Func<string[], WebApplication>>
    {
        ["catalog"] = CatalogHost.Build,
        ["identity"] = IdentityHost.Build,
        ["inventory"] = InventoryHost.Build,
        ["cart"] = CartHost.Build,
        ["orders"] = OrdersHost.Build,
        ["billing"] = BillingHost.Build,
        ["shipping"] = ShippingHost.Build,
        ["notifications"] = NotificationsHost.Build,
        ["gateway"] = GatewayHost.Build,
        ["stripe-sandbox"] = StripeSandboxHost.Build,
    };

    /// <summary>The services that have a database.</summary>
    public static IReadOnlyList<string> WithDatabase { get; } = [.. ServiceAddresses.Names.Select(name => name.ToLowerInvariant()).Where(name => name != "shipping")];

    /// <summary>Builds it with settings as its environment would have them: those that are wrong or misspelt are refused.</summary>
    public static async Task AcceptsAsync(string name, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var arguments = environment.Where(each => each.Key.Contains("__", StringComparison.Ordinal)).Select(each => $"--{each.Key.Replace("__", ":", StringComparison.Ordinal)}={each.Value}")
            .Append("--environment=" + environment.Single(each => each.Key == "ASPNETCORE_ENVIRONMENT").Value);
        await using var host = All[name]([.. arguments]);
    }
}
