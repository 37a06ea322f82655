using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Client = Commerce.Catalog.V1.CatalogService.CatalogServiceClient;

namespace CommerceKata.Catalog.Tests;

/// <summary>What a replica keeps of the catalog, and how it hears that another one changed it.</summary>
[NonParallelizable]
internal sealed class CacheTests : CatalogFixture
{
    private TestService _other = null!;
    private Client _otherAdmin = null!;

    private CatalogCache Cache => Service.Services.GetRequiredService<CatalogCache>();

    private Database Database => Service.Services.GetRequiredService<Database>();

    [OneTimeSetUp]
    public async Task StartAnotherAsync()
    {
        _other = await TestService.StartOnAsync(CatalogHost.Build, Service.ConnectionString);
        _otherAdmin = _other.Client<Client>(ServiceDefaults.Auth.Who.Admin);
    }

    [OneTimeTearDown]
    public Task StopAnotherAsync() => _other.StopAsync();

    [SetUp]
    public Task OpenAsync() => Eventually.HoldsAsync(() => Task.FromResult(Cache.Now is not null), "the cache to open");

    [Test]
    public async Task What_was_read_is_not_read_again()
    {
        // One that was there before: the notification of a new one might still be on its way, and empty the cache.
        var product = (await Anyone.ListProductsAsync(new() { Search = "KIT-KNF-CHF" })).Edges.Single().Product;
        await WarmAsync(product);
        var ids = new BatchGetProductsRequest { Ids = { product.Id } };
        // Past the triggers, which only a session of the owner's can do: nobody hears of it.
        await Database.TransactionAsync(async sql =>
        {
            await sql.ExecuteAsync("SET LOCAL session_replication_role = replica", null, default);
            await sql.ExecuteAsync("UPDATE product SET name = 'Nobody told' WHERE id = @Id", new { Id = Guid.Parse(product.Id) }, default);
        }, default);
        (await Anyone.GetProductAsync(new() { Id = product.Id })).Product.Name.ShouldBe(product.Name);
        (await Anyone.GetProductAsync(new() { Slug = product.Slug })).Product.Name.ShouldBe(product.Name);
        (await Anyone.BatchGetProductsAsync(ids)).Products.Single().Name.ShouldBe(product.Name);
        var listed = await Anyone.ListProductsAsync(new() { Search = product.Sku });
        listed.Edges.Single().Product.Name.ShouldBe(product.Name);
        Cache.Clear();
        (await Anyone.BatchGetProductsAsync(ids)).Products.Single().Name.ShouldBe("Nobody told");
    }

    [Test]
    public async Task Own_change_is_seen_at_once_and_everywhere()
    {
        var product = (await Admin.CreateProductAsync(NewProduct("Own"))).Product;
        for (var price = 1; price <= 20; price++)
        {
            await WarmAsync(product);
            await Admin.UpdateProductAsync(new() { Id = product.Id, Price = new Money(price, "USD").ToProto() });
            (await PricesAsync(product)).ShouldAllBe(minor => minor == price);
        }
    }

    [Test]
    public async Task Change_of_another_replica_is_heard_of()
    {
        var product = (await Admin.CreateProductAsync(NewProduct("Elsewhere"))).Product;
        await WarmAsync(product);
        await _otherAdmin.UpdateProductAsync(new() { Id = product.Id, Price = new Money(777, "USD").ToProto() });
        await Eventually.HoldsAsync(async () => (await PricesAsync(product)).All(minor => minor == 777), "the new price", TimeSpan.FromSeconds(5));
        await _otherAdmin.ArchiveProductAsync(new() { Id = product.Id });
        await Eventually.HoldsAsync(
            async () => (await Anyone.ListProductsAsync(new() { Search = product.Sku })).Edges.Count == 0, "the list without it", TimeSpan.FromSeconds(5));
    }

    [Test]
    public async Task Count_of_a_category_follows_its_products()
    {
        var before = await KitchenAsync();
        var product = (await _otherAdmin.CreateProductAsync(NewProduct("Counted"))).Product;
        await Eventually.HoldsAsync(async () => await KitchenAsync() == before + 1, "one more", TimeSpan.FromSeconds(5));
        await Admin.ArchiveProductAsync(new() { Id = product.Id });
        (await KitchenAsync()).ShouldBe(before);
    }

