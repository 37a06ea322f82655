using Commerce.Catalog.V1;
using CommerceKata.Catalog.Import;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.TestKit;
using Client = Commerce.Catalog.V1.CatalogService.CatalogServiceClient;

namespace CommerceKata.Catalog.Tests;

/// <summary>A catalog is in the shop's currency, and its prices follow the rules of it.</summary>
internal sealed class CurrencyTests
{
    [TestCase("JPY", 17_900)]
    [TestCase("EUR", 107_00)]
    [TestCase("ISK", 15_500)]
    [TestCase("KWD", 37_000)]
    [TestCase("MGA", 530_000_00)]
    public async Task Demo_shop_has_prices_that_suit_the_currency(string code, long grinder)
    {
        await using var service = await TestService.StartAsync(CatalogHost.Build, ("Shop:Currency", code));
        var anyone = service.Client<Client>(token: null);
        (await anyone.GetProductAsync(new() { Slug = "hand-grinder-38-mm-conical-burrs" }))
            .Product.Price.ShouldBe(new Money(grinder, code).ToProto());
        var listed = await anyone.ListProductsAsync(new() { Page = new() { First = 50 } });
        listed.Edges.Select(edge => Money.FromProto(edge.Product.Price)).ShouldAllBe(price =>
            price.IsPrice && price.MinorUnits > 0 && price.Currency == code);
    }

    [TestCase("KWD", 1_255, "must be a multiple of 0.010 KWD")]
    [TestCase("MGA", 4_450_50, "must be a multiple of 1.00 MGA")]
    [TestCase("JPY", 1_000_000_000_000, "must be at most 999999999999 JPY")]
    [TestCase("ISK", 10_000_000_000, "must be at most 9999999999 ISK")]
    public async Task Price_that_the_currency_does_not_allow_is_refused_everywhere(
        string code, long price, string message)
    {
        await using var service = await TestService.StartAsync(
            CatalogHost.Build, ("Shop:Currency", code), ("Catalog:Seed", "false"));
        var admin = service.Client<Client>(Who.Admin);
        var request = new CreateProductRequest
        {
            Sku = "CUR-1", Name = "Coin", Description = "Round.", Price = new Money(price, code).ToProto(),
        };
        await admin.CreateProductAsync(request).ShouldViolateAsync("price");
        await admin.UpdateProductAsync(new() { Id = Guid.NewGuid().ToString(), Price = request.Price })
            .ShouldViolateAsync("price");

        var currency = Currencies.Of(code);
        var text = new Money(price, code).Amount.ToString(System.Globalization.CultureInfo.InvariantCulture);
        ImportColumns.Read(2, column => Cell(column, text), currency, decimalComma: false, out var refused).ShouldBeNull();
        refused.ShouldHaveSingleItem().ShouldBe(new RefusedLine(2, "CUR-1", "price", message));

        request.Price = new Money(currency.MaxPrice, code).ToProto();
        (await admin.CreateProductAsync(request)).Product.Price.ShouldBe(request.Price);
    }

    [TestCase("12.4999999999999999999999999999999")]
    [TestCase("12.5000000000000000000000000000001")]
    [TestCase("12.345")]
    [TestCase("1e1")]
    public void Import_refuses_more_digits_than_the_currency_has_however_many(string text)
    {
        ImportColumns.Read(2, column => Cell(column, text), Currencies.Of("USD"), decimalComma: false, out var refused).ShouldBeNull();
        refused.ShouldHaveSingleItem()
            .ShouldBe(new RefusedLine(2, "CUR-1", "price", "must be an amount of USD such as 12.50, without separators of thousands"));
    }

    [Test]
    public async Task Catalog_with_prices_in_another_currency_is_not_served_nor_imported_into()
    {
        await using var dollars = await TestService.StartAsync(CatalogHost.Build);
        string[] euros =
        [
            "--environment=Development", $"--ConnectionStrings:Catalog={dollars.ConnectionString}",
            "--Shop:Currency=EUR", "--Telemetry:Enabled=false", "--Log:Level=Warning",
        ];
        const string line =
            "The catalog has prices in USD, but Shop:Currency is EUR: set it to theirs, or use another database.";

        await using (var host = CatalogHost.Build(euros))
        {
            var error = await Should.ThrowAsync<SettingException>(
                StartChecks.RunAsync(host.Services, CancellationToken.None));
            (error.Message, ServiceRun.Explain(error)).ShouldBe((line, line));
        }

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "sku,name,description,category,price\nEU-1,Coin,Round.,,1.00\n");
        var output = new StringWriter { NewLine = "\n" };
        (await ImportCommand.RunAsync([file, .. euros], output, isTerminal: false, CancellationToken.None)).ShouldBe(1);
        output.ToString().ShouldBe($"Stopped: {line}\n");
        File.Delete(file);

        await using var same = CatalogHost.Build([.. euros, "--Shop:Currency=USD"]);
        await Should.NotThrowAsync(StartChecks.RunAsync(same.Services, CancellationToken.None));
    }

    [TestCase("Shop:Currency", "ABC",
        "Shop:Currency must be the ISO 4217 code of a currency that Stripe charges, such as USD, not \"ABC\".")]
    [TestCase("Catalog:Currency", "EUR",
        "Catalog:Currency is no setting any more: Shop:Currency is the currency of all prices.")]
    public void Start_with_a_wrong_currency_is_refused_in_a_line(string setting, string value, string line) =>
        Should.Throw<SettingException>(() => CatalogHost.Build(
            ["--environment=Development", "--ConnectionStrings:Postgres=Host=127.0.0.1", $"--{setting}={value}"]))
            .Message.ShouldBe(line);

    /// <summary>A line that is right but for its price.</summary>
    private static string Cell(string column, string price) => column switch
    {
        ImportColumns.Sku => "CUR-1",
        ImportColumns.Name or ImportColumns.Description => "Coin",
        ImportColumns.Price => price,
        _ => "",
    };
}
