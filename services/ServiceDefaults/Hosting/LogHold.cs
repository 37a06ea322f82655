using Microsoft.Extensions.Hosting;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// Whether log lines wait for each other: while a service runs. Before that each goes at once, so that it stands before what a command says
/// or what ends a start; and so do its last ones.
/// </summary>
internal sealed class LogHold : IHostedLifecycleService
{
    private volatile bool _isOn;

    public bool IsOn => _isOn;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _isOn = true;
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isOn = false;
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
