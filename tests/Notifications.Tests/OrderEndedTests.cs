using Commerce.Notifications.V1;
using Commerce.Orders.V1;
using CommerceKata.TestKit;

namespace CommerceKata.Notifications.Tests;

/// <summary>Who hears that an order is over, and of what.</summary>
internal sealed class OrderEndedTests
{
    private static readonly EmailTemplates Templates = new();

    [Test]
    public void Out_of_stock_and_a_card_declined_at_once_are_no_mail()
    {
        OrderEndedMail.From(Shop.OrderThatCameTo(null, OrderStatus.Pending, OrderStatus.OutOfStock)).ShouldBeNull();
        OrderEndedMail.From(Shop.OrderThatCameTo(OrderPaymentStatus.Failed, OrderStatus.Pending, OrderStatus.PaymentFailed)).ShouldBeNull();
    }

    [Test]
    public void Payment_that_failed_after_the_answer_says_so()
    {
        var text = Text(OrderPaymentStatus.Failed, OrderStatus.Pending, OrderStatus.AwaitingPayment, OrderStatus.PaymentFailed);
        text.ShouldContain("The payment of 79.95 USD for order CK-");
        text.ShouldContain("failed.\n\n1 x Hand Coffee Grinder\n2 x Mug\n\nNothing is charged");
    }

    [TestCase(OrderStatus.AwaitingPayment)]
    [TestCase(OrderStatus.Pending)]
    public void Payment_that_never_came_says_that_nothing_is_charged(OrderStatus before)
    {
        var text = Text(OrderPaymentStatus.Cancelled, OrderStatus.Pending, before, OrderStatus.Expired);
        text.ShouldContain("did not come in time.\n");
        text.ShouldContain("Nothing is charged");
        text.ShouldNotContain("goes back");
    }

    [Test]
    public void Payment_that_came_too_late_says_what_goes_back()
    {
        var text = Text(OrderPaymentStatus.Succeeded, OrderStatus.Pending, OrderStatus.AwaitingPayment, OrderStatus.Expired);
        text.ShouldContain("came when its time was up");
        text.ShouldContain("All of it, 79.95 USD, goes back");
        text.ShouldNotContain("Nothing is charged");
    }

    [TestCase(OrderPaymentStatus.Succeeded, OrderStatus.Confirmed, "79.95 USD goes back")]
    [TestCase(OrderPaymentStatus.Cancelled, OrderStatus.AwaitingPayment, "Nothing was charged.")]
    public void Cancelled_order_says_what_became_of_the_money(OrderPaymentStatus payment, OrderStatus before, string words)
    {
        var mail = OrderEndedMail.From(Shop.OrderThatCameTo(payment, OrderStatus.Pending, before, OrderStatus.Cancelled)).ShouldNotBeNull();
        mail.Template.ShouldBe("order-cancelled");
        var content = Templates.Render(mail.Template, mail);
        content.Subject.ShouldBe($"Your order {mail.Number} is cancelled");
        content.Text.ShouldContain(words);
        content.Html.Replace("<strong>", "", StringComparison.Ordinal).Replace("</strong>", "", StringComparison.Ordinal).ShouldContain(words);
    }

    [Test]
    public void Order_that_cost_nothing_gives_nothing_back()
    {
        var order = Shop.OrderThatCameTo(OrderPaymentStatus.Succeeded, OrderStatus.Pending, OrderStatus.Confirmed, OrderStatus.Cancelled);
        order.Total = new Google.Type.Money { CurrencyCode = "USD" };
        OrderEndedMail.From(order)!.HasRefund.ShouldBeFalse();
    }

    [Test]
    public void Values_are_escaped_in_HTML()
    {
        var order = Shop.OrderThatCameTo(OrderPaymentStatus.Cancelled, OrderStatus.Pending, OrderStatus.Expired);
        order.Lines[0].Name = "<img src=x>";
        var mail = OrderEndedMail.From(order)!;
        Templates.Render(mail.Template, mail).Html.ShouldContain("1 x &lt;img src=x&gt;");
    }

    [Test]
    public async Task Order_that_ended_is_told_once_and_one_that_needs_no_mail_is_noted()
    {
        using var mailbox = new Mailbox();
        await using var shop = await Shop.OpenAsync(mailbox.Setting);
        var cancelled = Shop.OrderThatCameTo(OrderPaymentStatus.Succeeded, OrderStatus.Pending, OrderStatus.Confirmed, OrderStatus.Cancelled);
        var declined = Shop.OrderThatCameTo(OrderPaymentStatus.Failed, OrderStatus.Pending, OrderStatus.PaymentFailed);
        var fact = Shop.Ended(cancelled);
        // The last one is published again, under another id.
        (await shop.DeliverAsync(fact, Shop.Ended(declined), fact, Shop.Ended(cancelled))).ShouldBeEmpty();
        var email = await shop.OnlyEmailAsync(EmailStatus.Sent);
        (email.To, email.Template).ShouldBe(("dana@example.com", "order-cancelled"));
        mailbox.Files.Length.ShouldBe(1);

        (await shop.DeliverAsync(Shop.Confirmed(cancelled))).ShouldBeEmpty();
        await shop.AllSentAsync(2);
    }

