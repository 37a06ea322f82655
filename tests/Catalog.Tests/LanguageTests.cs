using System.Text.RegularExpressions;
using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Npgsql;
using Client = Commerce.Catalog.V1.CatalogService.CatalogServiceClient;

namespace CommerceKata.Catalog.Tests;

/// <summary>Names as the world writes them are found, whatever the locale of the database (issue 15). The examples stand in docs/search.md.</summary>
[TestFixture("C")]
[TestFixture("C.UTF-8")]
internal sealed partial class LanguageTests(string locale)
{
    private readonly Dictionary<string, string> _skus = [];
    private TestService _service = null!;
    private Client _anyone = null!;
    private Client _admin = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var database = await TestCluster.NewDatabaseAsync("language");
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await using (var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Database = "postgres" }))
        await using (var create = server.CreateCommand($"""CREATE DATABASE "{name}" LOCALE '{locale}' TEMPLATE template0"""))
            await create.ExecuteNonQueryAsync();
        _service = await TestService.StartOnAsync(CatalogHost.Build, database, ("Catalog:Seed", "false"));
        _anyone = _service.Client<Client>(token: null);
        _admin = _service.Client<Client>(Who.Admin);
        foreach (var product in Examples().Select(example => example.Name)) _skus.Add(product, await CreateAsync(product));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public async Task Examples_of_the_docs_are_true()
    {
        var examples = Examples();
        examples.Count.ShouldBeGreaterThan(25);
        foreach (var (name, finds, others) in examples)
        {
            foreach (var typed in finds) (await FindAsync(typed)).ShouldContain(_skus[name], $"{typed} finds {name}");
            foreach (var typed in others) (await FindAsync(typed)).ShouldNotContain(_skus[name], $"{typed} does not find {name}");
        }
    }

    // A decomposed name, a no-break space, a narrow no-break space, an ideographic space, a zero-width joiner.
    [TestCase("Cafe\u0301 table", "café")]
    [TestCase("Cafe\u0301 chair", "cafe chair")]
    [TestCase("Oak\u00a0bench", "bench")]
    [TestCase("Elm\u202fstool", "stool")]
    [TestCase("竹\u3000箸", "箸")]
    [TestCase("می\u200cخواهم", "می خواهم")]
    [TestCase("Việt Nam map", "Vie\u0323\u0302t")]
    [TestCase("Beige—grey|black", "grey black")]
    [TestCase("Lamp_table:white", "table white")]
    [TestCase("Model №7 (blue)", "no7")]
    public async Task Text_that_looks_the_same_is_the_same(string name, string typed)
    {
        var sku = await CreateAsync(name);
        (await FindAsync(typed)).ShouldContain(sku);
    }

    [TestCase("cedilla", "façade", "facade")]
    [TestCase("polish", "żur", "zur")]
    [TestCase("greek", "ξύλο", "ξυλο")]
    public async Task Exact_accent_comes_first(string about, string accented, string plain)
    {
        var (first, second) = (await CreateAsync($"{accented} {about}"), await CreateAsync($"{plain} {about}"));
        (await FindAsync($"{accented} {about}")).ShouldBe([first, second]);
        (await FindAsync($"{plain} {about}")).ShouldBe([second, first]);
    }

    [TestCase("NOR-0707-60", "0707-60", "0707 60", "nor0707", "NOR_0707", "070760", "nor-0707", "0707/60")]
    [TestCase("GRN-HND-22", "HND-22", "grn hnd", "grnhnd", "GRN.HND")]
    public async Task Part_of_a_SKU_is_found_with_any_separator(string sku, params string[] typed)
    {
        await CreateAsync("Part of a SKU", sku);
        foreach (var text in typed) (await FindAsync(text)).ShouldContain(sku, text);
    }

    [TestCase("САПОГЫ", "сапоги")]
    [TestCase("καρέκλς", "καρέκλα")]
    [TestCase("smorebrod", "smørrebrød")]
    public async Task Mistyped_word_of_any_alphabet_is_corrected(string typed, string meant)
    {
        await CreateAsync($"{meant} x");
        (await _anyone.ListProductsAsync(new() { Search = typed })).CorrectedSearch.ShouldBe(meant);
    }

    [Test]
    public async Task Names_are_in_the_order_of_people()
    {
        string[] names = ["apple order", "Äpfel order", "Éclair order", "elm order", "Ötzi order", "zebra order", "сапоги order", "茶 order"];
        foreach (var name in names.Reverse()) await CreateAsync(name);
        var answer = await _anyone.ListProductsAsync(new() { Search = "order", Order = ProductOrder.NameAsc, Page = new() { First = 50 } });
        answer.Edges.Select(edge => edge.Product.Name).ShouldBe(["Äpfel order", .. names.Where(name => name[0] != 'Ä')], ignoreOrder: true);
        var found = answer.Edges.Select(edge => edge.Product.Name).ToList();
        found.IndexOf("Éclair order").ShouldBeLessThan(found.IndexOf("zebra order"));
        found.IndexOf("Äpfel order").ShouldBeLessThan(found.IndexOf("Éclair order"));
        found.IndexOf("zebra order").ShouldBeLessThan(found.IndexOf("сапоги order"));

        List<string> walked = [];
        var page = new Commerce.Paging.V1.PageRequest { First = 3 };
        while (true)
        {
            var part = await _anyone.ListProductsAsync(new() { Search = "order", Order = ProductOrder.NameAsc, Page = page });
            walked.AddRange(part.Edges.Select(edge => edge.Product.Name));
            if (!part.PageInfo.HasNextPage) break;
            page.After = part.PageInfo.EndCursor;
        }

        walked.ShouldBe(found);
    }

    private async Task<List<string>> FindAsync(string typed)
    {
        var answer = await _anyone.ListProductsAsync(new() { Search = typed, Page = new() { First = 50 } });
        return answer.CorrectedSearch.Length > 0 ? [] : [.. answer.Edges.Select(edge => edge.Product.Sku)];
    }

    private async Task<string> CreateAsync(string name, string? sku = null)
    {
        sku ??= "LANG" + string.Concat(Guid.NewGuid().ToByteArray().Select(part => (char)('A' + (part % 26))));
        await _admin.CreateProductAsync(new() { Sku = sku, Name = name, Description = "For a test.", Price = new Money(900, "USD").ToProto() });
        return sku;
    }

    private static List<(string Name, IReadOnlyList<string> Finds, IReadOnlyList<string> Others)> Examples() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "search.md")).Select(line => Row().Match(line)).Where(row => row.Success)
            .Select(row => (row.Groups["name"].Value, Quoted(row.Groups["finds"].Value), Quoted(row.Groups["others"].Value)))];

    private static IReadOnlyList<string> Quoted(string cell) => [.. cell.Split('`').Where((_, at) => at % 2 == 1)];

    // The second cell begins with a quoted text too, unlike those of the other tables.
    [GeneratedRegex("^\\| `(?<name>[^`]+)` \\| (?<finds>`[^|]+`) \\| (?<others>[^|]*)\\|$")]
    private static partial Regex Row();
}
