using Commerce.Catalog.V1;
using Commerce.Identity.V1;
using Commerce.Orders.V1;
using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.TestKit;

namespace CommerceKata.Gateway.Tests;

internal sealed class OrderTests : DoorFixture
{
    private const string ById = "query($id: ID!) { orderById(id: $id) { id } }";
    private const string Cancel = "mutation($id: ID!) { cancelOrder(input: { orderId: $id }) { order { status } errors { __typename ... on Error { message } } } }";

    [Test]
    public async Task Order_shows_the_record_of_what_was_bought()
    {
        var order = Some.Order();
        Shop.On<GetOrderRequest>(_ => new GetOrderResponse { Order = order });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse());

        var answer = await Door.AskAsync(
            """
            query($id: ID!) { orderById(id: $id) {
              number status subtotal { amount } shipping { amount } refunded { amount } shippingOption email trackingNumber placedAt
              lines { id sku name quantity returnedQuantity unitPrice { amount } lineTotal { amount } product { name } }
              address { name line2 countryCode } payment { status brand } history { status at note }
            } }
            """,
            new { id = Some.Global("Order", order.Id) });

        answer.Data();
        answer["orderById.status"].ShouldBe("CONFIRMED");
        answer["orderById.subtotal.amount"].ShouldBe("25.00");
        answer["orderById.shipping.amount"].ShouldBe("5.00");
        answer["orderById.refunded.amount"].ShouldBe("0.00");
        answer["orderById.trackingNumber"].ShouldBeNull();
        answer["orderById.placedAt"].ShouldBe("2026-01-02T12:00:00Z");
        answer["orderById.lines.0.id"].ShouldBe(Some.Global("OrderLine", order.Lines[0].Id));
        answer["orderById.lines.0.sku"].ShouldBe("KET-1");
        answer["orderById.lines.0.lineTotal.amount"].ShouldBe("25.00");
        answer["orderById.lines.0.product"].ShouldBeNull();
        answer["orderById.address"].ShouldBe("{'name':'Ada','line2':null,'countryCode':'GB'}");
        answer["orderById.payment"].ShouldBe("{'status':'SUCCEEDED','brand':'visa'}");
        answer["orderById.history"].ShouldBe("[{'status':'PENDING','at':'2026-01-02T12:00:00Z','note':null}]");
        Shop.Asked<GetOrderRequest>().Single().Id.ShouldBe(order.Id);
    }

    [Test]
    public async Task Order_of_somebody_else_is_null()
    {
        Shop.On<GetOrderRequest>(_ => throw Fault.NotFound("order"));
        (await Door.AskAsync(ById, new { id = Some.Global("Order", Some.Id()) })).Data().ToString().ShouldBe("""{"orderById":null}""");
    }

    [Test]
    public async Task Orders_of_a_user_are_a_page_of_theirs()
    {
        var user = Some.User();
        Shop.On<GetUserRequest>(_ => new GetUserResponse { User = user });
        Shop.On<ListOrdersRequest>(_ => new ListOrdersResponse
        {
            Edges = { new OrderEdge { Cursor = "c1", Order = Some.Order() } },
            PageInfo = new() { EndCursor = "c1" },
            TotalCount = 9,
        });

        var answer = await Door.AskAsync(
            "{ me { orders(first: 1, after: \"c0\") { totalCount nodes { number } edges { cursor node { number } } pageInfo { endCursor } } } }",
            token: TestTokens.User(Who.Customer, Guid.Parse(user.Id)));

        answer.Data().GetProperty("me").GetProperty("orders").ToString().ShouldBe(
            """{"totalCount":9,"nodes":[{"number":"CK-7F3K-2M9Q"}],"edges":[{"cursor":"c1","node":{"number":"CK-7F3K-2M9Q"}}],"pageInfo":{"endCursor":"c1"}}""");
        Shop.Asked<ListOrdersRequest>().Single().ShouldBe(new ListOrdersRequest { UserId = user.Id, Page = new PageRequest { First = 1, After = "c0" } });
    }

    [Test]
    public async Task Orders_of_all_pass_the_states_on()
    {
        Shop.On<ListOrdersRequest>(_ => new ListOrdersResponse { PageInfo = new() });
        (await Door.AskAsync("{ orders(status: [PENDING, OUT_OF_STOCK]) { totalCount } }")).Data();
        var asked = Shop.Asked<ListOrdersRequest>().Single();
        asked.Statuses.ShouldBe([OrderStatus.Pending, OrderStatus.OutOfStock]);
        (asked.UserId, asked.Everybodys).ShouldBe(("", true));
    }

    [Test]
    public async Task CancelOrder_shows_the_order_or_why_it_cannot_be()
    {
        var id = Some.Global("Order", Some.Id());
        Shop.On<CancelOrderRequest>(request => new CancelOrderResponse { Order = new(Some.Order(request.OrderId)) { Status = OrderStatus.Cancelled } });
        (await Door.AskAsync(Cancel, new { id }))["cancelOrder"].ShouldBe("{'order':{'status':'CANCELLED'},'errors':null}");
        Shop.On<CancelOrderRequest>(_ => new CancelOrderResponse { WrongState = new() { Status = "SHIPPED" } });
        (await Door.AskAsync(Cancel, new { id }))["cancelOrder.errors"].ShouldBe(
            "[{'__typename':'WrongStateError','message':'This order has shipped already. What is not wanted can be returned.'}]");
        Shop.On<CancelOrderRequest>(_ => throw Fault.NotFound("order"));
        (await Door.AskAsync(Cancel, new { id }))["cancelOrder.errors"].ShouldBe("[{'__typename':'NotFoundError','message':'No such order.'}]");
    }
}
