using System.Net;
using Microsoft.Net.Http.Headers;

namespace CommerceKata.Gateway.Http;

/// <summary>What browsers are to be told, and what is not answered to them.</summary>
internal static class BrowserRules
{
    /// <summary>A year, for this host alone: what else its owner has below it is not ours to decide.</summary>
    private const string Https = "max-age=31536000";

    /// <summary>Registers them.</summary>
    public static void AddBrowserRules(this WebApplicationBuilder builder, GatewaySettings settings) =>
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = [.. settings.AllowedHosts]);

    /// <summary>
    /// Refuses requests for hosts that are not ours: a page of somebody else's, whose name leads here (DNS rebinding), or a forged link in a
    /// cache. The management port has no name of its own.
    /// </summary>
    public static void UseBrowserRules(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            if (app.Environment.IsProduction()) headers[HeaderNames.StrictTransportSecurity] = Https;
            return next(context);
        });
        app.UseWhen(context => !ManagementPort.Is(context), publicPort => publicPort.UseHostFiltering());
    }

    /// <summary>The hosts that are ours unless a setting says so: who listens on this machine alone is asked by its names.</summary>
    /// <param name="address">The address to bind.</param>
    public static IReadOnlyList<string> HostsOf(IPAddress address) => IPAddress.IsLoopback(address) ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];
}
