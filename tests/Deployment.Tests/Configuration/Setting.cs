using System.Collections;
using System.Globalization;
using System.Reflection;
using CommerceKata.ServiceDefaults.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CommerceKata.Deployment.Tests.Configuration;

/// <summary>One setting, as docs/configuration.md shows it.</summary>
/// <param name="For">Which processes read it.</param>
/// <param name="Name">"Checkout:PaymentWindow".</param>
/// <param name="Type">What it is written as.</param>
/// <param name="Default">What holds unless it is set.</param>
/// <param name="What">What it does.</param>
/// <param name="Needed">When it must be given.</param>
/// <param name="Secret">Whether it must stay secret.</param>
internal sealed record Setting(string For, string Name, string Type, string Default, string What, Needed Needed, bool Secret)
{
    private const string Seconds = "Seconds";
    private const BindingFlags Constants = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    /// <summary>All there are: of marked classes and constants, and of the front door.</summary>
    public static IReadOnlyList<Setting> All { get; } = [.. Processes().SelectMany(Of)];

    /// <summary>In the order of the document: what is shared first.</summary>
    private static IEnumerable<Assembly> Processes() => new[]
    {
        "ServiceDefaults", "Gateway", "Catalog", "Identity", "Inventory", "Cart", "Orders", "Billing", "Shipping", "Notifications", "StripeSandbox",
    }.Select(Assembly.Load);

    private static IEnumerable<Setting> Of(Assembly process) =>
    [
        .. process.GetTypes().SelectMany(type => type.GetFields(Constants)).Where(field => field.IsDefined(typeof(SettingAttribute))).Select(OfConstant),
        .. process.GetTypes().OrderBy(type => type.Name, StringComparer.Ordinal).Where(type => type.IsDefined(typeof(SettingsAttribute))).SelectMany(OfClass),
        .. process.GetType("CommerceKata.Gateway.GatewaySettings") is { } gateway ? OfGateway(Defaults(gateway, Environments.Production), Defaults(gateway, Environments.Development)) : [],
    ];

    private static Setting OfConstant(FieldInfo field)
    {
        var said = field.GetCustomAttribute<SettingAttribute>()!;
        return new(said.For!, (string)field.GetRawConstantValue()!, said.Type, said.Default!, XmlDocs.SummaryOf(field), said.Needed, said.Secret);
    }

    private static IEnumerable<Setting> OfClass(Type type)
    {
        var marked = type.GetCustomAttribute<SettingsAttribute>()!;
        return OfProperties(marked.For ?? type.Assembly.GetName().Name!, marked.Section, type, Activator.CreateInstance(type)!);
    }

    private static IEnumerable<Setting> OfProperties(string process, string section, Type type, object defaults)
    {
        foreach (var property in SettingsReader.Settable(type))
        {
            var name = $"{section}:{SettingsReader.NameOf(property)}";
            var value = property.GetValue(defaults);
            if (SettingsReader.IsSection(property))
            {
                foreach (var inner in OfProperties(process, name, property.PropertyType, value!)) yield return inner;
                continue;
            }

            var said = property.GetCustomAttribute<SettingAttribute>() ?? new();
            yield return new(process, name, TypeName(property.PropertyType), said.Default ?? Text(value), XmlDocs.SummaryOf(property), said.Needed, said.Secret);
        }
    }

    /// <summary>
    /// The front door reads its settings one by one: a property's summary begins with the setting's name, unless it holds others.
    /// </summary>
    private static IEnumerable<Setting> OfGateway(object production, object development)
    {
        foreach (var property in production.GetType().GetProperties())
        {
            var (there, here) = (property.GetValue(production), property.GetValue(development));
            if (property.PropertyType.Name.EndsWith("Settings", StringComparison.Ordinal))
            {
                foreach (var inner in OfGateway(there!, here!)) yield return inner;
                continue;
            }

            var parts = XmlDocs.SummaryOf(property).Split("`: ", 2);
            parts.Length.ShouldBe(2, $"the summary of {property.Name} begins with the setting's name: <c>GraphQL:MaxDepth</c>: …");
            var name = parts[0].TrimStart('`');
            var (inProduction, elsewhere) = (Text(InSeconds(name, there)), Text(InSeconds(name, here)));
            yield return new(
                "Gateway", name, name.EndsWith(Seconds, StringComparison.Ordinal) ? "number" : TypeName(property.PropertyType),
                inProduction == elsewhere ? elsewhere : $"{elsewhere}; {inProduction} in production", char.ToUpperInvariant(parts[1][0]) + parts[1][1..], Needed.No, false);
        }
    }

    private static object Defaults(Type type, string environment) =>
        Activator.CreateInstance(type, new ConfigurationBuilder().Build(), new SomeEnvironment { EnvironmentName = environment })!;

    private static object? InSeconds(string name, object? value) =>
        value is TimeSpan time && name.EndsWith(Seconds, StringComparison.Ordinal) ? (int)time.TotalSeconds : value;

    private static string TypeName(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } choice => string.Join(" or ", Enum.GetNames(choice)),
        var other when other == typeof(TimeSpan) => "time",
        var other when other == typeof(bool) => "true or false",
        var other when other == typeof(decimal) || other == typeof(int) || other == typeof(long) => "number",
        { IsArray: true } => "list",
        var other when other != typeof(string) && typeof(IEnumerable).IsAssignableFrom(other) => "texts, commas between",
        _ => "text",
    };

    private static string Text(object? value) => value switch
    {
        null or "" => "none",
        bool yes => yes ? "true" : "false",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable several => several.Cast<object>().Select(Text).DefaultIfEmpty("none").Aggregate((a, b) => $"{a},{b}"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private sealed class SomeEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "";

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
