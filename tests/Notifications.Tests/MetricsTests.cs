using CommerceKata.TestKit;

namespace CommerceKata.Notifications.Tests;

/// <summary>What operators see of the emails (R4.4).</summary>
internal sealed class MetricsTests
{
    [Test]
    public async Task Email_that_is_sent_is_counted_with_its_delay()
    {
        using var emails = new Measurements("CommerceKata.Notifications");
        using var mailbox = new Mailbox();
        await using var shop = await Shop.OpenAsync(mailbox.Setting);
        await shop.ConfirmAsync("dana@example.com");
        await shop.AllSentAsync(1);
        emails.Of("notifications.emails", "template=order-confirmed", "outcome=sent").Sum().ShouldBeGreaterThanOrEqualTo(1);
        emails.Of("notifications.email.delay", "template=order-confirmed").ShouldContain(delay => delay > 0 && delay < 60);
    }

    [Test]
    public async Task Queue_tells_its_depth_its_age_and_its_dead()
    {
        // Numbers that no other fixture's queue has: they all are "notifications" to this process.
        const int waiting = 1_234;
        const int dead = 567;
        const int hours = 77;
        using var queues = new Measurements("CommerceKata.Queues");
        using var mailbox = new Mailbox();
        await using var shop = await Shop.OpenAsync(mailbox.Setting);
        await shop.SqlAsync($"""
            INSERT INTO email (id, message_key, recipient, template, subject, text, html, status, due_at, created_at)
            SELECT gen_random_uuid(), 'metric-' || n, 'x@example.com', 'order-confirmed', '', '', '', CASE WHEN n <= {dead} THEN 'DEAD' ELSE 'QUEUED' END,
                now() + interval '1 hour', now() - interval '{hours} hours' FROM generate_series(1, {dead + waiting}) AS n
            """);
        await Eventually.HoldsAsync(() => Task.FromResult(
            queues.Of("queue.depth", "service=notifications", "queue=emails").Contains(waiting)
            && queues.Of("queue.dead", "service=notifications", "queue=emails").Contains(dead)
            && queues.Of("queue.oldest.age", "service=notifications", "queue=emails").Any(age => Math.Abs(age - (hours * 3600)) < 300)), "the queue to be seen");
    }
}
