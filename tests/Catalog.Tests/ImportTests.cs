using System.Text;
using Commerce.Catalog.V1;
using CommerceKata.Catalog.Import;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Catalog.Tests;

/// <summary>The command <c>import</c>, on a running shop.</summary>
internal sealed class ImportTests : ImportFixture
{
    [Test]
    public async Task Import_puts_new_products_on_sale_with_their_category_and_tells_Inventory()
    {
        var (code, output) = await ImportAsync(Header + "IM-NEW-1,Walnut Tray,Holds cups.,Serving Ware,24.50,7,2\n");
        code.ShouldBe(0, output);
        output.ShouldContain("1 created, 0 changed, 0 unchanged, 0 refused.");
        var product = await GetAsync("walnut-tray");
        (product.Sku, product.Price).ShouldBe(("IM-NEW-1", new Money(2450, "USD").ToProto()));
        (await Anyone.ListCategoriesAsync(new())).Categories.Single(each => each.Id == product.CategoryId).Name.ShouldBe("Serving Ware");
        (await Anyone.ListProductsAsync(new() { Search = "walnut tra" })).Edges.Single().Product.Id.ShouldBe(product.Id);
        var told = ProductCreated.Parser.ParseFrom((await QueryAsync<byte[]>("SELECT payload FROM outbox WHERE aggregateid = @it", product.Id)).Single());
        told.ShouldBe(new ProductCreated { ProductId = product.Id, Sku = "IM-NEW-1", Name = "Walnut Tray", InitialStock = 7, LowStockThreshold = 2 });
    }

    [Test]
    public async Task Import_again_changes_what_the_file_says_otherwise_and_nothing_else()
    {
        var file = Header + "IM-AGAIN-1,Same Forever,One.,Kitchen,1.00,5,1\nIM-AGAIN-2,Other Soon,Two.,Kitchen,2.00,5,1\n";
        await ImportAsync(file);
        var before = await RowAsync("IM-AGAIN-1");
        var (_, unchanged) = await ImportAsync(file);
        unchanged.ShouldContain("0 created, 0 changed, 2 unchanged, 0 refused.");
        var (_, changed) = await ImportAsync(file.Replace("Two.", "Two and more.", StringComparison.Ordinal).Replace("2.00,5", "2.50,99", StringComparison.Ordinal));
        changed.ShouldContain("0 created, 1 changed, 1 unchanged, 0 refused.");
        // Nor was its row written: xmin is the transaction that did.
        (await RowAsync("IM-AGAIN-1")).ShouldBe(before);
        var other = await GetAsync("other-soon");
        (other.Description, other.Price.Nanos).ShouldBe(("Two and more.", 500_000_000));
        (await QueryAsync<int>("SELECT count(*)::int FROM outbox WHERE aggregateid = @it", other.Id)).ShouldBe([1]);
    }

    [Test]
    public async Task Archived_products_stay_archived_and_are_counted_until_the_import_is_told_to_restore_them()
    {
        const string file = Header + "IM-ARC-1,Arc One,One.,Kitchen,1.00,1,1\nIM-ARC-2,Arc Two,Two.,Kitchen,2.00,1,1\n";
        await ImportAsync(file);
        var archived = await GetAsync("arc-one");
        await Admin.ArchiveProductAsync(new() { Id = archived.Id });

        var changed = file.Replace("One.", "One and more.", StringComparison.Ordinal);
        foreach (var again in new[] { changed, changed })
        {
            var (code, output) = await ImportAsync(again);
            code.ShouldBe(0, output);
            output.ShouldContain("0 created, 0 changed, 1 unchanged, 0 refused.");
            output.ShouldContain("1 archived, which stay off sale: --restore restores them, or \"on sale\" in the");
        }

        // It is as the file has it, and off sale.
        var kept = await GetAsync("arc-one");
        (kept.Archived, kept.Description).ShouldBe((true, "One and more."));
        (await FoundAsync("Arc One")).ShouldBeEmpty();

        var (_, restored) = await ImportAsync(changed, "--restore");
        restored.ShouldContain("0 created, 1 changed, 1 unchanged, 0 refused.");
        restored.ShouldContain("1 restored");
        restored.ShouldNotContain("stay off sale");
        (await FoundAsync("Arc One")).ShouldBe(["IM-ARC-1"]);
        (await ImportAsync(changed, "--restore")).Output.ShouldContain("0 created, 0 changed, 2 unchanged, 0 refused.");
    }

