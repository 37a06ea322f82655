using CommerceKata.ServiceDefaults.Data;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>Applies one kind of fact that another service published.</summary>
/// <typeparam name="TEvent">The event's message.</typeparam>
public interface IEventHandler<in TEvent>
{
    /// <summary>Applies it, inside the transaction that also notes that it was applied. No remote calls here.</summary>
    /// <param name="fact">The event.</param>
    /// <param name="transaction">Where its effects go.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task HandleAsync(TEvent fact, Transaction transaction, CancellationToken cancel);
}

/// <summary>Which facts this service listens to, and who applies them.</summary>
/// <param name="services">Where the handlers are registered.</param>
public sealed class Subscriptions(IServiceCollection services)
{
    private readonly Dictionary<string, Apply> _handlers = [];

    internal delegate Task Apply(IServiceProvider services, ByteString payload, Transaction transaction, CancellationToken cancel);

    /// <summary>Has a kind of fact applied by a handler.</summary>
    /// <typeparam name="TEvent">The event's message.</typeparam>
    /// <typeparam name="THandler">Who applies it.</typeparam>
    public Subscriptions On<TEvent, THandler>()
        where TEvent : IMessage<TEvent>, new()
        where THandler : class, IEventHandler<TEvent>
    {
        services.AddSingleton<THandler>();
        var parser = new MessageParser<TEvent>(() => new TEvent());
        _handlers.Add(new TEvent().Descriptor.FullName, (provider, payload, transaction, cancel) =>
            provider.GetRequiredService<THandler>().HandleAsync(parser.ParseFrom(payload), transaction, cancel));
        return this;
    }

    internal Apply? Find(string type) => _handlers.GetValueOrDefault(type);
}
