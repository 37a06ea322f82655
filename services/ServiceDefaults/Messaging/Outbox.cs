using System.Diagnostics;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using Google.Protobuf;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>Which services hear of which facts.</summary>
public sealed class OutboxRoutes
{
    private readonly Dictionary<string, string[]> _destinations = [];

    /// <summary>Sends a kind of fact to these services.</summary>
    /// <typeparam name="T">The event's message.</typeparam>
    /// <param name="destinations">Names of services: "Inventory".</param>
    public OutboxRoutes Send<T>(params string[] destinations)
        where T : IMessage<T>, new()
    {
        _destinations.Add(new T().Descriptor.FullName, destinations);
        return this;
    }

    internal IEnumerable<string> Destinations => _destinations.Values.SelectMany(names => names).Distinct();

    internal string[] Of(string type) => _destinations.TryGetValue(type, out var names)
        ? names
        : throw new InvalidOperationException($"No service is told of {type}: add it to the outbox's routes.");
}

/// <summary>Publishes facts with the transaction that makes them true.</summary>
/// <param name="routes">Who hears of what.</param>
/// <param name="signal">Wakes the relay after the commit.</param>
/// <param name="database">Where the outbox is.</param>
/// <param name="time">The clock.</param>
public sealed class Outbox(OutboxRoutes routes, OutboxSignal signal, Database database, TimeProvider time)
{
    private const string Insert = """
        INSERT INTO outbox (id, destination, aggregatetype, aggregateid, type, payload, traceparent, session_id)
        SELECT @Id, destination, @AggregateType, @AggregateId, @Type, @Payload, @TraceParent, @SessionId
        FROM unnest(@Destinations) AS destination
        """;

    private const string InsertMany = """
        INSERT INTO outbox (id, destination, aggregatetype, aggregateid, type, payload, traceparent, session_id)
        SELECT fact.id, destination, @AggregateType, fact.aggregateid, @Type, fact.payload, @TraceParent, @SessionId
        FROM unnest(@Ids, @AggregateIds, @Payloads) WITH ORDINALITY AS fact (id, aggregateid, payload, place),
            unnest(@Destinations) AS destination
        ORDER BY fact.place
        """;

    private const string Count = """
        SELECT count(*)::int AS count, COALESCE(bool_or(last_error IS NOT NULL), false) AS failed
        FROM outbox WHERE destination = @destination AND id = ANY(@ids)
        """;

    /// <summary>How often it is looked whether another process has delivered.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>A relay that has nothing to do looks once a second: what does not move for so long has none.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(3);

    private readonly Action _wake = signal.Wake;

    /// <summary>
    /// Before a transaction that may publish an event: the caller will wait until a destination has applied it
    /// (<see cref="Expectation.MeetAsync"/>).
    /// </summary>
    /// <typeparam name="T">The event's message.</typeparam>
    /// <param name="aggregateId">Which one it is about.</param>
    /// <param name="destination">The service: "Inventory".</param>
    public Expectation Expect<T>(Guid aggregateId, string destination)
        where T : IMessage<T>, new() =>
        new(new T().Descriptor.FullName, aggregateId, destination, signal.Expectations, this, time);

    /// <summary>Writes a fact into the outbox; it leaves if and when the transaction commits.</summary>
    /// <param name="transaction">The transaction that makes it true.</param>
    /// <param name="aggregateType">What it is about: "order".</param>
    /// <param name="aggregateId">Which one.</param>
    /// <param name="fact">The event.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="last">Whether the transaction ends with it: then it commits in the same round trip.</param>
    public async Task PublishAsync(Transaction transaction, string aggregateType, Guid aggregateId, IMessage fact, CancellationToken cancel, bool last = false)
    {
        var (type, id) = (fact.Descriptor.FullName, Guid.CreateVersion7());
        using var span = MessageTraces.Create(type);
        foreach (var awaited in signal.Expectations.Write(type, aggregateId, id))
            transaction.AfterCommit(signal.HurryTo(awaited).Wake);
        await transaction.ExecuteAsync(Insert, new
        {
            Id = id,
            AggregateType = aggregateType,
            AggregateId = aggregateId.ToString(),
            Type = type,
            Payload = fact.ToByteArray(),
            TraceParent = Activity.Current?.Id,
            SessionId = TelemetrySession.Current,
            Destinations = routes.Of(type),
        }, last, cancel);
        transaction.AfterCommit(_wake);
    }

    /// <summary>As <see cref="PublishAsync"/>, for many facts of one kind in one statement.</summary>
    /// <typeparam name="T">The event's message.</typeparam>
    /// <param name="transaction">The transaction that makes them true.</param>
    /// <param name="aggregateType">What they are about: "product".</param>
    /// <param name="facts">Which one each is about, and the event.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The ids of the events, for <see cref="WaitAsync"/>.</returns>
    public async Task<IReadOnlyList<Guid>> PublishManyAsync<T>(
        Transaction transaction, string aggregateType, IReadOnlyList<(Guid AggregateId, T Fact)> facts, CancellationToken cancel)
        where T : IMessage<T>, new()
    {
        if (facts.Count == 0) return [];
        var ids = facts.Select(_ => Guid.CreateVersion7()).ToArray();
        var type = new T().Descriptor.FullName;
        using var span = MessageTraces.Create(type);
        await transaction.ExecuteAsync(InsertMany, new
        {
            AggregateType = aggregateType,
            Type = type,
            TraceParent = Activity.Current?.Id,
            SessionId = TelemetrySession.Current,
            Ids = ids,
            AggregateIds = facts.Select(fact => fact.AggregateId.ToString()).ToArray(),
            Payloads = facts.Select(fact => fact.Fact.ToByteArray()).ToArray(),
            Destinations = routes.Of(type),
        }, cancel);
        transaction.AfterCommit(_wake);
        return ids;
    }

    /// <summary>
    /// For a command, whose process has no relay: waits until the relays of others have delivered events, as long as
    /// that goes on.
    /// </summary>
    /// <param name="destination">The service: "Inventory".</param>
    /// <param name="ids">The events.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>How many the destination has yet to apply.</returns>
    public async Task<int> WaitAsync(string destination, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var (left, since) = (ids.Count, time.GetTimestamp());
        while (left > 0)
        {
            var now = await CountAsync(destination, ids, cancel);
            if (now.IsOver) return now.Count;
            if (now.Count < left) since = time.GetTimestamp();
            else if (time.GetElapsedTime(since) > Standstill) break;
            left = now.Count;
            await Task.Delay(Pause, time, cancel);
        }

        return left;
    }

    /// <summary>The event that is waited for, if it is on its way; its relay is told to hurry.</summary>
    internal async Task<Guid?> FindAsync(Expectation expected, CancellationToken cancel)
    {
        const string find = """
            SELECT max(id::text)::uuid FROM outbox
            WHERE destination = @Destination AND type = @Type AND aggregateid = @AggregateId
            """;
        var found = await database.QuerySingleOrDefaultAsync<Guid?>(
            find, new { expected.Destination, expected.Type, AggregateId = expected.AggregateId.ToString() }, cancel);
        if (found is not null) signal.HurryTo(expected.Destination).Wake();
        return found;
    }

    internal Task<Unapplied> CountAsync(string destination, IReadOnlyList<Guid> ids, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<Unapplied>(Count, new { destination, ids = ids.ToArray() }, cancel);
}
