using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Errors;
using Google.Protobuf.WellKnownTypes;

namespace CommerceKata.Gateway.Tests;

internal sealed class ReturnTests : DoorFixture
{
    private const string Errors = "errors { __typename ... on Error { message } ... on ValidationError { field } ... on WrongStateError { status } ... on NotFoundError { id } }";

    private const string Request = $$"""
        mutation($id: ID!, $line: ID!) {
          requestReturn(input: { orderId: $id, reason: "Too small.", lines: [{ orderLineId: $line, quantity: 2 }] }) { return { status reason refund { amount } } {{Errors}} }
        }
        """;

    private const string Inspect = $$"""
        mutation($id: ID!, $line: ID!) {
          inspectReturn(input: { returnId: $id, approved: true, note: "Fine.", lines: [{ orderLineId: $line, sellable: 1, damaged: 1 }] }) { return { status note refund { amount } } {{Errors}} }
        }
        """;

    private const string Retry = $$"""mutation($id: ID!) { retryRefund(input: { returnId: $id }) { return { status } {{Errors}} } }""";

    [TestCase(1)]
    [TestCase(50)]
    public async Task Returns_with_their_orders_and_lines_take_two_calls_however_many_there_are(int rows)
    {
        var orders = Enumerable.Range(0, rows).Select(_ => Some.Order()).ToList();
        Shop.On<ListReturnsRequest>(_ => new ListReturnsResponse
        {
            Edges = { orders.Select(order => new ReturnEdge { Cursor = order.Id, Return = ReturnOf(order) }) }, PageInfo = new() { EndCursor = "c" }, TotalCount = 99,
        });
        Shop.On<BatchGetOrdersRequest>(request => new BatchGetOrdersResponse { Orders = { orders.Where(order => request.Ids.Contains(order.Id)) } });

        var answer = await Door.AskAsync(
            """
            { returns(status: [REQUESTED, REFUND_FAILED], first: 50) { totalCount pageInfo { endCursor } edges { cursor } nodes {
              id status reason note refund { amount } requestedAt order { number } lines { quantity sellable damaged orderLine { id name } } } } }
            """);

        answer.Data();
        answer["returns.totalCount"].ShouldBe("99");
        answer[$"returns.nodes.{rows - 1}.order.number"].ShouldBe("CK-7F3K-2M9Q");
        answer["returns.nodes.0.lines"].ShouldBe($"[{{'quantity':2,'sellable':null,'damaged':null,'orderLine':{{'id':'{Some.Global("OrderLine", orders[0].Lines[0].Id)}','name':'Kettle'}}}}]");
        answer["returns.nodes.0.refund"].ShouldBeNull();
        answer["returns.nodes.0.note"].ShouldBeNull();
        answer["returns.nodes.0.requestedAt"].ShouldBe("2026-01-02T12:00:00Z");
        Shop.Calls.Count.ShouldBe(2);
        Shop.Asked<BatchGetOrdersRequest>().Single().Ids.Count.ShouldBe(rows);
        Shop.Asked<ListReturnsRequest>().Single().Statuses.ShouldBe([ReturnStatus.Requested, ReturnStatus.RefundFailed]);
    }

    [Test]
    public async Task Returns_of_many_orders_come_with_the_orders()
    {
        var orders = Enumerable.Range(0, 5).Select(_ => Some.Order()).ToList();
        foreach (var order in orders) order.Returns.Add(ReturnOf(order, sellable: 0, damaged: 1));
        Shop.On<ListOrdersRequest>(_ => new ListOrdersResponse { Edges = { orders.Select(order => new OrderEdge { Order = order }) }, PageInfo = new() });
        var answer = await Door.AskAsync("{ orders(first: 5) { nodes { returns { id status refund { amount } lines { sellable damaged } } } } }");
        answer.Data();
        answer["orders.nodes.4.returns"].ShouldBe(
            $"[{{'id':'{Some.Global("Return", orders[4].Returns[0].Id)}','status':'REFUNDING','refund':{{'amount':'12.50'}},'lines':[{{'sellable':0,'damaged':1}}]}}]");
        Shop.Calls.Count.ShouldBe(1);
    }

    [Test]
    public async Task RequestReturn_passes_the_units_on_and_shows_why_not()
    {
        var order = Some.Order();
        var variables = new { id = Some.Global("Order", order.Id), line = Some.Global("OrderLine", order.Lines[0].Id) };
        Shop.On<RequestReturnRequest>(_ => new RequestReturnResponse { Return = ReturnOf(order) });
        (await Door.AskAsync(Request, variables))["requestReturn"].ShouldBe("{'return':{'status':'REQUESTED','reason':'Too small.','refund':null},'errors':null}");
        Shop.Asked<RequestReturnRequest>().Single().ShouldBe(new RequestReturnRequest
        {
            OrderId = order.Id, Reason = "Too small.", Lines = { new RequestedLine { OrderLineId = order.Lines[0].Id, Quantity = 2 } },
        });

        Shop.On<RequestReturnRequest>(_ => new RequestReturnResponse { WrongState = new() { Status = "RETURN_WINDOW_OVER" } });
        (await Door.AskAsync(Request, variables))["requestReturn.errors"].ShouldBe(
            "[{'__typename':'WrongStateError','message':'The time in which this order may be returned is over.','status':'RETURN_WINDOW_OVER'}]");
        Shop.On<RequestReturnRequest>(_ => throw Fault.Invalid("lines[0].order_line_id", new("BAD", "is there twice")));
        (await Door.AskAsync(Request, variables))["requestReturn.errors"].ShouldBe("[{'__typename':'ValidationError','message':'is there twice','field':'lines[0].orderLineId'}]");
        Shop.On<RequestReturnRequest>(_ => throw Fault.NotFound("order"));
        (await Door.AskAsync(Request, variables))["requestReturn.errors"].ShouldBe($"[{{'__typename':'NotFoundError','message':'No such order.','id':'{variables.id}'}}]");
        (await Door.AskAsync(Request, new { variables.id, line = variables.id }))["requestReturn.errors"].ShouldBe(
            "[{'__typename':'ValidationError','message':'must be the id of an order line','field':'lines[0].orderLineId'}]");
    }

