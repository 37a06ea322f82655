using System.Diagnostics;
using CommerceKata.ServiceDefaults.Data;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Messaging;

/// <summary>Applies one kind of fact that another service published.</summary>
/// <typeparam name="TEvent">The event's message.</typeparam>
public interface IEventHandler<TEvent>
{
    /// <summary>Applies it, inside the transaction that also notes that it was applied. No remote calls here.</summary>
    /// <param name="fact">The event.</param>
    /// <param name="transaction">Where its effects go.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task HandleAsync(TEvent fact, Transaction transaction, CancellationToken cancel);

    /// <summary>
    /// Whether facts that arrive together may be applied in one transaction, which saves each of them a commit. Only where no two of them lock what
    /// somebody else locks in another order. If one of them fails, each is applied by itself.
    /// </summary>
    bool TakesMany => false;

    /// <summary>Applies several facts, inside one transaction: one after the other, unless the handler knows better.</summary>
    /// <param name="facts">The events, each with the span of its own trace.</param>
    /// <param name="transaction">Where their effects go.</param>
    /// <param name="cancel">Ends the wait.</param>
    async Task HandleManyAsync(IReadOnlyList<(TEvent Fact, Activity? Span)> facts, Transaction transaction, CancellationToken cancel)
    {
        foreach (var (fact, span) in facts)
        {
            // What comes of a fact belongs to the trace that it belongs to.
            if (span is not null) Activity.Current = span;
            await HandleAsync(fact, transaction, cancel);
        }
    }
}

/// <summary>Applies one kind of fact for which another service must be asked something.</summary>
/// <typeparam name="TEvent">The event's message.</typeparam>
public interface IAskingEventHandler<TEvent>
{
    /// <summary>
    /// Asks, before the transaction begins: nothing is locked while it waits. It may be called again for the same fact.
    /// </summary>
    /// <param name="fact">The event.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>What applies the fact, inside the transaction that also notes it. No remote calls there.</returns>
    Task<Func<Transaction, Task>> PrepareAsync(TEvent fact, CancellationToken cancel);
}

/// <summary>Which facts this service listens to, and who applies them.</summary>
/// <param name="services">Where the handlers are registered.</param>
public sealed class Subscriptions(IServiceCollection services)
{
    private readonly Dictionary<string, Subscription> _handlers = [];

    internal delegate Task<Func<Transaction, Task>> Prepare(
        IServiceProvider services, ByteString payload, CancellationToken cancel);

    internal delegate Task ApplyMany(
        IServiceProvider services, IReadOnlyList<(ByteString Payload, Activity? Span)> facts, Transaction transaction,
        CancellationToken cancel);

    /// <summary>Has a kind of fact applied by a handler.</summary>
    /// <typeparam name="TEvent">The event's message.</typeparam>
    /// <typeparam name="THandler">Who applies it.</typeparam>
    public Subscriptions On<TEvent, THandler>()
        where TEvent : IMessage<TEvent>, new()
        where THandler : class, IEventHandler<TEvent>
    {
        services.AddSingleton<THandler>();
        var parser = new MessageParser<TEvent>(() => new TEvent());
        _handlers.Add(new TEvent().Descriptor.FullName, new(
            (provider, payload, cancel) =>
            {
                var fact = parser.ParseFrom(payload);
                return Task.FromResult<Func<Transaction, Task>>(
                    transaction => Handler(provider).HandleAsync(fact, transaction, cancel));
            },
            provider => Handler(provider).TakesMany,
            (provider, facts, transaction, cancel) => Handler(provider).HandleManyAsync(
                [.. facts.Select(fact => (parser.ParseFrom(fact.Payload), fact.Span))], transaction, cancel)));
        return this;

        static IEventHandler<TEvent> Handler(IServiceProvider provider) => provider.GetRequiredService<THandler>();
    }

    /// <summary>Has a kind of fact applied, each by itself, by a handler that asks other services first.</summary>
    /// <typeparam name="TEvent">The event's message.</typeparam>
    /// <typeparam name="THandler">Who applies it.</typeparam>
    public Subscriptions OnAsking<TEvent, THandler>()
        where TEvent : IMessage<TEvent>, new()
        where THandler : class, IAskingEventHandler<TEvent>
    {
        services.AddSingleton<THandler>();
        var parser = new MessageParser<TEvent>(() => new TEvent());
        _handlers.Add(new TEvent().Descriptor.FullName, new(
            (provider, payload, cancel) =>
                provider.GetRequiredService<THandler>().PrepareAsync(parser.ParseFrom(payload), cancel),
            _ => false,
            (_, _, _, _) => throw new InvalidOperationException("Each of these facts is applied by itself.")));
        return this;
    }

    internal Subscription? Find(string type) => _handlers.GetValueOrDefault(type);

    /// <param name="Prepare">Gets ready to apply one.</param>
    /// <param name="TakesMany">Whether several may share a transaction.</param>
    /// <param name="ApplyMany">Applies several.</param>
    internal sealed record Subscription(Prepare Prepare, Func<IServiceProvider, bool> TakesMany, ApplyMany ApplyMany);
}
