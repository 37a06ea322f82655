using System.Text;

namespace CommerceKata.Catalog.Tests;

/// <summary>Which files an import reads, as spreadsheets and shops write them.</summary>
internal sealed class ImportFileTests : ImportFixture
{
    private const string Columns = "sku,name,description,category,price\n";

    static ImportFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [TestCase("utf-8", true)]
    [TestCase("utf-8", false)]
    [TestCase("utf-16", true)]
    [TestCase("utf-16BE", true)]
    public async Task Text_in_Unicode_is_read(string encoding, bool withMark)
    {
        string[] names = ["Чайник", "咖啡 杯", "コーヒー", "한국 커피", "Φλιτζάνι", "قهوة", "Łyżka żółta", "Crème brûlée", "𠜎 🎉"];
        var file = Columns + string.Concat(names.Select((name, at) => $"IF-{encoding}-{withMark}-{at},{name},{name}.,{name},1.00\n"));
        var (code, output) = await ImportAsync(file.Replace("🎉,1.00", "🎉 9,1.00", StringComparison.Ordinal), encoding, withMark);
        code.ShouldBe(0, output);
        output.ShouldContain("9 lines");
        output.ShouldContain("0 refused.");
        (await QueryAsync<string>("SELECT name FROM product WHERE sku LIKE @it", $"IF-{encoding}-{withMark}-%")).ShouldBe(names, ignoreOrder: true);
    }

    [TestCase("windows-1252", "Crème brûlée", 1)]
    [TestCase("windows-1250", "Łyżka żółta", 1)]
    [TestCase("windows-1251", "Чайник", 1)]
    [TestCase("koi8-r", "Чайник", 1)]
    [TestCase("windows-1256", "قهوة", 1)]
    [TestCase("shift_jis", "コーヒー", 1)]
    [TestCase("gb18030", "咖啡", 1)]
    [TestCase("euc-kr", "커피", 1)]
    [TestCase("iso-8859-7", "Καφές", 1)]
    [TestCase("windows-1252", "Crème brûlée", 900)]
    [TestCase("shift_jis", "コーヒー", 4000)]
    public async Task Text_in_another_encoding_is_one_line_on_what_is_wrong(string encoding, string name, int before)
    {
        var good = string.Concat(Enumerable.Range(1, before).Select(at => $"IF-OTHER-{at},Fine,Fine.,Kitchen,1.00\n"));
        var (code, output) = await ImportAsync(Columns + good + $"IF-OTHER-X,{name},Fine.,Kitchen,1.00\n", encoding, withMark: false);
        code.ShouldBe(1, output);
        output.ShouldContain($"is not UTF-8 text (line {before + 2}): save it as UTF-8, or as UTF-16 with a byte order mark\n");
        output.ShouldNotContain("   at ");
    }

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-32")]
    public async Task Text_in_Unicode_without_a_byte_order_mark_is_one_line_on_what_is_wrong(string encoding)
    {
        var (code, output) = await ImportAsync(Columns + "IF-BARE-1,Чайник,Fine.,Kitchen,1.00\n", encoding, withMark: false);
        code.ShouldBe(1, output);
        output.ShouldContain("is not UTF-8 text (line 1): save it as UTF-8, or as UTF-16 with a byte order mark");
    }

    [TestCase("sku,name,description,category,price\nIF-CUT-1,Caf\u00C3", 2)]
    [TestCase("sku,name,description,category,price,couleur pr\u00E9f\u00E9r\u00E9e\n", 1)]
    [TestCase("sep=;\nsku;nam\u00E9;description;category;price\n", 2)]
    [TestCase("\u00E9", 1)]
    public async Task Wrong_bytes_are_named_wherever_they_stand(string content, int line)
    {
        var (code, output) = await ImportAsync(content, "iso-8859-1", withMark: false);
        code.ShouldBe(1, output);
        output.ShouldContain($"(line {line})");
    }

    [TestCase("", 1, "is empty")]
    [TestCase("\uFEFF", 1, "is empty")]
    [TestCase("\n\n", 1, "is empty")]
    [TestCase("sep=;", 1, "is empty")]
    [TestCase("sku,name,description,category,price", 0, "0 lines")]
    [TestCase("sku,name,description,category,price\r\n", 0, "0 lines")]
    [TestCase("sep=;\r\nsku;name;description;category;price\r\n", 0, "0 lines")]
    [TestCase("sku|name|description|category|price\n", 1, "lacks these columns")]
    [TestCase("sku;name;description;category;price;;\n", 1, "has a column without a name")]
    [TestCase("SKU;Name;Description;Category;Price;sku\n", 1, "or mean it twice: sku")]
    public async Task File_without_products_says_what_it_is(string content, int code, string said)
    {
        var (answer, output) = await ImportAsync(content);
        output.ShouldContain(said);
        answer.ShouldBe(code, output);
    }

    [TestCase(",", "")]
    [TestCase(";", "")]
    [TestCase("\t", "")]
    [TestCase(",", "sep=,\n")]
    [TestCase(";", "sep=;\r\n")]
    [TestCase(";", "\"sep=;\"\r\n")]
    [TestCase(";", "SEP=;;;;;\n")]
    [TestCase("\t", "sep=\t\n")]
    [TestCase("|", "sep=|\n")]
    [TestCase(";", "\r\n\r\n")]
    [TestCase(";", "\r\nsep=;\r\n")]
    public async Task Cells_are_told_apart_by_each_delimiter_and_quoted_ones_may_hold_it(string delimiter, string first)
    {
        var sku = $"IF-DEL-{Guid.NewGuid():N}"[..30];
        string[] rows =
        [
            "sku~name~description~category~price",
            $"{sku}-1~\"A, b; c | d \t e\"~\"One ~ two \"\"three\"\".\r\nFour\"~Kitchen~12.50",
            $"{sku}-2~Fine~Too few",
        ];
        var (code, output) = await ImportAsync(first + string.Join("\n", rows).Replace("~", delimiter, StringComparison.Ordinal));
        code.ShouldBe(3, output);
        output.ShouldContain("1 created, 0 changed, 0 unchanged, 1 refused.");
        output.ShouldContain($"line {first.Count(c => c == '\n') + 4}: has 3 cells, not 5");
        (await QueryAsync<string>("SELECT name || '/' || description FROM product WHERE sku = @it", $"{sku}-1"))
            .ShouldBe([$"A, b; c | d \t e/One {delimiter} two \"three\".\r\nFour"]);
    }

