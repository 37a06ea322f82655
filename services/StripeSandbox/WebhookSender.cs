using System.Text;

namespace CommerceKata.StripeSandbox;

/// <summary>Sends events, several at once and in no promised order, as Stripe does, until each is accepted.</summary>
internal sealed partial class WebhookSender(
    SandboxState state, WebhookSettings settings, TimeProvider time, ILogger<WebhookSender> logger) : BackgroundService
{
    private const int AtOnce = 8;

    /// <summary>How long a retry may be overdue.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    /// <summary>One attempt, now, whether paused or delivered or not. Null when the receiver gave no answer.</summary>
    public async Task<int?> SendAsync(WebhookEvent raised, CancellationToken cancel)
    {
        var status = await PostAsync(raised, settings.Target, cancel);
        state.Attempted(raised.Id, status);
        return status;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await state.EventsWaiting.WaitAsync(Tick, stoppingToken);
            if (settings.Target is { Paused: false, Url.Length: > 0 } target)
            {
                await SendDueAsync(target, stoppingToken);
            }
        }
    }

    private async Task SendDueAsync(WebhookTarget target, CancellationToken cancel)
    {
        var due = state.DueEvents(target.Wants).ToArray();
        if (target.Shuffle)
        {
            Random.Shared.Shuffle(due);
        }

        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = target.Shuffle ? 1 : AtOnce,
            CancellationToken = cancel,
        };
        await Parallel.ForEachAsync(due, parallel, async (raised, token) =>
        {
            for (var copy = 0; copy < target.Copies; copy++)
            {
                await SendAsync(raised, token);
            }
        });
    }

    private async Task<int?> PostAsync(WebhookEvent raised, WebhookTarget target, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url)
        {
            Content = new StringContent(raised.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Stripe-Signature", target.Sign(raised.Body, time.GetUtcNow()));
        try
        {
            using var response = await _http.SendAsync(request, cancel);
            if (!response.IsSuccessStatusCode)
            {
                LogRefused(raised.Id, raised.Type, (int)response.StatusCode);
            }

            return (int)response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            LogUnanswered(raised.Id, raised.Type, e.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Webhook {Webhook} ({WebhookType}) was refused with {Status}; will retry")]
    private partial void LogRefused(string webhook, string webhookType, int status);

    [LoggerMessage(LogLevel.Information, "Webhook {Webhook} ({WebhookType}) got no answer ({Reason}); will retry")]
    private partial void LogUnanswered(string webhook, string webhookType, string reason);
}
