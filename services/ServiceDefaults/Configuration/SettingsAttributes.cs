namespace CommerceKata.ServiceDefaults.Configuration;

/// <summary>When a setting must be given.</summary>
public enum Needed
{
    /// <summary>Never: its default will do.</summary>
    No,

    /// <summary>In production, where no default is good enough.</summary>
    InProduction,

    /// <summary>Always.</summary>
    Always,
}

/// <summary>
/// Marks a class whose properties are the settings of a section. What may be set, and docs/configuration.md, come from
/// the properties and their XML docs.
/// </summary>
/// <param name="section">"Checkout" for <c>Checkout:PaymentWindow</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SettingsAttribute(string section) : Attribute
{
    /// <summary>The section.</summary>
    public string Section => section;

    /// <summary>Which processes read it, where that is not the service whose class it is.</summary>
    public string? For { get; init; }
}

/// <summary>What docs/configuration.md says of a setting beside its XML doc: of a property, or of a constant that is its name.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SettingAttribute : Attribute
{
    /// <summary>When it must be given.</summary>
    public Needed Needed { get; init; }

    /// <summary>Whether it must stay secret: from the environment or a file, and never in a log.</summary>
    public bool Secret { get; init; }

    /// <summary>The default in words, where it is not simply the property's first value.</summary>
    public string? Default { get; init; }

    /// <summary>What it is written as, of a constant: "text" unless set.</summary>
    public string Type { get; init; } = "text";

    /// <summary>Which processes read it, of a constant.</summary>
    public string? For { get; init; }
}
