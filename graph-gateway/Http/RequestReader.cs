using System.Text.Json;
using CommerceKata.Gateway.Documents;
using CommerceKata.Gateway.Engine;
using GraphQL;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CommerceKata.Gateway.Http;

/// <summary>Reads operations from HTTP requests, as the GraphQL-over-HTTP specification has them.</summary>
internal static class RequestReader
{
    /// <summary>A name twice is a mistake or a trick.</summary>
    public static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The operation in a query string.</summary>
    /// <param name="parameters">The query string.</param>
    /// <param name="allowed">What the way it came allows.</param>
    /// <exception cref="HttpFailureException">There is none, or its parameters are not readable.</exception>
    public static Operation FromQueryString(IQueryCollection parameters, OperationKinds allowed)
    {
        return Of(Single("query"), Single("documentId"), Single("operationName"), Map("variables"), Map("extensions"), allowed);

        string? Single(string name) => parameters[name] switch
        {
            [] or [null or ""] => null,
            [var one] => one,
            _ => throw HttpFailureException.BadRequest($"The parameter {name} is given twice."),
        };

        Inputs Map(string name)
        {
            if (Single(name) is not { } text) return Inputs.Empty;
            try
            {
                using var parsed = JsonDocument.Parse(text, Strict);
                return ToMap(parsed.RootElement, name);
            }
            catch (Exception exception) when (IsUnreadable(exception))
            {
                throw HttpFailureException.BadRequest($"The parameter {name} is not JSON.");
            }
        }
    }

    /// <summary>The operation in a JSON body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The largest body to read.</param>
    /// <param name="allowed">What the way it came allows.</param>
    /// <exception cref="HttpFailureException">There is none, or it is not readable.</exception>
    public static async Task<Operation> FromBodyAsync(HttpRequest request, int maxBytes, OperationKinds allowed)
    {
        RequireJson(request.ContentType);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes;
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, Strict, request.HttpContext.RequestAborted);
            return FromJson(body.RootElement, allowed);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw HttpFailureException.BadRequest("The body is not JSON.");
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            throw new HttpFailureException(exception.StatusCode, "BODY_TOO_LARGE", $"The body is larger than {maxBytes} bytes.");
        }
    }

    /// <summary>The second kind is half a surrogate pair: well-formed JSON, but no text.</summary>
    public static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException;

    private static void RequireJson(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw new HttpFailureException(
                StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "The body must be application/json in UTF-8.");
        }
    }

    /// <summary>The operation in a JSON object.</summary>
    /// <param name="body">The object.</param>
    /// <param name="allowed">What the way it came allows.</param>
    /// <exception cref="HttpFailureException">It is none.</exception>
    public static Operation FromJson(JsonElement body, OperationKinds allowed)
    {
        if (body.ValueKind is JsonValueKind.Array) throw HttpFailureException.BadRequest("Batches are not taken; send one operation per request.");
        if (body.ValueKind is not JsonValueKind.Object) throw HttpFailureException.BadRequest("The body is not a JSON object.");
        return Of(Text("query"), Text("documentId"), Text("operationName"), Map("variables"), Map("extensions"), allowed);

        string? Text(string name) => !body.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => throw HttpFailureException.BadRequest($"The parameter {name} is not a string."),
        };

        Inputs Map(string name) => body.TryGetProperty(name, out var value) ? ToMap(value, name) : Inputs.Empty;
    }

    private static Operation Of(string? query, string? documentId, string? name, Inputs variables, Inputs extensions, OperationKinds allowed)
    {
        var id = DocumentReference.Read(documentId, extensions);
        // Apollo's clients send an empty text with an id.
        var text = query is "" && id is not null ? null : query;
        return text is null && id is null
            ? throw HttpFailureException.BadRequest("The parameter query is missing, and so is documentId.")
            : new Operation(text, name, variables, extensions, allowed, id);
    }

    private static Inputs ToMap(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Null => Inputs.Empty,
        JsonValueKind.Object => JsonInputs.Read(value),
        _ => throw HttpFailureException.BadRequest($"The parameter {name} is not a map."),
    };
}
