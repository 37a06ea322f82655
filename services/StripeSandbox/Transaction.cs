using System.Text.Json.Nodes;

namespace CommerceKata.StripeSandbox;

/// <summary>What one operation reads and wants changed. Reads see the state before it.</summary>
internal sealed class Transaction(
    OrderedDictionary<string, Intent> intents,
    OrderedDictionary<string, Charge> charges,
    OrderedDictionary<string, Refund> refunds,
    Dictionary<string, StoredAnswer> answers,
    DateTimeOffset now)
{
    public Changes Changes { get; private set; } = new();

    public DateTimeOffset Now => now;

    public long UnixNow => now.ToUnixTimeSeconds();

    public IEnumerable<Intent> IntentsNewestFirst => intents.Values.Reverse();

    public IEnumerable<Refund> RefundsNewestFirst => refunds.Values.Reverse();

    public Intent Intent(string id, string param = "intent", bool inUrl = true) =>
        intents.GetValueOrDefault(id) ?? throw StripeError.NoSuch("payment_intent", id, param, inUrl);

    public Refund Refund(string id) =>
        refunds.GetValueOrDefault(id) ?? throw StripeError.NoSuch("refund", id, "id", inUrl: true);

    public Charge? Charge(string? id) => id is null ? null : charges.GetValueOrDefault(id);

    public StoredAnswer? Answer(string key) => answers.GetValueOrDefault(key);

    /// <summary>Forgets what was saved so far: the operation failed half-way.</summary>
    public void Discard() => Changes = new();

    public void Save(StoredAnswer answer) => Changes.Answers.Add(answer);

    /// <summary>Saves the intent, its new charge and the events that follow.</summary>
    public void Save(Step step, ApiCall? cause)
    {
        Changes.Intents.Add(step.Intent);
        if (step.Charge is { } charge)
        {
            Changes.Charges.Add(charge);
        }

        foreach (var type in step.Events)
        {
            var about = type.StartsWith("charge.", StringComparison.Ordinal)
                ? StripeJson.Charge(step.Charge!)
                : StripeJson.Intent(step.Intent);
            Raise(type, about, step.Intent, cause);
        }
    }

    /// <summary>Saves a refund, what it does to its charge, and the events that follow.</summary>
    public void Save(Refund refund, Charge charge, Intent intent, ApiCall? cause, params ReadOnlySpan<string> events)
    {
        Changes.Refunds.Add(refund);
        Changes.Charges.Add(charge);
        foreach (var type in events)
        {
            var about = type == "charge.refunded" ? StripeJson.Charge(charge) : StripeJson.Refund(refund);
            Raise(type, about, intent, cause);
        }
    }

    private void Raise(string type, JsonObject about, Intent intent, ApiCall? cause)
    {
        var id = Ids.New("evt");
        var body = StripeJson.Event(id, type, about, cause?.ApiVersion ?? intent.ApiVersion, UnixNow, cause);
        Changes.Events.Add(new(id, type, intent.Id, body.ToJsonString()));
    }
}

/// <summary>What one operation changed: one line of the journal, so that it is there whole or not at all.</summary>
internal sealed record Changes
{
    public List<Intent> Intents { get; init; } = [];
    public List<Charge> Charges { get; init; } = [];
    public List<Refund> Refunds { get; init; } = [];
    public List<StoredAnswer> Answers { get; init; } = [];
    public List<WebhookEvent> Events { get; init; } = [];
    public List<string> Delivered { get; init; } = [];
    public bool AnswersForgotten { get; init; }

    public bool IsEmpty => this is
    {
        Intents.Count: 0, Charges.Count: 0, Refunds.Count: 0, Answers.Count: 0, Events.Count: 0,
        Delivered.Count: 0, AnswersForgotten: false
    };
}

/// <summary>Names for new objects, e.g. <c>pi_0198…</c>.</summary>
internal static class Ids
{
    public static string New(string prefix) => $"{prefix}_{Guid.CreateVersion7():N}";
}
