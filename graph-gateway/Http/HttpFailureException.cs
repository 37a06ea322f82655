namespace CommerceKata.Gateway.Http;

/// <summary>The request cannot be read as a GraphQL request.</summary>
/// <param name="status">The HTTP status to answer with.</param>
/// <param name="code">Stable, for programs: the error's extensions.code.</param>
/// <param name="message">For people.</param>
internal sealed class HttpFailureException(int status, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status to answer with.</summary>
    public int Status { get; } = status;

    /// <summary>Stable, for programs: the error's extensions.code.</summary>
    public string Code { get; } = code;

    /// <summary>400: the parameters are not those of a GraphQL request.</summary>
    public static HttpFailureException BadRequest(string message) =>
        new(StatusCodes.Status400BadRequest, "BAD_REQUEST", message);
}
