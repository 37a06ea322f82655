using Microsoft.Net.Http.Headers;

namespace CommerceKata.Gateway.Http;

/// <summary>What a client wants to read.</summary>
internal enum ResponseType
{
    /// <summary>application/json: the status is 200 for whatever could be read as a GraphQL request.</summary>
    Json,

    /// <summary>application/graphql-response+json: the status tells whether the operation ran.</summary>
    GraphQL,

    /// <summary>text/event-stream: all results of an operation, as they come.</summary>
    Events,

    /// <summary>text/html: a person with a browser.</summary>
    Html,
}

/// <summary>Which of our media types an Accept header asks for.</summary>
internal static class ResponseTypes
{
    /// <summary>The Content-Type of a response.</summary>
    public static string ContentType(this ResponseType type) => type switch
    {
        ResponseType.GraphQL => "application/graphql-response+json; charset=utf-8",
        ResponseType.Html => "text/html; charset=utf-8",
        _ => "application/json; charset=utf-8",
    };

    /// <summary>The one that the client likes best; null when it takes none of them. No header, or an empty one, takes JSON.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="page">Whether there is a page to show.</param>
    public static ResponseType? Negotiate(IHeaderDictionary headers, bool page)
    {
        if (headers.Accept.All(string.IsNullOrWhiteSpace)) return ResponseType.Json;
        if (!MediaTypeHeaderValue.TryParseList(headers.Accept, out var accepted)) return null;
        // The more exact range wins among equals, then the order in which they came.
        return accepted
            .Where(range => range.Quality is not 0 && IsUtf8(range))
            .OrderByDescending(range => range.Quality ?? 1)
            .ThenBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
            .Select(Match)
            .FirstOrDefault(type => type is not null && (page || type is not ResponseType.Html));
    }

    private static ResponseType? Match(MediaTypeHeaderValue range) => range.MediaType.Value?.ToLowerInvariant() switch
    {
        "application/graphql-response+json" => ResponseType.GraphQL,
        "application/json" or "application/*" or "*/*" => ResponseType.Json,
        "text/event-stream" => ResponseType.Events,
        "text/html" => ResponseType.Html,
        _ => null,
    };

    private static bool IsUtf8(MediaTypeHeaderValue range) =>
        !range.Charset.HasValue || HeaderUtilities.RemoveQuotes(range.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
