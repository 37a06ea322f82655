using System.Text;
using System.Text.Json;
using CommerceKata.Gateway.Documents;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Limits;
using GraphQL;
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
        return Of(Single("query"), IdIn(Single), Single("operationName"), Map("variables"), Map("extensions"), allowed);

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

    /// <summary>The operation in a JSON body, or those of a batch.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limits">The largest body to read, how long to wait for it, and how many operations there may be.</param>
    /// <param name="allowed">What the way it came allows.</param>
    /// <param name="bytes">What all bodies may take together.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="HttpFailureException">There is none, or it is not readable.</exception>
    public static async Task<RequestBody> FromBodyAsync(HttpRequest request, LimitSettings limits, OperationKinds allowed, BytesInFlight bytes, TimeProvider time)
    {
        RequireJson(request);
        using var patience = new CancellationTokenSource(limits.BodyPatience, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted, patience.Token);
        try
        {
            using var read = new IncomingBytes(bytes, limits.MaxBodyBytes);
            while (await request.Body.ReadAsync(read.Room(), ends.Token) is > 0 and var count)
            {
                read.Advance(count);
                if (read.IsTooLarge) throw TooLarge(limits);
            }

            // Some editors and tools write a byte order mark.
            var mark = read.Written.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            using var body = JsonDocument.Parse(read.Written[mark..], Strict);
            return body.RootElement.ValueKind is JsonValueKind.Array
                ? RequestBody.Batch(Batch(body.RootElement, limits.MaxBatch, allowed))
                : RequestBody.Single(FromJson(body.RootElement, allowed));
        }
        catch (Exception exception) when (IsUnreadable(exception) || exception is InvalidDataException)
        {
            throw HttpFailureException.BadRequest("The body is not JSON.");
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            throw TooSlow();
        }
        catch (BadHttpRequestException exception)
        {
            throw exception.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => TooLarge(limits),
                StatusCodes.Status408RequestTimeout => TooSlow(),
                _ => HttpFailureException.BadRequest("The body did not come whole."),
            };
        }
    }

    private static HttpFailureException TooLarge(LimitSettings limits) =>
        new(StatusCodes.Status413PayloadTooLarge, "BODY_TOO_LARGE", $"The body is larger than {limits.MaxBodyBytes} bytes.");

    private static HttpFailureException TooSlow() => new(StatusCodes.Status408RequestTimeout, "BODY_TOO_SLOW", "The body came too slowly: send it again, as a whole.");

    private static IReadOnlyList<Operation> Batch(JsonElement body, int most, OperationKinds allowed) => body.GetArrayLength() switch
    {
        0 => throw HttpFailureException.BadRequest("The batch is empty."),
        var count when count > most => throw HttpFailureException.BadRequest($"A batch has {most} operations at most, and this one has {count}."),
        _ => [.. body.EnumerateArray().Select(one => FromJson(one, allowed))],
    };

    /// <summary>The second kind is half a surrogate pair: well-formed JSON, but no text.</summary>
    public static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException;

    private static void RequireJson(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw Unsupported("The body must be application/json in UTF-8.");
        }

        // What could be unpacked has no such header any more.
        if (request.Headers.ContentEncoding.Count == 0) return;
        request.HttpContext.Response.Headers.AcceptEncoding = "gzip, br, deflate";
        throw Unsupported("The body may be packed by gzip, br or deflate.");
    }

    private static HttpFailureException Unsupported(string message) => new(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", message);

    /// <summary>The operation in a JSON object.</summary>
    /// <param name="body">The object.</param>
    /// <param name="allowed">What the way it came allows.</param>
    /// <exception cref="HttpFailureException">It is none.</exception>
    public static Operation FromJson(JsonElement body, OperationKinds allowed)
    {
        if (body.ValueKind is not JsonValueKind.Object) throw HttpFailureException.BadRequest("The body is not a JSON object.");
        return Of(Text("query"), IdIn(Text), Text("operationName"), Map("variables"), Map("extensions"), allowed);

        string? Text(string name) => !body.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => throw HttpFailureException.BadRequest($"The parameter {name} is not a string."),
        };

        Inputs Map(string name) => body.TryGetProperty(name, out var value) ? ToMap(value, name) : Inputs.Empty;
    }

    private static string? IdIn(Func<string, string?> parameter) =>
        parameter("documentId") ?? (string.IsNullOrEmpty(parameter("query")) ? DocumentReference.OtherNames.Select(parameter).FirstOrDefault(id => id is not null) : null);

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
