using Commerce.Catalog.V1;
using Commerce.Inventory.V1;
using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Tests;

internal sealed class CatalogTests : DoorFixture
{
    private const string Page = "query($first: Int) { products(first: $first) { nodes { id name available category { name } } } }";

    [TestCase(1)]
    [TestCase(50)]
    public async Task Products_with_category_and_available_take_two_calls_however_many_there_are(int rows)
    {
        Shop.On<ListProductsRequest>(request => List(
            Enumerable.Range(0, request.Page.First).Select(i => Some.Product(name: $"{i}", categoryId: Some.Id()))));
        Shop.On<BatchGetAvailabilityRequest>(AllAvailable);

        var answer = await Door.AskAsync(Page, new { first = rows });

        answer.Data();
        answer[$"products.nodes.{rows - 1}.category.name"].ShouldBe("Shelf");
        answer[$"products.nodes.{rows - 1}.available"].ShouldBe("7");
        Shop.Calls.Count.ShouldBe(2);
        Shop.Asked<BatchGetAvailabilityRequest>().Single().ProductIds.Count.ShouldBe(rows);
    }

    [TestCase(1)]
    [TestCase(50)]
    public async Task Categories_that_do_not_come_with_their_products_take_one_more_call(int rows)
    {
        var categories = Enumerable.Range(0, 5).Select(i => new Category { Id = Some.Id(), Name = $"Shelf {i}" }).ToList();
        Shop.On<ListProductsRequest>(request => List(
            Enumerable.Range(0, request.Page.First).Select(i => Bare(Some.Product(name: $"{i}", categoryId: categories[i % 5].Id)))));
        Shop.On<BatchGetCategoriesRequest>(request => new BatchGetCategoriesResponse
        {
            Categories = { categories.Where(category => request.Ids.Contains(category.Id)) },
        });
        Shop.On<BatchGetAvailabilityRequest>(AllAvailable);

        var answer = await Door.AskAsync(Page, new { first = rows });

        answer.Data();
        answer[$"products.nodes.{rows - 1}.category.name"].ShouldBe($"Shelf {(rows - 1) % 5}");
        answer[$"products.nodes.{rows - 1}.available"].ShouldBe("7");
        Shop.Calls.Count.ShouldBe(3);
        Shop.Asked<BatchGetCategoriesRequest>().Single().Ids.Count.ShouldBe(Math.Min(rows, 5));
        Shop.Asked<BatchGetAvailabilityRequest>().Single().ProductIds.Count.ShouldBe(rows);
    }

    [Test]
    public async Task Product_shows_what_the_catalog_knows()
    {
        var product = Some.Product(price: 12.5m);
        Shop.On<GetProductRequest>(_ => new GetProductResponse { Product = product });

        var answer = await Door.AskAsync(
            "{ productBySlug(slug: \"kettle\") { __typename id sku slug name description imageUrl archived createdAt category { id } price { amount currency } } }");

        answer.Data().GetProperty("productBySlug").ToString().ShouldBe(
            $$$"""
            {"__typename":"Product","id":"{{{Some.Global("Product", product.Id)}}}","sku":"KET-1","slug":"kettle","name":"Kettle","description":"Boils.","imageUrl":null,"archived":false,"createdAt":"2026-01-02T12:00:00Z","category":null,"price":{"amount":"12.50","currency":"USD"}}
            """);
    }

    [TestCase("archived: true", true)]
    [TestCase("archived: false", false)]
    [TestCase("archived: null", null)]
    [TestCase("inStock: true", null)]
    public async Task Products_asks_for_archived_ones_only_if_the_filter_does(string where, bool? archived)
    {
        Shop.On<ListProductsRequest>(_ => List([]));
        (await Door.AskAsync($"{{ products(where: {{ {where} }}) {{ nodes {{ id }} }} }}")).Data();
        var request = Shop.Asked<ListProductsRequest>().Single();
        (request.HasArchived ? request.Archived : (bool?)null).ShouldBe(archived);
    }

    [Test]
    public async Task Products_passes_every_argument_on()
    {
        Shop.On<ListProductsRequest>(_ => List([]));

        var answer = await Door.AskAsync(
            """
            { products(search: "tea", where: { categorySlugs: ["kitchen"], minPrice: "1.50", maxPrice: 20, inStock: false }, order: PRICE_DESC, last: 5, before: "c") {
                nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } correctedSearch } }
            """);

        answer.Data().GetProperty("products").ToString().ShouldBe(
            """{"nodes":[],"edges":[],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":null,"endCursor":null},"correctedSearch":null}""");
        Shop.Asked<ListProductsRequest>().Single().ShouldBe(new ListProductsRequest
        {
            Search = "tea",
            CategorySlugs = { "kitchen" },
            MinPrice = Some.Usd(1.50m),
            MaxPrice = Some.Usd(20),
            InStock = false,
            Order = ProductOrder.PriceDesc,
            Page = new PageRequest { Last = 5, Before = "c" },
        });
    }

