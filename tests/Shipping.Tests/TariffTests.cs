using CommerceKata.ServiceDefaults;

namespace CommerceKata.Shipping.Tests;

/// <summary>Prices, without any service.</summary>
internal sealed class TariffTests
{
    private static readonly Tariff Default = new ShippingOptions().ToTariff(Currencies.Of("USD"));

    [TestCase("US", 12_90, 1, 2, 3, 5)]
    [TestCase("CA", 24_90, 2, 3, 5, 8)]
    [TestCase("DE", 39_90, 3, 5, 7, 14)]
    [TestCase("AQ", 39_90, 3, 5, 7, 14)]
    public void Quote_prices_express_by_zone_and_standard_flat(
        string country, int express, int expressMin, int expressMax, int standardMin, int standardMax) =>
        Default.Quote(country, Usd(10_00)).ShouldBe(
        [
            new("standard", "Standard", Usd(4_90), (standardMin, standardMax)),
            new("express", "Express", Usd(express), (expressMin, expressMax)),
        ]);

    [TestCase(74_99, false)]
    [TestCase(75_00, true)]
    [TestCase(1_000_000_00, true)]
    [TestCase(0, false)]
    public void Quote_offers_free_delivery_first_from_the_threshold_on(int subtotal, bool free)
    {
        var options = Default.Quote("US", Usd(subtotal));
        options.Select(option => option.Id).ShouldBe(free ? ["free", "standard", "express"] : ["standard", "express"]);
        if (free) options[0].Price.ShouldBe(Usd(0));
    }

    [TestCase("US", "US", Zone.Domestic)]
    [TestCase("US", "MX", Zone.Near)]
    [TestCase("US", "BR", Zone.World)]
    [TestCase("DE", "FR", Zone.Near)]
    [TestCase("DE", "US", Zone.World)]
    [TestCase("AQ", "AQ", Zone.Domestic)]
    [TestCase("AQ", "US", Zone.World)]
    public void Zone_of_a_country_is_seen_from_home(string home, string destination, Zone zone) =>
        Zones.Of(home, destination).ShouldBe(zone);

    [Test]
    public void Prices_in_a_currency_without_cents_have_none()
    {
        var options = new ShippingOptions
        {
            HomeCountry = "JP",
            StandardPrice = 500,
            FreeFrom = 8_000,
            ExpressDomesticPrice = 1_200,
            ExpressNearPrice = 2_400,
            ExpressWorldPrice = 4_000,
        };
        var yen = Currencies.Of("JPY");
        options.ToTariff(yen).Quote("JP", new Money(8_000, "JPY"))
            .Select(option => option.Price.MinorUnits).ShouldBe([0, 500, 1_200]);
        options.StandardPrice = 4.90m;
        Should.Throw<SettingException>(() => options.ToTariff(yen)).Message.ShouldContain("Shipping:StandardPrice");
    }

    [Test]
    public void Prices_that_are_not_set_suit_every_currency()
    {
        foreach (var currency in Currencies.All)
        {
            var tariff = new ShippingOptions().ToTariff(currency);
            Money[] prices =
                [tariff.Standard, tariff.ExpressDomestic, tariff.ExpressNear, tariff.ExpressWorld, tariff.FreeFrom];
            prices.ShouldAllBe(price => price.IsPrice && price.MinorUnits > 0, currency.Code);
            tariff.Currency.ShouldBe(currency.Code);
            prices.ShouldBeInOrder();
        }

        var yen = new ShippingOptions().ToTariff(Currencies.Of("JPY"));
        yen.Quote("US", new Money(20_000, "JPY")).Select(option => option.Price.MinorUnits).ShouldBe([0, 740, 1_940]);
    }

    [TestCase("KWD", 1.255)]
    [TestCase("MGA", 4_450.50)]
    [TestCase("ISK", 0.5)]
    [TestCase("USD", 4.905)]
    [TestCase("USD", -1.0)]
    [TestCase("USD", 100_000_000_000.0)]
    public void Price_that_cannot_be_charged_is_refused(string code, decimal price) =>
        Refusal(new() { ExpressWorldPrice = price }, code)
            .ShouldStartWith($"Shipping:ExpressWorldPrice must be a price in {code}");

    [Test]
    public void Settings_that_are_wrong_are_named()
    {
        Refusal(new() { HomeCountry = "XX" }).ShouldContain("Shipping:HomeCountry");
        Refusal(new() { ExpressNearPrice = -1 }).ShouldContain("Shipping:ExpressNearPrice");
    }

    [TestCase("Shop:Currency", "ABC",
        "Shop:Currency must be the ISO 4217 code of a currency that Stripe charges, such as USD, not \"ABC\".")]
    [TestCase("Shop:Currency", "usd",
        "Shop:Currency must be the ISO 4217 code of a currency that Stripe charges, such as USD, not \"usd\".")]
    [TestCase("Shipping:Currency", "EUR",
        "Shipping:Currency is no setting any more: Shop:Currency is the currency of all prices.")]
    [TestCase("Catalog:Currency", "USD",
        "Catalog:Currency is no setting any more: Shop:Currency is the currency of all prices.")]
    [TestCase("Shipping:FreeFrom", "12.4999999999999999999999999999999",
        "Shipping:FreeFrom must be a number such as 12.50, not \"12.4999999999999999999999999999999\".")]
    public void Start_with_a_wrong_setting_is_refused_in_a_line(string setting, string value, string line) =>
        Should.Throw<SettingException>(() => ShippingHost.Build(["--environment=Development", $"--{setting}={value}"]))
            .Message.ShouldBe(line);

    private static Money Usd(long cents) => new(cents, "USD");

    private static string Refusal(ShippingOptions options, string code = "USD") =>
        Should.Throw<SettingException>(() => options.ToTariff(Currencies.Of(code))).Message;
}
