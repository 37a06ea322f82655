using System.Diagnostics;
using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>A fact on its way out.</summary>
internal sealed record OutboxRow(
    long Seq, int Attempts, Guid Id, string AggregateType, string AggregateId, string Type, byte[] Payload, string? TraceParent, string? SessionId, DateTime OccurredAt)
    : IQueueRow
{
    public Event ToProto() => new()
    {
        Id = Id.ToString(),
        Type = Type,
        AggregateType = AggregateType,
        AggregateId = AggregateId,
        Payload = UnsafeByteOperations.UnsafeWrap(Payload),
        OccurredAt = Timestamp.FromDateTime(OccurredAt),
        Traceparent = TraceParent ?? "",
        SessionId = SessionId ?? "",
    };
}

/// <summary>
/// Delivers the outbox to one destination, in batches of one call. There is one relay per destination, so that a
/// receiver that hangs holds up nobody else's events.
/// </summary>
internal sealed class OutboxRelay(
    string destination, Database database, EventSubscriberService.EventSubscriberServiceClient subscriber,
    OutboxSignal signal, TimeProvider time, ILogger<OutboxRelay> log)
    : QueueWorker<OutboxRow>(new(database, Table, destination), signal, time, log)
{
    private const int MaxAttempts = 10;
    private static readonly TimeSpan DeliveryDeadline = TimeSpan.FromSeconds(5);

    private static readonly QueueTable Table = new(
        "outbox",
        "q.seq, q.attempts, q.id, q.aggregatetype, q.aggregateid, q.type, q.payload, q.traceparent, q.session_id, q.occurred_at",
        "destination = @Queue",
        Done: "DELETE FROM outbox q USING keys WHERE q.seq = keys.seq AND q.attempts = keys.attempts",
        Dead: """
            , gone AS (
                DELETE FROM outbox q USING keys WHERE q.seq = keys.seq AND q.attempts = keys.attempts RETURNING q.*, keys.error)
            INSERT INTO dead_letter (id, destination, aggregatetype, aggregateid, type, payload, traceparent, session_id, occurred_at, attempts, last_error)
            SELECT id, destination, aggregatetype, aggregateid, type, payload, traceparent, session_id, occurred_at, attempts, error FROM gone
            """,
        MaxAttempts,
        // Longer than a delivery may take, so that two relays rarely deliver the same, which would do no harm; and short,
        // since it is how long the events wait that a crash left in the middle of a delivery.
        Lease: DeliveryDeadline + TimeSpan.FromSeconds(3));

    private readonly TimeProvider _time = time;
    private readonly OutboxSignal _signal = signal;
    private readonly QueueSignal _hurry = signal.HurryTo(destination);

    /// <summary>It works on nothing: it carries.</summary>
    protected override (string Name, ActivityKind Kind) Operation => ("send", ActivityKind.Client);

    protected override string Name { get; } = "outbox to " + destination;

    /// <summary>Five deliveries a second carry as much as two thousand would. Callers wait for few events.</summary>
    protected override TimeSpan Pace { get; } = TimeSpan.FromMilliseconds(200);

    protected override Task Hurry => _hurry.Next;

    protected override async Task<IReadOnlyDictionary<long, string>> ProcessAsync(IReadOnlyList<OutboxRow> rows)
    {
        var request = new DeliverRequest { Events = { rows.Select(row => row.ToProto()) } };
        var deadline = _time.GetUtcNow() + DeliveryDeadline;
        DeliverResponse answer;
        try
        {
            answer = await DeliverAsync(request, deadline.UtcDateTime);
        }
        finally
        {
            _signal.Expectations.Tried(destination, rows.Select(row => row.Id));
        }

        KillPoint.Reach("outbox.delivered");
        Measure(rows, answer);
        if (answer.Failures.Count == 0) return System.Collections.Immutable.ImmutableDictionary<long, string>.Empty;
        var reasons = answer.Failures.ToDictionary(failure => failure.EventId, failure => failure.Reason);
        return rows.Where(row => reasons.ContainsKey(row.Id.ToString())).ToDictionary(row => row.Seq, row => reasons[row.Id.ToString()]);
    }

    private void Measure(IReadOnlyList<OutboxRow> rows, DeliverResponse answer)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        foreach (var row in rows)
        {
            if (answer.Failures.Count == 0 || answer.Failures.All(failure => failure.EventId != row.Id.ToString()))
                QueueMetrics.Delivered(destination, now - row.OccurredAt);
        }
    }

    private async Task<DeliverResponse> DeliverAsync(DeliverRequest request, DateTime deadline)
    {
        try
        {
            return await subscriber.DeliverAsync(request, deadline: deadline);
        }
        catch (RpcException error) when (error.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded
            or StatusCode.Cancelled or StatusCode.Unauthenticated or StatusCode.PermissionDenied)
        {
            throw new ReceiverAwayException(error.StatusCode.ToString());
        }
    }
}
