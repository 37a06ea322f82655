using System.Diagnostics;
using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Hosting;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>
/// Takes events in: each once, by its id, with its effects and the note of it in one transaction, which those that
/// arrive together may share. One that fails is named in the answer; the sender tries it again, and the rest went through.
/// </summary>
internal sealed partial class EventSubscriber(
    Database database, Subscriptions subscriptions, IServiceProvider services, ILogger<EventSubscriber> log)
    : EventSubscriberService.EventSubscriberServiceBase
{
    private const string Note = "INSERT INTO inbox (event_id) SELECT unnest(@Ids)";

    private const string IsNoted = "SELECT EXISTS (SELECT FROM inbox WHERE event_id = @Id)";

    [Allow(Who.Service)]
    public override async Task<DeliverResponse> Deliver(DeliverRequest request, ServerCallContext context)
    {
        var answer = new DeliverResponse();
        foreach (var alike in request.Events.GroupBy(item => item.Type))
        {
            Event[] items = [.. alike];
            if (items.Length > 1 && subscriptions.Find(alike.Key) is { } subscription && subscription.TakesMany(services)
                && await TryTogetherAsync(items, subscription, context.CancellationToken)) continue;
            foreach (var item in items)
            {
                if (await TryAsync(item, context.CancellationToken) is { } failure) answer.Failures.Add(failure);
            }
        }

        return answer;
    }

    /// <summary>All of them in one transaction.</summary>
    /// <returns>False when one of them stands in the way, for whatever reason: then nothing happened.</returns>
    private async Task<bool> TryTogetherAsync(Event[] items, Subscriptions.Subscription subscription, CancellationToken cancel)
    {
        var call = Activity.Current;
        List<(ByteString Payload, Activity? Span)> facts = [.. items.Select(item => (item.Payload, Span(item, call)))];
        Activity.Current = call;
        try
        {
            await NoteAsync(
                [.. items.Select(Id)],
                transaction => subscription.ApplyMany(services, facts, transaction, cancel),
                cancel);
            return true;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            LogOneByOne(items.Length, items[0].Type, error);
            return false;
        }
        finally
        {
            foreach (var (_, span) in facts) span?.Dispose();
            Activity.Current = call;
        }
    }

    /// <returns>Why it could not be applied; null when it was.</returns>
    private async Task<DeliveryFailure?> TryAsync(Event item, CancellationToken cancel)
    {
        using var span = Span(item, Activity.Current);
        try
        {
            await ApplyAsync(item, cancel);
            return null;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            LogFailed(item.Type, item.Id, error);
            span?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            // Exception texts may hold data: the sender keeps only the kind, the log has the rest.
            return new DeliveryFailure { EventId = item.Id, Reason = error is Fault fault ? fault.Reason : error.GetType().Name };
        }
    }

    private async Task ApplyAsync(Event item, CancellationToken cancel)
    {
        var subscription = subscriptions.Find(item.Type) ?? throw new Fault(
            StatusCode.Unimplemented, "UNKNOWN_EVENT", "This service does not listen to events of this type.");
        var id = Id(item);
        try
        {
            await NoteAsync([id], await subscription.Prepare(services, item.Payload, cancel), cancel);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            // A second time may well fail in another way before the note stands in its way.
            if (!await database.QuerySingleOrDefaultAsync<bool>(IsNoted, new { Id = id }, cancel)) throw;
        }
    }

    /// <summary>
    /// The note comes last, and commits in the same round trip. What was applied before is applied once more in vain: the
    /// note of it stands in the way, and takes it back.
    /// </summary>
    private async Task NoteAsync(Guid[] ids, Func<Transaction, Task> apply, CancellationToken cancel)
    {
        await database.TransactionAsync(async transaction =>
        {
            await apply(transaction);
            KillPoint.Reach("inbox.applying");
            await transaction.ExecuteLastAsync(Note, new { Ids = ids }, cancel);
        }, cancel);
        KillPoint.Reach("inbox.applied");
    }

    private static Activity? Span(Event item, Activity? call)
    {
        Activity.Current = call;
        return MessageTraces.Process(item.Type, item.Id, item.Traceparent, item.SessionId.Length > 0 ? item.SessionId : null);
    }

    private static Guid Id(Event item) => Guid.TryParse(item.Id, out var id) ? id : throw Fault.Invalid("events.id", Problem.NotAnId);

    [LoggerMessage(2, LogLevel.Information, "{Count} events {Type} could not be applied together, and are applied one by one")]
    private partial void LogOneByOne(int count, string type, Exception error);

    [LoggerMessage(1, LogLevel.Warning, "Event {Type} {Id} could not be applied")]
    private partial void LogFailed(string type, string id, Exception error);
}
