using Commerce.Catalog.V1;
using CommerceKata.Catalog.Words;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Messaging;
using Npgsql;

namespace CommerceKata.Catalog;

/// <summary>A SKU that another product has.</summary>
/// <param name="Archived">Whether that one is archived.</param>
internal sealed record TakenSku(bool Archived);

/// <summary>All writing to the catalog's tables.</summary>
internal sealed class CatalogAdminStore(Database database, Outbox outbox, CatalogCache cache, TimeProvider time)
{
    private const int SlugTries = 100;

    /// <summary>
    /// Puts a product on sale, unless the SKU is taken. Inventory hears of it with the commit, and has opened its stock
    /// when this returns, unless that takes too long.
    /// </summary>
    /// <exception cref="Fault">The slug that was asked for is taken.</exception>
    public async Task<TakenSku?> CreateAsync(NewProduct product, bool slugGiven, CancellationToken cancel)
    {
        using var opened = outbox.Expect<ProductCreated>(product.Id, "Inventory");
        var now = time.GetUtcNow().UtcDateTime;
        var taken = await RefuseTakenSlugAsync(() => database.TransactionAsync(
            transaction => CreateAsync(transaction, product, slugGiven, now, cancel), cancel));
        await opened.MeetAsync(cancel);
        return taken;
    }

    /// <summary>As above, as part of a larger transaction.</summary>
    public async Task<TakenSku?> CreateAsync(
        Transaction transaction, NewProduct product, bool slugGiven, DateTime now, CancellationToken cancel)
    {
        const string insert = """
            INSERT INTO product (id, sku, slug, name, description, category_id, price_minor, currency, image_url, created_at, updated_at, search)
            SELECT @Id, @Sku, @Slug, @Name, @Description, (SELECT id FROM category WHERE slug = @CategorySlug),
                @PriceMinor, @Currency, NULLIF(@ImageUrl, ''), @Now, @Now, ''
            WHERE NOT EXISTS (SELECT FROM product_slug WHERE slug = @Slug)
            ON CONFLICT DO NOTHING
            """;
        for (var attempt = 1; attempt <= SlugTries; attempt++)
        {
            var slug = attempt == 1 ? product.Slug : Slug.With(product.Slug, $"{attempt}");
            var inserted = await transaction.ExecuteAsync(insert, new
            {
                product.Id, product.Sku, Slug = slug, product.Name, product.Description, product.CategorySlug,
                PriceMinor = product.Price.MinorUnits, product.Price.Currency, product.ImageUrl, Now = now,
            }, cancel);
            if (inserted == 1)
            {
                await WordIndex.UpdateAsync(transaction, [product.Id], cancel);
                await PublishAsync(transaction, product, cancel);
                transaction.AfterCommit(cache.Clear);
                return null;
            }

            if (await FindAsync(transaction, product.Sku, cancel) is { } taken) return taken;
            if (slugGiven) throw Fault.Invalid("slug", Problem.Taken);
        }

        throw Fault.Invalid("slug", new("REQUIRED", "is required: too many products have the one that the name gives"));
    }

    /// <summary>
    /// Changes what is set; false when there is no such product. A trigger keeps the slug that it had, which goes on leading to it.
    /// </summary>
    /// <exception cref="Fault">The slug is another product's, or was.</exception>
    public async Task<bool> UpdateAsync(ProductChange change, CancellationToken cancel)
    {
        const string sql = """
            UPDATE product SET
                slug = COALESCE(@Slug, slug),
                name = COALESCE(@Name, name),
                description = COALESCE(@Description, description),
                category_id = CASE WHEN @CategorySlug IS NULL THEN category_id ELSE (SELECT id FROM category WHERE slug = @CategorySlug) END,
                price_minor = COALESCE(@PriceMinor, price_minor),
                image_url = CASE WHEN @ImageUrl IS NULL THEN image_url ELSE NULLIF(@ImageUrl, '') END,
                updated_at = @Now
            WHERE id = @Id
            """;
        var changed = await RefuseTakenSlugAsync(() => database.TransactionAsync(async transaction =>
        {
            var rows = await transaction.ExecuteAsync(sql, new
            {
                change.Id, change.Slug, change.Name, change.Description, change.CategorySlug, PriceMinor = change.Price?.MinorUnits,
                change.ImageUrl, Now = time.GetUtcNow().UtcDateTime,
            }, cancel);
            await WordIndex.UpdateAsync(transaction, [change.Id], cancel);
            return rows == 1;
        }, cancel));
        cache.Clear();
        return changed;
    }

    /// <summary>Takes a product off sale, or puts it on sale as it was; false when there is no such product.</summary>
    public async Task<bool> SetArchivedAsync(Guid id, bool archived, CancellationToken cancel)
    {
        const string sql = "UPDATE product SET archived = @Archived, updated_at = @Now WHERE id = @Id";
        return await WriteAsync(sql, new { Id = id, Archived = archived, Now = time.GetUtcNow().UtcDateTime }, cancel);
    }

    /// <summary>Notes what Inventory says of a product, unless something later was noted.</summary>
    public async Task SetInStockAsync(Transaction transaction, Guid id, bool inStock, long version, CancellationToken cancel)
    {
        const string sql = """
            WITH known AS (SELECT id, in_stock FROM product WHERE id = @id AND stock_version < @version FOR UPDATE)
            UPDATE product p SET in_stock = @inStock, stock_version = @version FROM known WHERE p.id = known.id
            RETURNING p.in_stock <> known.in_stock
            """;
        if (await transaction.QuerySingleOrDefaultAsync<bool>(sql, new { id, inStock, version }, cancel)) transaction.AfterCommit(cache.Clear);
    }

    /// <summary>Whether it was there to change. Whoever writes reads here what they wrote, before PostgreSQL tells everybody.</summary>
    private async Task<bool> WriteAsync(string sql, object parameters, CancellationToken cancel)
    {
        var changed = await database.ExecuteAsync(sql, parameters, cancel) == 1;
        cache.Clear();
        return changed;
    }

    private Task PublishAsync(Transaction transaction, NewProduct product, CancellationToken cancel) =>
        outbox.PublishAsync(transaction, "product", product.Id, product.ToCreated(), cancel);

    private static Task<TakenSku?> FindAsync(Transaction transaction, string sku, CancellationToken cancel) =>
        transaction.QuerySingleOrDefaultAsync<TakenSku>(
            "SELECT archived FROM product WHERE upper(sku COLLATE \"C\") = @Key", new { Key = Sku.Key(sku) }, cancel);

    /// <summary>What the unique index of slugs and the triggers of former slugs refuse.</summary>
    private static async Task<T> RefuseTakenSlugAsync<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (PostgresException error) when (
            error is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "product_slug_key" or "product_slug_pkey" })
        {
            throw Fault.Invalid("slug", Problem.Taken);
        }
    }
}
