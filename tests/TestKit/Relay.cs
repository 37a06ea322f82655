using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace CommerceKata.TestKit;

/// <summary>
/// Stands between two services and passes their unary calls on; a test may stop one just before it arrives, or just
/// after it was done and before its answer is known. What happens meanwhile happens in this order every time: a race
/// without luck.
/// </summary>
public sealed class Relay : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _onward = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false });
    private readonly ConcurrentDictionary<(string Method, bool Done), Stop> _stops = new();
    private Uri? _target;

    private Relay(WebApplication app, int port) => (_app, Address) = (app, $"http://127.0.0.1:{port}");

    /// <summary>Where it listens: for <c>Services:Billing</c>.</summary>
    public string Address { get; }

    /// <summary>Starts one; it answers once it knows its target.</summary>
    public static async Task<Relay> StartAsync()
    {
        var port = FreePort.Take();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        var relay = new Relay(builder.Build(), port);
        relay._app.Run(relay.PassAsync);
        await relay._app.StartAsync();
        return relay;
    }

    /// <summary>Where calls go to.</summary>
    /// <param name="port">The service's gRPC port on this machine.</param>
    public void ForwardTo(int port) => _target = new Uri($"http://127.0.0.1:{port}");

    /// <summary>Stops the next call of this RPC before the service sees it.</summary>
    /// <param name="rpc">"Charge".</param>
    public Stop Before(string rpc) => _stops[(rpc, false)] = new();

    /// <summary>Stops the next call of this RPC after the service has done it, and before the caller knows.</summary>
    /// <param name="rpc">"Charge".</param>
    public Stop After(string rpc) => _stops[(rpc, true)] = new();

    /// <summary>Lets go of whatever is stopped, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var stop in _stops.Values) stop.Release();
        await _app.DisposeAsync();
        _onward.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var rpc = context.Request.Path.Value!.Split('/')[^1];
        await StopAsync((rpc, false));
        // A caller who is gone does not undo what was asked: it goes on without the caller's cancellation.
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_target!, context.Request.Path.Value))
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new StreamContent(context.Request.Body),
        };
        foreach (var (name, value) in context.Request.Headers)
        {
            if (name is "Host" or "Content-Length") continue;
            if (!request.Headers.TryAddWithoutValidation(name, value.ToArray())) request.Content.Headers.TryAddWithoutValidation(name, value.ToArray());
        }

        using var response = await _onward.SendAsync(request, CancellationToken.None);
        var body = await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
        await StopAsync((rpc, true));
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            if (name != "Content-Length") context.Response.Headers[name] = values.ToArray();
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
        foreach (var (name, values) in response.TrailingHeaders) context.Response.AppendTrailer(name, values.ToArray());
    }

    private Task StopAsync((string Method, bool Done) place) => _stops.TryRemove(place, out var stop) ? stop.ArriveAsync() : Task.CompletedTask;

    /// <summary>A call that waits.</summary>
    public sealed class Stop
    {
        private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>A call has come here. Fails when none comes.</summary>
        public Task Arrived => _arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));

        /// <summary>Lets it go on.</summary>
        public void Release() => _released.TrySetResult();

        internal Task ArriveAsync()
        {
            _arrived.TrySetResult();
            return _released.Task;
        }
    }
}
