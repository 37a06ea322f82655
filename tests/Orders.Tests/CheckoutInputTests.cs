using System.Security.Cryptography;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using Google.Protobuf;

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
            "lines[1].product_id", "lines[1].quantity", "shipping_option_id", "expected_total",
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
        var first = Fingerprint(request);
        request.IdempotencyKey = Guid.NewGuid().ToString();
        Fingerprint(request).ShouldBe(first);
        request.PaymentMethod = "pm_card_mastercard";
        Fingerprint(request).ShouldNotBe(first);
    }

    /// <summary>
    /// A repeat of a request that the version before took is a repeat, whichever version sends it and which answers.
    /// </summary>
    [Test]
    public void Fingerprint_of_lines_is_that_of_the_version_before([Values] bool buysLines)
    {
        var request = Good();
        request.IdempotencyKey = "";
        request.Lines.Add(new CheckoutLine { ProductId = Guid.NewGuid().ToString(), Quantity = 2 });
        var before = SHA256.HashData(request.ToByteArray());
        request.BuysLines = buysLines;
        Fingerprint(request).ShouldBe(before);
    }

    [Test]
    public void Empty_list_of_lines_to_buy_is_not_the_cart()
    {
        var request = Good();
        Fields(request).ShouldBeEmpty();
        request.BuysLines = true;
        var check = new Violations();
        CheckoutInput.Read(request, Who.Customer, check);
        check.Found.Select(violation => (violation.Field, violation.Problem.Code)).ShouldBe([("lines", "EMPTY")]);
        request.Lines.Add(new CheckoutLine { ProductId = Guid.NewGuid().ToString(), Quantity = 2 });
        Fields(request).ShouldBeEmpty();
    }

    [TestCase(Who.Guest, "", "REQUIRED")]
    [TestCase(Who.Guest, " ", "REQUIRED")]
    [TestCase(Who.Guest, "nobody", "NOT_AN_EMAIL")]
    [TestCase(Who.Guest, "ada@example.com", null)]
    [TestCase(Who.Customer, "", null)]
    [TestCase(Who.Customer, " ", "EMPTY")]
    [TestCase(Who.Customer, "nobody", "NOT_AN_EMAIL")]
    [TestCase(Who.Admin, "", null)]
    public void Email_is_the_customers_own_only_when_it_is_left_out(Who caller, string email, string? code)
    {
        var request = Good();
        request.Email = email;
        var check = new Violations();
        CheckoutInput.Read(request, caller, check);
        check.Found.Select(violation => violation.Problem.Code).ShouldBe(code is null ? [] : [code]);
    }

    private static CheckoutRequest Good() => new()
    {
        IdempotencyKey = Guid.NewGuid().ToString(),
        AddressId = Guid.NewGuid().ToString(),
        ShippingOptionId = "standard",
        PaymentMethod = "pm_card_visa",
    };

    private static byte[] Fingerprint(CheckoutRequest request) =>
        CheckoutInput.Read(request, Who.Customer, new()).Fingerprint;

    private static IEnumerable<string> Fields(CheckoutRequest request)
    {
        var check = new Violations();
        CheckoutInput.Read(request, Who.Customer, check);
        return check.Found.Select(violation => violation.Field);
    }
}
