using Commerce.Notifications.V1;
using CommerceKata.TestKit;

namespace CommerceKata.Notifications.Tests;

internal sealed class OrderConfirmationTests
{
    private Mailbox _mailbox = null!;
    private Shop _shop = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _mailbox = new Mailbox();
        _shop = await Shop.OpenAsync(_mailbox.Setting);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _shop.DisposeAsync();
        _mailbox.Dispose();
    }

    [Test]
    public async Task Confirmed_order_becomes_a_mail_to_its_customer()
    {
        var order = Shop.NewOrder();
        (await _shop.DeliverAsync(Shop.Confirmed(order))).ShouldBeEmpty();

        var email = await _shop.OnlyEmailAsync(EmailStatus.Sent);
        email.To.ShouldBe("dana@example.com");
        email.Template.ShouldBe("order-confirmed");
        email.Subject.ShouldBe($"Your order {order.Number} is confirmed");
        (email.Attempts, email.LastError).ShouldBe((1, ""));
        email.SentAt.ShouldBeGreaterThanOrEqualTo(email.CreatedAt);

        using var mail = await _mailbox.ReadAsync(_mailbox.Files.ShouldHaveSingleItem());
        mail.Subject.ShouldBe(email.Subject);
        mail.To.Mailboxes.ShouldHaveSingleItem().Address.ShouldBe("dana@example.com");
        mail.From.Mailboxes.ShouldHaveSingleItem().Address.ShouldBe("orders@commerce-kata.example");
        foreach (var body in new[] { mail.TextBody!, mail.HtmlBody! })
        {
            foreach (var part in new[] { order.Number, "13 October 2026, 14:05 UTC", "Hand Coffee Grinder", "49.00 USD", "25.00 USD", "79.95 USD", "Springfield, OR 97477" })
                body.ShouldContain(part);
        }
    }

    [Test]
    public async Task Confirmation_delivered_twice_makes_one_mail()
    {
        var order = Shop.NewOrder();
        var fact = Shop.Confirmed(order);
        (await _shop.DeliverAsync(fact, fact)).ShouldBeEmpty();
        (await _shop.DeliverAsync(fact)).ShouldBeEmpty();
        // Published again under another id, it still is the same order.
        (await _shop.DeliverAsync(Shop.Confirmed(order))).ShouldBeEmpty();
        await _shop.OnlyEmailAsync(EmailStatus.Sent);
        _mailbox.Files.Length.ShouldBe(1);
    }

    [Test]
    public async Task Fact_that_makes_no_mail_is_named_and_not_noted_as_applied()
    {
        var order = Shop.NewOrder();
        var broken = order.Clone();
        broken.Total = null;
        var id = Guid.CreateVersion7();
        var failures = await _shop.DeliverAsync(Shop.Confirmed(broken, id), Shop.Confirmed(Shop.NewOrder("other@example.com")));
        failures.ShouldHaveSingleItem().EventId.ShouldBe(id.ToString());
        (await _shop.OnlyEmailAsync(EmailStatus.Sent)).To.ShouldBe("other@example.com");

        (await _shop.DeliverAsync(Shop.Confirmed(order, id))).ShouldBeEmpty();
        await _shop.AllSentAsync(2);
    }

    [Test]
    public async Task Mail_sent_again_after_a_crash_before_the_note_is_the_same_file()
    {
        await _shop.ConfirmAsync("dana@example.com");
        await _shop.OnlyEmailAsync(EmailStatus.Sent);
        var file = _mailbox.Files.ShouldHaveSingleItem();
        using var first = await _mailbox.ReadAsync(file);

        await _shop.SqlAsync("UPDATE email SET status = 'QUEUED', sent_at = NULL");
        await _shop.HurryAsync();
        (await _shop.OnlyEmailAsync(EmailStatus.Sent)).Attempts.ShouldBe(2);
        _mailbox.Files.ShouldBe([file]);
        using var second = await _mailbox.ReadAsync(file);
        (second.MessageId, second.Date).ShouldBe((first.MessageId, first.Date));
    }

    [Test]
    public async Task Mail_that_a_crashed_worker_held_is_sent_when_its_lease_ends()
    {
        await _shop.ConfirmAsync("dana@example.com");
        await _shop.OnlyEmailAsync(EmailStatus.Sent);
        // As a claim leaves it, with the lease about to end.
        await _shop.SqlAsync("UPDATE email SET status = 'QUEUED', sent_at = NULL, attempts = 3, due_at = now() + interval '200 milliseconds'");
        (await _shop.OnlyEmailAsync(EmailStatus.Sent)).Attempts.ShouldBe(4);
    }

    [Test]
    public async Task Confirmation_to_what_is_not_an_address_is_tried_and_says_why()
    {
        await _shop.ConfirmAsync("no address\r\nBcc: spy@example.com");
        var email = await Eventually.GetAsync(async () => (await _shop.EmailsAsync()).SingleOrDefault(email => email.LastError.Length > 0), "the attempt to fail");
        email.Status.ShouldBe(EmailStatus.Queued);
        email.LastError.ShouldBe("the recipient is not an email address");
        Directory.Exists(_mailbox.Folder).ShouldBeFalse();
    }

    [Test]
    public async Task Mailbox_that_cannot_be_written_leaves_the_mail_queued()
    {
        await File.WriteAllTextAsync(_mailbox.Folder, "a file where the folder should be");
        await _shop.ConfirmAsync("dana@example.com");
        await Eventually.HoldsAsync(async () => (await _shop.EmailsAsync()).Single().LastError == "IOException", "the attempt to fail");
        File.Delete(_mailbox.Folder);
        await _shop.HurryAsync();
        await _shop.OnlyEmailAsync(EmailStatus.Sent);
        _mailbox.Files.ShouldHaveSingleItem().ShouldEndWith(".eml");
    }
}
