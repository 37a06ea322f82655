using System.Globalization;
using System.Text.RegularExpressions;
using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Catalog.Import;

/// <summary>A line that says what a product is to be.</summary>
/// <param name="Number">Where it starts in the file, from 1.</param>
/// <param name="Product">The product; its slug is a wish unless <paramref name="SlugGiven"/>, its id is used if it is new.</param>
/// <param name="SlugGiven">Whether the line names its slug.</param>
/// <param name="Category">The category's name; empty for none.</param>
/// <param name="Archived">Whether it is to be archived, or on sale; null where the line does not say.</param>
internal sealed record ImportLine(int Number, NewProduct Product, bool SlugGiven, string Category, bool? Archived)
{
    /// <summary>By which the product is known.</summary>
    public string Key => Catalog.Sku.Key(Product.Sku);
}

/// <summary>A line that was not taken.</summary>
/// <param name="Number">Where it starts in the file, from 1.</param>
/// <param name="Sku">Its SKU, as far as it has one.</param>
/// <param name="Field">The column.</param>
/// <param name="Why">What is wrong with it.</param>
internal sealed record RefusedLine(int Number, string Sku, string Field, string Why);

/// <summary>Reads the cells of a line by the rules that hold for an admin's input too.</summary>
internal static partial class ImportColumns
{
    public const string Sku = "sku";
    public const string Name = "name";
    public const string Description = "description";
    public const string Category = "category";
    public const string Price = "price";
    public const string Slug = "slug";
    public const string ImageUrl = "image_url";
    public const string InitialStock = "initial_stock";
    public const string LowStockThreshold = "low_stock_threshold";
    public const string Status = "status";
    public const string OnSale = "on sale";

    private const string OffSale = "archived";

    private const int MaxCategory = 100;

    public static readonly string[] Needed = [Sku, Name, Description, Category, Price];

    public static readonly string[] All = [.. Needed, Slug, ImageUrl, InitialStock, LowStockThreshold, Status];

    /// <summary>Reads a line.</summary>
    /// <param name="number">Where it starts in the file.</param>
    /// <param name="cell">The cell of a column; empty where the file has no such column.</param>
    /// <param name="currency">The shop's.</param>
    /// <param name="decimalComma">Whether a comma may stand where a price has its point.</param>
    /// <param name="refused">Why not, when the answer is null.</param>
    public static ImportLine? Read(
        int number, Func<string, string> cell, Currency currency, bool decimalComma, out IReadOnlyList<RefusedLine> refused)
    {
        var check = new Violations();
        var category = check.Text(cell(Category), Category, MaxCategory, min: 0);
        var hasSlug = Catalog.Slug.TryFrom(category, out var categorySlug);
        check.Require(hasSlug || category.Length == 0, Category, new("NO_SLUG", "must have a letter or a digit"));
        var request = new CreateProductRequest
        {
            Sku = cell(Sku).Trim(),
            Slug = cell(Slug).Trim(),
            Name = cell(Name),
            Description = cell(Description),
            CategorySlug = categorySlug,
            Price = Amount(check, cell(Price).Trim(), currency, decimalComma),
            ImageUrl = cell(ImageUrl).Trim(),
            InitialStock = Count(check, cell(InitialStock).Trim(), InitialStock),
            LowStockThreshold = Count(check, cell(LowStockThreshold).Trim(), LowStockThreshold),
        };
        var archived = IsArchived(check, cell(Status).Trim());
        var product = ProductInput.Read(request, currency, check);
        refused = [.. check.Found.Select(found => new RefusedLine(number, request.Sku, found.Field, found.Description))];
        return refused.Count == 0 ? new ImportLine(number, product, request.Slug.Length > 0, category, archived) : null;
    }

    private static bool? IsArchived(Violations check, string status)
    {
        var known = status is "" or OnSale or OffSale;
        check.Require(known, Status, new("NOT_A_STATUS", $"must be \"{OnSale}\", \"{OffSale}\" or empty"));
        return status.Length == 0 ? null : status == OffSale;
    }

    /// <summary>An amount such as 12.50. What is none is noted, and stands as nothing so that it is not noted twice.</summary>
    private static Google.Type.Money Amount(Violations check, string text, Currency currency, bool decimalComma)
    {
        var price = Money.Zero(currency.Code);
        // Where a comma may be the point, 1,000 and 1.000 are a thousand to some people, and one to others.
        var unclear = decimalComma && currency.Decimals != 3 && OneOrThousand().IsMatch(text);
        if (decimalComma && !text.Contains('.', StringComparison.Ordinal)) text = text.Replace(',', '.');
        var read = !unclear && ExactDecimal.TryRead(text, out var amount) && Money.TryFromAmount(amount, currency.Code, out price);
        var problem = $"must be an amount of {currency.Code} such as {currency.Example}, without separators of thousands";
        check.Require(read, Price, new("NOT_AN_AMOUNT", problem, ("currency", currency.Code)));
        return (read ? price : Money.Zero(currency.Code)).ToProto();
    }

    private static int Count(Violations check, string text, string column)
    {
        var count = 0;
        check.Require(text.Length == 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count), column, new("NOT_A_NUMBER", "must be a whole number"));
        return count;
    }

    [GeneratedRegex(@"\A[1-9]\d{0,2}[.,]\d{3}\z")]
    private static partial Regex OneOrThousand();
}
