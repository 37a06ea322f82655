using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults;
using Proto = Commerce.Catalog.V1;

namespace CommerceKata.Orders.Tests;

/// <summary>What can be charged is known before anything is written, in every currency.</summary>
internal sealed class PurchaseTests
{
    private static IEnumerable<string> Codes => Currencies.All.Select(currency => currency.Code);

    [TestCaseSource(nameof(Codes))]
    public void Total_within_the_bounds_can_be_charged_and_nothing_at_all_too(string code)
    {
        var currency = Currencies.Of(code);
        foreach (var total in (long[])[0, currency.MinCharge, currency.MinCharge + currency.Step, currency.MaxCharge])
            Of(currency, total).CanBeCharged(out _).ShouldBeTrue($"{total}");
        var step = currency.Step;
        foreach (var total in (long[])[step, currency.MinCharge - step, currency.MaxCharge + step])
        {
            if (total is 0 || currency.IsCharge(total)) continue;
            Of(currency, total).CanBeCharged(out var bounds).ShouldBeFalse($"{total}");
            Money.FromProto(bounds!.Minimum).ShouldBe(new Money(currency.MinCharge, code));
            Money.FromProto(bounds.Maximum).ShouldBe(new Money(currency.MaxCharge, code));
        }
    }

    [TestCaseSource(nameof(Codes))]
    public void Largest_cart_has_a_total(string code)
    {
        var currency = Currencies.Of(code);
        var purchase = Of(currency, currency.MaxPrice, CheckoutInput.MaxLines, CheckoutInput.MaxQuantity);
        purchase.Total.MinorUnits.ShouldBe(
            (currency.MaxPrice * CheckoutInput.MaxLines * CheckoutInput.MaxQuantity) + currency.MaxPrice);
        purchase.CanBeCharged(out _).ShouldBeFalse();
    }

    /// <summary>One line that comes to a total, without delivery.</summary>
    private static Purchase Of(Currency currency, long total) =>
        Of(currency, total, 1, 1) with { Shipping = Money.Zero(currency.Code) };

    private static Purchase Of(Currency currency, long price, int lines, int quantity) => new(
        null, null,
        [.. Enumerable.Repeat(new PurchaseLine(Product(currency, price), quantity), lines)],
        "ada@example.com", new PostalAddress("Ada", "12 Way", "", "Portland", "OR", "97201", "US", ""), "standard",
        "Standard", new Money(price, currency.Code));

    private static Proto.Product Product(Currency currency, long price) =>
        new() { Price = new Money(price, currency.Code).ToProto() };
}
