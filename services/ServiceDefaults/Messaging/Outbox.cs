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
public sealed class Outbox(OutboxRoutes routes, OutboxSignal signal)
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

    private readonly Action _wake = signal.Wake;

    /// <summary>Writes a fact into the outbox; it leaves if and when the transaction commits.</summary>
    /// <param name="transaction">The transaction that makes it true.</param>
    /// <param name="aggregateType">What it is about: "order".</param>
    /// <param name="aggregateId">Which one.</param>
    /// <param name="fact">The event.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="last">Whether the transaction ends with it: then it commits in the same round trip.</param>
    public async Task PublishAsync(Transaction transaction, string aggregateType, Guid aggregateId, IMessage fact, CancellationToken cancel, bool last = false)
    {
        var type = fact.Descriptor.FullName;
        using var span = MessageTraces.Create(type);
        await transaction.ExecuteAsync(Insert, new
        {
            Id = Guid.CreateVersion7(),
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
    public async Task PublishManyAsync<T>(
        Transaction transaction, string aggregateType, IReadOnlyList<(Guid AggregateId, T Fact)> facts, CancellationToken cancel)
        where T : IMessage<T>, new()
    {
        if (facts.Count == 0) return;
        var type = new T().Descriptor.FullName;
        using var span = MessageTraces.Create(type);
        await transaction.ExecuteAsync(InsertMany, new
        {
            AggregateType = aggregateType,
            Type = type,
            TraceParent = Activity.Current?.Id,
            SessionId = TelemetrySession.Current,
            Ids = facts.Select(_ => Guid.CreateVersion7()).ToArray(),
            AggregateIds = facts.Select(fact => fact.AggregateId.ToString()).ToArray(),
            Payloads = facts.Select(fact => fact.Fact.ToByteArray()).ToArray(),
            Destinations = routes.Of(type),
        }, cancel);
        transaction.AfterCommit(_wake);
    }
}
