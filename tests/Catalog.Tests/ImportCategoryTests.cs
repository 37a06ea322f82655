namespace CommerceKata.Catalog.Tests;

/// <summary>How an import knows categories, products and slugs that are there.</summary>
internal sealed class ImportCategoryTests : ImportFixture
{
    [Test]
    public async Task Category_in_every_alphabet_is_one_of_its_own()
    {
        string[] names = ["咖啡", "茶", "コーヒー豆", "커피잔", "Чай", "Кофе", "Καφές", "قهوة", "שתייה", "चाय", "Łyżki", "Größen"];
        var (code, output) = await ImportAsync(Header + string.Concat(
            names.Select((name, at) => $"IC-ALPHA-{at},Alpha {at},Fine.,{name},1.00,,\n")));
        code.ShouldBe(0, output);
        var categories = (await Anyone.ListCategoriesAsync(new())).Categories;
        names.ShouldBeSubsetOf(categories.Select(category => category.Name));
        foreach (var (name, at) in names.Select((name, at) => (name, at)))
            (await GetAsync($"alpha-{at}")).Category.Name.ShouldBe(name);
    }

    [TestCase("Home & Garden", "Home Garden", "home-garden")]
    [TestCase("Cups, Mugs", "Cups/Mugs", "cups-mugs")]
    [TestCase("Café", "Cafe", "cafe")]
    [TestCase("Söl", "Sol", "sol")]
    [TestCase("東京", "Dongjing", "dongjing")]
    [TestCase("Чай 1", "Chay #1", "chay-1")]
    [TestCase("Sale", "Sale 🎉", "sale")]
    public async Task Category_with_the_slug_of_another_is_refused_in_one_file_and_in_the_next(string name, string other, string slug)
    {
        var line = $"IC-{slug}-1,{slug} one,Fine.,\"{name}\",1.00,,\n";
        var clash = $"IC-{slug}-2,{slug} two,Fine.,\"{other}\",1.00,,\n";
        var (code, output) = await ImportAsync(Header + line + clash);
        (code, output).ShouldBe((3, output));
        output.ShouldContain("1 created, 0 changed, 0 unchanged, 1 refused.");
        var why = $"(IC-{slug}-2): category has the slug {slug}, as the category \"{name}\" has: give one of them another name";
        output.ShouldContain($"line 3 {why}");
        (await ImportAsync(Header + clash)).Output.ShouldContain($"line 2 {why}");
        (await GetAsync($"{slug}-one")).Category.Name.ShouldBe(name);
        // The refused line left nothing: once it has a category of its own, it is taken.
        (await ImportAsync(Header + clash.Replace(other, $"{slug} elsewhere", StringComparison.Ordinal))).Output.ShouldContain("1 created");
    }

    [Test]
    public async Task Category_is_known_in_every_case_and_form_of_its_name_and_is_called_as_it_was_first()
    {
        string[] forms = ["Straße Café", "STRASSE CAFÉ", "straße cafe\u0301", "Ｓｔｒａße Café", "Straße\u00A0Café"];
        var (code, output) = await ImportAsync(Header + string.Concat(
            forms.Select((name, at) => $"IC-FORM-{at},Form {at},Fine.,{name},1.00,,\n")));
        code.ShouldBe(0, output);
        for (var at = 0; at < forms.Length; at++) (await GetAsync($"form-{at}")).Category.Name.ShouldBe("Straße Café");
    }

    /// <summary>Versions before this one made other slugs.</summary>
    [Test]
    public async Task Category_is_found_by_its_name_whatever_its_slug_is()
    {
        await QueryAsync<int>("INSERT INTO category (id, slug, name) VALUES (gen_random_uuid(), 'y-ki-o-te', 'Łyżki żółte')");
        var (code, output) = await ImportAsync(Header + "IC-OLD-1,Old Spoon,Fine.,Łyżki żółte,1.00,,\n");
        code.ShouldBe(0, output);
        (await GetAsync("old-spoon")).Category.Slug.ShouldBe("y-ki-o-te");
    }

    [TestCase("🎉")]
    [TestCase("!?…")]
    [TestCase("——")]
    public async Task Category_without_a_letter_or_digit_is_refused(string name)
    {
        var (code, output) = await ImportAsync(Header + $"IC-NONE-1,None,Fine.,{name},1.00,,\n");
        code.ShouldBe(3, output);
        output.ShouldContain("line 2 (IC-NONE-1): category must have a letter or a digit");
    }

    [Test]
    public async Task Product_is_known_by_its_SKU_in_every_case_and_keeps_it_as_it_was_written()
    {
        await ImportAsync(Header + "ic/case_1.x,Case One,Fine.,Kitchen,1.00,,\n");
        var (code, output) = await ImportAsync(Header + "IC/CASE_1.X,Case One More,Fine.,Kitchen,1.00,,\nic/Case_1.x,Twice,Fine.,Kitchen,1.00,,\n");
        code.ShouldBe(3);
        output.ShouldContain("0 created, 1 changed, 0 unchanged, 1 refused.");
        output.ShouldContain("line 3 (ic/Case_1.x): sku is on line 2 already");
        var product = await GetAsync("case-one");
        (product.Sku, product.Name).ShouldBe(("ic/case_1.x", "Case One More"));
    }

    [Test]
    public async Task New_product_steps_aside_from_a_slug_that_another_had()
    {
        await ImportAsync(Header + "IC-SLUG-1,Was Vase,Fine.,,1.00,,\n");
        var first = await GetAsync("was-vase");
        await Admin.UpdateProductAsync(new() { Id = first.Id, Slug = "is-vase" });
        var (code, output) = await ImportAsync(
            "sku,name,description,category,price,slug\nIC-SLUG-2,Was Vase,A.,,1.00,\nIC-SLUG-3,Mine,A.,,1.00,was-vase\n");
        code.ShouldBe(3);
        output.ShouldContain("line 3 (IC-SLUG-3): slug is taken");
        (await GetAsync("was-vase")).Id.ShouldBe(first.Id);
        (await GetAsync("was-vase-ic-slug-2")).Sku.ShouldBe("IC-SLUG-2");
    }

    [Test]
    public async Task Products_of_one_name_whose_SKUs_give_one_slug_get_slugs_of_their_own()
    {
        string[] skus = ["ic.a-1", "ic.a/1", "ic.a.1", "ic.a_1", "ic.a 1"];
        var file = Header + string.Concat(skus.Select(sku => $"{sku},Same Bowl,Fine.,,1.00,,\n"));
        var (code, output) = await ImportAsync(file);
        code.ShouldBe(0, output);
        (await QueryAsync<string>("SELECT sku FROM product WHERE slug LIKE 'same-bowl%'")).ShouldBe(skus, ignoreOrder: true);
        (await ImportAsync(file)).Output.ShouldContain("0 created, 0 changed, 5 unchanged, 0 refused.");
    }
}
