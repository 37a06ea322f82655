using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class InboxCleanerTests
{
    [Test]
    public async Task Facts_are_forgotten_after_thirty_days_however_many_and_not_before()
    {
        await using var service = await TestService.StartAsync(TestHosts.Listener);
        var database = service.Services.GetRequiredService<Database>();
        const string receive = "INSERT INTO inbox SELECT gen_random_uuid(), now() - @Age FROM generate_series(1, @Count)";
        await database.ExecuteAsync(receive, new { Age = TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1), Count = (2 * InboxCleaner.BatchSize) + 1 }, default);
        await database.ExecuteAsync(receive, new { Age = TimeSpan.FromDays(29), Count = 3 }, default);

        // A replica cleans when it starts, and hourly from then.
        var replica = await TestService.StartOnAsync(TestHosts.Listener, service.ConnectionString);
        await Eventually.HoldsAsync(
            async () => await database.QuerySingleOrDefaultAsync<int>("SELECT count(*)::int FROM inbox", null, default) == 3, "the old facts to be forgotten");
        await replica.StopAsync();
    }
}
