using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Stripe;

namespace CommerceKata.Billing;

/// <summary>
/// <c>POST /webhooks/stripe</c>. What is not signed with one of the secrets within five minutes is refused with 400 and
/// leaves nothing; what is answered 200 is in the database. Source: docs.stripe.com/webhooks.
/// </summary>
internal sealed partial class StripeWebhook(GatewayInbox inbox, StripeOptions options, TimeProvider time, ILogger<StripeWebhook> log)
{
    public const int MaxBytes = 256 * 1024;
    private const long ToleranceSeconds = 300;

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancel)
    {
        if (await ReadAsync(request, cancel) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var signature = request.Headers["Stripe-Signature"].ToString();
        if (!options.WebhookSecrets.Any(secret => IsSigned(body, signature, secret)) || Parse(body) is not { } raised)
        {
            BillingMetrics.WebhookReceived("refused");
            LogRefused();
            return Results.BadRequest();
        }

        // Everything else that Stripe tells is no business of ours: it need not send it again.
        if (GatewayEvent.Read(raised) is not { } known) return Results.Ok();
        var result = await inbox.ReceiveAsync(known, cancel);
        BillingMetrics.WebhookReceived(result.ToString().ToLowerInvariant());
        LogReceived(known.Id, known.Type, result);
        return Results.Ok();
    }

    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            using var reader = new StreamReader(request.Body);
            return await reader.ReadToEndAsync(cancel);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private bool IsSigned(string body, string signature, string secret)
    {
        try
        {
            EventUtility.ValidateSignature(body, signature, secret, ToleranceSeconds, time.GetUtcNow().ToUnixTimeSeconds());
            return true;
        }
        catch (StripeException)
        {
            return false;
        }
    }

    /// <summary>In whatever API version: what is read of an event is in all of them.</summary>
    private static Event? Parse(string body)
    {
        try
        {
            return EventUtility.ParseEvent(body, throwOnApiVersionMismatch: false);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A webhook was refused: its signature, its time or its form is not right")]
    private partial void LogRefused();

    [LoggerMessage(2, LogLevel.Information, "Webhook {Webhook} ({WebhookType}): {Result}")]
    private partial void LogReceived(string webhook, string webhookType, Received result);
}

/// <summary>Maps the endpoint.</summary>
internal static class StripeWebhookEndpoint
{
    public static void MapStripeWebhook(this WebApplication app) => app
        .MapPost("/webhooks/stripe", (HttpRequest request, StripeWebhook webhook, CancellationToken cancel) => webhook.HandleAsync(request, cancel))
        .WithMetadata(new RequestSizeLimitAttribute(StripeWebhook.MaxBytes))
        .AllowAnonymous();
}