    [Test]
    public async Task Status_of_a_line_says_whether_the_product_is_on_sale()
    {
        const string header = "sku,name,description,category,price,status\n";
        string[] names = ["Stat Sold", "Stat Away", "Stat Left"];
        string File(params string[] states) => header + string.Concat(
            states.Select((state, at) => $"IM-STAT-{at},{names[at]},Fine.,Kitchen,1.00,{state}\n"));

        (await ImportAsync(File("on sale", "archived", ""))).Output.ShouldContain("3 created, 0 changed");
        (await OnSaleAsync()).ShouldBe([true, false, true]);
        // What the file says is as it should be, and needs no restoring.
        var (_, same) = await ImportAsync(File("on sale", "archived", ""));
        same.ShouldContain("0 created, 0 changed, 3 unchanged, 0 refused.");
        same.ShouldNotContain("stay off sale");

        var (_, turned) = await ImportAsync(File("archived", "on sale", "archived"));
        turned.ShouldContain("0 created, 3 changed, 0 unchanged");
        (await OnSaleAsync()).ShouldBe([false, true, false]);
        // A line that says something is stronger than the option.
        var (_, both) = await ImportAsync(File("archived", "", ""), "--restore");
        both.ShouldContain("0 created, 1 changed, 2 unchanged, 0 refused.");
        (await OnSaleAsync()).ShouldBe([false, true, true]);

        var (code, refused) = await ImportAsync(File("sold out", "ON SALE", "on  sale"));
        code.ShouldBe(3, refused);
        refused.ShouldContain("0 created, 0 changed, 0 unchanged, 3 refused.");
        refused.ShouldContain("line 2 (IM-STAT-0): status must be \"on sale\", \"archived\" or empty");

        async Task<bool[]> OnSaleAsync() =>
            [.. (await Task.WhenAll(names.Select(FoundAsync))).Select(found => found.Count > 0)];
    }

    /// <summary>Nobody answers as Inventory here.</summary>
    [Test]
    public async Task Import_says_when_Inventory_has_not_caught_up()
    {
        var lines = Enumerable.Range(1, 3).Select(i => $"IM-LATE-{i},Late {i},Fine.,Kitchen,1.00,1,1\n");
        var file = Header + string.Concat(lines);
        var (code, output) = await ImportAsync(file);
        code.ShouldBe(0);
        output.ShouldContain("Inventory has not caught up: 3 new products have no stock there yet.");
        // There is nothing to tell it of.
        (await ImportAsync(file)).Output.ShouldNotContain("Inventory");
    }

    [Test]
    public async Task Import_reads_quoted_cells_over_lines_and_columns_in_any_order()
    {
        var (code, output) = await ImportAsync(
            "\uFEFFprice,sku,category,name,description\r\n3.00,IM-QUOTE-1,\"Pots, Pans\",\"The \"\"Big\"\" One, 5 l\",\"First line\r\nsecond; line\"\r\n");
        code.ShouldBe(0, output);
        var product = await GetAsync("the-big-one-5-l");
        (product.Name, product.Description).ShouldBe(("The \"Big\" One, 5 l", "First line\r\nsecond; line"));
    }

    [Test]
    public async Task Import_refuses_lines_that_break_a_rule_names_line_and_column_and_takes_the_rest()
    {
        var report = Path.Combine(Folder, "refused.csv");
        var (code, output) = await ImportAsync(
            Header
            + "IM-BAD-1,\"Two\nlines\",Fine.,Kitchen,1.00,1,1\n"
            + "bad  sku,,No name.,Kitchen,12.345,x,-1\n"
            + "IM-BAD-1,Twice,Fine.,Kitchen,1.00,1,1\n"
            + "IM-BAD-2,Too few cells,Fine.\n"
            + "IM-BAD-3,A \"quote\" in it,Fine.,Kitchen,1.00,1,1\n"
            + "IM-BAD-4,Good,Fine.,Kitchen,1.00,,\n", "--refused", report);
        code.ShouldBe(3, output);
        output.ShouldContain("2 created, 0 changed, 0 unchanged, 4 refused.");
        var lines = await File.ReadAllLinesAsync(report);
        lines[0].ShouldBe("line,sku,field,why");
        lines.Skip(1).Select(line => string.Join(",", line.Split(',')[0], line.Split(',')[2])).ShouldBe(
            ["4,price", "4,initial_stock", "4,low_stock_threshold", "4,name", "4,sku", "5,sku", "6,", "7,"], ignoreOrder: true);
        (await GetAsync("good")).Sku.ShouldBe("IM-BAD-4");
    }

