using Microsoft.AspNetCore.HttpOverrides;

namespace CommerceKata.Gateway.Http;

/// <summary>Finds the client's address behind load balancers that we know; of anyone else X-Forwarded-For is not believed.</summary>
internal static class TrustedProxies
{
    /// <summary>Reads the header from its end, past each proxy of <c>Listen:TrustedProxies</c>, to the first address that is none of them.</summary>
    public static void UseTrustedProxies(this WebApplication app, GatewaySettings settings)
    {
        if (settings.TrustedProxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
