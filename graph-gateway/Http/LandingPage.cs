namespace CommerceKata.Gateway.Http;

/// <summary>What a person with a browser sees where there is no schema explorer: how to ask, and how to get it.</summary>
internal static class LandingPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="context">The browser's request.</param>
    /// <param name="settings">Whether the schema may be asked for.</param>
    public static Task WriteAsync(HttpContext context, GatewaySettings settings)
    {
        context.Response.ContentType = ResponseType.Html.ContentType();
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var page = Html
            .Replace("{url}", Url(context.Request), StringComparison.Ordinal)
            .Replace("{schema}", settings.Introspection ? HowToGetIt : NotHere, StringComparison.Ordinal);
        return context.Response.WriteAsync(page, context.RequestAborted);
    }

    // The host is the client's own word: it is encoded like any other.
    private static string Url(HttpRequest request) =>
        System.Net.WebUtility.HtmlEncode($"{request.Scheme}://{request.Host}{request.Path}");

    private const string HowToGetIt = """
        <p>The schema: <a href="?sdl">?sdl</a></p>
        <p>The schema explorer is missing: it comes from npm when the front door is built. Install
        <a href="https://nodejs.org">Node.js</a> 20 or later, build again, and it is here.</p>
        """;

    private const string NotHere = "<p>The schema is not published here.</p>";

    private const string Html = """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>commerce-kata: GraphQL</title>
          <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem } pre { background: #f3f3f3; padding: 1rem; overflow-x: auto }</style>
        </head>
        <body>
          <h1>commerce-kata</h1>
          <p>This is the shop's GraphQL endpoint. Ask it with a command line:</p>
          <pre>curl -s {url} -H 'Content-Type: application/json' \
          -d '{"query":"{ products(first: 3) { nodes { name price { amount currency } available } } }"}'</pre>
          {schema}
        </body>
        </html>
        """;
}
