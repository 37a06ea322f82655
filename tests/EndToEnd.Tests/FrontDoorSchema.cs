using System.Text.Json;
using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>The front door's schema as clients see it, and documents that ask for any of its fields.</summary>
internal sealed class FrontDoorSchema
{
    private const string Introspection =
        """
        { __schema {
          types { kind name possibleTypes { name } inputFields { name type { ...T } defaultValue }
            fields { name description type { ...T } args { name type { ...T } defaultValue } } } } }
        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        """;

    private readonly Dictionary<string, JsonElement> _types;

    private FrontDoorSchema(JsonElement types) => _types = types.EnumerateArray().ToDictionary(type => Name(type)!);

    public static async Task<FrontDoorSchema> ReadAsync(Visitor visitor) => new((await visitor.AskAsync(Introspection)).At("__schema.types"));

    /// <summary>Every root field: "Query.cart", with its description.</summary>
    public IEnumerable<(string Name, string Description)> Roots =>
        from root in new[] { "Query", "Mutation", "Subscription" }
        where _types.ContainsKey(root)
        from one in _types[root].At("fields").EnumerateArray()
        select ($"{root}.{Name(one)}", one.At("description").GetString() ?? "");

    /// <summary>The types that <c>node</c> finds.</summary>
    public IEnumerable<string> Nodes => _types["Node"].At("possibleTypes").EnumerateArray().Select(type => Name(type)!);

    public bool Has(string type, string field) => _types.TryGetValue(type, out var owner) && owner.At("fields").EnumerateArray().Any(each => Name(each) == field);

    /// <summary>What to select of a field so that it is asked for, and no more.</summary>
    public string Selection(string type, string field) => Selection(Field(type, field).At("type"));

    /// <summary>A document that asks for a root field, with sample values for what it needs, and with others for those given by path.</summary>
    /// <param name="root">"Mutation.checkout".</param>
    /// <param name="values">"input.lines.quantity": also of what is optional.</param>
    /// <param name="needed">Whether values are only given where the schema demands them.</param>
    public (string Document, Dictionary<string, object?> Variables) Ask(string root, IReadOnlyDictionary<string, object?> values, bool needed = true)
    {
        var (type, name) = (root.Split('.')[0], root.Split('.')[1]);
        var field = Field(type, name);
        var variables = new Dictionary<string, object?>();
        List<string> declared = [];
        foreach (var argument in field.At("args").EnumerateArray().Where(each => Wanted(each, Name(each)!, values, needed)))
        {
            declared.Add($"${Name(argument)}: {Written(argument.At("type"))}");
            variables.Add(Name(argument)!, Sample(argument.At("type"), Name(argument)!, values, needed));
        }

        var given = variables.Count == 0 ? "" : $"({string.Join(", ", variables.Keys.Select(each => $"{each}: ${each}"))})";
        var signature = declared.Count == 0 ? "" : $"({string.Join(", ", declared)})";
        return ($"{type.ToLowerInvariant()}{signature} {{ {name}{given} {Selection(field.At("type"))} }}", variables);
    }

    /// <summary>Every leaf of a mutation's input by its path, with its scalar: ("input.lines.quantity", "Int").</summary>
    public IEnumerable<(string Path, string Scalar)> Leaves(string root)
    {
        var field = Field(root.Split('.')[0], root.Split('.')[1]);
        return field.At("args").EnumerateArray().SelectMany(argument => Leaves(argument.At("type"), Name(argument)!));
    }

    /// <summary>Every list of a root field's arguments by its path: "input.lines".</summary>
    public IEnumerable<string> Lists(string root) =>
        Field(root.Split('.')[0], root.Split('.')[1]).At("args").EnumerateArray()
            .SelectMany(argument => Lists(argument.At("type"), Name(argument)!));

    private IEnumerable<string> Lists(JsonElement type, string path)
    {
        if (IsList(type)) yield return path;
        var named = Named(type);
        if (named.At("kind").GetString() != "INPUT_OBJECT") yield break;
        foreach (var below in _types[Name(named)!].At("inputFields").EnumerateArray()
            .SelectMany(field => Lists(field.At("type"), $"{path}.{Name(field)}"))) yield return below;
    }

