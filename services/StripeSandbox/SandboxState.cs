namespace CommerceKata.StripeSandbox;

/// <summary>
/// Everything the sandbox knows. One lock: an operation sees all of the one before it, which is what Stripe promises
/// per object, and a change is in the journal before anybody can read it. What is older than the newest payments is forgotten,
/// so that a shop that runs for long does not grow.
/// </summary>
internal sealed class SandboxState
{
    private readonly Lock _gate = new();
    private readonly Journal _journal;
    private readonly TimeProvider _time;
    private readonly int _keep;
    private readonly OrderedDictionary<string, Intent> _intents = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, Charge> _charges = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, Refund> _refunds = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, Delivery> _deliveries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Delivery> _undelivered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredAnswer> _answers = new(StringComparer.Ordinal);

    public SandboxState(Journal journal, SandboxOptions options, TimeProvider time)
    {
        (_journal, _keep, _time) = (journal, options.Keep, time);
        foreach (var changes in journal.Replay())
        {
            Apply(changes);
        }
    }

    /// <summary>Set when an event was emitted; the sender waits for it.</summary>
    public SemaphoreSlim EventsWaiting { get; } = new(0);

    /// <summary>What <paramref name="work"/> saved takes effect together, or, when it throws, nothing does.</summary>
    public T Run<T>(Func<Transaction, T> work)
    {
        lock (_gate)
        {
            var transaction = new Transaction(_intents, _charges, _refunds, _answers, _time.GetUtcNow());
            var result = work(transaction);
            if (!transaction.Changes.IsEmpty)
            {
                _journal.Append(transaction.Changes);
                Apply(transaction.Changes);
            }

            return result;
        }
    }

    /// <summary>What is to be sent now. What nobody asked for is kept, and not looked at again.</summary>
    public IReadOnlyList<WebhookEvent> DueEvents(Func<WebhookEvent, bool> wanted)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            foreach (var delivery in _undelivered.Values.Where(delivery => !wanted(delivery.Event)).ToArray()) _undelivered.Remove(delivery.Event.Id);
            return [.. _undelivered.Values.Where(delivery => delivery.IsDue(now)).Select(delivery => delivery.Event)];
        }
    }

    public WebhookEvent? FindEvent(string id)
    {
        lock (_gate)
        {
            return _deliveries.GetValueOrDefault(id)?.Event;
        }
    }

    public void Attempted(string eventId, int? status)
    {
        lock (_gate)
        {
            // Gone when the state was reset while the request was under way.
            if (!_deliveries.TryGetValue(eventId, out var delivery)) return;
            if (!delivery.Attempted(status, _time.GetUtcNow())) return;
            _undelivered.Remove(eventId);
            _journal.Append(new Changes { Delivered = { eventId } });
        }
    }

    public SandboxView View()
    {
        lock (_gate)
        {
            var chargesOf = _charges.Values.ToLookup(charge => charge.Intent);
            return new(
                [.. _intents.Values.Select(intent => IntentView.Of(intent, [.. chargesOf[intent.Id]]))],
                [.. _refunds.Values.Select(RefundView.Of)],
                [.. _deliveries.Values.Select(DeliveryView.Of)]);
        }
    }

    public void ForgetAnswers()
    {
        lock (_gate)
        {
            _journal.Append(new Changes { AnswersForgotten = true });
            _answers.Clear();
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _journal.Clear();
            _intents.Clear();
            _charges.Clear();
            _refunds.Clear();
            _deliveries.Clear();
            _undelivered.Clear();
            _answers.Clear();
        }
    }

    private void Apply(Changes changes)
    {
        if (changes.AnswersForgotten)
        {
            _answers.Clear();
        }

        changes.Intents.ForEach(intent => _intents[intent.Id] = intent);
        changes.Charges.ForEach(charge => _charges[charge.Id] = charge);
        changes.Refunds.ForEach(refund => _refunds[refund.Id] = refund);
        changes.Answers.ForEach(answer => _answers[answer.Key] = answer);
        changes.Events.ForEach(raised => _deliveries[raised.Id] = _undelivered[raised.Id] = new(raised));
        foreach (var id in changes.Delivered)
        {
            _deliveries.GetValueOrDefault(id)?.Attempted(200, _time.GetUtcNow());
            _undelivered.Remove(id);
        }

        // A tenth at a time: each time all that stays is moved.
        if (_keep > 0 && _intents.Count > _keep + (_keep / 10)) ForgetOldest(_intents.Count - _keep);

        if (changes.Events.Count > 0)
        {
            EventsWaiting.Release();
        }
    }

    /// <summary>Forgets the oldest payments with all that belongs to them, but for events that somebody still waits for.</summary>
    private void ForgetOldest(int count)
    {
        var gone = _intents.Keys.Take(count).ToHashSet(StringComparer.Ordinal);
        Keep(_intents, intent => !gone.Contains(intent.Id));
        Keep(_charges, charge => !gone.Contains(charge.Intent));
        Keep(_refunds, refund => !gone.Contains(refund.Intent));
        Keep(_deliveries, delivery => !gone.Contains(delivery.Event.Intent) || _undelivered.ContainsKey(delivery.Event.Id));
        var oldest = _intents.GetAt(0).Value.Created;
        foreach (var answer in _answers.Values.Where(answer => answer.At.ToUnixTimeSeconds() < oldest).ToArray()) _answers.Remove(answer.Key);
    }

    private static void Keep<T>(OrderedDictionary<string, T> all, Func<T, bool> stays)
    {
        var kept = all.Where(one => stays(one.Value)).ToArray();
        all.Clear();
        foreach (var (key, value) in kept) all.Add(key, value);
    }
}
