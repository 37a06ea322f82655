using CommerceKata.ServiceDefaults.Metrics;

namespace CommerceKata.Notifications;

/// <summary>What operators count of emails (R4.4). The queue's depth and age are among the queues' metrics.</summary>
internal static class NotificationsMetrics
{
    public static readonly ServiceMeter Meter = new("CommerceKata.Notifications");

    private static readonly LabelledCounter Emails = Meter.Counter(
        "notifications.emails", "{attempt}", "Attempts to send, by outcome: sent, failed (tried again), dead (given up), held_back (enough about unpaid orders).", "template", "outcome");

    private static readonly LabelledDuration Delay = Meter.Duration(
        "notifications.email.delay", Buckets.Queued, "From the moment an email was queued until it was sent.", "template");

    public static void Sent(string template, TimeSpan delay)
    {
        Emails.Add(1, template, "sent");
        Delay.Record(delay, template);
    }

    public static void Failed(string template) => Emails.Add(1, template, "failed");

    public static void HeldBack(string template) => Emails.Add(1, template, "held_back");

    public static void Died(string template) => Emails.Add(1, template, "dead");
}
