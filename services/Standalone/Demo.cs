using System.Diagnostics;
using System.Text.Json;

namespace CommerceKata.Standalone;

/// <summary>Buys a product through the front door, as a customer's browser would, and says how each step went.</summary>
/// <param name="shop">An open shop.</param>
/// <param name="say">Where to say it.</param>
internal sealed class Demo(Shop shop, Action<string> say)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly FrontDoor _door = new(shop.GraphQL);
    private int _steps;

    /// <summary>Buys.</summary>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Whether every step went well.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        say("");
        say("Buying a product through the front door, as a guest:");
        try
        {
            await BuyAsync(cancel);
            say($"Done: {_steps} steps in {watch.ElapsedMilliseconds} ms. Open the shop with: dotnet run --project services/Standalone");
            return true;
        }
        catch (DemoException wrong)
        {
            say($"  FAILED after {_steps} steps: {wrong.Message}");
            return false;
        }
    }

    private async Task BuyAsync(CancellationToken cancel)
    {
        await StepAsync("start a guest session", async () =>
        {
            var session = await _door.AskAsync("mutation { startGuestSession { session { accessToken } } }", null, cancel);
            _door.Token = session.At("startGuestSession.session.accessToken").GetString();
            return "a guest, with a token for 15 minutes";
        });
        JsonElement product = default;
        await StepAsync("search for \"grinder\"", async () =>
        {
            // The first start tells Inventory of the seeded products by events: give them a moment to arrive.
            product = await UntilAsync(async () =>
            {
                var found = await _door.AskAsync("""{ products(search: "grinder", first: 1) { nodes { id name price { amount currency } available } } }""", null, cancel);
                var first = found.At("products.nodes")[0];
                return first.GetProperty("available") is { ValueKind: JsonValueKind.Number } available && available.GetInt32() > 0 ? first : null;
            }, "the product to be in stock", cancel);
            return $"{product.At("name")}, {Money(product.At("price"))}, {product.At("available")} available";
        });
        await StepAsync("add it to the cart", async () =>
        {
            var cart = await _door.AskAsync(
                "mutation($id: ID!) { addToCart(input: { productId: $id, quantity: 1 }) { cart { totalQuantity subtotal { amount currency } } errors { __typename } } }",
                new { id = product.At("id").GetString() }, cancel);
            return $"{cart.At("addToCart.cart.totalQuantity")} item, {Money(cart.At("addToCart.cart.subtotal"))}";
        });
        var address = new { name = "Ada Lovelace", line1 = "12 Analytical Way", city = "Portland", region = "OR", postalCode = "97201", countryCode = "US" };
        var option = "";
        await StepAsync("ask what delivery costs", async () =>
        {
            var options = await _door.AskAsync("query($address: AddressInput!) { shippingOptions(address: $address) { id name price { amount currency } } }", new { address }, cancel);
            var cheapest = options.At("shippingOptions")[0];
            option = cheapest.At("id").GetString()!;
            return string.Join(", ", options.At("shippingOptions").EnumerateArray().Select(each => $"{each.At("name")} {Money(each.At("price"))}"));
        });
        var number = await CheckOutAsync(address, option, cancel);
        await StepAsync("wait for the email", async () =>
        {
            var mail = await UntilAsync(() => Task.FromResult<string?>(Mails().FirstOrDefault(file => File.ReadAllText(file).Contains(number, StringComparison.Ordinal))), "the email", cancel);
            return Path.GetRelativePath(Directory.GetCurrentDirectory(), mail);
        });
    }

    private async Task<string> CheckOutAsync(object address, string option, CancellationToken cancel)
    {
        var number = "";
        await StepAsync("check out with a test card", async () =>
        {
            var answer = await _door.AskAsync(
                """
                mutation($input: CheckoutInput!) {
                  checkout(input: $input) {
                    order { number status total { amount currency } payment { brand last4 } }
                    errors { __typename ... on Error { message } }
                  }
                }
                """,
                new { input = new { idempotencyKey = Guid.NewGuid(), email = "ada@example.com", address, shippingOptionId = option, paymentMethod = "pm_card_visa" } },
                cancel);
            var order = answer.At("checkout.order");
            number = order.At("number").GetString()!;
            if (order.At("status").GetString() != "CONFIRMED") throw new DemoException($"order {number} is {order.At("status")}");
            return $"order {number} is confirmed: {Money(order.At("total"))} with {order.At("payment.brand")} {order.At("payment.last4")}";
        });
        return number;
    }

    private async Task StepAsync(string what, Func<Task<string>> step)
    {
        var watch = Stopwatch.StartNew();
        var outcome = await step();
        _steps++;
        say($"  {what,-28} {watch.ElapsedMilliseconds,5} ms   {outcome}");
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> look, string what, CancellationToken cancel)
        where T : class
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(50, cancel))
        {
            if (await look() is { } found) return found;
        }

        throw new DemoException($"waited {Patience.TotalSeconds} s for {what}");
    }

    private static async Task<JsonElement> UntilAsync(Func<Task<JsonElement?>> look, string what, CancellationToken cancel) =>
        ((JsonElement)await UntilAsync<object>(async () => await look(), what, cancel));

    private string[] Mails() => Directory.Exists(shop.Mailbox) ? Directory.GetFiles(shop.Mailbox, "*.eml") : [];

    private static string Money(JsonElement money) => $"{money.At("amount")} {money.At("currency")}";
}
