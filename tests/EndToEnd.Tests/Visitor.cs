using System.Net.Http.Json;
using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Somebody in front of the shop: asks the front door, as a browser would.</summary>
internal sealed class Visitor(Shop shop)
{
    public const string OrderFields =
        "id number status lines { sku name quantity } subtotal { amount } shipping { amount } total { amount currency } refunded { amount } email payment { status brand last4 } history { status }";

    private readonly FrontDoor _door = new(shop.GraphQL);

    public static object Address { get; } = new
    {
        name = "Ada Lovelace", line1 = "12 Analytical Way", city = "Portland", region = "OR", postalCode = "97201", countryCode = "US",
    };

    public string? Token
    {
        get => _door.Token;
        set => _door.Token = value;
    }

    /// <summary>Asks, and expects no errors.</summary>
    public Task<JsonElement> AskAsync(string query, object? variables = null) => _door.AskAsync(query, variables, CancellationToken.None);

    /// <summary>Asks, and takes whatever comes.</summary>
    public Task<JsonElement> PostAsync(string query, object? variables = null) => _door.PostAsync(query, variables, CancellationToken.None);

    /// <summary>Subscribes, and takes the first event, whatever it says.</summary>
    public async Task<JsonElement> FirstEventAsync(string query, object? variables = null, string? address = null)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        using var request = new HttpRequestMessage(HttpMethod.Post, address ?? shop.GraphQL) { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.Add(new("text/event-stream"));
        if (Token is not null) request.Headers.Authorization = new("Bearer", Token);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        string? line;
        do line = await reader.ReadLineAsync().WaitAsync(http.Timeout);
        while (line?.StartsWith("data: ", StringComparison.Ordinal) == false);
        return JsonDocument.Parse(line![6..]).RootElement;
    }

    public async Task StartGuestSessionAsync()
    {
        var data = await AskAsync("mutation { startGuestSession { session { accessToken user { isGuest role } } } }");
        Token = data.At("startGuestSession.session.accessToken").GetString();
    }

    public async Task LoginAsync(string email, string password)
    {
        var data = await AskAsync(
            "mutation($input: LoginInput!) { login(input: $input) { session { accessToken } errors { __typename } } }", new { input = new { email, password } });
        Token = data.At("login.session.accessToken").GetString();
    }

    public async Task<(string Id, decimal Price, int Available)> ProductAsync(string sku)
    {
        var data = await AskAsync(
            "query($sku: String!) { products(search: $sku, first: 50) { nodes { id sku available price { amount } } } }", new { sku });
        var product = data.At("products.nodes").EnumerateArray().Single(node => node.At("sku").GetString() == sku);
        return (
            product.At("id").GetString()!,
            decimal.Parse(product.At("price.amount").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            product.At("available").GetInt32());
    }

    public Task<JsonElement> AddToCartAsync(string productId, int quantity) => AskAsync(
        "mutation($input: AddToCartInput!) { addToCart(input: $input) { cart { totalQuantity subtotal { amount } lines { quantity product { name } } } errors { __typename } } }",
        new { input = new { productId, quantity } });

    /// <summary>Checks out, and takes whatever comes of it: order, errors.</summary>
    public async Task<JsonElement> CheckoutAsync(
        string? paymentMethod = "pm_card_visa", Guid? key = null, object? lines = null,
        string? email = "ada@example.com", object? address = null,
        string? addressId = null, string shippingOptionId = "standard")
    {
        var body = await PostAsync(
            $$"""
            mutation($input: CheckoutInput!) {
              checkout(input: $input) {
                order { {{OrderFields}} }
                paymentAction { clientSecret redirectUrl }
                errors {
                  __typename
                  ... on Error { message }
                  ... on ValidationError { field }
                  ... on PaymentDeclinedError { declineCode }
                  ... on OutOfStockError { lines { problem requested available product { sku } } }
                  ... on PriceChangedError { total { amount } }
                  ... on TooManyAttemptsError { retryAfterSeconds }
                  ... on AmountNotAllowedError { minimum { amount currency } maximum { amount } }
                }
              }
            }
            """,
            new
            {
                input = new
                {
                    idempotencyKey = key ?? Guid.NewGuid(), lines, email, address = addressId is null ? address ?? Address : null, addressId,
                    shippingOptionId, paymentMethod,
                },
            });
        if (body.TryGetProperty("errors", out var errors)) throw new InvalidOperationException(errors.ToString());
        return body.At("data.checkout");
    }

    /// <summary>Checks out some of one product, past the cart.</summary>
    public Task<JsonElement> BuyAsync(string productId, int quantity = 1, string paymentMethod = "pm_card_visa", Guid? key = null) =>
        CheckoutAsync(paymentMethod, key, new[] { new { productId, quantity } });

    /// <summary>An order of this visitor, as it is now.</summary>
    public async Task<JsonElement> OrderAsync(JsonElement order) =>
        (await AskAsync($$"""query($id: ID!) { orderById(id: $id) { {{OrderFields}} } }""", new { id = order.At("id").GetString() })).At("orderById");

    /// <summary>An order of this visitor, once it has come to a status.</summary>
    public async Task<JsonElement> ReachedAsync(JsonElement order, string status)
    {
        var now = order;
        await Eventually.HoldsAsync(
            async () => (now = await OrderAsync(order)).At("status").GetString() == status, $"order {order.At("number")} to be {status}");
        return now;
    }

    /// <summary>Cancels an order, and takes whatever comes of it: order, errors.</summary>
    public async Task<JsonElement> CancelAsync(JsonElement order) => (await PostAsync(
        $$"""
        mutation($input: CancelOrderInput!) {
          cancelOrder(input: $input) { order { {{OrderFields}} } errors { __typename ... on WrongStateError { status } } }
        }
        """,
        new { input = new { orderId = order.At("id").GetString() } })).At("data.cancelOrder");
}
