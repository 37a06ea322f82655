using System.Text;
using CommerceKata.ServiceDefaults.Configuration;

namespace CommerceKata.Deployment.Tests.Configuration;

/// <summary>docs/configuration.md: every setting there is.</summary>
internal static class ConfigurationDocument
{
    private const string Head =
        """
        # Configuration

        Written by `ConfigurationTests` in `tests/Deployment.Tests` from the classes that read the settings, and their XML docs.
        After a change: `REWRITE_DOCS=1 dotnet test tests/Deployment.Tests --filter Document_shows_every_setting`.

        Settings are read once, when a process starts. What is wrong, missing or misspelt is said in one line on standard error, and
        the process ends with 1. Each place below wins over the ones before it:

        1. the defaults here
        2. the environment, where `:` is written `__`: `Stripe__ApiKey`
        3. a folder with one file per setting, named as in the environment: `Secrets:Folder`, such as `/run/secrets`
        4. the command line: `--Stripe:Timeout=00:00:05`, for what is no secret: everybody on a machine can read command lines

        Secrets come from the environment or from files, never from a repository. Times are written `00:15:00` or `30.00:00:00`
        (days first); the items of a list `Mail:Admins:0`, `Mail:Admins:1`.

        """;

    public static string Write(IEnumerable<Setting> settings)
    {
        var text = new StringBuilder(Head);
        foreach (var process in settings.GroupBy(setting => setting.For))
        {
            text.Append(null, $"\n## {char.ToUpperInvariant(process.Key[0])}{process.Key[1..]}\n\n| setting | is | default | what |\n|---|---|---|---|\n");
            foreach (var setting in process) text.Append(null, $"| `{setting.Name}` | {setting.Type} | {Default(setting)} | {setting.What} |\n");
        }

        return text.ToString();
    }

    private static string Default(Setting setting)
    {
        var needed = setting.Needed switch
        {
            Needed.Always => "**required**",
            Needed.InProduction => $"{Code(setting.Default)}; **required in production**",
            _ => Code(setting.Default),
        };
        return setting.Secret ? $"{needed}; **secret**" : needed;
    }

    private static string Code(string value) => value.Contains(' ') || value == "none" ? value.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal) : $"`{value}`";
}
