using CommerceKata.Catalog.Words;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;
using NpgsqlTypes;

namespace CommerceKata.Catalog.Import;

/// <summary>How a batch is taken.</summary>
/// <param name="WithImages">Whether the file has a column for pictures.</param>
/// <param name="Restore">Whether archived products are put on sale again where the line does not say.</param>
/// <param name="Currency">The shop's.</param>
internal sealed record ImportRules(bool WithImages, bool Restore, string Currency);

/// <summary>
/// What became of the lines of a batch. Of those that changed some are restored. Those that were archived and stay so
/// without the file saying it are counted by themselves, changed or not. The events tell Inventory of new products.
/// </summary>
internal sealed record ImportedBatch(
    int Created, int Changed, int Restored, int Unchanged, int Archived, IReadOnlyList<RefusedLine> Refused,
    IReadOnlyList<Guid> Events);

/// <summary>All SQL of the import: a batch is one transaction.</summary>
internal sealed class ImportStore(Database database, Outbox outbox, CatalogCache cache, TimeProvider time)
{
    /// <summary>Two imports take turns by batch: "CKIM" in ASCII.</summary>
    private const long TurnKey = 0x434B494D;

    private const string Staging = """
        CREATE TEMP TABLE IF NOT EXISTS import_line (
            id uuid PRIMARY KEY, sku text, slug text, name text, description text, category_slug text, category text,
            price_minor bigint, image_url text, archived boolean)
            ON COMMIT DELETE ROWS
        """;

    private const string Copy = """
        COPY import_line (id, sku, slug, name, description, category_slug, category, price_minor, image_url, archived)
        FROM STDIN (FORMAT BINARY)
        """;

    private const string Categories = """
        INSERT INTO category (id, slug, name)
        SELECT gen_random_uuid(), category_slug, min(category) FROM import_line l
        WHERE category_slug <> '' AND NOT EXISTS (SELECT FROM category c WHERE c.slug = l.category_slug)
        GROUP BY category_slug ORDER BY category_slug
        ON CONFLICT DO NOTHING
        """;

    /// <summary>
    /// A file without pictures leaves those alone that are there; the slug stays, since links lead to it, and so does the SKU as it
    /// is written. Products are named by their ids: joined by SKU, PostgreSQL compared every line with every product, as long as it had not
    /// looked at how many there are.
    /// </summary>
    private const string Change = """
        WITH wanted AS (
            SELECT p.id, l.name, l.description, c.id AS category_id, l.price_minor,
                CASE WHEN @WithImages THEN NULLIF(l.image_url, '') ELSE p.image_url END AS image_url,
                p.archived AS was_archived, COALESCE(l.archived, p.archived AND NOT @Restore) AS archived,
                l.archived IS NULL AS unsaid
            FROM product p JOIN import_line l ON l.id = p.id LEFT JOIN category c ON c.slug = l.category_slug
            WHERE p.id = ANY(@Ids) AND p.currency = @Currency ORDER BY p.id FOR UPDATE OF p),
        written AS (
            UPDATE product p SET name = w.name, description = w.description, category_id = w.category_id,
                price_minor = w.price_minor, image_url = w.image_url, archived = w.archived, updated_at = @Now
            FROM wanted w WHERE p.id = w.id
                AND (p.name, p.description, p.category_id, p.price_minor, p.image_url, p.archived)
                    IS DISTINCT FROM (w.name, w.description, w.category_id, w.price_minor, w.image_url, w.archived)
            RETURNING p.id)
        SELECT count(written.id) FILTER (WHERE NOT (archived AND unsaid))::int AS changed,
            count(*) FILTER (WHERE was_archived AND NOT archived)::int AS restored,
            count(*) FILTER (WHERE archived AND unsaid)::int AS archived
        FROM wanted LEFT JOIN written USING (id)
        """;

    private const string Create = """
        INSERT INTO product (id, sku, slug, name, description, category_id, price_minor, currency, image_url, archived,
            created_at, updated_at, search)
        SELECT l.id, l.sku, l.slug, l.name, l.description, c.id, l.price_minor, @Currency, NULLIF(l.image_url, ''),
            COALESCE(l.archived, false), @Now, @Now, ''
        FROM import_line l LEFT JOIN category c ON c.slug = l.category_slug
        WHERE l.id = ANY(@Ids) ORDER BY l.id
        ON CONFLICT DO NOTHING
        RETURNING id
        """;

