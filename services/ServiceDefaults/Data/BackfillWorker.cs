using CommerceKata.ServiceDefaults.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>Sees to rows that a process of the version before writes while both run.</summary>
/// <typeparam name="T">What brings them up to date.</typeparam>
/// <param name="backfill">What brings them up to date.</param>
/// <param name="interval">How long a row may wait for it.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class BackfillWorker<T>(T backfill, TimeSpan interval, TimeProvider time, ILogger<BackfillWorker<T>> log)
    : PeriodicWorker(backfill.What, interval, time, log)
    where T : IBackfill
{
    protected override async Task RoundAsync(CancellationToken stopping)
    {
        while (await backfill.RunBatchAsync(stopping) > 0)
        {
        }
    }
}

/// <summary>Registers what brings rows up to date.</summary>
public static class BackfillSetup
{
    /// <summary>Has <c>migrate</c> bring rows up to date, and then each process those that come meanwhile.</summary>
    /// <typeparam name="T">What does it.</typeparam>
    /// <param name="services">The service collection.</param>
    /// <param name="interval">How long a row may wait for it.</param>
    public static void AddBackfill<T>(this IServiceCollection services, TimeSpan interval)
        where T : class, IBackfill
    {
        services.AddSingleton<T>();
        services.AddSingleton<IBackfill>(provider => provider.GetRequiredService<T>());
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<BackfillWorker<T>>(provider, interval));
    }
}
