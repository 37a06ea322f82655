using System.Globalization;

namespace CommerceKata.StripeSandbox;

/// <summary>
/// The parameters of one call, from the form or the query,
/// e.g. <c>metadata[order_id]=7&amp;expand[0]=latest_charge</c>.
/// </summary>
internal sealed class Params(IReadOnlyDictionary<string, string> values)
{
    public static async Task<Params> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var values = request.Query.ToDictionary(
            pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync(cancel))
            {
                values[name] = value.ToString();
            }
        }

        return new(values);
    }

    /// <summary>The same for equal parameters, in whatever order they were sent.</summary>
    public string Canonical => string.Join('&', values
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>
    /// Refuses every other parameter, as Stripe does. To ignore one would be to answer OK for work not done.
    /// </summary>
    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var key in values.Keys)
        {
            var name = key.Split('[')[0];
            if (name != "expand" && !names.Contains(name)) throw StripeError.Unknown(name);
        }
    }

    public string? Text(string name) => values.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    public string RequiredText(string name) => Text(name) ?? throw StripeError.Missing(name);

    public long? Integer(string name) => Text(name) switch
    {
        null => null,
        var text when long.TryParse(
            text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw StripeError.Invalid(name, $"Invalid integer: {text}", "parameter_invalid_integer"),
    };

    public bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        var text => throw StripeError.Invalid(name, $"Invalid boolean: {text}"),
    };

    public string? OneOf(string name, params ReadOnlySpan<string> allowed) =>
        Text(name) is not { } text || allowed.Contains(text)
            ? Text(name)
            : throw StripeError.Invalid(name, $"Invalid {name}: must be one of {string.Join(", ", allowed!)}");

    public IReadOnlyDictionary<string, string> Map(string name) => values
        .Where(pair => pair.Key.StartsWith(name + "[", StringComparison.Ordinal) && pair.Key.EndsWith(']'))
        .ToDictionary(pair => pair.Key[(name.Length + 1)..^1], pair => pair.Value, StringComparer.Ordinal);

    public bool Expands(string path) => Map("expand").Values.Contains(path);
}
