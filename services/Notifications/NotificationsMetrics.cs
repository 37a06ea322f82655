using System.Diagnostics.Metrics;

namespace CommerceKata.Notifications;

/// <summary>What operators count of emails (R4.4). The queue's depth and age are among the queues' metrics.</summary>
internal static class NotificationsMetrics
{
    private static readonly Meter Meter = new("CommerceKata.Notifications");
    private static readonly Counter<long> Emails = Meter.CreateCounter<long>(
        "notifications.emails", "{attempt}", "Attempts to send, by template and outcome: sent, failed (tried again), dead (given up)");

    private static readonly Histogram<double> Delay = Meter.CreateHistogram<double>(
        "notifications.email.delay", "s", "From the moment an email was queued until it was sent, by template");

    public static void Sent(string template, TimeSpan delay)
    {
        Count(template, "sent");
        Delay.Record(delay.TotalSeconds, new KeyValuePair<string, object?>("template", template));
    }

    public static void Failed(string template) => Count(template, "failed");

    public static void Died(string template) => Count(template, "dead");

    private static void Count(string template, string outcome) =>
        Emails.Add(1, new KeyValuePair<string, object?>("template", template), new KeyValuePair<string, object?>("outcome", outcome));
}
