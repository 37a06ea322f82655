using Commerce.Inventory.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Client = Commerce.Inventory.V1.InventoryService.InventoryServiceClient;
using ProtoLine = Commerce.Inventory.V1.StockLine;

namespace CommerceKata.Inventory.Tests;

/// <summary>What a session's own orders hold, its carts count as available: its next checkout takes it over (issue 14).</summary>
internal sealed class OwnHoldTests : InventoryFixture
{
    [Test]
    public async Task Session_counts_its_own_holds_and_nobody_elses()
    {
        var (product, other, untouched) = (await NewProductAsync(9), await NewProductAsync(1), await NewProductAsync(3));
        var session = Guid.CreateVersion7();
        await HoldAsync(session, Line(product, 4), Line(other, 1));
        await HoldAsync(session, Line(product, 1));
        await HoldAsync(Guid.CreateVersion7(), Line(product, 2));
        await ReservedAsync(Line(product, 1));
        string[] all = [product, other, untouched];
        await AvailableShouldBeAsync(Anyone, own: false, all, [1, 0, 3]);
        await AvailableShouldBeAsync(Of(session), own: false, all, [1, 0, 3]);
        await AvailableShouldBeAsync(Of(session), own: true, all, [6, 1, 3]);
        await AvailableShouldBeAsync(Of(Guid.CreateVersion7()), own: true, all, [1, 0, 3]);
        await AvailableShouldBeAsync(Anyone, own: true, all, [1, 0, 3]);
    }

    [Test]
    public async Task Service_names_the_session_and_nobody_else_does()
    {
        var product = await NewProductAsync(2);
        var session = Guid.CreateVersion7();
        await HoldAsync(session, Line(product, 2));
        var named = new BatchGetAvailabilityRequest { ProductIds = { product }, CountOwnHolds = true, SessionId = session.ToString() };
        (await Orders.BatchGetAvailabilityAsync(named)).Availability.Single().Available.ShouldBe(2);
        foreach (var client in new[] { Anyone, Admin, Of(session), Of(Guid.CreateVersion7()) })
            await client.BatchGetAvailabilityAsync(named).ShouldViolateAsync("session_id");
        await Orders.BatchGetAvailabilityAsync(new() { ProductIds = { product }, CountOwnHolds = true }).ShouldViolateAsync("session_id");
        await Orders.ReserveAsync(new() { OrderId = NewId(), SessionId = "x", Lines = { Line(product, 1) }, HoldSeconds = 1 })
            .ShouldViolateAsync("session_id");
    }

    [TestCase("settled")]
    [TestCase("released")]
    [TestCase("expired")]
    [TestCase("cancelled")]
    public async Task Hold_that_ended_counts_no_more(string how)
    {
        var product = await NewProductAsync(5);
        var session = Guid.CreateVersion7();
        var order = await HoldAsync(session, Line(product, 3));
        switch (how)
        {
            case "settled": await Orders.SettleReservationAsync(new() { OrderId = order }); break;
            case "released": await Orders.ReleaseReservationAsync(new() { OrderId = order }); break;
            case "expired": await ExpireAsync(order); break;
            default: await TellAsync(Ended(order)); break;
        }

        await AvailableShouldBeAsync(Of(session), own: true, [product], [how == "settled" ? 2 : 5]);
    }

    [Test]
    public async Task Orders_that_reserve_together_and_one_that_takes_over_hold_for_their_sessions()
    {
        var product = await NewProductAsync(40);
        var sessions = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToArray();
        var orders = await Task.WhenAll(sessions.Select(session => HoldAsync(session, Line(product, 2))));
        await Task.WhenAll(sessions.Select(session => AvailableShouldBeAsync(Of(session), own: true, [product], [2])));
        await HoldAsync(sessions[0], orders[0], Line(product, 1));
        await AvailableShouldBeAsync(Of(sessions[0]), own: true, [product], [2]);
        await AvailableShouldBeAsync(Of(sessions[1]), own: true, [product], [3]);
    }

    private Client Of(Guid sessionId) => Service.Client<Client>(TestTokens.User(Who.Guest, sessionId: sessionId));

    private Task<string> HoldAsync(Guid sessionId, params ProtoLine[] lines) => HoldAsync(sessionId, "", lines);

    private async Task<string> HoldAsync(Guid sessionId, string replacedOrderId, params ProtoLine[] lines)
    {
        var orderId = NewId();
        var answer = await Orders.ReserveAsync(new()
        {
            OrderId = orderId, SessionId = sessionId.ToString(), TakenOverOrderId = replacedOrderId, Lines = { lines }, HoldSeconds = 900,
        });
        answer.Reserved.ShouldNotBeNull();
        return orderId;
    }

    private static async Task AvailableShouldBeAsync(Client client, bool own, string[] productIds, int[] expected)
    {
        var answer = await client.BatchGetAvailabilityAsync(new() { ProductIds = { productIds }, CountOwnHolds = own });
        var found = answer.Availability.ToDictionary(one => one.ProductId, one => one.Available);
        productIds.Select(id => found[id]).ShouldBe(expected);
    }
}
