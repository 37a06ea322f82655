using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommerceKata.StripeSandbox.Tests;

/// <summary>One webhook as it came in.</summary>
internal sealed record Received(string Body, string Signature);

/// <summary>A shop's webhook endpoint, which keeps what it gets and refuses the first few on demand.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();
    private int _refusals;

    private WebhookReceiver(WebApplication app, int refusals)
    {
        (_app, _refusals) = (app, refusals);
        app.MapPost("/hook", AcceptAsync);
    }

    public string Url => _app.Urls.Single() + "/hook";

    public static async Task<WebhookReceiver> StartAsync(CancellationToken cancel, int refusals = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new WebhookReceiver(builder.Build(), refusals);
        await receiver._app.StartAsync(cancel);
        return receiver;
    }

    public async Task<IReadOnlyList<Received>> TakeAsync(int count, CancellationToken cancel)
    {
        var taken = new List<Received>();
        while (taken.Count < count)
        {
            taken.Add(await _received.Reader.ReadAsync(cancel));
        }

        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<IResult> AcceptAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        _received.Writer.TryWrite(new(body, request.Headers["Stripe-Signature"].ToString()));
        return Interlocked.Decrement(ref _refusals) >= 0 ? Results.StatusCode(500) : Results.Ok();
    }
}
