using Microsoft.AspNetCore.Http;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>The token in the header <c>Authorization: Bearer …</c> (RFC 6750).</summary>
public static class BearerToken
{
    /// <summary>What stands before it.</summary>
    public const string Prefix = "Bearer ";

    /// <summary>The token as it was sent, not checked; null when there is no such header.</summary>
    /// <param name="request">The request.</param>
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..] : null;
    }
}
