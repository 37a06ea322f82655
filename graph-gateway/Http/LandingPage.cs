namespace CommerceKata.Gateway.Http;

/// <summary>What a person with a browser sees: how to ask, until the schema explorer is here.</summary>
internal static class LandingPage
{
    /// <summary>Writes the page.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = ResponseType.Html.ContentType();
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        return context.Response.WriteAsync(Html.Replace("{url}", Url(context.Request), StringComparison.Ordinal), context.RequestAborted);
    }

    // The host is the client's own word: it is encoded like any other.
    private static string Url(HttpRequest request) =>
        System.Net.WebUtility.HtmlEncode($"{request.Scheme}://{request.Host}{request.Path}");

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
          <p>This is the shop's GraphQL endpoint. A schema explorer will be here; until then ask with a command line:</p>
          <pre>curl -s {url} -H 'Content-Type: application/json' \
          -d '{"query":"{ products(first: 3) { nodes { name price { amount currency } available } } }"}'</pre>
          <p>The schema: <a href="?sdl">?sdl</a></p>
        </body>
        </html>
        """;
}
