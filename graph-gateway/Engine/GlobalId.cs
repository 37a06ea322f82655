using System.Buffers.Text;
using System.Text;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Engine;

/// <summary>
/// A global object id: opaque to clients, unique over all types. Base64url of "Product:&lt;uuid&gt;".
/// Source: the GraphQL Global Object Identification specification.
/// </summary>
internal readonly record struct GlobalId(string Type, string Id)
{
    // "PurchaseOrder:" and a UUID are 50 bytes; whatever is much longer is not one of ours.
    private const int MaxLength = 128;

    /// <summary>The id as clients see it.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Type}:{Id}"));

    /// <summary>Reads an id as clients send it; false when it is not one of ours.</summary>
    public static bool TryParse(string? text, out GlobalId id)
    {
        id = default;
        if (text is null or { Length: > MaxLength } || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(':');
        if (parts is not [{ Length: > 0 } type, var uuid] || !Guid.TryParseExact(uuid, "D", out var parsed))
        {
            return false;
        }

        id = new GlobalId(type, parsed.ToString());
        return true;
    }

    /// <summary>The UUID of an object of the expected type.</summary>
    /// <param name="type">The GraphQL type that it must be of.</param>
    /// <param name="text">As the client sent it.</param>
    /// <param name="field">Where it stood in the input, for the error.</param>
    /// <exception cref="BadInputException">It is no id, or one of another type.</exception>
    public static string Parse(string type, string? text, string field) =>
        TryParse(text, out var id) && id.Type == type
            ? id.Id
            : throw new BadInputException(field, Problem.NotAnIdOf(InWords(type)));

    /// <summary>"an order line".</summary>
    private static string InWords(string type)
    {
        var words = string.Concat(type.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")).Trim();
        return $"{("aeiou".Contains(words[0], StringComparison.Ordinal) ? "an" : "a")} {words}";
    }
}
