using System.Text.RegularExpressions;

namespace CommerceKata.Orders.Tests;

internal sealed partial class OrderTransitionsTests
{
    [Test]
    public void Diagram_in_the_docs_shows_just_the_transitions_of_the_code()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory.Split("/tests/")[0], "docs", "checkout.md"));
        var drawn = Arrow().Matches(page).Select(arrow => (arrow.Groups[1].Value, arrow.Groups[2].Value));
        drawn.ShouldBe(OrderTransitions.All.Select(pair => (pair.From.Text(), pair.To.Text())), ignoreOrder: true);
    }

    [Test]
    public void Undone_delivered_and_returned_orders_go_nowhere()
    {
        foreach (var status in Enum.GetValues<OrderStatus>()
            .Where(status => status.IsUndone() || status is OrderStatus.Delivered or OrderStatus.Returned))
            Enum.GetValues<OrderStatus>().Any(to => OrderTransitions.Allows(status, to)).ShouldBeFalse(status.ToString());
    }

    [Test]
    public void Names_read_back_as_what_they_name()
    {
        foreach (var status in Enum.GetValues<OrderStatus>()) OrderTransitions.Parse(status.Text()).ShouldBe(status);
        OrderStatus.AwaitingPayment.Text().ShouldBe("AWAITING_PAYMENT");
        foreach (var status in Enum.GetValues<OrderStatus>()) status.ToProto().ToDomain().ShouldBe(status);
        OrderStatus.OutOfStock.ToProto().ShouldBe(Commerce.Orders.V1.OrderStatus.OutOfStock);
    }

    [GeneratedRegex(@"^\s+([A-Z_]+) --> ([A-Z_]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
