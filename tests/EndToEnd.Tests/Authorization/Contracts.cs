using Commerce.Billing.V1;
using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Events.V1;
using Commerce.Identity.V1;
using Commerce.Inventory.V1;
using Commerce.Notifications.V1;
using Commerce.Orders.V1;
using Commerce.Shipping.V1;
using Google.Protobuf.Reflection;

namespace CommerceKata.EndToEnd.Tests.Authorization;

/// <summary>The contracts of all services.</summary>
internal static class Contracts
{
    private static readonly FileDescriptor[] Files =
    [
        CatalogReflection.Descriptor, IdentityReflection.Descriptor, InventoryReflection.Descriptor, CartReflection.Descriptor, OrdersReflection.Descriptor,
        BillingReflection.Descriptor, ShippingReflection.Descriptor, NotificationsReflection.Descriptor, EventsReflection.Descriptor,
    ];

    /// <summary>The request of each RPC, by the full name of its method: "/commerce.cart.v1.CartService/AddLine".</summary>
    public static IReadOnlyDictionary<string, MessageDescriptor> Requests { get; } = Files.SelectMany(file => file.Services)
        .SelectMany(service => service.Methods).ToDictionary(method => $"/{method.Service.FullName}/{method.Name}", method => method.InputType);
}
