using System.Reflection;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CommerceKata.ServiceDefaults.Configuration;

/// <summary>
/// What production refuses as a secret, whatever it opens: one that stands in this repository, which everybody can read, and one that is
/// used in two places, so that who learns the one has the other.
/// </summary>
internal static class SecretRules
{
    /// <summary>What the repository's own settings, compose files and examples use, or a part of it.</summary>
    private static readonly string[] Published =
    [
        "development-only", "demo-password", "whsec_standalone", "whsec_compose", "whsec_dev", "sk_test_standalone", "sk_test_compose", "sk_test_dev",
    ];

    /// <summary>Checks all secrets that a process was given.</summary>
    /// <param name="settings">The process's settings.</param>
    /// <exception cref="SettingException">One is refused. It names the setting, and not its value.</exception>
    public static void Check(IConfiguration settings)
    {
        var (secrets, passwords) = (Secrets(settings).ToList(), Passwords(settings).ToList());
        foreach (var (name, value) in secrets.Concat(passwords))
        {
            if (IsPublished(value)) throw new SettingException($"{name} must be a secret in production: this one stands in the shop's repository.");
            // Two connection strings may be of one PostgreSQL user.
            if (secrets.Find(other => other.Name != name && other.Value == value) is { Name: { } twin })
                throw new SettingException($"{name} must not be the same as {twin}: who learns the one would have the other.");
        }
    }

    /// <summary>Whether everybody can read it.</summary>
    /// <param name="secret">What is used as a secret.</param>
    public static bool IsPublished(string secret) => Published.Any(known => secret.Contains(known, StringComparison.OrdinalIgnoreCase));

    /// <summary>The settings that are marked as secret and have a value.</summary>
    private static IEnumerable<(string Name, string Value)> Secrets(IConfiguration settings)
    {
        var names = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetReferencedAssemblies().Any(other => other.Name == Own.Name) || assembly.GetName().Name == Own.Name)
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetCustomAttribute<SettingsAttribute>() is { } marked ? Names(type, marked.Section) : []);
        foreach (var set in names.SelectMany(name => settings.GetSection(name).AsEnumerable()))
        {
            if (!string.IsNullOrEmpty(set.Value)) yield return (set.Key, set.Value);
        }

    }

    private static IEnumerable<(string Name, string Value)> Passwords(IConfiguration settings)
    {
        foreach (var connection in settings.GetSection("ConnectionStrings").GetChildren())
        {
            if (PasswordOf(connection.Value) is { Length: > 0 } password) yield return (connection.Path, password);
        }
    }

    /// <summary>Null where there is none, or the text is no connection string of PostgreSQL's: then nobody here connects with it.</summary>
    private static string? PasswordOf(string? connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection).Password;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static AssemblyName Own => typeof(SecretRules).Assembly.GetName();

    private static IEnumerable<string> Names(Type type, string path) => SettingsReader.Settable(type).SelectMany(property =>
        property.GetCustomAttribute<SettingAttribute>() is { Secret: true } ? [$"{path}:{SettingsReader.NameOf(property)}"]
        : SettingsReader.IsSection(property) ? Names(property.PropertyType, $"{path}:{SettingsReader.NameOf(property)}")
        : []);
}
