using System.Text.RegularExpressions;

namespace CommerceKata.Catalog.Tests;

/// <summary>What docs/search.md says is found, is.</summary>
internal sealed partial class SearchExamplesTests : CatalogFixture
{
    [TestCaseSource(nameof(Examples))]
    public async Task Example_in_the_docs_is_true(string typed, string found)
    {
        var response = await Anyone.ListProductsAsync(new() { Search = typed, Page = new() { First = 50 } });
        var skus = response.Edges.Select(edge => edge.Product.Sku).ToList();
        foreach (var equals in found.Split('>').Select(group => group.Split(',', StringSplitOptions.TrimEntries)))
        {
            skus.Take(equals.Length).ShouldBe(equals, ignoreOrder: true);
            skus.RemoveRange(0, equals.Length);
        }

        skus.ShouldBeEmpty();
    }

    [Test]
    public void Docs_have_examples() => Examples().Count().ShouldBeGreaterThan(8);

    private static IEnumerable<TestCaseData> Examples() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "search.md")).Select(line => Row().Match(line)).Where(row => row.Success)
            .Select(row => new TestCaseData(row.Groups["typed"].Value, row.Groups["found"].Value));

    [GeneratedRegex(@"^\| `(?<typed>[^`]+)` \| (?<found>[A-Z0-9 ,>-]+) \|")]
    private static partial Regex Row();
}
