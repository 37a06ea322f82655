using System.Globalization;
using System.Text.Json;
using CommerceKata.ServiceDefaults;
using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Shops in other currencies, each with a rule of its own: nothing but the one setting is set.</summary>
[TestFixture("JPY", "18640", 18_640, 17_900)]
[TestFixture("EUR", "111.40", 111_40, 107_00)]
[TestFixture("ISK", "16140", 16_140_00, 15_500_00)]
[TestFixture("KWD", "38.520", 38_520, 37_000)]
internal sealed class CurrencyTests(string code, string total, long stripesTotal, long stripesPrice)
    : ShopFixture($"Shop:Currency={code}")
{
    private const string Grinder = "COF-GRN-HND";

    [Test]
    public async Task Customer_pays_and_gets_back_what_it_costs_in_the_currency_s_own_form()
    {
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync(Grinder)).Id)).At("order");
        (order.At("status").GetString(), order.At("total.amount").GetString(), order.At("total.currency").GetString())
            .ShouldBe(("CONFIRMED", total, code));
        var intent = await Back.IntentAsync(order);
        (intent.AmountReceived, intent.Currency).ShouldBe((stripesTotal, code.ToLowerInvariant()));

        var asked = (await guest.RequestReturnAsync(order, (0, 1))).At("return");
        var admin = Shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        await admin.ApproveAsync(asked, (1, 0));
        await guest.ReturnReachedAsync(asked, "REFUNDED");
        await Back.SettledAsync(order);
        order = await guest.OrderAsync(order);
        // The only unit of the order: the delivery goes back with it.
        (order.At("refunded.amount").GetString(), order.At("payment.status").GetString()).ShouldBe((total, "REFUNDED"));
        (await Back.IntentAsync(order)).AmountRefunded.ShouldBe(stripesTotal);
    }

    [Test]
    public async Task One_of_two_units_goes_back_at_its_price()
    {
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync(Grinder)).Id, 2)).At("order");
        var asked = (await guest.RequestReturnAsync(order, (0, 1))).At("return");
        var admin = Shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        await admin.ApproveAsync(asked, (0, 1));
        await guest.ReturnReachedAsync(asked, "REFUNDED");
        await Back.SettledAsync(order);
        (await Back.RefundsAsync(order)).ShouldHaveSingleItem().Amount.ShouldBe(stripesPrice);
        (await guest.OrderAsync(order)).At("payment.status").GetString().ShouldBe("PARTIALLY_REFUNDED");
    }

    [Test]
    public async Task Prices_and_delivery_are_in_the_shop_s_currency_and_can_be_charged()
    {
        var guest = await Shop.GuestAsync();
        var listed = await guest.AskAsync("{ products(first: 50) { nodes { id price { amount currency } } } }");
        var prices = listed.At("products.nodes").EnumerateArray().Select(node => Read(node.At("price"))).ToList();
        prices.Count.ShouldBe(50);
        await guest.AddToCartAsync(listed.At("products.nodes")[0].At("id").GetString()!, 1);
        var options = await guest.AskAsync(
            "query($address: AddressInput!) { shippingOptions(address: $address) { price { amount currency } } }",
            new { address = Visitor.Address });
        prices.AddRange(options.At("shippingOptions").EnumerateArray().Select(option => Read(option.At("price"))));
        prices.ShouldAllBe(price => price.IsPrice && price.Currency == code);
    }

    private static Money Read(JsonElement money)
    {
        var amount = decimal.Parse(money.At("amount").GetString()!, CultureInfo.InvariantCulture);
        Money.TryFromAmount(amount, money.At("currency").GetString(), out var read).ShouldBeTrue($"{money}");
        return read;
    }
}
