using CommerceKata.Gateway.Http;
using GraphQL;

namespace CommerceKata.Gateway.Documents;

/// <summary>
/// How a request names a document instead of sending its text: <c>documentId</c> of the GraphQL-over-HTTP specification
/// (appendix "Persisted Documents"), or Apollo's <c>extensions.persistedQuery.sha256Hash</c>. Both may stand for the same.
/// </summary>
internal static class DocumentReference
{
    /// <summary>An id with this in front of it is the SHA-256 of the document's text.</summary>
    public const string Sha256 = "sha256:";

    /// <summary>The parameters that Hot Chocolate's and Relay's clients have it in. With a text they are the clients' own, and no matter of ours.</summary>
    public static readonly string[] OtherNames = ["id", "doc_id"];

    private const int MaxLength = 200;

    /// <summary>The id; null when the request has none. A hash has <see cref="Sha256"/> in front, whichever way it came.</summary>
    /// <param name="documentId">The parameter of that name.</param>
    /// <param name="extensions">The parameter of that name.</param>
    /// <exception cref="HttpFailureException">It is not readable, or there are two that differ.</exception>
    public static string? Read(string? documentId, Inputs extensions)
    {
        if (documentId is { Length: 0 or > MaxLength }) throw HttpFailureException.BadRequest($"The parameter documentId has 1 to {MaxLength} characters.");
        if (!extensions.TryGetValue("persistedQuery", out var persisted) || persisted is null) return documentId;
        if (persisted is not Dictionary<string, object?> query || query.GetValueOrDefault("version") is not 1
            || query.GetValueOrDefault("sha256Hash") is not string { Length: 64 } hash || !hash.All(char.IsAsciiHexDigit))
        {
            throw HttpFailureException.BadRequest("extensions.persistedQuery must be {\"version\": 1, \"sha256Hash\": \"…\"} with the SHA-256 in 64 hexadecimal digits.");
        }

        var id = Sha256 + hash.ToLowerInvariant();
        return documentId is null || documentId == id ? id : throw HttpFailureException.BadRequest("documentId and extensions.persistedQuery name two documents.");
    }
}
