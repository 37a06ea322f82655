using CommerceKata.ServiceDefaults;
using Google.Protobuf.WellKnownTypes;
using Proto = Commerce.Catalog.V1;

namespace CommerceKata.Catalog;

/// <summary>Something the shop sells, as its row has it, and what its category is called.</summary>
internal sealed record Product(
    Guid Id, string Sku, string Slug, string Name, string Description, Guid? CategoryId,
    long PriceMinor, string Currency, string? ImageUrl, bool Archived, DateTime CreatedAt, string? CategorySlug, string? CategoryName)
{
    /// <summary>About how many bytes it takes in memory.</summary>
    public long Size => 500 + (2 * (Sku.Length + Slug.Length + Name.Length + Description.Length + (ImageUrl?.Length ?? 0)));

    public Proto.Product ToProto() => new()
    {
        Id = Id.ToString(),
        Sku = Sku,
        Slug = Slug,
        Name = Name,
        Description = Description,
        CategoryId = CategoryId?.ToString() ?? "",
        Price = new Money(PriceMinor, Currency).ToProto(),
        ImageUrl = ImageUrl ?? "",
        Archived = Archived,
        CreatedAt = Timestamp.FromDateTime(CreatedAt),
        Category = CategoryId is { } category ? new Category(category, CategorySlug!, CategoryName!, null).ToProto() : null,
    };
}

/// <summary>A shelf, with how many products on sale stand on it where that was asked for.</summary>
internal sealed record Category(Guid Id, string Slug, string Name, int? ProductCount)
{
    /// <summary>About how many bytes it takes in memory.</summary>
    public long Size => 200 + (2 * (Slug.Length + Name.Length));

    public Proto.Category ToProto()
    {
        var proto = new Proto.Category { Id = Id.ToString(), Slug = Slug, Name = Name };
        if (ProductCount is { } count) proto.ProductCount = count;
        return proto;
    }
}

/// <summary>A product to put on sale, checked.</summary>
internal sealed record NewProduct(
    Guid Id, string Sku, string Slug, string Name, string Description, string CategorySlug, Money Price, string ImageUrl,
    int InitialStock, int LowStockThreshold)
{
    /// <summary>What Inventory is told.</summary>
    public Proto.ProductCreated ToCreated() => new()
    {
        ProductId = Id.ToString(), Sku = Sku, Name = Name, InitialStock = InitialStock, LowStockThreshold = LowStockThreshold,
    };
}

/// <summary>What to change of a product; null keeps what it is.</summary>
internal sealed record ProductChange(
    Guid Id, string? Slug, string? Name, string? Description, string? CategorySlug, Money? Price, string? ImageUrl);
