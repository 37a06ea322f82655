using System.Text.Json;
using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Card testing, and holding stock for nothing (issue 14), with the limits that a shop has unless it sets others.</summary>
internal sealed class CheckoutLimitTests : ShopFixture
{
    private const string Funds = "pm_card_chargeDeclinedInsufficientFunds";

    [TestCase(false)]
    [TestCase(true)]
    public async Task Guest_who_tries_card_after_card_is_asked_to_wait_and_told_less_and_less(bool atOnce)
    {
        var guest = await Shop.GuestAsync();
        var tape = await guest.ProductAsync("STA-TPE-WSH");
        List<JsonElement> answers = [];
        if (atOnce) answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => guest.BuyAsync(tape.Id, 1, Funds))));
        else for (var i = 0; i < 15; i++) answers.Add(await guest.BuyAsync(tape.Id, 1, Funds));

        var errors = answers.Select(answer => answer.At("errors")[0]).ToArray();
        var declined = errors.Where(error => error.At("__typename").GetString() == "PaymentDeclinedError").ToArray();
        declined.Length.ShouldBe(10);
        errors.Length.ShouldBe(declined.Length + errors.Count(error => error.At("__typename").GetString() == "TooManyAttemptsError"));
        if (!atOnce)
        {
            declined.Select(error => error.At("declineCode").GetString()).ShouldBe(
                [.. Enumerable.Repeat("insufficient_funds", 3), .. Enumerable.Repeat("card_declined", 7)]);
        }

        var wait = errors.First(error => error.At("__typename").GetString() == "TooManyAttemptsError").At("retryAfterSeconds").GetInt32();
        wait.ShouldBeInRange(3_000, 3_600);
        // A good card is not taken either, and nothing is written: it cannot be told from the next one that is tried.
        (await guest.BuyAsync(tape.Id)).At("order").ValueKind.ShouldBe(JsonValueKind.Null);
        (await guest.ProductAsync("STA-TPE-WSH")).Available.ShouldBe(tape.Available);
        // It is nobody else's trouble.
        (await (await Shop.GuestAsync()).BuyAsync(tape.Id)).At("order.status").GetString().ShouldBe("CONFIRMED");
    }

    [Test]
    public async Task Guest_cannot_hold_the_shops_whole_stock_with_an_unpaid_order()
    {
        var guest = await Shop.GuestAsync();
        var products = (await guest.AskAsync("{ products(first: 50, order: NAME_ASC) { nodes { id available } } }")).At("products.nodes").EnumerateArray()
            .Select(node => (Id: node.At("id").GetString()!, Available: node.At("available").GetInt32())).ToArray();
        var lines = products.Select(product => new { productId = product.Id, quantity = Math.Min(99, product.Available) }).Where(line => line.quantity > 0).ToArray();
        lines.Sum(line => line.quantity).ShouldBeGreaterThan(200);
        var key = Guid.NewGuid();
        for (var i = 0; i < 2; i++)
        {
            var answer = await guest.CheckoutAsync(ThreeDSecure, key, lines);
            answer.At("errors")[0].At("__typename").GetString().ShouldBe("TooManyAttemptsError");
            answer.At("errors")[0].At("retryAfterSeconds").GetInt32().ShouldBeGreaterThan(0);
            var order = answer.At("order");
            order.At("status").GetString().ShouldBe("PAYMENT_FAILED");
            await Back.SettledAsync(order);
            (await Back.IntentAsync(order)).Status.ShouldBe("canceled");
            (await Back.AllEmailsAsync(order)).ShouldBeEmpty();
        }

        (await guest.AskAsync("{ products(first: 50, order: NAME_ASC) { nodes { id available } } }")).At("products.nodes").EnumerateArray()
            .Select(node => (node.At("id").GetString()!, node.At("available").GetInt32())).ShouldBe(products);
        // With a card that asks for nothing the same order is sold at once: it holds nothing unpaid.
        (await guest.CheckoutAsync(lines: lines)).At("order.status").GetString().ShouldBe("CONFIRMED");
    }

    [Test]
    public async Task Radar_session_reaches_the_gateway_and_may_be_another_when_the_purchase_is_asked_for_again()
    {
        var guest = await Shop.GuestAsync();
        var tape = await guest.ProductAsync("STA-TPE-WSH");
        var key = Guid.NewGuid();
        var order = (await BuyAsync(key, "rse_first")).At("order");
        order.At("status").GetString().ShouldBe("CONFIRMED");
        (await BuyAsync(key, "rse_second")).At("order.number").GetString().ShouldBe(order.At("number").GetString());
        (await Back.IntentAsync(order)).RadarSession.ShouldBe("rse_first");

        async Task<JsonElement> BuyAsync(Guid idempotencyKey, string radarSession) => (await guest.AskAsync(
            "mutation($input: CheckoutInput!) { checkout(input: $input) { order { id number status } errors { __typename } } }",
            new
            {
                input = new
                {
                    idempotencyKey, radarSession, email = "ada@example.com", address = Visitor.Address, shippingOptionId = "standard", paymentMethod = "pm_card_visa",
                    lines = new[] { new { productId = tape.Id, quantity = 1 } },
                },
            })).At("checkout");
    }
}
