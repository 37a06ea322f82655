using Commerce.Catalog.V1;
using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Catalog.Tests;

/// <summary>Pages while products change under them: whoever stays as they were is met once.</summary>
internal sealed class ChangingListTests : CatalogFixture
{
    [TestCase(ProductOrder.Relevance, true)]
    [TestCase(ProductOrder.Relevance, false)]
    [TestCase(ProductOrder.PriceAsc, true)]
    [TestCase(ProductOrder.PriceDesc, false)]
    [TestCase(ProductOrder.NameAsc, true)]
    [TestCase(ProductOrder.Newest, false)]
    public async Task Walk_meets_each_product_that_stays_once_whatever_comes_goes_and_moves_meanwhile(ProductOrder order, bool forward)
    {
        var word = "z" + string.Concat(Guid.NewGuid().ToString("N").Select(c => (char)('a' + (c % 26))));
        var ids = new List<string>();
        for (var i = 0; i < 30; i++) ids.Add(await CreateAsync(word, i));
        var (staying, leaving, moving) = (ids.Take(18).ToList(), ids.Skip(18).Take(6).ToList(), ids.Skip(24).ToList());

        var met = new List<string>();
        var page = forward ? new PageRequest { First = 4 } : new PageRequest { Last = 4 };
        for (var round = 0; ; round++)
        {
            var response = await Anyone.ListProductsAsync(new() { Search = word, Order = order, Page = page });
            met.AddRange(response.Edges.Select(edge => edge.Product.Id));
            if (!(forward ? response.PageInfo.HasNextPage : response.PageInfo.HasPreviousPage)) break;
            if (forward) page.After = response.PageInfo.EndCursor;
            else page.Before = response.PageInfo.StartCursor;

            await CreateAsync(word, 100 + round);
            if (round < leaving.Count) await Admin.ArchiveProductAsync(new() { Id = leaving[round] });
            if (round < moving.Count)
                await Admin.UpdateProductAsync(new() { Id = moving[round], Name = $"{(char)('a' + (round * 5))} {word} {word}", Price = Usd(round * 700) });
            // The row moves in its table, and stays in the list: the place of the page's last one included.
            await Admin.UpdateProductAsync(new() { Id = staying[round % staying.Count], ImageUrl = $"https://example.com/{round}.png" });
        }

        foreach (var id in staying) met.Count(each => each == id).ShouldBe(1);
        met.Except(moving).GroupBy(id => id).ShouldAllBe(same => same.Count() == 1);
    }

    private static Google.Type.Money Usd(long units) => new Money(units * 100, "USD").ToProto();

    private async Task<string> CreateAsync(string word, int i) => (await Admin.CreateProductAsync(new()
    {
        Sku = $"CH-{Guid.NewGuid():N}".ToUpperInvariant(), Name = $"{(char)('a' + (i * 7 % 26))} thing {(i % 3 == 0 ? word : "")}", Description = i % 2 == 0 ? $"A {word}." : $"This {word} is a {word}.",
        Price = Usd(1 + (i * 37 % 50)),
    })).Product.Id;
}
