using System.Collections.Concurrent;

namespace CommerceKata.StripeSandbox;

/// <summary>The first answer to a key, replayed to whoever repeats the call.</summary>
internal sealed record StoredAnswer(
    string Key, string Endpoint, string Canonical, int Status, string Body, string RequestId, DateTimeOffset At)
{
    public Answer Answer => new(Status, Body);
}

/// <summary>
/// Stripe's rules: same key and parameters, same answer (errors too, once execution began); other parameters, 400;
/// the first still running, 409; forgotten after 24 hours. Source: docs.stripe.com/api/idempotent_requests.
/// </summary>
internal sealed class IdempotencyKeys
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, bool> _running = new(StringComparer.Ordinal);

    /// <summary>Holds the call's key until disposed.</summary>
    /// <exception cref="StripeError">Another call holds it, or it is no good.</exception>
    public IDisposable Enter(ApiCall call) => call.IdempotencyKey switch
    {
        null => new Running(this, null),
        { Length: > 255 } => throw StripeError.Invalid("Idempotency-Key", "It must be 255 characters at most."),
        var key when _running.TryAdd(key, true) => new Running(this, key),
        var key => throw StripeError.KeyInUse(key),
    };

    /// <summary>The answer that this call got before, if it got one.</summary>
    /// <exception cref="StripeError">Another call used the key.</exception>
    public static StoredAnswer? Recall(ApiCall call, Transaction transaction)
    {
        if (call.IdempotencyKey is not { } key
            || transaction.Answer(key) is not { } stored
            || stored.At + Kept <= transaction.Now)
        {
            return null;
        }

        if (stored.Endpoint != call.Endpoint)
        {
            throw StripeError.KeyReused(
                "Keys for idempotent requests can only be used for the same endpoint they were first used for "
                + $"('{call.Endpoint}' vs '{stored.Endpoint}'). Try using a key other than '{key}' "
                + "if you meant to execute a different request.");
        }

        return stored.Canonical == call.Params.Canonical ? stored : throw StripeError.KeyReused(
            "Keys for idempotent requests can only be used with the same parameters they were first used with. "
            + $"Try using a key other than '{key}' if you meant to execute a different request.");
    }

    public static void Remember(ApiCall call, Answer answer, Transaction transaction)
    {
        if (call.IdempotencyKey is { } key)
        {
            transaction.Save(new StoredAnswer(
                key, call.Endpoint, call.Params.Canonical,
                answer.Status, answer.Body, call.RequestId, transaction.Now));
        }
    }

    private sealed class Running(IdempotencyKeys keys, string? key) : IDisposable
    {
        public void Dispose()
        {
            if (key is not null)
            {
                keys._running.TryRemove(key, out _);
            }
        }
    }
}
