using System.Diagnostics;
using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Hosting;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>
/// Takes events in: each once, by its id, with its effects and the note of it in one transaction.
/// One that fails is named in the answer; the sender tries it again, and the rest went through.
/// </summary>
internal sealed partial class EventSubscriber(
    Database database, Subscriptions subscriptions, IServiceProvider services, ILogger<EventSubscriber> log)
    : EventSubscriberService.EventSubscriberServiceBase
{
    private const string Note = "INSERT INTO inbox (event_id) VALUES (@Id) ON CONFLICT DO NOTHING";

    [Allow(Who.Service)]
    public override async Task<DeliverResponse> Deliver(DeliverRequest request, ServerCallContext context)
    {
        var answer = new DeliverResponse();
        foreach (var item in request.Events)
        {
            using var span = MessageTraces.Process(item.Type, item.Id, item.Traceparent, item.SessionId.Length > 0 ? item.SessionId : null);
            try
            {
                await ApplyAsync(item, context.CancellationToken);
            }
            catch (Exception error) when (!context.CancellationToken.IsCancellationRequested)
            {
                LogFailed(item.Type, item.Id, error);
                span?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
                // Exception texts may hold data: the sender keeps only the kind, the log has the rest.
                answer.Failures.Add(new DeliveryFailure
                {
                    EventId = item.Id,
                    Reason = error is Fault fault ? fault.Reason : error.GetType().Name,
                });
            }
        }

        return answer;
    }

    private async Task ApplyAsync(Event item, CancellationToken cancel)
    {
        var apply = subscriptions.Find(item.Type) ?? throw new Fault(StatusCode.Unimplemented, "UNKNOWN_EVENT", "Nobody here listens to it.");
        if (!Guid.TryParse(item.Id, out var id)) throw Fault.Invalid("events.id", "must be a UUID");
        await database.TransactionAsync(async transaction =>
        {
            if (await transaction.ExecuteAsync(Note, new { Id = id }, cancel) == 0) return;
            await apply(services, item.Payload, transaction, cancel);
            KillPoint.Reach("inbox.applying");
        }, cancel);
        KillPoint.Reach("inbox.applied");
    }

    [LoggerMessage(1, LogLevel.Warning, "Event {Type} {Id} could not be applied")]
    private partial void LogFailed(string type, string id, Exception error);
}
