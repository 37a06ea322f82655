using CommerceKata.ServiceDefaults.Data;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>What operators see of an outbox, by destination.</summary>
internal sealed class QueueMetricsTests
{
    [Test]
    public async Task Outbox_whose_receiver_is_away_tells_its_depth_its_dead_and_that_it_waits()
    {
        const int waiting = 4_321;
        using var queues = new Measurements("CommerceKata.Queues");
        var nobody = $"http://127.0.0.1:{FreePort.Take()}";
        await using var publisher = await TestService.StartAsync(TestHosts.Publisher, ("Services:Inventory", nobody), ("Services:Cart", nobody));
        await publisher.Services.GetRequiredService<Database>().ExecuteAsync($"""
            INSERT INTO outbox (id, destination, aggregatetype, aggregateid, type, payload)
            SELECT gen_random_uuid(), 'Cart', 'test', n::text, 'test', '' FROM generate_series(1, {waiting}) AS n
            """, null, default);
        await Eventually.HoldsAsync(() => Task.FromResult(
            queues.Of("queue.depth", "service=publisher", "queue=outbox to Cart").Contains(waiting)
            && queues.Of("queue.depth", "service=publisher", "queue=outbox to Inventory").Contains(0)
            && queues.Of("queue.dead", "service=publisher", "queue=outbox to Cart").Contains(0)
            && queues.Of("queue.work", "queue=outbox to Cart", "outcome=postponed").Count > 0), "the outbox to be seen");
    }
}
