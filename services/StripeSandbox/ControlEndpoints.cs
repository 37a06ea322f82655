using System.Net;
using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.StripeSandbox;

/// <summary>
/// <c>/_sandbox</c>: what a test does behind the gateway's back. <see cref="SandboxControl"/> is its client.
/// </summary>
internal static class ControlEndpoints
{
    public static void MapControl(this WebApplication app)
    {
        var control = app.MapGroup("/_sandbox").AddEndpointFilter(async (call, next) =>
            IsFromElsewhere(call.HttpContext.Request) ? Results.StatusCode(StatusCodes.Status403Forbidden) : await next(call));
        control.MapGet("/state", (SandboxState state) => state.View());
        control.MapPost("/reset", Reset);
        control.MapPost("/idempotency-keys/forget", (SandboxState state) =>
        {
            state.ForgetAnswers();
            return Results.NoContent();
        });
        MapFaults(control.MapGroup("/faults"));

        control.MapPut("/webhooks", (WebhookChange change, WebhookSettings settings) =>
        {
            if (change.Problem() is { } problem) return Bad(problem);

            settings.Apply(change);
            return Results.NoContent();
        });
        control.MapPost("/webhooks/{eventId}/send", SendAsync);
        control.MapPost("/refunds/{id}/fail", (string id, SandboxState state) => Found(
            () => state.Run(tx => RefundEndpoints.Fail(id, tx)),
            refund => Results.Ok(RefundView.Of(refund))));
    }

    /// <summary>
    /// Whether a page of somebody else's asks: a browser names its origin. A page that came by a name of its own that leads here (DNS
    /// rebinding) has that name for its host, where only this machine's are known.
    /// </summary>
    private static bool IsFromElsewhere(HttpRequest request)
    {
        var isLocal = request.HttpContext.Connection.LocalIpAddress is { } address && IPAddress.IsLoopback(address);
        if (isLocal && !PageOrigin.IsLocal($"http://{request.Host}")) return true;
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && !PageOrigin.IsOwn(origin, request);
    }

    private static void MapFaults(RouteGroupBuilder group)
    {
        group.MapGet("/", (Faults faults) => faults.View());
        group.MapPost("/", (GatewayFault fault, Faults faults) =>
        {
            if (fault.Problem() is { } problem) return Bad(problem);

            faults.Add(fault);
            return Results.NoContent();
        });
        group.MapPost("/release", (Faults faults) =>
        {
            faults.Release();
            return Results.NoContent();
        });
        group.MapGet("/held", async (int count, Faults faults, CancellationToken cancel) =>
        {
            await faults.HeldAsync(count, cancel);
            return Results.NoContent();
        });
        group.MapDelete("/", (Faults faults) =>
        {
            faults.Clear();
            return Results.NoContent();
        });
    }

    private static IResult Reset(SandboxState state, Faults faults, WebhookSettings settings)
    {
        faults.Clear();
        settings.Apply(new(Paused: false, Shuffle: false, Copies: 1));
        state.Reset();
        return Results.NoContent();
    }

    /// <summary>One attempt now. <c>status</c> in the answer is the receiver's.</summary>
    private static async Task<IResult> SendAsync(
        string eventId, SandboxState state, WebhookSender sender, WebhookSettings settings, CancellationToken cancel) =>
        settings.Target.Url.Length == 0 ? Bad("There is no webhook URL.")
        : state.FindEvent(eventId) is not { } raised ? Results.NotFound()
        : Results.Ok(new SentView(await sender.SendAsync(raised, cancel)));

    /// <summary>404 and 400 for what the operation cannot find or do.</summary>
    public static IResult Found<T>(Func<T> operation, Func<T, IResult> answer)
    {
        try
        {
            return answer(operation());
        }
        catch (StripeError error)
        {
            return Results.Problem(error.Message, statusCode: error.Status);
        }
    }

    private static IResult Bad(string problem) => Results.Problem(problem, statusCode: 400);
}

/// <summary>How one attempt went.</summary>
/// <param name="Status">The receiver's HTTP status; null when it gave none.</param>
public sealed record SentView(int? Status);
