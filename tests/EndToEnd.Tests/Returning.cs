using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>What visitors and the back office do with parcels and returns, at the front door.</summary>
internal static class Returning
{
    private const string Fields =
        "id status refund { amount } reason note lines { quantity sellable damaged orderLine { id sku returnedQuantity } } order { id number status refunded { amount } payment { status } }";

    private const string Errors = "errors { __typename ... on Error { message } ... on WrongStateError { status } ... on ValidationError { field } }";

    /// <summary>Asks to send units back, by the place of their lines in the order; takes whatever comes of it.</summary>
    public static async Task<JsonElement> RequestReturnAsync(this Visitor visitor, JsonElement order, params (int Line, int Quantity)[] lines) =>
        await visitor.RequestReturnAsync(order, await visitor.LinesAsync(order), lines);

    /// <summary>As above, by somebody who knows the lines and may not see the order.</summary>
    public static async Task<JsonElement> RequestReturnAsync(this Visitor visitor, JsonElement order, string[] ids, params (int Line, int Quantity)[] lines)
    {
        var body = await visitor.PostAsync(
            $$"""mutation($input: RequestReturnInput!) { requestReturn(input: $input) { return { {{Fields}} } {{Errors}} } }""",
            new { input = new { orderId = order.At("id").GetString(), reason = "Too small.", lines = lines.Select(line => new { orderLineId = ids[line.Line], quantity = line.Quantity }) } });
        return body.At("data.requestReturn");
    }

    /// <summary>Approves a return, by the place of its lines.</summary>
    public static Task<JsonElement> ApproveAsync(this Visitor admin, JsonElement asked, params (int Sellable, int Damaged)[] lines) =>
        admin.InspectAsync(asked, approved: true, lines);

    public static async Task<JsonElement> InspectAsync(this Visitor admin, JsonElement asked, bool approved, params (int Sellable, int Damaged)[] lines) =>
        (await admin.PostAsync(
            $$"""mutation($input: InspectReturnInput!) { inspectReturn(input: $input) { return { {{Fields}} } {{Errors}} } }""",
            new
            {
                input = new
                {
                    returnId = asked.At("id").GetString(), approved, note = "Looked at.",
                    lines = lines.Select((line, i) => new { orderLineId = asked.At("lines")[i].At("orderLine.id").GetString(), sellable = line.Sellable, damaged = line.Damaged }),
                },
            })).At("data.inspectReturn");

    public static async Task<JsonElement> RetryRefundAsync(this Visitor admin, JsonElement asked) => (await admin.PostAsync(
        $$"""mutation($input: RetryRefundInput!) { retryRefund(input: $input) { return { {{Fields}} } {{Errors}} } }""",
        new { input = new { returnId = asked.At("id").GetString() } })).At("data.retryRefund");

    public static async Task<JsonElement> ShipAsync(this Visitor admin, JsonElement order, string trackingNumber) => (await admin.PostAsync(
        $$"""mutation($input: MarkShippedInput!) { markShipped(input: $input) { order { status trackingNumber history { status } } {{Errors}} } }""",
        new { input = new { orderId = order.At("id").GetString(), trackingNumber } })).At("data.markShipped");

    public static async Task<JsonElement> DeliverAsync(this Visitor admin, JsonElement order) => (await admin.PostAsync(
        $$"""mutation($input: MarkDeliveredInput!) { markDelivered(input: $input) { order { status history { status } } {{Errors}} } }""",
        new { input = new { orderId = order.At("id").GetString() } })).At("data.markDelivered");

    /// <summary>A return as it is now; null when there is none for this visitor.</summary>
    public static async Task<JsonElement> ReturnAsync(this Visitor visitor, JsonElement asked) => (await visitor.AskAsync(
        $$"""query($id: ID!) { node(id: $id) { ... on Return { {{Fields}} } } }""", new { id = asked.At("id").GetString() })).At("node");

    /// <summary>A return, once it has come to a status.</summary>
    public static async Task<JsonElement> ReturnReachedAsync(this Visitor visitor, JsonElement asked, string status)
    {
        var now = asked;
        await Eventually.HoldsAsync(async () => (now = await visitor.ReturnAsync(asked)).At("status").GetString() == status, $"the return to be {status}");
        return now;
    }

    /// <summary>The ids of an order's lines.</summary>
    public static async Task<string[]> LinesAsync(this Visitor visitor, JsonElement order)
    {
        var data = await visitor.AskAsync("query($id: ID!) { orderById(id: $id) { lines { id } } }", new { id = order.At("id").GetString() });
        return [.. data.At("orderById.lines").EnumerateArray().Select(line => line.At("id").GetString()!)];
    }
}
