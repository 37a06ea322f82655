using System.Text;
using System.Text.Json;
using Commerce.Cart.V1;
using Commerce.Identity.V1;
using Commerce.Orders.V1;
using CommerceKata.Standalone;
using CommerceKata.TestKit;
using Microsoft.AspNetCore.WebUtilities;
using Address = Commerce.Identity.V1.Address;

namespace CommerceKata.EndToEnd.Tests.Authorization;

/// <summary>A customer and what is theirs, real and bought; and one caller of each kind. Ids are UUIDs.</summary>
internal sealed record Things
{
    /// <summary>The id of nothing at all.</summary>
    public const string Nothing = "0197a000-0000-7000-8000-000000000000";

    private const string Password = "correct horse battery";

    public static Address Postal { get; } =
        new() { Name = "Ada", Line1 = "12 Analytical Way", City = "Portland", Region = "OR", PostalCode = "97201", CountryCode = "US" };

    public required IReadOnlyDictionary<As, string?> Tokens { get; init; }

    /// <summary>The token of another session of the same caller, for what ends a session.</summary>
    public required Func<As, Task<string?>> NewSessionAsync { get; init; }

    public required string User { get; init; }

    public required string Product { get; init; }

    public required string Category { get; init; }

    public required string Address { get; init; }

    /// <summary>For those operations that remove one.</summary>
    public required IReadOnlyList<string> SpareAddresses { get; init; }

    public required string Cart { get; init; }

    public required string CartLine { get; init; }

    /// <summary>Delivered, so that it can be sent back.</summary>
    public required string Order { get; init; }

    public required string OrderLine { get; init; }

    public required string Return { get; init; }

    public static string Global(string type, string id) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{type}:{id}"));

    /// <summary>Makes all of it.</summary>
    public static async Task<Things> MakeAsync(OpenShop shop)
    {
        var (owner, user, email) = await RegisterAsync(shop);
        var (other, _, otherEmail) = await RegisterAsync(shop);
        var admin = shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        // By its name: the tests make products of their own, and one that is just seeded is in stock.
        var product = (await owner.AskAsync("{ productBySlug(slug: \"jute-twine-100-m\") { id category { id } } }")).At("productBySlug");

        using var ada = new Caller(shop.Shop, owner.Token);
        var identity = ada.Client<IdentityService.IdentityServiceClient>("Identity");
        List<string> addresses = [];
        for (var i = 0; i < 3; i++) addresses.Add((await identity.SaveAddressAsync(new() { Address = Postal })).Address.Id);
        var order = await BuyAsync(shop.Shop, ada, admin.Token!, Uuid(product.At("id")), addresses[0]);
        var cart = (await ada.Client<CartService.CartServiceClient>("Cart").AddLineAsync(new() { ProductId = Uuid(product.At("id")), Quantity = 2 })).Cart;
        return new()
        {
            Tokens = new Dictionary<As, string?>
            {
                [As.Anonymous] = null,
                [As.Guest] = (await shop.GuestAsync()).Token,
                [As.Customer] = owner.Token,
                [As.OtherCustomer] = other.Token,
                [As.Admin] = admin.Token,
                [As.Service] = TestTokens.Service(),
            },
            NewSessionAsync = async caller => caller switch
            {
                As.Guest => (await shop.GuestAsync()).Token,
                As.Customer => await LoginAsync(shop, email, Password),
                As.OtherCustomer => await LoginAsync(shop, otherEmail, Password),
                As.Admin => await LoginAsync(shop, OpenShop.AdminEmail, OpenShop.AdminPassword),
                As.Service => TestTokens.Service(),
                _ => null,
            },
            User = user,
            Product = Uuid(product.At("id")),
            Category = Uuid(product.At("category.id")),
            Address = addresses[0],
            SpareAddresses = addresses[1..],
            Cart = cart.Id,
            CartLine = cart.Lines[0].Id,
            Order = order.Id,
            OrderLine = order.Lines[0].Id,
            Return = await SendBackAsync(ada, order),
        };
    }

    private static async Task<string?> LoginAsync(OpenShop shop, string email, string password)
    {
        var visitor = shop.Visitor();
        await visitor.LoginAsync(email, password);
        return visitor.Token;
    }

    private static async Task<(Visitor Visitor, string Id, string Email)> RegisterAsync(OpenShop shop)
    {
        var visitor = shop.Visitor();
        var email = $"{Guid.NewGuid():N}@example.com";
        var data = await visitor.AskAsync(
            "mutation($input: RegisterInput!) { register(input: $input) { session { accessToken user { id } } errors { __typename } } }",
            new { input = new { email, password = Password } });
        visitor.Token = data.At("register.session.accessToken").GetString();
        return (visitor, Uuid(data.At("register.session.user.id")), email);
    }

    private static async Task<Order> BuyAsync(Shop shop, Caller owner, string admin, string product, string address)
    {
        var bought = await owner.Client<OrdersService.OrdersServiceClient>("Orders").CheckoutAsync(new()
        {
            IdempotencyKey = Guid.NewGuid().ToString(),
            Lines = { new CheckoutLine { ProductId = product, Quantity = 2 } },
            AddressId = address,
            ShippingOptionId = "standard",
            PaymentMethod = "pm_card_visa",
        });
        using var office = new Caller(shop, admin);
        var orders = office.Client<OrdersService.OrdersServiceClient>("Orders");
        await orders.MarkShippedAsync(new() { OrderId = bought.Order.Id });
        return (await orders.MarkDeliveredAsync(new() { OrderId = bought.Order.Id })).Order;
    }

    private static async Task<string> SendBackAsync(Caller owner, Order order)
    {
        var asked = await owner.Client<OrdersService.OrdersServiceClient>("Orders").RequestReturnAsync(
            new() { OrderId = order.Id, Lines = { new RequestedLine { OrderLineId = order.Lines[0].Id, Quantity = 1 } }, Reason = "Too small" });
        return asked.Return.Id;
    }

    private static string Uuid(JsonElement id) => Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(id.GetString()!)).Split(':')[1];
}
