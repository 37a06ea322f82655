using Commerce.Catalog.V1;
using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Paging;
using CommerceKata.TestKit;
using GoogleMoney = Google.Type.Money;

namespace CommerceKata.Catalog.Tests;

internal sealed class ListProductsTests : CatalogFixture
{
    [Test]
    public async Task List_on_first_start_has_the_seeded_products_in_their_categories()
    {
        var response = await Anyone.ListProductsAsync(new() { WithTotalCount = true, WithFacets = true });
        response.TotalCount.ShouldBe(64);
        response.Edges.Count.ShouldBe(10);
        response.Facets.Select(facet => facet.Count).ShouldBe(Enumerable.Repeat(8, 8));
    }

    [TestCase(ProductOrder.Newest)]
    [TestCase(ProductOrder.PriceAsc)]
    [TestCase(ProductOrder.PriceDesc)]
    [TestCase(ProductOrder.NameAsc)]
    public async Task Paging_forward_and_backward_meets_every_product_once_in_the_same_order(ProductOrder order)
    {
        var forward = await WalkAsync(order, forward: true);
        var backward = await WalkAsync(order, forward: false);
        forward.Distinct().Count().ShouldBe(64);
        backward.ShouldBe(forward);
    }

    [Test]
    public async Task Sorting_by_price_is_by_price()
    {
        var response = await Anyone.ListProductsAsync(new() { Order = ProductOrder.PriceAsc, Page = new PageRequest { First = 50 } });
        response.Edges.Select(edge => edge.Product.Price.Units).ShouldBeInOrder();
        response.PageInfo.HasNextPage.ShouldBeTrue();
        response.PageInfo.HasPreviousPage.ShouldBeFalse();
    }

    [Test]
    public async Task Search_finds_word_forms_and_ranks_the_name_above_the_description()
    {
        var response = await Anyone.ListProductsAsync(new() { Search = "grinders", WithTotalCount = true });
        response.Edges[0].Product.Sku.ShouldBe("COF-GRN-HND");

        var notebook = await Anyone.ListProductsAsync(new() { Search = "leather" });
        notebook.Edges.Count.ShouldBeGreaterThan(3);
        (await Anyone.ListProductsAsync(new() { Search = "no-such-word-here" })).Edges.ShouldBeEmpty();
    }

    [Test]
    public async Task Search_for_a_category_finds_what_stands_in_it()
    {
        var response = await Anyone.ListProductsAsync(new() { Search = "coffee", WithTotalCount = true });
        response.TotalCount.ShouldBe(8);
        response.Edges.ShouldAllBe(edge => edge.Product.Sku.StartsWith("COF-"));
    }

    [Test]
    public async Task Search_pages_by_relevance_without_repeating_or_skipping()
    {
        var all = await Anyone.ListProductsAsync(new() { Search = "leather or steel", Page = new PageRequest { First = 50 } });
        all.Edges.Count.ShouldBeGreaterThan(6);
        var walked = new List<string>();
        for (var after = ""; ;)
        {
            var page = await Anyone.ListProductsAsync(new() { Search = "leather or steel", Page = new PageRequest { First = 2, After = after } });
            walked.AddRange(page.Edges.Select(edge => edge.Product.Id));
            if (!page.PageInfo.HasNextPage) break;
            after = page.PageInfo.EndCursor;
        }

        walked.ShouldBe(all.Edges.Select(edge => edge.Product.Id));
    }

    [Test]
    public async Task Filters_by_category_and_price_narrow_the_list_and_facets_ignore_the_category()
    {
        var response = await Anyone.ListProductsAsync(new()
        {
            CategorySlugs = { "coffee" }, MinPrice = Usd(10), MaxPrice = Usd(30), WithTotalCount = true, WithFacets = true,
        });
        response.Edges.ShouldAllBe(edge => edge.Product.Sku.StartsWith("COF-") && edge.Product.Price.Units >= 10 && edge.Product.Price.Units <= 30);
        response.TotalCount.ShouldBe(response.Edges.Count);
        response.Facets.Count.ShouldBeGreaterThan(1);
        response.Facets.Single(facet => facet.Category.Slug == "coffee").Count.ShouldBe(response.TotalCount);
    }

    [Test]
    public async Task List_with_bad_input_names_every_field() =>
        await Anyone.ListProductsAsync(new()
        {
            Page = new PageRequest { First = 51, After = "nonsense" },
            Search = new string('x', 201),
            MinPrice = new GoogleMoney { CurrencyCode = "EUR", Units = 1 },
            MaxPrice = new GoogleMoney { CurrencyCode = "USD", Nanos = 1 },
            Order = (ProductOrder)99,
        }).ShouldViolateAsync("first", "after", "search", "min_price", "max_price", "order");