    [Test]
    public async Task Example_file_can_be_imported()
    {
        var (code, output) = await ImportAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "example.csv")));
        code.ShouldBe(0, output);
        (await GetAsync("cedar-letter-box")).Sku.ShouldBe("EXA-BOX-CED");
    }

    [Test]
    public async Task Import_without_a_report_file_says_what_was_refused()
    {
        var (code, output) = await ImportAsync(Header + "IM-SAID-1,,Fine.,Kitchen,1.00,1,1\n");
        code.ShouldBe(3);
        output.ShouldContain("line 2 (IM-SAID-1): name is required");
    }

    [Test]
    public async Task Products_of_one_name_get_slugs_of_their_own_and_a_slug_that_is_given_comes_first()
    {
        var (code, output) = await ImportAsync(
            "sku,name,description,category,price,slug\nIM-SLUG-1,Linen Cloth,A.,,1.00,\nIM-SLUG-2,Linen Cloth,B.,,1.00,\nIM-SLUG-3,Other,C.,,1.00,linen-cloth\nIM-SLUG-4,More,D.,,1.00,linen-cloth\n");
        code.ShouldBe(3, output);
        output.ShouldContain("line 5 (IM-SLUG-4): slug is taken");
        (await GetAsync("linen-cloth")).Sku.ShouldBe("IM-SLUG-3");
        (await GetAsync("linen-cloth-im-slug-1")).Sku.ShouldBe("IM-SLUG-1");
        (await GetAsync("linen-cloth-im-slug-2")).Sku.ShouldBe("IM-SLUG-2");
    }

    [Test]
    public async Task Batch_that_fails_leaves_nothing_and_the_ones_before_it_stay()
    {
        await QueryAsync<int>("ALTER TABLE product ADD CONSTRAINT for_a_test CHECK (sku <> 'IM-HALF-2500')", "");
        var file = Header + string.Concat(Enumerable.Range(1, 3000).Select(i => $"IM-HALF-{i},Half {i},Fine.,Halves,1.00,1,1\n"));
        var (code, output) = await ImportAsync(file);
        code.ShouldBe(1, output);
        output.ShouldContain("Stopped: PostgreSQL refused");
        (await QueryAsync<int>("SELECT count(*)::int FROM product WHERE sku LIKE 'IM-HALF-%'", "")).ShouldBe([2000]);
        (await QueryAsync<int>("SELECT count(*)::int FROM outbox o JOIN product p ON p.id::text = o.aggregateid WHERE p.sku LIKE 'IM-HALF-%'", "")).ShouldBe([2000]);

        await QueryAsync<int>("ALTER TABLE product DROP CONSTRAINT for_a_test", "");
        (await ImportAsync(file)).Output.ShouldContain("1000 created, 0 changed, 2000 unchanged, 0 refused.");
        (await QueryAsync<int>("SELECT count(*)::int FROM outbox o JOIN product p ON p.id::text = o.aggregateid WHERE p.sku LIKE 'IM-HALF-%'", "")).ShouldBe([3000]);
    }

    [Test]
    public async Task Two_imports_of_one_file_at_once_create_each_product_once()
    {
        var file = Header + string.Concat(Enumerable.Range(1, 5000).Select(i => $"IM-RACE-{i},Race {i},Word{(char)('a' + (i % 26))} fine.,Races {i % 7},1.00,1,1\n"));
        var both = await Task.WhenAll(ImportAsync(file), ImportAsync(file));
        both.ShouldAllBe(one => one.Code == 0, string.Join("\n", both.Select(one => one.Output)));
        (await QueryAsync<int>("SELECT count(*)::int FROM outbox o JOIN product p ON p.id::text = o.aggregateid WHERE p.sku LIKE 'IM-RACE-%'", "")).ShouldBe([5000]);
    }

    [TestCase("sku,name\nA,b\n", "lacks these columns: description, category, price")]
    [TestCase("sku,name,description,category,price,colour\n", "mean nothing here, or mean it twice: colour")]
    [TestCase("", "is empty")]
    public async Task File_without_the_right_columns_is_not_begun(string content, string why)
    {
        var (code, output) = await ImportAsync(content);
        code.ShouldBe(1);
        output.ShouldContain(why);
    }

    [Test]
    public async Task Quote_that_is_never_closed_stops_the_import_and_says_where()
    {
        var (code, output) = await ImportAsync(Header + "IM-OPEN-1,\"Open," + new string('x', 30_000) + "\nIM-OPEN-2,b,c,d,1.00,1,1\n");
        code.ShouldBe(1);
        output.ShouldContain("is a quote missing?");
    }

    [TestCase]
    [TestCase("--refused")]
    [TestCase("file.csv", "--refused")]
    public async Task Command_line_that_is_not_understood_shows_how_to_write_it(params string[] args)
    {
        var output = new StringWriter();
        (await ImportCommand.RunAsync(args, output, isTerminal: false, CancellationToken.None)).ShouldBe(2);
        output.ToString().ShouldStartWith("import <file.csv>");
    }

    [Test]
    public async Task Terminal_sees_a_bar_and_a_log_sees_lines()
    {
        const string line = "IM-BAR-1,Bar,Fine.,Kitchen,1.00,1,1\n";
        (await ImportAsync(Encoding.UTF8.GetBytes(Header + line), isTerminal: true)).Output.ShouldContain("\r[##############################] 100%  1 lines");
        var (_, plain) = await ImportAsync(Header + line);
        plain.ShouldContain("100%  1 lines");
        plain.ShouldNotContain("\r");
    }

    private async Task<IReadOnlyList<string>> FoundAsync(string name) =>
        [.. (await Anyone.ListProductsAsync(new() { Search = $"\"{name}\"" })).Edges.Select(edge => edge.Product.Sku)];

    private async Task<string> RowAsync(string sku) =>
        (await QueryAsync<string>("SELECT xmin || ' ' || updated_at FROM product WHERE sku = @it", sku)).Single();
}
