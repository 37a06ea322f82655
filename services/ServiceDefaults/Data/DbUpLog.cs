using DbUp.Engine.Output;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>DbUp's messages in our logs. It formats them itself, so they arrive as text.</summary>
internal sealed partial class DbUpLog(ILogger log) : IUpgradeLog
{
    public void LogTrace(string format, params object[] args) => Detail(Text(format, args));

    public void LogDebug(string format, params object[] args) => Detail(Text(format, args));

    public void LogInformation(string format, params object[] args) => Detail(Text(format, args));

    public void LogWarning(string format, params object[] args) => Warning(Text(format, args));

    public void LogError(string format, params object[] args) => Error(null, Text(format, args));

    public void LogError(Exception ex, string format, params object[] args) => Error(ex, Text(format, args));

    private static string Text(string format, object[] args) =>
        args.Length == 0 ? format : string.Format(System.Globalization.CultureInfo.InvariantCulture, format, args);

    [LoggerMessage(10, LogLevel.Debug, "Migrations: {Message}")]
    private partial void Detail(string message);

    [LoggerMessage(11, LogLevel.Warning, "Migrations: {Message}")]
    private partial void Warning(string message);

    [LoggerMessage(12, LogLevel.Error, "Migrations: {Message}")]
    private partial void Error(Exception? error, string message);
}
