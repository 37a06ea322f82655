using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Orders.Tests;

internal sealed class CheckoutInputTests
{
    [Test]
    public void Input_that_is_wrong_in_many_ways_names_all_of_them()
    {
        var product = Guid.NewGuid().ToString();
        var request = new CheckoutRequest
        {
            IdempotencyKey = "not-a-uuid",
            Email = "nobody",
            Address = new OrderAddress { CountryCode = "XX" },
            Lines =
            {
                new CheckoutLine { ProductId = product, Quantity = 1 },
                new CheckoutLine { ProductId = product, Quantity = 0 },
            },
            ExpectedTotal = new() { CurrencyCode = "usd", Units = 1 },
        };
        Fields(request).ShouldBe(
        [
            "idempotency_key", "email", "address.country_code", "address.name", "address.line1", "address.city", "address.postal_code",
            "lines[1].product_id", "lines[1].quantity", "shipping_option_id", "payment_method", "expected_total",
        ], ignoreOrder: true);
    }

    [Test]
    public void Input_without_a_destination_is_refused()
    {
        var request = Good();
        request.ClearDestination();
        Fields(request).ShouldBe(["address"]);
    }

    [Test]
    public void Fingerprint_is_of_all_but_the_key()
    {
        var request = Good();
        var first = CheckoutInput.Read(request).Fingerprint;
        request.IdempotencyKey = Guid.NewGuid().ToString();
        CheckoutInput.Read(request).Fingerprint.ShouldBe(first);
        request.PaymentMethod = "pm_card_mastercard";
        CheckoutInput.Read(request).Fingerprint.ShouldNotBe(first);
    }

    private static CheckoutRequest Good() => new()
    {
        IdempotencyKey = Guid.NewGuid().ToString(),
        AddressId = Guid.NewGuid().ToString(),
        ShippingOptionId = "standard",
        PaymentMethod = "pm_card_visa",
    };

    private static IEnumerable<string> Fields(CheckoutRequest request) =>
        Should.Throw<Fault>(() => CheckoutInput.Read(request)).Violations.Select(violation => violation.Field);
}
