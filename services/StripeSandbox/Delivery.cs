namespace CommerceKata.StripeSandbox;

/// <summary>An event as every attempt sends it.</summary>
internal sealed record WebhookEvent(string Id, string Type, string Intent, string Body);

/// <summary>An event on its way: sent again, less and less often, until somebody answers 2xx.</summary>
internal sealed class Delivery(WebhookEvent raised)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public WebhookEvent Event => raised;

    public int Attempts { get; private set; }

    public bool Delivered { get; private set; }

    public int? LastStatus { get; private set; }

    public bool IsDue(DateTimeOffset now) => !Delivered && _next <= now;

    /// <summary>Counts an attempt. True when it was the first to get through.</summary>
    public bool Attempted(int? status, DateTimeOffset now)
    {
        var first = !Delivered && status is >= 200 and < 300;
        var wait = FirstWait * Math.Pow(2, Math.Min(Attempts, 10));
        _next = now + (wait < LongestWait ? wait : LongestWait);
        Attempts++;
        LastStatus = status;
        Delivered |= first;
        return first;
    }
}