    /// <summary>Takes the lines: all that can be, or, if this throws, none.</summary>
    /// <param name="lines">The lines, each SKU once.</param>
    /// <param name="by">How.</param>
    /// <param name="cancel">Ends it, and takes none.</param>
    public Task<ImportedBatch> TakeAsync(IReadOnlyList<ImportLine> lines, ImportRules by, CancellationToken cancel) =>
        database.TransactionAsync(async transaction =>
        {
            await transaction.ExecuteAsync("SELECT pg_advisory_xact_lock(@TurnKey)", new { TurnKey }, cancel);
            var known = await KnownAsync(transaction, lines, cancel);
            var (slugged, refused) = await GiveSlugsAsync(transaction, [.. lines.Where(line => !known.ContainsKey(line.Key))], cancel);
            var there = lines.Where(line => known.ContainsKey(line.Key)).Select(line => line with { Product = line.Product with { Id = known[line.Key] } });
            var (placed, astray) = ImportCategories.Place(
                [.. there.Concat(slugged).OrderBy(line => line.Number)],
                await transaction.QueryAsync<KnownCategory>(ImportCategories.All, null, cancel));
            await StageAsync(transaction, placed, cancel);
            await transaction.ExecuteAsync(Categories, null, cancel);
            var now = time.GetUtcNow().UtcDateTime;
            var (changed, restored, archived) = await transaction.QuerySingleOrDefaultAsync<(int, int, int)>(
                Change, new { Ids = known.Values.ToArray(), by.WithImages, by.Restore, by.Currency, Now = now }, cancel);
            var toCreate = placed.Where(line => !known.ContainsKey(line.Key)).ToList();
            var asked = new { Ids = toCreate.Select(line => line.Product.Id).ToArray(), by.Currency, Now = now };
            var created = (await transaction.QueryAsync<Guid>(Create, asked, cancel)).ToHashSet();
            var late = toCreate.Where(line => !created.Contains(line.Product.Id))
                .Select(line => new RefusedLine(line.Number, line.Product.Sku, ImportColumns.Sku,
                    "was taken by another product just now: import it again"));
            await WordIndex.UpdateAsync(transaction, [.. known.Values, .. created], cancel);
            var fresh = toCreate.Where(line => created.Contains(line.Product.Id));
            var events = await PublishAsync(transaction, fresh, cancel);
            transaction.AfterCommit(cache.Clear);
            var unchanged = placed.Count - toCreate.Count - changed - archived;
            return new ImportedBatch(
                created.Count, changed, restored, unchanged, archived, [.. refused, .. astray, .. late], events);
        }, cancel);

    /// <summary>Once, at the end: what waits beside the search index goes into it, and PostgreSQL looks at what there is now.</summary>
    public Task TidyAsync(CancellationToken cancel) => database.ExecuteAsync(
        "SELECT gin_clean_pending_list('product_found'), gin_clean_pending_list('product_named'); ANALYZE product, search_word", null, cancel);

    /// <summary>Waits for Inventory to open the stock of new products; says of how many it has yet to.</summary>
    public Task<int> OpenedAsync(IReadOnlyList<Guid> events, CancellationToken cancel) =>
        outbox.WaitAsync("Inventory", events, cancel);

    /// <summary>The products that are there, by the keys of their SKUs.</summary>
    private static async Task<Dictionary<string, Guid>> KnownAsync(
        Transaction transaction, IReadOnlyList<ImportLine> lines, CancellationToken cancel)
    {
        const string sql = """SELECT upper(sku COLLATE "C") AS key, id FROM product WHERE upper(sku COLLATE "C") = ANY(@keys)""";
        var there = await transaction.QueryAsync<(string Key, Guid Id)>(sql, new { keys = lines.Select(line => line.Key).ToArray() }, cancel);
        return there.ToDictionary(product => product.Key, product => product.Id);
    }

    private static async Task<(IReadOnlyList<ImportLine> Placed, IReadOnlyList<RefusedLine> Refused)> GiveSlugsAsync(
        Transaction transaction, IReadOnlyList<ImportLine> lines, CancellationToken cancel)
    {
        const string sql = """
            SELECT slug FROM product WHERE slug = ANY(@wishes) UNION ALL SELECT slug FROM product_slug WHERE slug = ANY(@wishes)
            """;
        var wishes = lines.SelectMany(ImportSlugs.Wishes).Distinct().ToArray();
        return ImportSlugs.Give(lines, await transaction.QueryAsync<string>(sql, new { wishes }, cancel));
    }

    private static async Task StageAsync(Transaction transaction, IReadOnlyList<ImportLine> lines, CancellationToken cancel)
    {
        await transaction.ExecuteAsync(Staging, null, cancel);
        await using var copy = await transaction.Connection.BeginBinaryImportAsync(Copy, cancel);
        foreach (var line in lines)
        {
            var product = line.Product;
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(product.Id, NpgsqlDbType.Uuid, cancel);
            foreach (var text in (string[])[product.Sku, product.Slug, product.Name, product.Description, product.CategorySlug, line.Category])
                await copy.WriteAsync(text, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(product.Price.MinorUnits, NpgsqlDbType.Bigint, cancel);
            await copy.WriteAsync(product.ImageUrl, NpgsqlDbType.Text, cancel);
            if (line.Archived is { } archived) await copy.WriteAsync(archived, NpgsqlDbType.Boolean, cancel);
            else await copy.WriteNullAsync(cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    private Task<IReadOnlyList<Guid>> PublishAsync(
        Transaction transaction, IEnumerable<ImportLine> created, CancellationToken cancel) => outbox.PublishManyAsync(
        transaction, "product", [.. created.Select(line => (line.Product.Id, line.Product.ToCreated()))], cancel);
}
