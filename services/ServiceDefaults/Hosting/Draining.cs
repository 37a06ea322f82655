using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// A process that is asked to stop says so before it does: readiness turns unhealthy, and for a while everything is
/// still answered, so that whoever spreads the load can stop sending it here. Then the ports close, requests in flight
/// are finished, and workers finish what they hold.
/// </summary>
internal sealed class Draining(TimeSpan drainFor, TimeProvider time) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool _started;
    private volatile bool _stopping;

    /// <summary>Whether the process was asked to stop.</summary>
    public bool HasBegun => _stopping;

    /// <summary>Comes before the StopAsync of any service, the web server's too.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (_stopping) return;
        _stopping = true;
        // Nothing was sent yet to a process that was never ready.
        if (!_started) return;
        await Task.Delay(drainFor, time, cancellationToken);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_stopping ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started = true;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class DrainingSetup
{
    /// <summary>A host gives itself 15 seconds to stop, and what is in flight needs the rest of them.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <exception cref="SettingException"><c>Listen:DrainFor</c> is too long, or no time.</exception>
    public static void AddDraining(this WebApplicationBuilder builder)
    {
        var text = builder.Configuration["Listen:DrainFor"] ?? "00:00:00";
        if (!TimeSpan.TryParse(text, null, out var drainFor) || drainFor < TimeSpan.Zero || drainFor > Longest)
            throw new SettingException($"Listen:DrainFor must be 0 to {Longest.TotalSeconds} seconds, written as 00:00:05, not \"{text}\".");
        builder.Services.AddSingleton(services => new Draining(drainFor, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<Draining>());
        // A process that needs nothing else is ready as soon as it answers, and until it is asked to stop.
        builder.Services.AddReadinessCheck<Draining>("process");
        builder.Services.AddSingleton<IStartupFilter, LastAnswers>();
    }

    /// <summary>
    /// Answers of a process that drains close their connections (HTTP/1.1; of HTTP/2 Kestrel says so itself): whoever keeps one would send
    /// the next request just when it is closed, and could not know whether it arrived.
    /// </summary>
    private sealed class LastAnswers(Draining draining) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (draining.HasBegun && HttpProtocol.IsHttp11(context.Request.Protocol)) context.Response.Headers.Connection = "close";
                return rest(context);
            });
            next(app);
        };
    }
}