    [Test]
    public async Task Nothing_is_kept_while_nobody_listens_and_again_once_somebody_does()
    {
        var product = (await Admin.CreateProductAsync(NewProduct("Deaf"))).Product;
        await WarmAsync(product);
        var known = Cache.Now;
        await EndListenersAsync(Database);
        await Eventually.HoldsAsync(() => Task.FromResult(Cache.Now != known), "the listener to notice");
        // Changes past every process: closed or open again, they must be seen.
        for (var price = 500; price < 520; price++)
        {
            await WarmAsync(product);
            await Database.ExecuteAsync("UPDATE product SET price_minor = @price WHERE id = @Id", new { price, Id = Guid.Parse(product.Id) }, default);
            await Eventually.HoldsAsync(async () => (await PricesAsync(product)).All(minor => minor == price), "the new price", TimeSpan.FromSeconds(5));
        }

        await OpenAsync();
    }

    /// <summary>The clock stands still: it is not the next try to listen that closes it.</summary>
    [Test]
    public async Task Cache_is_closed_as_soon_as_nobody_listens()
    {
        var (cache, services) = (new CatalogCache(), Service.Services);
        using var changes = new CatalogChanges(
            services.GetRequiredService<ListenConnections>(), Database, cache, new StoppedClock(), services.GetRequiredService<ILogger<CatalogChanges>>());
        await changes.StartAsync(default);
        await Eventually.HoldsAsync(() => Task.FromResult(cache.Now is not null), "the cache to open");
        await EndListenersAsync(Database);
        await Eventually.HoldsAsync(() => Task.FromResult(cache.Now is null), "the cache to close");
        await changes.StopAsync(default);
    }

    [Test]
    public async Task Nothing_is_kept_before_the_triggers_are_there()
    {
        await using var service = await TestService.StartAsync(CatalogHost.Build);
        var (cache, database) = (service.Services.GetRequiredService<CatalogCache>(), service.Services.GetRequiredService<Database>());
        await Eventually.HoldsAsync(() => Task.FromResult(cache.Now is not null), "the cache to open");
        await database.ExecuteAsync("ALTER TABLE product DISABLE TRIGGER tell_product_changed", null, default);
        await EndListenersAsync(database);
        await Eventually.HoldsAsync(() => Task.FromResult(cache.Now is null), "the cache to close");
        await database.ExecuteAsync("ALTER TABLE product ENABLE TRIGGER tell_product_changed", null, default);
        await Eventually.HoldsAsync(() => Task.FromResult(cache.Now is not null), "the cache to open again");
    }

    [Test]
    public void What_was_read_before_a_change_is_not_kept_after_it()
    {
        var cache = new CatalogCache();
        cache.Now.ShouldBeNull();
        cache.Clear();
        cache.Now.ShouldBeNull();
        cache.Open();
        var before = cache.Now!;
        cache.Clear();
        before.Keep("key", "old", 10);
        cache.Now!.TryFind<string>("key", out _).ShouldBeFalse();
        cache.Close();
        cache.Now.ShouldBeNull();
    }

    private static Task<int> EndListenersAsync(Database database) => database.ExecuteAsync(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'", null, default);

    private async Task<int> KitchenAsync() =>
        (await Anyone.ListCategoriesAsync(new())).Categories.Single(category => category.Slug == "kitchen").ProductCount;

    private Task WarmAsync(Commerce.Catalog.V1.Product product) => PricesAsync(product);

    private async Task<IReadOnlyList<long>> PricesAsync(Commerce.Catalog.V1.Product product) =>
    [
        Minor((await Anyone.GetProductAsync(new() { Id = product.Id })).Product),
        Minor((await Anyone.GetProductAsync(new() { Slug = product.Slug })).Product),
        Minor((await Anyone.BatchGetProductsAsync(new() { Ids = { product.Id } })).Products.Single()),
        Minor((await Anyone.ListProductsAsync(new() { Search = product.Sku })).Edges.Single().Product),
    ];

    private static long Minor(Commerce.Catalog.V1.Product product) => Money.FromProto(product.Price).MinorUnits;

    private static CreateProductRequest NewProduct(string name) => new()
    {
        Sku = $"CA-{Guid.NewGuid():N}".ToUpperInvariant()[..20], Name = name, Description = "For a test.", CategorySlug = "kitchen",
        Price = new Money(1250, "USD").ToProto(),
    };
}
