using CommerceKata.ServiceDefaults.Errors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// From which level on is logged: <c>Log:Level</c>, and <c>Log:Levels:&lt;Namespace&gt;</c> for some, of which the longest that
/// fits counts. Read again when the settings are (<see cref="ReloadOnHangUp"/>).
/// </summary>
internal sealed class LogLevels(IConfiguration settings) : IConfigureOptions<LoggerFilterOptions>
{
    /// <summary>What frameworks say below this is of interest to who writes them.</summary>
    private static readonly string[] Frameworks = ["Microsoft", "System", "Grpc", "Quartz", "Npgsql", "Polly"];

    private static readonly Dictionary<string, LogLevel> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Verbose"] = LogLevel.Trace, ["Trace"] = LogLevel.Trace, ["Debug"] = LogLevel.Debug, ["Information"] = LogLevel.Information,
        ["Warning"] = LogLevel.Warning, ["Error"] = LogLevel.Error, ["Fatal"] = LogLevel.Critical, ["Critical"] = LogLevel.Critical,
    };

    private LogLevel _last = LogLevel.Information;

    /// <summary>Refuses levels that there are not; for the start, which may fail.</summary>
    public static void Check(IConfiguration settings)
    {
        foreach (var (name, text) in Set(settings))
        {
            if (!Levels.ContainsKey(text)) throw new SettingException($"{name} must be one of {string.Join(", ", Levels.Keys)}, not \"{text}\".");
        }
    }

    /// <summary>Of settings that are read again, what is no level is passed over: a slip of the pen stops no service.</summary>
    public void Configure(LoggerFilterOptions options)
    {
        options.Rules.Clear();
        if (settings["Log:Level"] is not { } text) _last = LogLevel.Information;
        else if (Levels.TryGetValue(text, out var level)) _last = level;
        options.MinLevel = _last;
        foreach (var name in Frameworks) options.Rules.Add(new(null, name, _last > LogLevel.Warning ? _last : LogLevel.Warning, null));
        options.Rules.Add(new(null, UnreadableRequests.Category, LogLevel.Critical, null));
        foreach (var own in settings.GetSection("Log:Levels").GetChildren())
        {
            if (own.Value is { } value && Levels.TryGetValue(value, out var level)) options.Rules.Add(new(null, own.Key, level, null));
        }
    }

    private static IEnumerable<(string Name, string Text)> Set(IConfiguration settings)
    {
        if (settings["Log:Level"] is { } level) yield return ("Log:Level", level);
        foreach (var own in settings.GetSection("Log:Levels").GetChildren()) yield return ($"Log:Levels:{own.Key}", own.Value ?? "");
    }
}
