using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommerceKata.ServiceDefaults.Configuration;

/// <summary>Reads settings when the process starts, so that what is wrong with them stops it then, in one line.</summary>
public static class SettingsReader
{
    /// <summary>Reads, checks and registers the settings of a section as <c>IOptions</c>.</summary>
    /// <typeparam name="T">The class, marked with <see cref="SettingsAttribute"/>.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="check">Throws a <see cref="SettingException"/> for what makes no sense.</param>
    /// <exception cref="SettingException">One is wrong.</exception>
    public static T AddSettings<T>(this WebApplicationBuilder builder, Action<T>? check = null)
        where T : class, new()
    {
        var settings = builder.Configuration.ReadSettings(new T());
        check?.Invoke(settings);
        builder.Services.AddSingleton(Options.Create(settings));
        return settings;
    }

    /// <summary>Reads the settings of a section.</summary>
    /// <typeparam name="T">The class, marked with <see cref="SettingsAttribute"/>.</typeparam>
    /// <param name="configuration">All settings.</param>
    /// <param name="settings">The defaults, which become what is set.</param>
    /// <exception cref="SettingException">One cannot be read, or does not exist: a misspelt one must not be ignored.</exception>
    public static T ReadSettings<T>(this IConfiguration configuration, T settings)
        where T : class
    {
        var marked = typeof(T).GetCustomAttribute<SettingsAttribute>()
            ?? throw new InvalidOperationException($"{typeof(T).Name} is not marked with [Settings].");
        var section = configuration.GetSection(marked.Section);
        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException error)
        {
            // It names the setting and repeats its value: secrets are texts, which can always be read.
            throw new SettingException(error.Message.ReplaceLineEndings(" "));
        }

        RefuseUnknown(section, typeof(T));
        RefuseRounded(section, typeof(T));
        return settings;
    }

    /// <summary>The name of a property in settings: its own, unless it has another.</summary>
    /// <param name="property">A property of a settings class.</param>
    public static string NameOf(PropertyInfo property) => property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;

    /// <summary>The properties of a settings class that can be set.</summary>
    /// <param name="type">The class, or one that a property of it has.</param>
    public static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(property => property.CanWrite);

    /// <summary>Whether a property holds settings of its own rather than a value.</summary>
    /// <param name="property">A property of a settings class.</param>
    public static bool IsSection(PropertyInfo property) => property.PropertyType is { IsClass: true, IsArray: false } type && type != typeof(string);

    /// <summary>The binder rounds what a decimal cannot hold.</summary>
    private static void RefuseRounded(IConfigurationSection section, Type type)
    {
        foreach (var property in Settable(type))
        {
            var set = section.GetSection(NameOf(property));
            if (IsSection(property)) RefuseRounded(set, property.PropertyType);
            if (set.Value is { Length: > 0 } text && IsDecimal(property) && !ExactDecimal.TryRead(text, out _))
                throw new SettingException($"{set.Path} must be a number such as 12.50, not \"{text}\".");
        }
    }

    private static bool IsDecimal(PropertyInfo property) =>
        (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(decimal);

    private static void RefuseUnknown(IConfigurationSection section, Type type)
    {
        var known = Settable(type).ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!known.TryGetValue(child.Key, out var property))
                throw new SettingException($"{child.Path} is no setting. Under {section.Path} there are: {string.Join(", ", known.Keys)}.");
            if (IsSection(property)) RefuseUnknown(child, property.PropertyType);
        }
    }
}
