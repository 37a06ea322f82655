using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// Reads the settings files again when the process gets SIGHUP, as daemons do. They are not watched: that takes one of the
/// machine's few inotify instances per process. Levels of logs follow; what else a service is set to, it keeps until it is
/// started again.
/// </summary>
internal sealed partial class ReloadOnHangUp(IConfiguration settings, ILogger<ReloadOnHangUp> log) : IHostedService, IDisposable
{
    private PosixSignalRegistration? _signal;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _signal = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            // Else the process would end.
            signal.Cancel = true;
            Reload();
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signal?.Dispose();

    private void Reload()
    {
        try
        {
            ((IConfigurationRoot)settings).Reload();
            LogReloaded();
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            LogNotReloaded(error);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The settings were read again")]
    private partial void LogReloaded();

    [LoggerMessage(2, LogLevel.Error, "The settings could not be read again: those from before hold")]
    private partial void LogNotReloaded(Exception error);
}
