using Commerce.Inventory.V1;

namespace CommerceKata.Notifications;

/// <summary>What the template low-stock can say.</summary>
/// <param name="Product">Its name, or its id where no name is known.</param>
/// <param name="Sku">Empty where it is not known.</param>
/// <param name="Available">Units that could be sold when it crossed its threshold.</param>
/// <param name="Threshold">The threshold.</param>
/// <param name="Suggested">Units of the purchase order that is suggested; 0 when there is none.</param>
/// <param name="OnOrder">Units that are ordered and have not arrived.</param>
internal sealed record LowStockMail(string Product, string Sku, int Available, int Threshold, int Suggested, int OnOrder)
{
    public const string Template = "low-stock";

    public bool HasSku => Sku.Length > 0;

    public bool IsSuggested => Suggested > 0;

    public bool IsOnOrder => OnOrder > 0;

    public static LowStockMail From(StockRanLow fact) => new(
        fact.Name is { Length: > 0 } name ? name : fact.ProductId, fact.Sku, fact.Available, fact.Threshold, fact.SuggestedQuantity, fact.OnOrder);
}
