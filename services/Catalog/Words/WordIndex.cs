using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Catalog.Words;

/// <summary>
/// Keeps the words that products are found by. A product whose texts were written has none of its own yet
/// (<c>product.words_version</c>, which a trigger sets to 0): whoever writes calls <see cref="UpdateAsync"/> in the same transaction.
/// </summary>
internal sealed class WordIndex(Database database) : IBackfill
{
    /// <summary>
    /// Of the rules by which words are made. Who changes them raises it, and adds the partial index for it: then all words are made
    /// anew, and a process of the version before leaves the new ones alone.
    /// </summary>
    public const int Version = 1;

    private const int BatchSize = 500;

    /// <inheritdoc />
    public string What => "the words of products";

    /// <summary>Of those of these products whose texts were written, as part of the transaction that wrote them.</summary>
    public static Task<int> UpdateAsync(Transaction transaction, Guid[] ids, CancellationToken cancel) =>
        FoldAsync(transaction, "p.id = ANY(@ids)", ids, ids.Length, cancel);

    /// <summary>Of some products that have none yet: those that were there before, and those that a version before writes.</summary>
    /// <returns>How many; 0 when there are no more.</returns>
    public Task<int> RunBatchAsync(CancellationToken cancel) =>
        database.TransactionAsync(transaction => FoldAsync(transaction, "true", [], BatchSize, cancel), cancel);

    private static async Task<int> FoldAsync(Transaction transaction, string which, Guid[] ids, int most, CancellationToken cancel)
    {
        // A locked row is skipped: its writer makes the words, or the next round does.
        var read = $"""
            SELECT p.id, p.name, p.sku, COALESCE(c.name, '') AS category, p.description
            FROM product p LEFT JOIN category c ON c.id = p.category_id
            WHERE p.words_version < {Version} AND {which} ORDER BY p.id LIMIT @most FOR NO KEY UPDATE OF p SKIP LOCKED
            """;
        // Sorted, so that two who add the same new words wait for each other in one direction only.
        const string write = """
            WITH known AS (
                INSERT INTO search_word AS s (word, triples) SELECT word, string_to_array(triples, ' ') FROM unnest(@Known, @Triples) AS k (word, triples)
                WHERE NOT EXISTS (SELECT FROM search_word had WHERE had.word = k.word AND had.triples IS NOT NULL) ORDER BY word
                ON CONFLICT (word) DO UPDATE SET triples = excluded.triples WHERE s.triples IS NULL)
            UPDATE product p SET search = CAST(w.search AS tsvector), named = CAST(w.named AS tsvector), words_version = @Version
            FROM unnest(@Ids, @Search, @Named) AS w (id, search, named) WHERE p.id = w.id
            """;
        var rows = await transaction.QueryAsync<Texts>(read, new { ids, most }, cancel);
        if (rows.Count == 0) return 0;
        var words = rows.Select(row => ProductWords.Of(row.Name, row.Sku, row.Category, row.Description)).ToList();
        string[] known = [.. words.SelectMany(one => one.Known).Distinct()];
        await transaction.ExecuteAsync(write, new
        {
            Version,
            Ids = rows.Select(row => row.Id).ToArray(),
            Search = words.Select(one => one.Search).ToArray(),
            Named = words.Select(one => one.Named).ToArray(),
            Known = known,
            Triples = known.Select(word => string.Join(' ', Spelling.Triples(WordForms.Plain(word)))).ToArray(),
        }, cancel);
        return rows.Count;
    }

    private sealed record Texts(Guid Id, string Name, string Sku, string Category, string Description);
}
