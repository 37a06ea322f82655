using CommerceKata.ServiceDefaults;

namespace CommerceKata.Shipping.Tests;

/// <summary>Prices, without any service.</summary>
internal sealed class TariffTests
{
    private static readonly Tariff Default = new ShippingOptions().ToTariff();

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
            Currency = "JPY",
            HomeCountry = "JP",
            StandardPrice = 500,
            FreeFrom = 8_000,
            ExpressDomesticPrice = 1_200,
            ExpressNearPrice = 2_400,
            ExpressWorldPrice = 4_000,
        };
        options.ToTariff().Quote("JP", new Money(8_000, "JPY")).Select(option => option.Price.MinorUnits).ShouldBe([0, 500, 1_200]);
        options.StandardPrice = 4.90m;
        Should.Throw<SettingException>(options.ToTariff).Message.ShouldContain("Shipping:StandardPrice");
    }

    [Test]
    public void Settings_that_are_wrong_are_named()
    {
        Refusal(new() { Currency = "dollars" }).ShouldContain("Shipping:Currency");
        Refusal(new() { HomeCountry = "XX" }).ShouldContain("Shipping:HomeCountry");
        Refusal(new() { ExpressNearPrice = -1 }).ShouldContain("Shipping:ExpressNearPrice");
    }

    private static Money Usd(long cents) => new(cents, "USD");

    private static string Refusal(ShippingOptions options) => Should.Throw<SettingException>(options.ToTariff).Message;
}