    private IEnumerable<(string Path, string Scalar)> Leaves(JsonElement type, string path)
    {
        var named = Named(type);
        return named.At("kind").GetString() switch
        {
            "INPUT_OBJECT" => _types[Name(named)!].At("inputFields").EnumerateArray().SelectMany(field => Leaves(field.At("type"), $"{path}.{Name(field)}")),
            _ => [(path, Name(named)!)],
        };
    }

    private object? Sample(JsonElement type, string path, IReadOnlyDictionary<string, object?> values, bool needed)
    {
        if (values.TryGetValue(path, out var given)) return IsList(type) && given is not Array ? new[] { given } : given;
        if (type.At("kind").GetString() == "NON_NULL") return Sample(type.At("ofType"), path, values, needed);
        if (type.At("kind").GetString() == "LIST") return new[] { Sample(type.At("ofType"), path, values, needed) };
        if (type.At("kind").GetString() == "INPUT_OBJECT")
        {
            return _types[Name(type)!].At("inputFields").EnumerateArray()
                .Where(field => Wanted(field, $"{path}.{Name(field)}", values, needed))
                .ToDictionary(field => Name(field)!, field => Sample(field.At("type"), $"{path}.{Name(field)}", values, needed));
        }

        return type.At("kind").GetString() == "ENUM" ? null : Samples.Of(Name(type)!, path.Split('.')[^1]);
    }

    private static bool Wanted(JsonElement field, string path, IReadOnlyDictionary<string, object?> values, bool needed) =>
        !needed
        || (field.At("type.kind").GetString() == "NON_NULL" && field.At("defaultValue").ValueKind == JsonValueKind.Null)
        || values.Keys.Any(given => given == path || given.StartsWith(path + ".", StringComparison.Ordinal));

    private string Selection(JsonElement type)
    {
        var named = Named(type);
        if (named.At("kind").GetString() is "SCALAR" or "ENUM") return "";
        if (!Has(Name(named)!, "errors")) return "{ __typename }";
        string[] kinds = [.. _types[Name(Named(Field(Name(named)!, "errors").At("type")))!].At("possibleTypes").EnumerateArray().Select(kind => Name(kind)!)];
        var details = (kinds.Contains("ValidationError") ? " ... on ValidationError { field message }" : "") + (kinds.Contains("NotFoundError") ? " ... on NotFoundError { id }" : "");
        return $"{{ __typename errors {{ __typename{details} }} }}";
    }

    private JsonElement Field(string type, string name) => _types[type].At("fields").EnumerateArray().Single(field => Name(field) == name);

    private static JsonElement Named(JsonElement type) => type.At("kind").GetString() is "NON_NULL" or "LIST" ? Named(type.At("ofType")) : type;

    private static bool IsList(JsonElement type) => type.At("kind").GetString() switch
    {
        "LIST" => true,
        "NON_NULL" => IsList(type.At("ofType")),
        _ => false,
    };

    private static string Written(JsonElement type) => type.At("kind").GetString() switch
    {
        "NON_NULL" => Written(type.At("ofType")) + "!",
        "LIST" => $"[{Written(type.At("ofType"))}]",
        _ => Name(type)!,
    };

    private static string? Name(JsonElement element) => element.At("name").GetString();
}

/// <summary>Values that nobody has anything against.</summary>
internal static class Samples
{
    /// <summary>One for a field, by its scalar and its name.</summary>
    public static object? Of(string scalar, string field) => (scalar, field) switch
    {
        ("UUID", _) => Guid.NewGuid().ToString(),
        ("Int", _) => 1,
        ("Boolean", _) => true,
        ("Decimal", _) => "12.50",
        ("CurrencyCode", _) => "USD",
        (_, "email") => $"{Guid.NewGuid():N}@example.com",
        (_, "password" or "newPassword") => "correct horse battery",
        // A country whose addresses do without a region.
        (_, "countryCode") => "DE",
        (_, "postalCode") => "10115",
        (_, "phone") => "030 901820",
        (_, "shippingOptionId") => "standard",
        (_, "paymentMethod") => "pm_card_visa",
        (_, "sku") => $"SKU-{Guid.NewGuid():N}"[..20],
        (_, "slug") => $"slug-{Guid.NewGuid():N}"[..20],
        (_, "imageUrl") => "https://example.com/a.png",
        _ => "text",
    };
}
