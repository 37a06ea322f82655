using Quartz;

namespace CommerceKata.Cart;

/// <summary>Clears abandoned carts by the calendar, in every replica (ADR 12).</summary>
internal static class ClearSchedule
{
    public static void AddClearSchedule(this WebApplicationBuilder builder, CartOptions options)
    {
        if (options.ClearSchedule == CartOptions.Off) return;
        builder.AddQuartz(quartz => quartz.ScheduleJob<ClearAbandonedJob>(trigger => trigger
            .WithIdentity("clear abandoned carts")
            .WithCronSchedule(options.ClearSchedule, cron => cron.InTimeZone(TimeZoneInfo.Utc))));
        builder.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
    }
}

/// <summary>One run. A run that takes longer than the pause is not joined by the next.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ClearAbandonedJob(AbandonedCarts abandoned, CartOptions options, ILogger<ClearAbandonedJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await abandoned.ClearAsync(options.AbandonedAfter, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Abandoned carts could not be cleared; the next run tries again")]
    private partial void LogFailed(Exception error);
}
