using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Data;
using Grpc.Net.ClientFactory;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>Lets a service publish facts, and listen to others'.</summary>
public static class MessagingSetup
{
    /// <summary>Registers the outbox and one relay per destination.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="route">Says who hears of what.</param>
    public static void AddOutbox(this WebApplicationBuilder builder, Action<OutboxRoutes> route)
    {
        var routes = new OutboxRoutes();
        route(routes);
        builder.Services.AddSingleton(routes);
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<Outbox>();
        builder.AddWatchedQueue(QueueWatch.Outbox(routes.Destinations));
        foreach (var destination in routes.Destinations)
        {
            var client = "outbox to " + destination;
            builder.AddServiceClient<EventSubscriberService.EventSubscriberServiceClient>(destination, name: client);
            // AddHostedService would keep only one of a type.
            builder.Services.AddSingleton<IHostedService>(sp => new OutboxRelay(
                destination,
                sp.GetRequiredService<Database>(),
                sp.GetRequiredService<GrpcClientFactory>().CreateClient<EventSubscriberService.EventSubscriberServiceClient>(client),
                sp.GetRequiredService<OutboxSignal>(),
                sp.GetRequiredService<TimeProvider>(),
                sp.GetRequiredService<ILogger<OutboxRelay>>()));
        }
    }

    /// <summary>Has a queue's depth, age and dead rows among the service's metrics.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="queue">The queue.</param>
    public static void AddWatchedQueue(this WebApplicationBuilder builder, WatchedQueue queue)
    {
        builder.Services.AddSingleton(queue);
        // However many there are, one worker looks at all of them.
        builder.Services.AddHostedService<QueueWatch>();
    }

    /// <summary>Registers handlers for other services' facts.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="subscribe">Says which handler applies what.</param>
    public static void AddSubscriptions(this WebApplicationBuilder builder, Action<Subscriptions> subscribe)
    {
        var subscriptions = new Subscriptions(builder.Services);
        subscribe(subscriptions);
        builder.Services.AddSingleton(subscriptions);
        builder.Services.AddHostedService<InboxCleaner>();
    }

    /// <summary>Maps what the two above need: EventSubscriberService and DeadLetterService.</summary>
    internal static void MapMessaging(this WebApplication app)
    {
        if (app.Services.GetService<Subscriptions>() is not null) app.MapGrpcService<EventSubscriber>();
        if (app.Services.GetService<Outbox>() is not null) app.MapGrpcService<DeadLetters>();
    }
}