    [TestCase("SKU;Name;DESCRIPTION;Category;Price;Image_URL")]
    [TestCase(" sku ; name;description\u00A0;category ; price; image_url ")]
    [TestCase("\"SKU\"; \"Name\" ;\"description\";\"Category\";\"PRICE\";\"image_url\"")]
    [TestCase("ｓｋｕ;ＮＡＭＥ;description;category;price;image_url")]
    public async Task Columns_are_known_in_every_case_and_with_spaces_around(string columns)
    {
        var sku = $"IF-COL-{Guid.NewGuid():N}"[..30];
        var (code, output) = await ImportAsync($"{columns}\n{sku};Fine;Fine.; \"Kitchen\" ;1.00;https://example.com/a.png\n");
        code.ShouldBe(0, output);
        (await QueryAsync<string>("SELECT image_url FROM product WHERE sku = @it", sku)).ShouldBe(["https://example.com/a.png"]);
    }

    [TestCase(";", "12,50", 1250)]
    [TestCase("\t", "12,5", 1250)]
    [TestCase(";", "12.50", 1250)]
    [TestCase(";", "12", 1200)]
    [TestCase(";", "0,99", 99)]
    [TestCase(";", " 1234,50 ", 123450)]
    [TestCase(",", "12.50", 1250)]
    [TestCase(",", "12.500", 1250)]
    [TestCase(";", "1.234,50", null)]
    [TestCase(";", "1,234.50", null)]
    [TestCase(";", "1 234,50", null)]
    [TestCase(";", "1\u00A0234,50", null)]
    [TestCase(";", "1\u202F234,50", null)]
    [TestCase(";", "1'234,50", null)]
    [TestCase(";", "1,234", null)]
    [TestCase(";", "1.234", null)]
    [TestCase(";", "1,000", null)]
    [TestCase(";", "1.000", null)]
    [TestCase(";", "1,234,567", null)]
    [TestCase(";", "12,50 €", null)]
    [TestCase(";", "١٢,٥٠", null)]
    [TestCase(";", ",", null)]
    [TestCase(",", "\"12,50\"", null)]
    [TestCase(",", "\"1,234\"", null)]
    public async Task Price_may_have_a_comma_where_the_delimiter_is_none_and_no_separators_of_thousands(
        string delimiter, string price, int? minor)
    {
        var sku = $"IF-PRICE-{Guid.NewGuid():N}"[..30];
        var file = $"sku~name~description~category~price\n{sku}~Fine~Fine.~~{price}\n".Replace("~", delimiter, StringComparison.Ordinal);
        var (code, output) = await ImportAsync(file);
        code.ShouldBe(minor is null ? 3 : 0, output);
        if (minor is null) output.ShouldContain("price must be an amount of USD such as 12.50, without separators of thousands");
        var kept = await QueryAsync<long>("SELECT price_minor FROM product WHERE sku = @it", sku);
        kept.ShouldBe(minor is { } amount ? [amount] : []);
    }

    /// <summary>A noncharacter, a private one, an unassigned one, a replacement: none of them may end the import.</summary>
    [TestCase("\uFFFE")]
    [TestCase("\uFFFF")]
    [TestCase("\uE000")]
    [TestCase("\u0378")]
    [TestCase("\uFFFD")]
    [TestCase("\U0010FFFF")]
    public async Task Odd_characters_in_a_name_and_a_category_end_no_import(string odd)
    {
        var sku = $"IF-ODD-{Guid.NewGuid():N}"[..30];
        var (code, output) = await ImportAsync($"{Columns}{sku},Odd {odd},Fine {odd}.,Odd {odd},1.00\n");
        code.ShouldBeOneOf(0, 3);
        output.ShouldContain("1 lines");
    }

    [Test]
    public async Task NUL_in_a_cell_is_wrong_with_its_line_alone()
    {
        var (code, output) = await ImportAsync(Columns + "IF-NUL-1,Nu\0l,Fine.,Kitchen,1.00\nIF-NUL-2,Fine,Fine.,Kitchen,1.00\n");
        code.ShouldBe(3, output);
        output.ShouldContain("line 2 (IF-NUL-1): name must not hold control characters");
        output.ShouldContain("1 created");
    }

    [Test]
    public async Task Folder_is_no_file()
    {
        var output = new StringWriter { NewLine = "\n" };
        (await Import.ImportCommand.RunAsync(
            [Folder, "--environment=Development", $"--ConnectionStrings:Catalog={Service.ConnectionString}"], output, false, default)).ShouldBe(1);
        output.ToString().ShouldContain("cannot be read");
    }

    private Task<(int Code, string Output)> ImportAsync(string content, string encoding, bool withMark)
    {
        var bytes = Encoding.GetEncoding(encoding);
        return ImportAsync([.. withMark ? bytes.GetPreamble() : [], .. bytes.GetBytes(content)], isTerminal: false);
    }
}