    [TestCase("coffee", "no-such-shelf", "kitchen", "Not a slug", "")]
    [TestCase("no-such-shelf")]
    public async Task Categories_that_there_are_not_are_named_each_in_its_place(params string[] slugs)
    {
        string[] known = ["coffee", "kitchen"];
        await Anyone.ListProductsAsync(new() { CategorySlugs = { slugs } })
            .ShouldViolateAsync([.. slugs.Select((slug, i) => (slug, i)).Where(one => !known.Contains(one.slug))
                .Select(one => $"category_slugs[{one.i}]")]);
        // Also when the page is known already, and with what else is wrong.
        (await Anyone.ListProductsAsync(new() { CategorySlugs = { "coffee", "coffee" } })).Edges.ShouldNotBeEmpty();
        await Anyone.ListProductsAsync(new() { CategorySlugs = { "coffee", "no-such-shelf" }, Search = " " })
            .ShouldViolateAsync("category_slugs[1]", "search");
    }

    [TestCase(" ")]
    [TestCase("\t\n")]
    public async Task Blank_search_is_no_wish_for_everything(string search) =>
        await Anyone.ListProductsAsync(new() { Search = search }).ShouldViolateAsync("search");

    [Test]
    public async Task Search_for_words_that_no_product_has_is_an_empty_list() =>
        (await Anyone.ListProductsAsync(new() { Search = "qwrtzpsdfg" })).Edges.ShouldBeEmpty();

    [TestCase(ProductOrder.PriceAsc, "one")]
    [TestCase(ProductOrder.Newest, "yesterday")]
    [TestCase(ProductOrder.NameAsc, "a\0b")]
    public async Task Cursor_that_somebody_made_up_is_refused(ProductOrder order, string key)
    {
        var cursor = Cursor.Write(ListOf(new() { Order = order }), key, Guid.NewGuid().ToString());
        await Anyone.ListProductsAsync(new() { Order = order, Page = new PageRequest { After = cursor } }).ShouldViolateAsync("after");
        var notAnId = Cursor.Write(ListOf(new() { Order = ProductOrder.PriceAsc }), "1", "1");
        await Anyone.ListProductsAsync(new() { Order = ProductOrder.PriceAsc, Page = new PageRequest { Before = notAnId } }).ShouldViolateAsync("before");
    }

    [Test]
    public async Task Cursor_pages_the_list_that_it_is_of_and_no_other()
    {
        ListProductsRequest[] lists =
        [
            new() { Order = ProductOrder.PriceAsc }, new() { Order = ProductOrder.PriceDesc }, new() { Order = ProductOrder.NameAsc }, new() { Order = ProductOrder.Newest },
            new() { Order = ProductOrder.PriceAsc, InStock = true }, new() { Order = ProductOrder.PriceAsc, InStock = false }, new() { Order = ProductOrder.PriceAsc, MinPrice = Usd(1) },
            new() { Order = ProductOrder.PriceAsc, MaxPrice = Usd(1) }, new() { Order = ProductOrder.PriceAsc, CategorySlugs = { "coffee" } },
            new() { Order = ProductOrder.PriceAsc, CategorySlugs = { "coffee", "kitchen" } }, new() { Order = ProductOrder.PriceAsc, Search = "coffee" }, new() { Search = "coffee" },
        ];
        string Place(ListProductsRequest list) => Cursor.Write(
            ListOf(list), list.Order switch { ProductOrder.Newest => "2026-01-02 12:00:00+00", ProductOrder.NameAsc => "a", _ => "1" }, Guid.NewGuid().ToString());
        foreach (var (written, asked) in lists.SelectMany(written => lists.Select(asked => (written, asked.Clone()))))
        {
            asked.Page = new PageRequest { After = Place(written) };
            if (ListOf(written) == ListOf(asked)) await Anyone.ListProductsAsync(asked);
            else await Anyone.ListProductsAsync(asked).ShouldViolateAsync("after");
        }

        // The sequence of the categories is no matter, and what is left out is what it stands for.
        ListOf(new() { CategorySlugs = { "b", "a", "b" } }).ShouldBe(ListOf(new() { Order = ProductOrder.Newest, Archived = false, CategorySlugs = { "a", "b" } }));
    }

    private static ListName ListOf(ListProductsRequest request) => ProductQuery.Read(request, "USD", new()).Page.List;

    private static GoogleMoney Usd(long units) => new() { CurrencyCode = "USD", Units = units };

    private async Task<List<string>> WalkAsync(ProductOrder order, bool forward)
    {
        var walked = new List<string>();
        var page = forward ? new PageRequest { First = 7 } : new PageRequest { Last = 7 };
        while (true)
        {
            var response = await Anyone.ListProductsAsync(new() { Order = order, Page = page });
            var ids = response.Edges.Select(edge => edge.Product.Id);
            if (forward) walked.AddRange(ids);
            else walked.InsertRange(0, ids);
            if (!(forward ? response.PageInfo.HasNextPage : response.PageInfo.HasPreviousPage)) return walked;
            if (forward) page.After = response.PageInfo.EndCursor;
            else page.Before = response.PageInfo.StartCursor;
        }
    }
}
