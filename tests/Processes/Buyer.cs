using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.Processes;

/// <summary>
/// A customer who does not give up: asks again, with the same key, until the shop says how the purchase ended.
/// </summary>
internal sealed class Buyer(string frontDoor)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FrontDoor _door = new(frontDoor);

    /// <summary>Buys one product at once, with a new guest session.</summary>
    /// <returns>The order's id and status, and the error's type if there was one.</returns>
    public async Task<Bought> BuyAsync(string productId, int quantity = 1, string card = "pm_card_visa", Guid? key = null, TimeSpan? patience = null)
    {
        if (_door.Token is null)
        {
            var session = await InsistAsync("mutation { startGuestSession { session { accessToken } } }", null, patience ?? Patience);
            _door.Token = session.At("startGuestSession.session.accessToken").GetString();
        }

        var input = new
        {
            idempotencyKey = key ?? Guid.NewGuid(),
            lines = new[] { new { productId, quantity } },
            email = "ada@example.com",
            address = new { name = "Ada Lovelace", line1 = "12 Analytical Way", city = "Portland", region = "OR", postalCode = "97201", countryCode = "US" },
            shippingOptionId = "standard",
            paymentMethod = card,
        };
        var data = await InsistAsync(
            """
            mutation($input: CheckoutInput!) {
              checkout(input: $input) {
                order { id number status total { amount } }
                paymentAction { clientSecret redirectUrl }
                errors { __typename ... on Error { message } }
              }
            }
            """,
            new { input }, patience ?? Patience);
        var checkout = data.At("checkout");
        var order = checkout.At("order");
        var errors = checkout.At("errors");
        return new Bought(
            order.ValueKind == JsonValueKind.Null ? null : order.At("id").GetString(),
            order.ValueKind == JsonValueKind.Null ? null : order.At("number").GetString(),
            order.ValueKind == JsonValueKind.Null ? null : order.At("status").GetString(),
            errors.ValueKind == JsonValueKind.Null ? null : errors[0].At("__typename").GetString(),
            checkout.At("paymentAction") is { ValueKind: JsonValueKind.Object } action ? action.At("clientSecret").GetString() : null);
    }

    /// <summary>Cancels what was bought.</summary>
    /// <returns>The order's status after it.</returns>
    public async Task<string> CancelAsync(Bought bought, TimeSpan? patience = null)
    {
        var data = await InsistAsync(
            "mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { order { status } errors { __typename } } }",
            new { input = new { orderId = bought.Id } }, patience ?? Patience);
        return data.At("cancelOrder.order.status").GetString()!;
    }

    /// <summary>Becomes the admin that the shop was opened with.</summary>
    public async Task<Buyer> LoginAsync(string email, string password)
    {
        var data = await InsistAsync(
            "mutation($input: LoginInput!) { login(input: $input) { session { accessToken } } }", new { input = new { email, password } }, Patience);
        _door.Token = data.At("login.session.accessToken").GetString();
        return this;
    }

    /// <summary>Asks to send one unit back of what was bought.</summary>
    /// <returns>The return's id, and that of its line.</returns>
    public async Task<(string Id, string Line)> RequestReturnAsync(Bought bought)
    {
        var order = await InsistAsync("query($id: ID!) { orderById(id: $id) { lines { id } } }", new { id = bought.Id }, Patience);
        var line = order.At("orderById.lines")[0].At("id").GetString()!;
        var data = await InsistAsync(
            "mutation($input: RequestReturnInput!) { requestReturn(input: $input) { return { id } } }",
            new { input = new { orderId = bought.Id, lines = new[] { new { orderLineId = line, quantity = 1 } } } }, Patience);
        return (data.At("requestReturn.return.id").GetString()!, line);
    }

    /// <summary>Approves a return, and waits for its money.</summary>
    /// <returns>Its status in the end.</returns>
    public async Task<string> ApproveAsync((string Id, string Line) asked, int sellable, int damaged)
    {
        await InsistAsync(
            "mutation($input: InspectReturnInput!) { inspectReturn(input: $input) { return { id } } }",
            new { input = new { returnId = asked.Id, approved = true, lines = new[] { new { orderLineId = asked.Line, sellable, damaged } } } }, Patience);
        return await Eventually.GetAsync(async () =>
        {
            var data = await InsistAsync("query($id: ID!) { node(id: $id) { ... on Return { status } } }", new { id = asked.Id }, Patience);
            return data.At("node.status").GetString() is "REFUNDING" ? null : data.At("node.status").GetString();
        }, "the refund", Patience);
    }

    /// <summary>A product's global id.</summary>
    public async Task<string> ProductIdAsync(string slug, TimeSpan? patience = null)
    {
        var data = await InsistAsync("query($slug: String!) { productBySlug(slug: $slug) { id } }", new { slug }, patience ?? Patience);
        return data.At("productBySlug.id").GetString()!;
    }

    /// <summary>Asks until there is an answer without a top-level error: services may be away for a while.</summary>
    private async Task<JsonElement> InsistAsync(string query, object? variables, TimeSpan patience) => (JsonElement)await Eventually.GetAsync<object>(async () =>
    {
        try
        {
            var body = await _door.PostAsync(query, variables, CancellationToken.None);
            return body.TryGetProperty("errors", out _) ? null : body.GetProperty("data");
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or TaskCanceledException)
        {
            // The front door is away as well; it comes back.
            return null;
        }
    }, "an answer of the shop", patience);
}

/// <summary>How a purchase ended for the one who made it.</summary>
internal sealed record Bought(string? Id, string? Number, string? Status, string? Error, string? ClientSecret);
