using CommerceKata.ServiceDefaults;

namespace CommerceKata.Gateway;

/// <summary>Reads settings; one that is wrong is said in one line, and stops the start.</summary>
internal static class SettingReader
{
    /// <summary>A whole number.</summary>
    /// <exception cref="SettingException">It is none, or out of bounds.</exception>
    public static int Number(IConfiguration settings, string name, int otherwise, int min, int max)
    {
        if (settings[name] is not { } text) return otherwise;
        return int.TryParse(text, out var number) && number >= min && number <= max
            ? number
            : throw new SettingException($"{name} must be a number from {min} to {max}, not \"{text}\".");
    }

    /// <summary>Yes or no.</summary>
    /// <exception cref="SettingException">It is neither.</exception>
    public static bool Switch(IConfiguration settings, string name, bool otherwise)
    {
        if (settings[name] is not { Length: > 0 } text) return otherwise;
        return bool.TryParse(text, out var on) ? on : throw new SettingException($"{name} must be true or false, not \"{text}\".");
    }

    /// <summary>Texts between commas.</summary>
    public static IReadOnlyList<string> List(IConfiguration settings, string name) =>
        (settings[name] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
