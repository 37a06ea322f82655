using Commerce.Catalog.V1;
using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Catalog.Tests;

/// <summary>What people type, and what they find (R5.2).</summary>
internal sealed class SearchTests : CatalogFixture
{
    [TestCase("g", "COF-GRN-HND")]
    [TestCase("G", "COF-GRN-HND")]
    [TestCase("knives", "KIT-KNF-CHF")]
    [TestCase("knives", "OUT-KNF-FLD")]
    [TestCase("gr", "COF-GRN-HND")]
    [TestCase("grin", "COF-GRN-HND")]
    [TestCase("grinders", "COF-GRN-HND")]
    [TestCase("hand grin", "COF-GRN-HND")]
    [TestCase("insulat", "OUT-BTL-750")]
    [TestCase("pour-ov", "COF-V60-02")]
    [TestCase("tent or turnta", "OUT-TNT-2P")]
    [TestCase("tent or turnta", "AUD-TRN-BLT")]
    public async Task Search_finds_a_product_while_its_name_is_being_typed(string typed, params string[] skus)
    {
        var found = await SkusAsync(typed);
        foreach (var sku in skus) found.ShouldContain(sku);
    }

    [Test]
    public async Task Search_for_a_half_typed_word_needs_the_other_words_too()
    {
        (await SkusAsync("beeswax candl")).ShouldBe(["HOM-CND-BEE"]);
        (await SkusAsync("beeswax turnta")).ShouldBeEmpty();
        (await SkusAsync("wool blan")).ShouldBe(["HOM-BLK-WOL"]);
    }

    [Test]
    public async Task Search_for_a_phrase_finds_just_those_words_in_that_order()
    {
        (await SkusAsync("\"pepper mill\"")).ShouldBe(["KIT-MIL-PEP"]);
        (await SkusAsync("\"mill pepper\"")).ShouldBeEmpty();
        // A phrase that is still open is one all the same.
        (await SkusAsync("\"pepper mil")).ShouldBeEmpty();
    }

    [Test]
    public async Task Search_leaves_out_words_after_a_dash()
    {
        var all = await SkusAsync("coffee");
        (await SkusAsync("coffee -decaf")).ShouldBe(all.Except(["COF-DEC-250"]), ignoreOrder: true);
    }

    [TestCase("COF-GRN-HND", "COF-GRN-HND")]
    [TestCase("cof-grn-hnd", "COF-GRN-HND")]
    [TestCase("bag-wal", "BAG-WAL-BIF")]
    [TestCase("OUT-TNT-2", "OUT-TNT-2P")]
    public async Task Search_for_a_SKU_or_its_beginning_finds_it(string typed, string sku) => (await SkusAsync(typed)).ShouldBe([sku]);

    [TestCase("gridner", "grinder", "COF-GRN-HND")]
    [TestCase("espreso", "espresso", "COF-ESP-1000")]
    [TestCase("peper mill", "pepper mill", "KIT-MIL-PEP")]
    [TestCase("hedphones", "headphones", "AUD-HDP-OVR")]
    [TestCase("kinfe", "knife", "KIT-KNF-CHF")]
    [TestCase("Turntabel", "turntable", "AUD-TRN-BLT")]
    public async Task Search_that_finds_nothing_is_corrected_and_says_so(string typed, string corrected, string sku)
    {
        var response = await Anyone.ListProductsAsync(new() { Search = typed, WithTotalCount = true, WithFacets = true });
        response.CorrectedSearch.ShouldBe(corrected);
        response.Edges.Select(edge => edge.Product.Sku).ShouldContain(sku);
        response.TotalCount.ShouldBe(response.Edges.Count);
        response.Facets.Sum(facet => facet.Count).ShouldBe(response.TotalCount);
    }

    [TestCase("xyzzyplugh")]
    [TestCase("gridner xyzzyplugh")]
    [TestCase("tent turntable")]
    [TestCase("\"\"")]
    [TestCase("grinder tent")]
    [TestCase("' ; DROP TABLE product; --")]
    [TestCase(":*&|!()<->")]
    [TestCase("\\")]
    public async Task Search_for_what_cannot_be_found_finds_nothing_and_corrects_nothing(string typed)
    {
        var response = await Anyone.ListProductsAsync(new() { Search = typed, WithTotalCount = true, WithFacets = true });
        (response.Edges.Count, response.TotalCount, response.Facets.Count, response.CorrectedSearch).ShouldBe((0, 0, 0, ""));
    }

    [Test]
    public async Task Search_whose_filters_leave_nothing_is_not_corrected()
    {
        var response = await Anyone.ListProductsAsync(new() { Search = "grinder", CategorySlugs = { "audio" }, WithFacets = true });
        (response.Edges.Count, response.CorrectedSearch).ShouldBe((0, ""));
        // Where it would be found without the filter is still told.
        response.Facets.Single().Category.Slug.ShouldBe("coffee");
    }

    [Test]
    public async Task Corrected_search_pages_like_any_other_and_its_end_is_not_taken_for_a_mistake()
    {
        var walked = new List<string>();
        var page = new PageRequest { First = 1 };
        while (true)
        {
            var response = await Anyone.ListProductsAsync(new() { Search = "leathr", Page = page });
            response.CorrectedSearch.ShouldBe("leather");
            walked.AddRange(response.Edges.Select(edge => edge.Product.Sku));
            if (!response.PageInfo.HasNextPage) break;
            page.After = response.PageInfo.EndCursor;
        }

        walked.ShouldBe(await SkusAsync("leather"));
        var last = await Anyone.ListProductsAsync(new() { Search = "grinder", Page = new() { First = 50 } });
        var beyond = await Anyone.ListProductsAsync(new() { Search = "grinder", WithTotalCount = true, Page = new() { After = last.PageInfo.EndCursor } });
        (beyond.Edges.Count, beyond.CorrectedSearch, beyond.TotalCount, beyond.PageInfo.HasPreviousPage).ShouldBe((0, "", 1, true));
    }

    [Test]
    public async Task Word_of_archived_products_only_is_no_correction()
    {
        var harp = (await Admin.CreateProductAsync(New("ARC-HARP", "Glockenspiel"))).Product;
        (await Anyone.ListProductsAsync(new() { Search = "glokenspiel" })).CorrectedSearch.ShouldBe("glockenspiel");
        await Admin.ArchiveProductAsync(new() { Id = harp.Id });
        var response = await Anyone.ListProductsAsync(new() { Search = "glokenspiel", WithTotalCount = true });
        (response.Edges.Count, response.TotalCount, response.CorrectedSearch).ShouldBe((0, 0, ""));
        (await SkusAsync("ARC-HARP")).ShouldBeEmpty();
        (await Anyone.GetProductAsync(new() { Slug = harp.Slug })).Product.Archived.ShouldBeTrue();
    }

    [Test]
    public async Task Correction_goes_on_with_a_half_typed_word()
    {
        var half = await Anyone.ListProductsAsync(new() { Search = "gridner han" });
        half.CorrectedSearch.ShouldBe("grinder han");
        half.Edges.Select(edge => edge.Product.Sku).ShouldContain("COF-GRN-HND");
    }

    private static CreateProductRequest New(string sku, string name) =>
        new() { Sku = sku, Name = name, Description = "For a test.", Price = new Money(900, "USD").ToProto() };

    private async Task<IEnumerable<string>> SkusAsync(string typed)
    {
        var response = await Anyone.ListProductsAsync(new() { Search = typed, Page = new() { First = 50 } });
        response.CorrectedSearch.ShouldBeEmpty();
        return response.Edges.Select(edge => edge.Product.Sku);
    }
}
