using Commerce.Notifications.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CommerceKata.Notifications.Tests;

/// <summary>What customers hear of their parcels and returns (FC.5).</summary>
internal sealed class ReturnMailTests
{
    private static readonly EmailTemplates Templates = new();

    [Test]
    public void Return_that_came_in_part_says_what_came_and_what_goes_back()
    {
        var (order, back) = Returned();
        var content = Templates.Render(ReturnMail.Received, ReturnMail.From(order, back));
        content.Subject.ShouldBe($"Your return for order {order.Number} has arrived");
        content.Text.ShouldContain("13 October 2026");
        content.Text.ShouldContain("\n1 of 2 x Mug\n\nOne is missing.\n\n12.50 USD goes back to the card");
        content.Html.ShouldContain("1 of 2 x Mug<br>");
        content.Html.ShouldContain("<strong>12.50 USD</strong> goes back");
    }

    [Test]
    public void Return_of_what_cost_nothing_promises_nothing()
    {
        var (order, back) = Returned();
        (back.Refund, back.Note) = (new Money(0, "USD").ToProto(), "");
        var text = Templates.Render(ReturnMail.Received, ReturnMail.From(order, back)).Text;
        text.ShouldContain("Nothing was paid for it");
        text.ShouldNotContain("goes back");
    }

    [Test]
    public void Rejected_return_says_why_with_its_note_escaped()
    {
        var (order, back) = Returned();
        (back.Status, back.Refund, back.Note) = (ReturnStatus.Rejected, null, "Worn <b>out</b>.\nSorry.");
        back.Lines[0].ClearSellable();
        back.Lines[0].ClearDamaged();
        var content = Templates.Render(ReturnMail.Rejected, ReturnMail.From(order, back));
        content.Text.ShouldContain("\n2 x Mug\n\nWorn <b>out</b>.\nSorry.\n\nNothing is paid back for it.");
        content.Html.ShouldContain("Worn &lt;b&gt;out&lt;/b&gt;.");
    }

    [Test]
    public void Refund_says_how_much_and_to_which_card()
    {
        var (order, back) = Returned();
        var content = Templates.Render(ReturnMail.RefundIssued, ReturnMail.From(order, back));
        content.Subject.ShouldBe($"12.50 USD for order {order.Number} is on its way to you");
        content.Text.ShouldContain("12.50 USD went back to the card that you paid with (visa 4242).");
        order.Payment = null;
        Templates.Render(ReturnMail.RefundIssued, ReturnMail.From(order, back)).Html.ShouldContain("that you paid with. Banks");
    }

    [TestCase("1Z<999>", "number: 1Z<999>", "1Z&lt;999&gt;")]
    [TestCase("", null, null)]
    public void Shipped_order_has_its_tracking_number_where_there_is_one(string number, string? text, string? html)
    {
        var order = Shop.NewOrder();
        order.TrackingNumber = number;
        var content = Templates.Render(FulfilmentMail.Shipped, FulfilmentMail.From(order));
        content.Subject.ShouldBe($"Your order {order.Number} is on its way");
        content.Text.ShouldContain("1 x Hand Coffee Grinder\n2 x Mug\n");
        (content.Text.Contains("tracking", StringComparison.Ordinal), content.Html.Contains("tracking", StringComparison.Ordinal)).ShouldBe((text is not null, html is not null));
        content.Text.ShouldContain(text ?? "");
        content.Html.ShouldContain(html ?? "");
    }

    [Test]
    public void Parcel_holds_what_did_not_come_back_before_it_left()
    {
        var order = Shop.NewOrder();
        order.Lines[0].ReturnedQuantity = order.Lines[0].Quantity;
        order.Lines[1].ReturnedQuantity = 1;
        FulfilmentMail.From(order).Lines.ShouldBe(["1 x Mug"]);
    }

    [Test]
    public async Task Every_fact_makes_one_mail_however_often_it_comes_and_another_refund_another()
    {
        using var mailbox = new Mailbox();
        await using var shop = await Shop.OpenAsync(mailbox.Setting);
        var (order, back) = Returned();
        var rejected = back.Clone();
        (rejected.Id, rejected.Status) = (Guid.CreateVersion7().ToString(), ReturnStatus.Rejected);
        IMessage[] facts =
        [
            new OrderShipped { Order = order },
            new OrderDelivered { Order = order },
            new ReturnInspected { Order = order, Return = back },
            new ReturnInspected { Order = order, Return = rejected },
            new RefundIssued { Order = order, Return = back, RefundId = back.Id },
            new RefundIssued { Order = order, Return = back, RefundId = Guid.CreateVersion7().ToString() },
        ];
        var events = facts.Select(fact => Shop.Fact(order, fact)).ToArray();
        (await shop.DeliverAsync([.. events, .. events, .. facts.Select(fact => Shop.Fact(order, fact))])).ShouldBeEmpty();
        await shop.AllSentAsync(6);
        var mails = await shop.EmailsAsync();
        mails.ShouldAllBe(mail => mail.To == "dana@example.com" && mail.Status == EmailStatus.Sent);
        mails.Select(mail => mail.Template).ShouldBe(
            ["order-shipped", "order-delivered", "return-received", "return-rejected", "refund-issued", "refund-issued"], ignoreOrder: true);
        mailbox.Files.Length.ShouldBe(6);
    }

    [TestCase("order-shipped")]
    [TestCase("order-delivered")]
    [TestCase("return-received")]
    [TestCase("return-rejected")]
    [TestCase("refund-issued")]
    public async Task Preview_shows_the_template(string template)
    {
        await using var output = new StringWriter();
        (await Preview.RunAsync([template], output)).ShouldBe(0);
        output.ToString().ShouldContain("CK-7F3K-2M9Q");
    }

    /// <summary>An order of which one of two mugs came back.</summary>
    private static (Order Order, Return Back) Returned()
    {
        var order = Shop.OrderThatCameTo(OrderPaymentStatus.Succeeded, OrderStatus.Pending, OrderStatus.Confirmed, OrderStatus.Delivered);
        foreach (var line in order.Lines) line.Id = Guid.CreateVersion7().ToString();
        (order.Payment.Brand, order.Payment.Last4) = ("visa", "4242");
        return (order, new Return
        {
            Id = Guid.CreateVersion7().ToString(),
            OrderId = order.Id,
            Status = ReturnStatus.Refunding,
            Lines = { new ReturnLine { OrderLineId = order.Lines[1].Id, Quantity = 2, Sellable = 0, Damaged = 1 } },
            Refund = new Money(1_250, "USD").ToProto(),
            Note = "One is missing.",
            RequestedAt = Timestamp.FromDateTime(new DateTime(2026, 10, 13, 14, 5, 0, DateTimeKind.Utc)),
        });
    }
}
