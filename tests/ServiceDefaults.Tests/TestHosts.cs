using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;
using CommerceKata.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>Small services on top of ServiceDefaults, as a domain's would be.</summary>
internal static class TestHosts
{
    /// <summary>Whether a call of <see cref="Hung"/> is under way.</summary>
    public sealed class Hanging
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>With a database, and nothing else.</summary>
    public static WebApplication Plain(string[] args) => Builder(args, "plain").BuildService();

    /// <summary>Without even that.</summary>
    public static WebApplication Bare(string[] args) => ServiceHost.CreateBuilder(args, "bare", 0).BuildService();

    /// <summary>Refuses what its settings say.</summary>
    public static WebApplication Contradicting(string[] args)
    {
        var builder = Builder(args, "contradicting");
        builder.Services.AddSingleton<IStartCheck, Contradiction>();
        return builder.BuildService();
    }

    /// <summary>Tells two others of its products.</summary>
    public static WebApplication Publisher(string[] args)
    {
        var builder = Builder(args, "publisher");
        builder.AddOutbox(routes => routes.Send<ProductCreated>("Inventory", "Cart"));
        return builder.BuildService();
    }

    /// <summary>The same by a clock of which no timer ever rings.</summary>
    public static WebApplication Timeless(string[] args)
    {
        var builder = Builder(args, "timeless");
        builder.AddOutbox(routes => routes.Send<ProductCreated>("Inventory", "Cart"));
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock());
        return builder.BuildService();
    }

    /// <summary>Writes down what it hears, unless it is poison.</summary>
    public static WebApplication Listener(string[] args)
    {
        var builder = Builder(args, "listener");
        builder.AddSubscriptions(events => events.On<ProductCreated, WriteDown>());
        return builder.BuildService();
    }

    /// <summary>Takes what it hears, and never answers.</summary>
    public static WebApplication Hung(string[] args)
    {
        var builder = Builder(args, "hung");
        builder.Services.AddSingleton<Hanging>();
        builder.AddSubscriptions(events => events.On<ProductCreated, Hang>());
        return builder.BuildService();
    }

    private static WebApplicationBuilder Builder(string[] args, string name)
    {
        var builder = ServiceHost.CreateBuilder(args, name, 0);
        builder.AddDatabase(typeof(TestHosts).Assembly);
        return builder;
    }

    private sealed class Contradiction : IStartCheck
    {
        public async Task CheckAsync(Database database, CancellationToken cancel)
        {
            var count = await database.QuerySingleOrDefaultAsync<int>("SELECT count(*)::int FROM outbox", null, cancel);
            throw new SettingException($"The database has {count} events.");
        }
    }

    private sealed class WriteDown : IEventHandler<ProductCreated>
    {
        public bool TakesMany => true;

        public async Task HandleAsync(ProductCreated fact, Transaction transaction, CancellationToken cancel)
        {
            const string poison = "SELECT EXISTS (SELECT FROM poison WHERE what = @Sku)";
            await transaction.ExecuteAsync("INSERT INTO heard VALUES (@Sku)", new { fact.Sku }, cancel);
            if (await transaction.QuerySingleOrDefaultAsync<bool>(poison, new { fact.Sku }, cancel)) throw new FormatException("a secret");
        }
    }

    private sealed class Hang(Hanging hanging) : IEventHandler<ProductCreated>
    {
        public Task HandleAsync(ProductCreated fact, Transaction transaction, CancellationToken cancel)
        {
            hanging.Begun.TrySetResult();
            return new TaskCompletionSource().Task.WaitAsync(cancel);
        }
    }
}
