using Commerce.Catalog.V1;
using Commerce.Events.V1;
using Commerce.Inventory.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using Google.Protobuf;
using Client = Commerce.Events.V1.EventSubscriberService.EventSubscriberServiceClient;

namespace CommerceKata.Catalog.Tests;

/// <summary>What Inventory says of products, and the filter that it feeds (FB.4).</summary>
internal sealed class AvailabilityTests : CatalogFixture
{
    [Test]
    public async Task Product_is_in_stock_once_Inventory_says_so_and_until_it_says_otherwise()
    {
        var (id, word) = await NewAsync();
        (await InStockAsync(word)).ShouldBeFalse();
        await DeliverAsync(Fact(id, true, 1));
        (await InStockAsync(word)).ShouldBeTrue();
        await DeliverAsync(Fact(id, false, 2));
        (await InStockAsync(word)).ShouldBeFalse();
    }

    [Test]
    public async Task Older_news_that_come_late_or_again_change_nothing()
    {
        var (id, word) = await NewAsync();
        var last = Fact(id, true, 5);
        await DeliverAsync(last, Fact(id, false, 4), Fact(id, false, 5), last);
        (await InStockAsync(word)).ShouldBeTrue();
        await DeliverAsync(Fact(id, false, 6));
        await DeliverAsync(last);
        (await InStockAsync(word)).ShouldBeFalse();
    }

    [Test]
    public async Task News_of_no_product_are_taken_and_poison_is_named_without_holding_up_its_batch()
    {
        var (id, word) = await NewAsync();
        var poison = Fact("not-a-uuid", true, 1);
        var answer = await SendAsync(poison, Fact(Guid.NewGuid().ToString(), true, 1), Fact(id, true, 1));
        answer.Failures.ShouldHaveSingleItem().EventId.ShouldBe(poison.Id);
        (await InStockAsync(word)).ShouldBeTrue();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Filter_by_stock_holds_for_pages_totals_and_facets(bool inStock)
    {
        var products = (await Anyone.ListProductsAsync(new() { Search = "coffee", Page = new() { First = 50 } })).Edges.Select(edge => edge.Product).ToList();
        foreach (var product in products.Take(3)) await DeliverAsync(Fact(product.Id, true, DateTime.UtcNow.Ticks));
        var response = await Anyone.ListProductsAsync(new() { Search = "coffee", InStock = inStock, WithTotalCount = true, WithFacets = true });
        var expected = inStock ? products.Take(3) : products.Skip(3);
        response.Edges.Select(edge => edge.Product.Id).ShouldBe(expected.Select(product => product.Id));
        response.TotalCount.ShouldBe(expected.Count());
        response.Facets.Single().Count.ShouldBe(expected.Count());
    }

    private async Task<(string Id, string Word)> NewAsync()
    {
        var word = "w" + string.Concat(Guid.NewGuid().ToString("N").Select(c => (char)('a' + (c % 26))));
        var request = new CreateProductRequest
        {
            Sku = $"AV-{Guid.NewGuid():N}".ToUpperInvariant(), Name = word, Description = "For a test.", Price = new Money(900, "USD").ToProto(),
        };
        return ((await Admin.CreateProductAsync(request)).Product.Id, word);
    }

    private async Task<bool> InStockAsync(string word)
    {
        var yes = (await Anyone.ListProductsAsync(new() { Search = word, InStock = true })).Edges.Count;
        var no = (await Anyone.ListProductsAsync(new() { Search = word, InStock = false })).Edges.Count;
        (yes + no).ShouldBe(1);
        return yes == 1;
    }

    private static Event Fact(string productId, bool inStock, long version)
    {
        var fact = new AvailabilityChanged { ProductId = productId, InStock = inStock, Version = version };
        return new() { Id = Guid.CreateVersion7().ToString(), Type = AvailabilityChanged.Descriptor.FullName, Payload = fact.ToByteString() };
    }

    private async Task DeliverAsync(params Event[] facts) => (await SendAsync(facts)).Failures.ShouldBeEmpty();

    private async Task<DeliverResponse> SendAsync(params Event[] facts) =>
        await Service.Client<Client>(Who.Service).DeliverAsync(new() { Events = { facts } });
}