    [Test]
    public async Task InspectReturn_passes_the_counts_on_and_shows_why_not()
    {
        var order = Some.Order();
        var back = ReturnOf(order, sellable: 1, damaged: 1);
        var variables = new { id = Some.Global("Return", back.Id), line = Some.Global("OrderLine", order.Lines[0].Id) };
        Shop.On<InspectReturnRequest>(_ => new InspectReturnResponse { Return = back });
        (await Door.AskAsync(Inspect, variables))["inspectReturn"].ShouldBe("{'return':{'status':'REFUNDING','note':'Fine.','refund':{'amount':'12.50'}},'errors':null}");
        Shop.Asked<InspectReturnRequest>().Single().ShouldBe(new InspectReturnRequest
        {
            ReturnId = back.Id, Approved = true, Note = "Fine.", Lines = { new InspectedLine { OrderLineId = order.Lines[0].Id, Sellable = 1, Damaged = 1 } },
        });

        Shop.On<InspectReturnRequest>(_ => new InspectReturnResponse { WrongState = new() { Status = "REJECTED" } });
        (await Door.AskAsync(Inspect, variables))["inspectReturn.errors"].ShouldBe(
            "[{'__typename':'WrongStateError','message':'This return was rejected already. Its units can be returned with another one.','status':'REJECTED'}]");
        Shop.On<InspectReturnRequest>(_ => throw Fault.NotFound("return"));
        (await Door.AskAsync(Inspect, variables))["inspectReturn.errors"].ShouldBe($"[{{'__typename':'NotFoundError','message':'No such return.','id':'{variables.id}'}}]");
    }

    [Test]
    public async Task RetryRefund_shows_the_return_or_why_not()
    {
        var back = ReturnOf(Some.Order(), sellable: 1, damaged: 0);
        Shop.On<RetryRefundRequest>(_ => new RetryRefundResponse { Return = back });
        (await Door.AskAsync(Retry, new { id = Some.Global("Return", back.Id) }))["retryRefund"].ShouldBe("{'return':{'status':'REFUNDING'},'errors':null}");
        Shop.Asked<RetryRefundRequest>().Single().ReturnId.ShouldBe(back.Id);
        Shop.On<RetryRefundRequest>(_ => new RetryRefundResponse { WrongState = new() { Status = "REQUESTED" } });
        (await Door.AskAsync(Retry, new { id = Some.Global("Return", back.Id) }))["retryRefund.errors"].ShouldBe(
            "[{'__typename':'WrongStateError','message':'This return has not been inspected yet. Inspect it first.','status':'REQUESTED'}]");
    }

    [Test]
    public async Task MarkShipped_and_markDelivered_show_the_order_or_why_not()
    {
        const string ship = $$"""mutation($id: ID!) { markShipped(input: { orderId: $id, trackingNumber: "1Z" }) { order { status trackingNumber } {{Errors}} } }""";
        const string deliver = $$"""mutation($id: ID!) { markDelivered(input: { orderId: $id }) { order { status } {{Errors}} } }""";
        var id = Some.Global("Order", Some.Id());
        Shop.On<MarkShippedRequest>(request => new MarkShippedResponse { Order = new(Some.Order(request.OrderId)) { Status = OrderStatus.Shipped, TrackingNumber = request.TrackingNumber } });
        Shop.On<MarkDeliveredRequest>(request => new MarkDeliveredResponse { Order = new(Some.Order(request.OrderId)) { Status = OrderStatus.Delivered } });
        (await Door.AskAsync(ship, new { id }))["markShipped"].ShouldBe("{'order':{'status':'SHIPPED','trackingNumber':'1Z'},'errors':null}");
        (await Door.AskAsync(deliver, new { id }))["markDelivered"].ShouldBe("{'order':{'status':'DELIVERED'},'errors':null}");
        Shop.On<MarkShippedRequest>(_ => new MarkShippedResponse { WrongState = new() { Status = "CANCELLED" } });
        (await Door.AskAsync(ship, new { id }))["markShipped.errors"].ShouldBe(
            "[{'__typename':'WrongStateError','message':'This order was cancelled. Place another one.','status':'CANCELLED'}]");
        Shop.On<MarkDeliveredRequest>(_ => throw Fault.NotFound("order"));
        (await Door.AskAsync(deliver, new { id }))["markDelivered.errors"].ShouldBe($"[{{'__typename':'NotFoundError','message':'No such order.','id':'{id}'}}]");
    }

    /// <summary>A return of an order's first line; inspected when there are counts.</summary>
    private static Return ReturnOf(Order order, int? sellable = null, int? damaged = null)
    {
        var line = new ReturnLine { OrderLineId = order.Lines[0].Id, Quantity = 2 };
        var back = new Return
        {
            Id = Some.Id(), OrderId = order.Id, Status = ReturnStatus.Requested, Lines = { line }, Reason = "Too small.", RequestedAt = Timestamp.FromDateTime(Some.Noon),
        };
        if (sellable is null || damaged is null) return back;
        (line.Sellable, line.Damaged) = (sellable.Value, damaged.Value);
        (back.Status, back.Refund, back.Note) = (ReturnStatus.Refunding, Some.Usd(12.50m), "Fine.");
        return back;
    }
}
