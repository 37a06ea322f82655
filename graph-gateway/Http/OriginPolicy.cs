using Microsoft.Net.Http.Headers;

namespace CommerceKata.Gateway.Http;

/// <summary>
/// Which pages of other origins may ask. CORS keeps browsers from handing them our answers, and from sending JSON at all; it
/// says nothing of WebSockets, for which this looks at the origin itself.
/// </summary>
internal sealed class OriginPolicy(GatewaySettings settings)
{
    /// <summary>Whether whoever opens a socket may: no browser, our own pages, or those of an origin that is allowed.</summary>
    public bool Allow(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || settings.AllowedOrigins.Contains("*") || settings.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)) return true;
        // TLS ends before us: the scheme that the browser knows need not be ours.
        return Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>CORS, by the same setting.</summary>
internal static class Origins
{
    /// <summary>How long a browser may remember what it was told.</summary>
    private static readonly TimeSpan PreflightAge = TimeSpan.FromHours(1);

    /// <summary>Registers it.</summary>
    public static void AddOrigins(this IServiceCollection services, GatewaySettings settings)
    {
        services.AddSingleton<OriginPolicy>();
        // Without credentials: a token is sent by the page that has it, never by the browser on its own.
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. settings.AllowedOrigins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .AllowAnyHeader()
            .WithExposedHeaders(CostHeader.Name, HeaderNames.RetryAfter)
            .SetPreflightMaxAge(PreflightAge)));
    }

    /// <summary>Answers preflights, and marks answers for the origins that are allowed.</summary>
    public static void UseOrigins(this WebApplication app) => app.UseCors();
}
