using CommerceKata.TestKit;

namespace CommerceKata.Telemetry.Tests;

/// <summary>One trace follows a purchase from the front door to the mail, and a session joins a customer's traces (R3.4, R4.4).</summary>
// One after the other, so that what changes the shop (PanelTests) comes after all that look at the day.
[DependsOnFixture(typeof(MatrixTests), AllowFailure = true)]
internal sealed class TraceTests
{
    [Test]
    public async Task Purchase_is_one_trace_from_the_mutation_to_the_mail()
    {
        var trace = await Spans.TraceAsync("mutation checkout", "send email");
        trace.Count(span => span.ParentId.Length == 0).ShouldBe(1);
        foreach (var service in (string[])["gateway", "orders", "cart", "catalog", "shipping", "inventory", "billing", "notifications"])
            trace.ShouldContain(span => span.Service == service, service);
        Spans.Ancestry(trace, trace.Single(span => span.Name == "send email")).Where(span => span.Kind is not "Client" || span.Name == "send email").Select(span => $"{span.Service}: {span.Name}").ShouldBe(
        [
            "notifications: send email", "notifications: process OrderConfirmed", "orders: create OrderConfirmed",
            "orders: commerce.orders.v1.OrdersService/Checkout", "gateway: mutation checkout", "gateway: POST /graphql",
        ]);
        trace.ShouldContain(span => span.Attributes.Any(one => one.Key == "db.query.text" && one.Value.Contains("INSERT INTO orders", StringComparison.Ordinal)));
        PurchasePicture.Check(trace);
    }

    [Test]
    public async Task Event_continues_its_trace_and_links_to_the_call_that_brought_it()
    {
        var trace = await Spans.TraceAsync("mutation checkout", "send email");
        foreach (var process in trace.Where(span => span.Name == "process OrderConfirmed"))
        {
            var carrier = process.LinkedTraces.ShouldHaveSingleItem();
            carrier.ShouldNotBe(process.TraceId);
            var carried = await Eventually.GetAsync(
                () => Task.FromResult(ObservedShop.Collector.Spans.FirstOrDefault(span => span.TraceId == carrier && span.Name.StartsWith("send outbox to ", StringComparison.Ordinal))),
                "the delivery");
            carried.LinkedTraces.ShouldContain(process.TraceId);
        }
    }

    [Test]
    public async Task Session_joins_the_first_cart_item_with_the_order_though_the_guest_registered_in_between()
    {
        var added = await Spans.TraceAsync("mutation addToCart", "mutation addToCart");
        var bought = await Spans.TraceAsync("mutation checkout", "send email");
        var session = added.Concat(bought).Select(span => (span.Attributes.GetValueOrDefault("session.id") ?? "none of " + span.Name)).Distinct().ShouldHaveSingleItem();
        Guid.TryParse(session, out _).ShouldBeTrue(session);
        added[0].TraceId.ShouldNotBe(bought[0].TraceId);
    }

    [Test]
    public async Task Spans_are_named_by_the_conventions_and_keep_secrets()
    {
        var trace = await Spans.TraceAsync("mutation checkout", "send email");
        var call = trace.Single(span => span is { Kind: "Server", Name: "commerce.orders.v1.OrdersService/Checkout" });
        (call.Attributes["rpc.method"], call.Attributes["rpc.response.status_code"]).ShouldBe((call.Name, "OK"));
        var operation = trace.Single(span => span.Name == "mutation checkout");
        (operation.Attributes["graphql.operation.type"], operation.Attributes["graphql.operation.name"]).ShouldBe(("mutation", "Buy"));
        trace.Single(span => span.Name == "create OrderConfirmed").Attributes["messaging.operation.type"].ShouldBe("create");
        var said = ObservedShop.Collector.Spans.SelectMany(span => span.Attributes.Values).Concat(ObservedShop.Collector.Logs.Select(log => log.Text)).ToList();
        foreach (var secret in (string[])["telemetry-", "Analytical Way", "pm_card_visa", "a-long-password-1", "eyJ"])
            said.ShouldNotContain(text => text.Contains(secret, StringComparison.Ordinal), secret);
    }
}
