namespace CommerceKata.EndToEnd.Tests.Authorization;

/// <summary>A row of the table: a field of the front door, and what it is about. Who may ask stands in its description.</summary>
/// <param name="Whose">Whose things.</param>
/// <param name="Values">Arguments that name a customer's thing, by their path: "input.orderId".</param>
/// <param name="Services">Whether a service's token is let in: the front door hands it on, and the RPC behind takes it.</param>
internal sealed record FieldRow(Whose Whose, Func<Things, Dictionary<string, object?>>? Values = null, bool Services = false);

/// <summary>
/// Every root field, every type that <c>node</c> finds, and the fields below them that ask a guarded RPC. One that the
/// schema has and that is not here fails the test; one that the schema does not have yet is passed over.
/// </summary>
internal static class FieldRows
{
    private static readonly FieldRow Nobodys = new(Whose.Nobodys);
    private static readonly FieldRow Callers = new(Whose.Callers);

    public static IReadOnlyDictionary<string, FieldRow> Roots { get; } = new Dictionary<string, FieldRow>
    {
        ["Query.node"] = With(Whose.Nobodys, it => new() { ["id"] = Things.Global("Product", it.Product) }),
        ["Query.nodes"] = With(Whose.Nobodys, it => new() { ["ids"] = new[] { Things.Global("Product", it.Product) } }),
        ["Query.products"] = Nobodys,
        ["Query.productById"] = With(Whose.Nobodys, it => new() { ["id"] = Things.Global("Product", it.Product) }),
        ["Query.productBySlug"] = Nobodys,
        ["Query.categories"] = Nobodys,
        ["Query.cart"] = new(Whose.Callers, Services: true),
        ["Query.shippingOptions"] = new(Whose.Callers, Services: true),
        ["Query.me"] = new(Whose.Callers, Services: true),
        ["Query.orderById"] = new(Whose.Owners, it => new() { ["id"] = Things.Global("Order", it.Order) }, Services: true),
        ["Query.orders"] = Nobodys,
        ["Query.lowStock"] = Nobodys,
        ["Query.purchaseOrders"] = Nobodys,
        ["Query.returns"] = Nobodys,
        ["Query.emails"] = Nobodys,

        ["Mutation.startGuestSession"] = Nobodys,
        ["Mutation.register"] = Nobodys,
        ["Mutation.login"] = Nobodys,
        ["Mutation.refreshSession"] = Nobodys,
        ["Mutation.logout"] = Callers,
        ["Mutation.verifyEmail"] = Nobodys,
        ["Mutation.requestEmailVerification"] = Callers,
        ["Mutation.requestPasswordReset"] = Nobodys,
        ["Mutation.resetPassword"] = Nobodys,
        ["Mutation.saveAddress"] = With(Whose.OwnersAlone, it => new() { ["input.id"] = Things.Global("Address", it.Address) }),
        ["Mutation.deleteAddress"] = With(Whose.OwnersAlone, it => new() { ["input.id"] = Things.Global("Address", it.SpareAddresses[1]) }),
        ["Mutation.addToCart"] = With(Whose.Callers, it => new() { ["input.productId"] = Things.Global("Product", it.Product) }),
        ["Mutation.setCartLineQuantity"] = With(Whose.OwnersAlone, it => new() { ["input.lineId"] = Things.Global("CartLine", it.CartLine) }),
        ["Mutation.removeFromCart"] = With(Whose.Callers, it => new() { ["input.lineId"] = Things.Global("CartLine", it.CartLine) }),
        ["Mutation.clearCart"] = Callers,
        ["Mutation.checkout"] = With(Whose.Callers, it => new() { ["input.addressId"] = Things.Global("Address", it.Address), ["input.shippingOptionId"] = "none" }),
        ["Mutation.cancelOrder"] = With(Whose.Owners, it => new() { ["input.orderId"] = Things.Global("Order", it.Order) }),
        ["Mutation.requestReturn"] = With(Whose.Owners, it => new()
        {
            ["input.orderId"] = Things.Global("Order", it.Order), ["input.lines.orderLineId"] = Things.Global("OrderLine", it.OrderLine),
        }),

        ["Mutation.createProduct"] = With(Whose.Nobodys, _ => new() { ["input.sku"] = $"ROW-{Guid.NewGuid():N}".ToUpperInvariant() }),
        ["Mutation.updateProduct"] = With(Whose.Nobodys, it => new() { ["input.id"] = Things.Global("Product", it.Product) }),
        ["Mutation.archiveProduct"] = With(Whose.Nobodys, it => new() { ["input.id"] = Things.Global("Product", Things.Nothing) }),
        ["Mutation.restoreProduct"] = With(
            Whose.Nobodys, it => new() { ["input.id"] = Things.Global("Product", Things.Nothing) }),
        ["Mutation.setStockThreshold"] = With(Whose.Nobodys, it => new() { ["input.productId"] = Things.Global("Product", it.Product) }),
        ["Mutation.adjustStock"] = With(Whose.Nobodys, it => new() { ["input.productId"] = Things.Global("Product", it.Product) }),
        ["Mutation.placePurchaseOrder"] = With(Whose.Nobodys, it => new() { ["input.productId"] = Things.Global("Product", it.Product), ["input.quantity"] = 1 }),
        ["Mutation.receiveGoods"] = With(Whose.Nobodys, it => new() { ["input.purchaseOrderId"] = Things.Global("PurchaseOrder", Things.Nothing) }),
        ["Mutation.markShipped"] = With(Whose.Nobodys, it => new() { ["input.orderId"] = Things.Global("Order", it.Order) }),
        ["Mutation.markDelivered"] = With(Whose.Nobodys, it => new() { ["input.orderId"] = Things.Global("Order", it.Order) }),
        ["Mutation.inspectReturn"] = With(Whose.Nobodys, it => new()
        {
            ["input.returnId"] = Things.Global("Return", Things.Nothing), ["input.lines.orderLineId"] = Things.Global("OrderLine", it.OrderLine),
        }),
        ["Mutation.retryRefund"] = With(Whose.Nobodys, it => new() { ["input.returnId"] = Things.Global("Return", Things.Nothing) }),
        ["Mutation.retryEmail"] = With(Whose.Nobodys, it => new() { ["input.id"] = Things.Global("Email", Things.Nothing) }),

        ["Subscription.orderChanged"] = With(Whose.Owners, it => new() { ["id"] = Things.Global("Order", it.Order) }),
    };

