using Commerce.Catalog.V1;
using Commerce.Identity.V1;
using Commerce.Orders.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.ServiceDefaults;
using Google.Protobuf.WellKnownTypes;
using Cart = Commerce.Cart.V1;

namespace CommerceKata.Gateway.Tests;

/// <summary>Things as services answer them.</summary>
internal static class Some
{
    public static readonly DateTime Noon = new(2026, 1, 2, 12, 0, 0, DateTimeKind.Utc);

    public static string Id() => Guid.CreateVersion7().ToString();

    public static string Global(string type, string id) => new GlobalId(type, id).ToString();

    public static Google.Type.Money Usd(decimal amount) =>
        Money.TryFromAmount(amount, "USD", out var money) ? money.ToProto() : throw new ArgumentOutOfRangeException(nameof(amount));

    public static Product Product(string? id = null, string name = "Kettle", string categoryId = "", decimal price = 12.50m) => new()
    {
        Id = id ?? Id(),
        Sku = "KET-1",
        Slug = "kettle",
        Name = name,
        Description = "Boils.",
        CategoryId = categoryId,
        Category = categoryId.Length == 0 ? null : new() { Id = categoryId, Slug = "shelf", Name = "Shelf" },
        Price = Usd(price),
        CreatedAt = Timestamp.FromDateTime(Noon),
    };

    public static Cart.Cart Cart(params (string ProductId, int Quantity)[] lines) => new()
    {
        Id = Id(),
        UserId = Id(),
        Lines = { lines.Select(line => new Cart.CartLine { Id = Id(), ProductId = line.ProductId, Quantity = line.Quantity }) },
        Version = 3,
        UpdatedAt = Timestamp.FromDateTime(Noon),
    };

    public static User User(Role role = Role.Customer) => new()
    {
        Id = Id(),
        Email = role == Role.Guest ? "" : "ada@example.com",
        Role = role,
        CreatedAt = Timestamp.FromDateTime(Noon),
    };

    public static Order Order(string? id = null) => new()
    {
        Id = id ?? Id(),
        Number = "CK-7F3K-2M9Q",
        UserId = Id(),
        Status = OrderStatus.Confirmed,
        Lines =
        {
            new OrderLine
            {
                Id = Id(), ProductId = Id(), Sku = "KET-1", Name = "Kettle", Quantity = 2, UnitPrice = Usd(12.50m), LineTotal = Usd(25),
            },
        },
        Subtotal = Usd(25),
        Shipping = Usd(5),
        Total = Usd(30),
        Refunded = Usd(0),
        ShippingOption = "Standard",
        Email = "ada@example.com",
        Address = new() { Name = "Ada", Line1 = "1 Main St", City = "London", PostalCode = "N1", CountryCode = "GB" },
        Payment = new() { Status = OrderPaymentStatus.Succeeded, Amount = Usd(30), Refunded = Usd(0), Brand = "visa", Last4 = "4242" },
        History = { new OrderEvent { Status = OrderStatus.Pending, At = Timestamp.FromDateTime(Noon) } },
        PlacedAt = Timestamp.FromDateTime(Noon),
    };
}
