using System.Net.Http.Json;
using System.Text.Json;
using CommerceKata.Standalone;

namespace CommerceKata.Telemetry.Tests.Dashboards;

/// <summary>Customers of whom not all get what they want: a sale, a card that is declined, a shelf that is empty, a typing mistake.</summary>
internal sealed class Rush(ProcessShop shop)
{
    private const string Checkout = "mutation($input: CheckoutInput!) { checkout(input: $input) { order { id status } errors { __typename } } }";

    private readonly Uri _graphQL = new($"http://127.0.0.1:{shop.Settings.Ports.FrontDoor}/graphql");

    public async Task RunAsync()
    {
        var guest = new FrontDoor(_graphQL.ToString());
        guest.Token = (await AskAsync(guest, "mutation { startGuestSession { session { accessToken } } }")).At("startGuestSession.session.accessToken").GetString();
        await AskAsync(guest, "{ products(search: \"pepper\") { totalCount } }");
        await AskAsync(guest, "{ products(search: \"zzqxj\") { totalCount } }");
        var product = (await AskAsync(guest, "{ productBySlug(slug: \"pepper-mill-beech\") { id } }")).At("productBySlug.id").GetString()!;
        await AskAsync(guest, "mutation($input: AddToCartInput!) { addToCart(input: $input) { errors { __typename } } }", new { input = new { productId = product, quantity = 1 } });

        (await BuyAsync(guest, product, 1, "pm_card_chargeDeclined")).At("errors")[0].At("__typename").GetString().ShouldBe("PaymentDeclinedError");
        // The day has left little of it.
        var rare = (await AskAsync(guest, "{ productBySlug(slug: \"jute-twine-100-m\") { id } }")).At("productBySlug.id").GetString()!;
        (await BuyAsync(guest, rare, 50, "pm_card_visa")).At("errors")[0].At("__typename").GetString().ShouldBe("OutOfStockError");
        var order = (await BuyAsync(guest, product, 2, "pm_card_visa")).At("order");
        order.At("status").GetString().ShouldBe("CONFIRMED");
        await WatchAsync(guest.Token!, order.At("id").GetString()!);

        // What the services and the front door refuse.
        var stranger = new FrontDoor(_graphQL.ToString());
        (await PostAsync(stranger, "mutation { login(input: { email: \"nobody@example.com\", password: \"not-a-password\" }) { errors { __typename } } }"))
            .At("data.login.errors").GetArrayLength().ShouldBe(1);
        (await PostAsync(stranger, "{ emails { totalCount } }")).At("errors")[0].At("extensions.code").GetString().ShouldBe("UNAUTHENTICATED");
        await shop.Ledger.SettledAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Takes the first event of a subscription.</summary>
    private async Task WatchAsync(string token, string order)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _graphQL)
        {
            Content = JsonContent.Create(new { query = "subscription($id: ID!) { orderChanged(id: $id) { status } }", variables = new { id = order } }),
            Headers = { Authorization = new("Bearer", token), Accept = { new("text/event-stream") } },
        };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await events.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return;
        }

        Assert.Fail("The subscription ended without an event.");
    }

    private static async Task<JsonElement> BuyAsync(FrontDoor customer, string productId, int quantity, string paymentMethod) => (await PostAsync(customer, Checkout, new
    {
        input = new
        {
            idempotencyKey = Guid.NewGuid(),
            lines = new[] { new { productId, quantity } },
            email = "rush@example.com",
            address = new { name = "Ada Lovelace", line1 = "12 Analytical Way", city = "Portland", region = "OR", postalCode = "97201", countryCode = "US" },
            shippingOptionId = "standard",
            paymentMethod,
        },
    })).At("data.checkout");

    /// <summary>Asks, and expects no errors.</summary>
    private static Task<JsonElement> AskAsync(FrontDoor door, string query, object? variables = null) => door.AskAsync(query, variables, CancellationToken.None);

    /// <summary>Asks, and takes whatever comes.</summary>
    private static Task<JsonElement> PostAsync(FrontDoor door, string query, object? variables = null) => door.PostAsync(query, variables, CancellationToken.None);
}
