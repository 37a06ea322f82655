using CommerceKata.ServiceDefaults.Hosting;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace CommerceKata.Gateway.Http;

/// <summary>
/// Which pages of other origins may ask. CORS keeps browsers from handing them our answers, and from sending JSON at all; it
/// says nothing of WebSockets, for which this looks at the origin itself.
/// </summary>
internal sealed class OriginPolicy(GatewaySettings settings, IHostEnvironment environment)
{
    /// <summary>Whether pages of every origin may.</summary>
    public bool AllowsAny => settings.AllowedOrigins.Contains("*");

    /// <summary>Whether whoever opens a socket may: no browser, our own pages, or those of an origin that is allowed.</summary>
    public bool Allow(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || AllowsAny || IsListed(origin) || PageOrigin.IsOwn(origin, request);
    }

    /// <summary>Whether it is one of the setting's; while developing, pages of this machine are, such as those of Vite's server.</summary>
    public bool IsListed(string origin) =>
        settings.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase) || (environment.IsDevelopment() && PageOrigin.IsLocal(origin));
}

/// <summary>CORS, by the same setting.</summary>
internal static class Origins
{
    /// <summary>How long a browser may remember what it was told.</summary>
    private static readonly TimeSpan PreflightAge = TimeSpan.FromHours(1);

    /// <summary>Registers it.</summary>
    public static void AddOrigins(this IServiceCollection services)
    {
        services.AddSingleton<OriginPolicy>();
        services.AddCors();
        // Without credentials: a token is sent by the page that has it, never by the browser on its own.
        services.AddOptions<CorsOptions>().Configure<OriginPolicy>((cors, origins) => cors.AddDefaultPolicy(policy => Allow(policy, origins)
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .AllowAnyHeader()
            .WithExposedHeaders(CostHeader.Name, HeaderNames.RetryAfter)
            .SetPreflightMaxAge(PreflightAge)));
    }

    private static CorsPolicyBuilder Allow(CorsPolicyBuilder policy, OriginPolicy origins) =>
        origins.AllowsAny ? policy.AllowAnyOrigin() : policy.SetIsOriginAllowed(origins.IsListed);

    /// <summary>Answers preflights, and marks answers for the origins that are allowed.</summary>
    public static void UseOrigins(this WebApplication app) => app.UseCors();
}
