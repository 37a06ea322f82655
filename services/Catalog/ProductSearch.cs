namespace CommerceKata.Catalog;

/// <summary>
/// Finds what somebody may have meant: a SKU, else the words as typed, else, where no product matches those, the nearest words
/// that one does.
/// </summary>
internal sealed class ProductSearch(ProductListStore store, CatalogCache cache, TimeProvider time)
{
    /// <summary>One page of products.</summary>
    public async Task<ProductPage> FindAsync(ProductQuery query, CancellationToken cancel)
    {
        var typed = query.Typed;
        if (typed.Length == 0) return await CachedAsync(query, () => store.ListAsync(query, null, cancel));
        var started = time.GetTimestamp();
        var outcome = "error";
        try
        {
            var page = await CachedAsync(query, () => FindAsync(query, typed, cancel));
            outcome = page == ProductPage.Empty ? "none" : page.CorrectedSearch.Length == 0 ? "found" : "corrected";
            return page;
        }
        finally
        {
            CatalogMetrics.Searched(outcome, time.GetElapsedTime(started));
        }
    }

    /// <summary>Empty pages are not kept: there is no end of what does not exist.</summary>
    private Task<ProductPage> CachedAsync(ProductQuery query, Func<Task<ProductPage>> find) =>
        cache.GetAsync(query.Key, find, page => page.Rows.Count == 0 ? 0 : page.Size);

    private async Task<ProductPage> FindAsync(ProductQuery query, string typed, CancellationToken cancel)
    {
        if (SearchText.AsSku(typed) is { } sku && await TryAsync(query, sku, cancel) is { } bySku) return bySku;
        var words = SearchText.Of(typed);
        if (words.IsEmpty) return ProductPage.Empty;
        if (await TryAsync(query, words, cancel) is { } asTyped) return asTyped;

        if (words.Words.Count == 0) return ProductPage.Empty;
        var alike = await store.AlikeAsync(words, query.Archived, cancel);
        if (Spelling.Correct(words, alike) is not { } better) return ProductPage.Empty;
        // The last word may be the corrected one, or one that is still being typed.
        var corrected = await TryAsync(query, SearchText.Exactly(better), cancel) ?? await TryAsync(query, SearchText.Of(better), cancel);
        return corrected is null ? ProductPage.Empty : corrected with { CorrectedSearch = better };
    }

    /// <summary>
    /// The page; null when no product matches the text at all. Filters and the place of the page do not count: what they leave out
    /// was typed right.
    /// </summary>
    private async Task<ProductPage?> TryAsync(ProductQuery query, SearchText text, CancellationToken cancel)
    {
        var page = await store.ListAsync(query, text, cancel);
        return page.Rows.Count > 0 || await store.AnyAsync(text, query.Archived, cancel) ? page : null;
    }
}
