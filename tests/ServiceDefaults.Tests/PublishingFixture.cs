using CommerceKata.ServiceDefaults.Data;
using CommerceKata.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>A service that publishes facts, one that applies them, and one that hangs; each has a database of its own.</summary>
/// <param name="publisher">Builds the one that publishes.</param>
internal abstract class PublishingFixture(Func<string[], WebApplication> publisher)
{
    protected TestService Listener { get; private set; } = null!;

    protected TestService Hung { get; private set; } = null!;

    protected TestService Publisher { get; private set; } = null!;

    protected Database Here => Publisher.Services.GetRequiredService<Database>();

    protected Database There => Listener.Services.GetRequiredService<Database>();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Listener = await TestService.StartAsync(TestHosts.Listener);
        Hung = await TestService.StartAsync(TestHosts.Hung);
        Publisher = await TestService.StartAsync(
            publisher, ("Services:Inventory", Listener.GrpcAddress), ("Services:Cart", Hung.GrpcAddress));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        // The hung one first: the publisher waits for its answer.
        await Hung.DisposeAsync();
        await Publisher.DisposeAsync();
        await Listener.DisposeAsync();
    }
}