    [Test]
    public async Task Category_counts_its_products_only_where_that_is_shown_and_in_one_call_for_all()
    {
        var categories = Enumerable.Range(0, 3).Select(i => new Category { Id = Some.Id(), Name = $"Shelf {i}" }).ToList();
        Shop.On<ListProductsRequest>(_ => List(categories.Select(category => Some.Product(categoryId: category.Id))));
        Shop.On<BatchGetCategoriesRequest>(request => new BatchGetCategoriesResponse
        {
            Categories =
            {
                categories.Select((category, i) => request.WithProductCounts
                    ? new Category { Id = category.Id, Name = category.Name, ProductCount = i } : category),
            },
        });
        (await Door.AskAsync("{ products { nodes { category { name } } } }")).Data();
        Shop.Asked<BatchGetCategoriesRequest>().ShouldBeEmpty();
        var answer = await Door.AskAsync("{ products { nodes { category { productCount } } } }");
        answer["products.nodes"].ShouldBe("[{'category':{'productCount':0}},{'category':{'productCount':1}},{'category':{'productCount':2}}]");
        Shop.Asked<BatchGetCategoriesRequest>().Count(request => request.WithProductCounts).ShouldBe(1);
    }

    [Test]
    public async Task Products_says_which_words_it_looked_for_instead()
    {
        Shop.On<ListProductsRequest>(request => new ListProductsResponse { PageInfo = new(), CorrectedSearch = request.HasInStock ? "" : "grinder" });
        var answer = await Door.AskAsync("{ products(search: \"gridner\") { correctedSearch } }");
        answer["products.correctedSearch"].ShouldBe("grinder");
    }

    [TestCase("nodes { id }", false, false)]
    [TestCase("totalCount", true, false)]
    [TestCase("all: totalCount ...F } } fragment F on ProductConnection { facets { count category { productCount } ", true, true)]
    [TestCase("nodes { id } totalCount @skip(if: true)", false, false)]
    public async Task Products_counts_only_what_the_query_shows(string selection, bool total, bool facets)
    {
        Shop.On<ListProductsRequest>(_ => List([]));
        var document = "{ products { " + selection + " } }";

        (await Door.AskAsync(document)).Data();

        var asked = Shop.Asked<ListProductsRequest>().Single();
        (asked.WithTotalCount, asked.WithFacets).ShouldBe((total, facets));
    }

    [Test]
    public async Task Product_that_is_not_there_is_null_without_an_error()
    {
        Shop.On<GetProductRequest>(_ => throw Fault.NotFound("product"));
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse());
        var answer = await Door.AskAsync(
            "query($id: ID!) { productBySlug(slug: \"none\") { id } productById(id: $id) { id } }", new { id = Some.Global("Product", Some.Id()) });
        answer.Data().ToString().ShouldBe("""{"productBySlug":null,"productById":null}""");
    }

    [Test]
    public async Task Product_by_the_id_of_something_else_is_an_error_that_names_the_field()
    {
        var answer = await Door.AskAsync("query($id: ID!) { productById(id: $id) { id } }", new { id = Some.Global("Order", Some.Id()) });
        var error = answer.Errors.Single();
        (error.Code, error.Path, error.Message)
            .ShouldBe(("INVALID_INPUT", "productById", "id must be the id of a product"));
    }

    [Test]
    public async Task Price_filter_that_the_currency_cannot_hold_is_an_error_that_names_the_field()
    {
        var answer = await Door.AskAsync("{ products(where: { minPrice: \"0.001\" }) { nodes { id } } }");
        answer.Errors.Single().Message.ShouldBe("where.minPrice must be an amount of USD");
    }

    [Test]
    public async Task Categories_lists_them_all()
    {
        Shop.On<ListCategoriesRequest>(_ => new ListCategoriesResponse { Categories = { new Category { Id = Some.Id(), Name = "Tea", Slug = "tea", ProductCount = 8 } } });
        var answer = await Door.AskAsync("{ categories { slug name productCount } }");
        answer.Data().ToString().ShouldBe("""{"categories":[{"slug":"tea","name":"Tea","productCount":8}]}""");
    }

    /// <summary>As the version before sends it.</summary>
    private static Product Bare(Product product)
    {
        product.Category = null;
        return product;
    }

    private static ListProductsResponse List(IEnumerable<Product> products) => new()
    {
        Edges = { products.Select(product => new ProductEdge { Cursor = product.Name, Product = product }) },
        PageInfo = new PageInfo { HasNextPage = true },
    };

    private static BatchGetAvailabilityResponse AllAvailable(BatchGetAvailabilityRequest request) => new()
    {
        Availability = { request.ProductIds.Select(id => new Availability { ProductId = id, Available = 7 }) },
    };
}
