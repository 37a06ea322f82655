using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using ProtoProduct = Commerce.Catalog.V1.Product;
using Client = Commerce.Catalog.V1.CatalogService.CatalogServiceClient;

namespace CommerceKata.Catalog.Tests;

/// <summary>Products that are taken off sale, found again by an admin, and put on sale as they were.</summary>
internal sealed class ArchivedTests : CatalogFixture
{
    [Test]
    public async Task Restored_product_is_on_every_list_again_as_it_was()
    {
        var product = await CreateAsync("Restorable Samovar");
        var before = await KitchenAsync();
        // Inventory goes on telling of it meanwhile.
        await Admin.ArchiveProductAsync(new() { Id = product.Id });
        (await KitchenAsync()).ShouldBe(before - 1);
        (await FoundAsync("samovar")).ShouldBeEmpty();
        (await FoundAsync("samovra")).ShouldBeEmpty();

        for (var turn = 0; turn < 2; turn++)
        {
            var restored = (await Admin.RestoreProductAsync(new() { Id = product.Id })).Product;
            restored.ShouldBe(product);
            (await KitchenAsync()).ShouldBe(before);
        }

        (await FoundAsync("samovar")).ShouldBe([product.Id]);
        (await FoundAsync("samovra")).ShouldBe([product.Id]);
        (await FoundAsync(product.Sku)).ShouldBe([product.Id]);
        (await Anyone.GetProductAsync(new() { Slug = product.Slug })).Product.ShouldBe(product);
    }

    [Test]
    public async Task What_is_not_there_cannot_be_restored()
    {
        await Admin.RestoreProductAsync(new() { Id = Guid.NewGuid().ToString() }).ShouldFailAsync(StatusCode.NotFound);
        await Admin.RestoreProductAsync(new() { Id = "x" }).ShouldViolateAsync("id");
    }

    [Test]
    public async Task Admin_finds_what_is_archived_by_every_order_filter_and_search()
    {
        string[] names = ["Relic Amphora", "Relic Bowl", "Relic Chalice"];
        List<ProtoProduct> relics = [];
        foreach (var name in names) relics.Add(await CreateAsync(name, 100 * (relics.Count + 1)));
        var onSale = await CreateAsync("Relic Dish", 50);
        foreach (var relic in relics) await Admin.ArchiveProductAsync(new() { Id = relic.Id });

        foreach (var order in Enum.GetValues<ProductOrder>())
        {
            var page = await Admin.ListProductsAsync(new()
            {
                Archived = true, Search = "relic", Order = order, WithTotalCount = true, WithFacets = true,
            });
            page.Edges.Select(edge => edge.Product.Name).ShouldBe(names, ignoreOrder: true);
            (page.TotalCount, page.Facets.Single().Count).ShouldBe((3, 3));
            page.Edges.ShouldAllBe(edge => edge.Product.Archived);
        }

        (await NamesAsync(new() { Archived = true, Order = ProductOrder.PriceAsc, CategorySlugs = { "kitchen" } }))
            .Intersect(names).ShouldBe(names);
        (await NamesAsync(new() { Archived = true, Search = "relic", MinPrice = Usd(200), MaxPrice = Usd(200) }))
            .ShouldBe(["Relic Bowl"]);
        (await NamesAsync(new() { Archived = true, Search = "amphroa" })).ShouldBe(["Relic Amphora"]);
        (await NamesAsync(new() { Archived = true, Search = relics[2].Sku })).ShouldBe(["Relic Chalice"]);
        (await NamesAsync(new() { Archived = false, Search = "relic" })).ShouldBe([onSale.Name]);
        (await NamesAsync(new() { Search = "relic" })).ShouldBe([onSale.Name]);

        // Page by page, both ways.
        var first = await Admin.ListProductsAsync(new() { Archived = true, Search = "relic", Page = new() { First = 2 } });
        var rest = await Admin.ListProductsAsync(
            new() { Archived = true, Search = "relic", Page = new() { First = 2, After = first.PageInfo.EndCursor } });
        first.Edges.Concat(rest.Edges).Select(edge => edge.Product.Name).ShouldBe(names, ignoreOrder: true);
    }

    [Test]
    public async Task Only_an_admin_may_say_whether_archived_products_are_listed([Values] bool archived)
    {
        Client[] others = [Anyone, .. new[] { Who.Guest, Who.Customer, Who.Service }.Select(who => Service.Client<Client>(who))];
        foreach (var other in others)
            await other.ListProductsAsync(new() { Archived = archived }).ShouldFailAsync(StatusCode.PermissionDenied);
        await Admin.ListProductsAsync(new() { Archived = archived });
    }

    [Test]
    public async Task Sku_of_an_archived_product_is_taken_and_the_answer_says_that_it_is_archived()
    {
        var product = await CreateAsync("Taken Once");
        var request = Request("Taken Twice", 100);
        request.Sku = product.Sku;
        (await Admin.CreateProductAsync(request)).SkuTaken.ShouldBe(new SkuTaken { Sku = product.Sku });
        await Admin.ArchiveProductAsync(new() { Id = product.Id });
        (await Admin.CreateProductAsync(request)).SkuTaken.ShouldBe(new SkuTaken { Sku = product.Sku, Archived = true });
    }

    private async Task<ProtoProduct> CreateAsync(string name, long minor = 1_000) =>
        (await Admin.CreateProductAsync(Request(name, minor))).Product;

    private static CreateProductRequest Request(string name, long minor) => new()
    {
        Sku = $"AR-{Guid.NewGuid():N}".ToUpperInvariant()[..20], Name = name, Description = "For a test.", CategorySlug = "kitchen",
        Price = Usd(minor),
    };

    private static Google.Type.Money Usd(long minor) => new Money(minor, "USD").ToProto();

    private async Task<int> KitchenAsync() =>
        (await Anyone.ListCategoriesAsync(new())).Categories.Single(category => category.Slug == "kitchen").ProductCount;

    private async Task<IReadOnlyList<string>> FoundAsync(string search) =>
        [.. (await Anyone.ListProductsAsync(new() { Search = search })).Edges.Select(edge => edge.Product.Id)];

    private async Task<IReadOnlyList<string>> NamesAsync(ListProductsRequest request) =>
        [.. (await Admin.ListProductsAsync(request)).Edges.Select(edge => edge.Product.Name)];
}
