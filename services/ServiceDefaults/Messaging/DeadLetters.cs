using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>What could not be delivered, for admins to see and to put back.</summary>
internal sealed class DeadLetters(Database database, OutboxSignal signal) : DeadLetterService.DeadLetterServiceBase
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    private const string List = """
        SELECT id, destination, type, aggregateid, attempts, last_error, died_at
        FROM dead_letter ORDER BY died_at DESC LIMIT @Limit
        """;

    private const string Requeue = """
        WITH back AS (DELETE FROM dead_letter WHERE id = @Id AND destination = @Destination RETURNING *)
        INSERT INTO outbox (id, destination, aggregatetype, aggregateid, type, payload, traceparent, session_id, occurred_at)
        SELECT id, destination, aggregatetype, aggregateid, type, payload, traceparent, session_id, occurred_at FROM back
        """;

    [Allow(Who.Admin)]
    public override async Task<ListDeadLettersResponse> ListDeadLetters(ListDeadLettersRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var limit = request.Limit == 0 ? DefaultLimit : check.Range(request.Limit, "limit", 1, MaxLimit);
        check.ThrowIfAny();
        var rows = await database.QueryAsync<Row>(List, new { Limit = limit }, context.CancellationToken);
        return new() { DeadLetters = { rows.Select(row => row.ToProto()) } };
    }

    [Allow(Who.Admin)]
    public override async Task<RequeueDeadLetterResponse> RequeueDeadLetter(RequeueDeadLetterRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var id = check.Id(request.EventId, "event_id");
        var destination = check.Text(request.Destination, "destination", max: 100);
        check.ThrowIfAny();
        var moved = await database.ExecuteAsync(Requeue, new { Id = id, Destination = destination }, context.CancellationToken);
        if (moved == 0) throw Fault.NotFound("dead letter");
        signal.Wake();
        return new();
    }

    private sealed record Row(
        Guid Id, string Destination, string Type, string AggregateId, int Attempts, string? LastError, DateTime DiedAt)
    {
        public DeadLetter ToProto() => new()
        {
            EventId = Id.ToString(),
            Destination = Destination,
            Type = Type,
            AggregateId = AggregateId,
            Attempts = Attempts,
            LastError = LastError ?? "",
            DiedAt = Timestamp.FromDateTime(DiedAt),
        };
    }
}
