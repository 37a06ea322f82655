namespace CommerceKata.ServiceDefaults;

/// <summary>A setting is wrong or missing: said in one line at start, and the process ends with 1.</summary>
/// <param name="message">Which setting, and what is wrong with it.</param>
public sealed class SettingException(string message) : Exception(message);