    /// <summary>What <c>node(id:)</c> finds, by type. The description of the type does not say who may see it: this does.</summary>
    public static IReadOnlyDictionary<string, NodeRow> Nodes { get; } = new Dictionary<string, NodeRow>
    {
        ["Product"] = new(Audience.Public, Whose.Nobodys, it => it.Product),
        ["Category"] = new(Audience.Public, Whose.Nobodys, it => it.Category),
        ["User"] = new(Audience.Guest, Whose.Owners, it => it.User, Services: true),
        ["Address"] = new(Audience.Guest, Whose.OwnersAlone, it => it.Address, Services: true),
        ["Cart"] = new(Audience.Guest, Whose.OwnersAlone, it => it.Cart, Services: true),
        ["Order"] = new(Audience.Guest, Whose.Owners, it => it.Order, Services: true),
        ["Return"] = new(Audience.Guest, Whose.Owners, it => it.Return),
        ["Stock"] = new(Audience.Admin, Whose.Nobodys, it => it.Product),
        ["PurchaseOrder"] = new(Audience.Admin, Whose.Nobodys, _ => Things.Nothing),
        ["Email"] = new(Audience.Admin, Whose.Nobodys, _ => Things.Nothing),
    };

    /// <summary>Fields below the roots that ask a guarded RPC, on an object that more people may see.</summary>
    public static IReadOnlyDictionary<string, NodeRow> Guarded { get; } = new Dictionary<string, NodeRow>
    {
        ["Product.stock"] = new(Audience.Admin, Whose.Nobodys, it => it.Product),
        ["User.addresses"] = new(Audience.Guest, Whose.Owners, it => it.User, Services: true),
        ["User.orders"] = new(Audience.Guest, Whose.Owners, it => it.User),
        ["Order.returns"] = new(Audience.Guest, Whose.Owners, it => it.Order, Services: true),
    };

    private static FieldRow With(Whose whose, Func<Things, Dictionary<string, object?>> values) => new(whose, values);
}

/// <summary>A row of the table: something that is found by its id.</summary>
/// <param name="Audience">Who may see any at all.</param>
/// <param name="Whose">Whose it is.</param>
/// <param name="Id">The UUID of one.</param>
/// <param name="Services">Whether a service's token is let in.</param>
internal sealed record NodeRow(Audience Audience, Whose Whose, Func<Things, string> Id, bool Services = false);

/// <summary>For whom a field is, as the schema's descriptions say: "(guest)".</summary>
internal enum Audience
{
    Public,
    Guest,
    Customer,
    Admin,
}