    [Test]
    public async Task What_a_guest_cancelled_unpaid_is_no_mail_and_what_was_paid_is()
    {
        await using var shop = await Shop.OpenAsync();
        var unpaid = Shop.OrderThatCameTo(OrderPaymentStatus.Cancelled, OrderStatus.Pending, OrderStatus.AwaitingPayment, OrderStatus.Cancelled);
        var paid = Shop.OrderThatCameTo(OrderPaymentStatus.Succeeded, OrderStatus.Pending, OrderStatus.Confirmed, OrderStatus.Cancelled);
        (await shop.DeliverAsync(Shop.Fact(unpaid, new OrderEnded { Order = unpaid, CustomerKnows = true }), Shop.Ended(paid))).ShouldBeEmpty();
        (await shop.OnlyEmailAsync(EmailStatus.Sent)).Subject.ShouldContain(paid.Number);
    }

    [Test]
    public async Task Mails_about_unpaid_orders_to_one_address_are_few_however_it_is_written_and_others_all_leave()
    {
        await using var shop = await Shop.OpenAsync(("Mail:UnpaidPerHour", "2"));
        string[] written = ["vic@münchen.example", "VIC@MÜNCHEN.example", "vic@xn--mnchen-3ya.example"];
        var unpaid = Enumerable.Range(0, 12).Select(i => Unpaid(written[i % written.Length])).ToList();
        // All at once, from as many deliveries: their transactions run side by side.
        await Task.WhenAll(unpaid.Select(order => shop.DeliverAsync(Shop.Ended(order))));
        await shop.DeliverAsync(Shop.Ended(Unpaid("other@example.com")));
        await shop.AllSentAsync(3);

        var paid = Shop.OrderThatCameTo(OrderPaymentStatus.Succeeded, OrderStatus.Pending, OrderStatus.Confirmed, OrderStatus.Cancelled);
        paid.Email = written[0];
        await shop.DeliverAsync(Shop.Ended(paid));
        await shop.ConfirmAsync(written[0], written[0], written[0]);
        await shop.AllSentAsync(7);

        // An hour later there is room again.
        await shop.SqlAsync("UPDATE email SET created_at = created_at - interval '61 minutes'");
        await shop.DeliverAsync(Shop.Ended(Unpaid(written[0])));
        await shop.AllSentAsync(8);

        static Order Unpaid(string email)
        {
            var order = Shop.OrderThatCameTo(OrderPaymentStatus.Cancelled, OrderStatus.Pending, OrderStatus.AwaitingPayment, OrderStatus.Expired);
            order.Email = email;
            return order;
        }
    }

    [Test]
    public async Task Body_of_a_sent_mail_is_gone_after_its_time_and_that_it_was_sent_stays()
    {
        await using var shop = await Shop.OpenAsync();
        // More than a batch.
        await shop.SqlAsync("""
            INSERT INTO email (id, message_key, recipient, template, subject, text, html, status, created_at, sent_at)
            SELECT gen_random_uuid(), 'old.' || n, 'old@example.com', 'x', 'x', 'body', 'body', 'SENT', now(), now() - interval '31 days' FROM generate_series(1, 2500) n
            """);
        await shop.ConfirmAsync("new@example.com");
        await Eventually.HoldsAsync(async () => (await shop.EmailsAsync())[0] is { To: "new@example.com", Status: EmailStatus.Sent }, "the new mail to be sent");
        var replica = await TestService.StartOnAsync(NotificationsHost.Build, shop.Service.ConnectionString);
        await Eventually.HoldsAsync(async () => await shop.BodiesAsync() == 1, "the old bodies to be gone");
        await replica.StopAsync();
        (await shop.EmailsAsync())[1].Status.ShouldBe(EmailStatus.Sent);
    }

    private static string Text(OrderPaymentStatus payment, params OrderStatus[] statuses)
    {
        var mail = OrderEndedMail.From(Shop.OrderThatCameTo(payment, statuses)).ShouldNotBeNull();
        mail.Template.ShouldBe("payment-failed");
        var content = Templates.Render(mail.Template, mail);
        content.Subject.ShouldBe($"Your order {mail.Number} was not completed");
        content.Html.ShouldContain(mail.Number);
        return content.Text;
    }
}
