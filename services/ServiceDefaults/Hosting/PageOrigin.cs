using Microsoft.AspNetCore.Http;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>Where a page comes from, as a browser says in the header Origin.</summary>
public static class PageOrigin
{
    /// <summary>Whether this machine serves it: http://localhost:5173 is Vite's.</summary>
    /// <param name="origin">The header.</param>
    public static bool IsLocal(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", IsLoopback: true };

    /// <summary>Whether the page is of the host that it asks. TLS ends before us: the scheme that the browser knows need not be ours.</summary>
    /// <param name="origin">The header.</param>
    /// <param name="request">What the page asks.</param>
    public static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
