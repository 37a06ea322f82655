using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// A process that is asked to stop says so before it does: readiness turns unhealthy, and for a while everything is
/// still answered, so that whoever spreads the load can stop sending it here. Then the ports close, requests in flight
/// are finished, and workers finish what they hold.
/// </summary>
internal sealed class Draining(IOptions<ListenOptions> listen, TimeProvider time) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool _stopping;

    /// <summary>Comes before the StopAsync of any service, the web server's too.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (_stopping) return;
        _stopping = true;
        await Task.Delay(listen.Value.DrainFor, time, cancellationToken);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_stopping ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
