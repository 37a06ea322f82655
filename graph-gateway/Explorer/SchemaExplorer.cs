using CommerceKata.Gateway.Http;
using Microsoft.Extensions.FileProviders;

namespace CommerceKata.Gateway.Explorer;

/// <summary>
/// Banana Cake Pop at <c>/graphql</c>, for people with a browser: only where the schema may be asked for. Its files were
/// installed at build; the page loads nothing from anywhere else, and its Content-Security-Policy lets it ask nobody else.
/// </summary>
/// <param name="settings">Whether introspection is on, and where the files are.</param>
internal sealed class SchemaExplorer(GatewaySettings settings)
{
    /// <summary>
    /// Styles are written by its scripts, workers start from blobs, and it checks JSON with code compiled on the spot. Of
    /// other origins it gets nothing: no telemetry, no fonts, no accounts.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Whether it may be shown here and is there.</summary>
    public bool IsOpen => settings.Introspection && File.Exists(Page);

    private string Folder => Path.GetFullPath(settings.ExplorerFolder, AppContext.BaseDirectory);

    private string Page => Path.Combine(Folder, "index.html");

    /// <summary>Serves its files below <c>/graphql/</c>.</summary>
    public void Serve(WebApplication app)
    {
        if (!IsOpen) return;
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Folder),
            RequestPath = "/graphql",
            OnPrepareResponse = file =>
            {
                Guard(file.Context.Response.Headers);
                // Names of scripts, styles and fonts hold a hash of their content.
                var hashed = file.Context.Request.Path.StartsWithSegments("/graphql/static", StringComparison.Ordinal);
                file.Context.Response.Headers.CacheControl = hashed ? "public, max-age=31536000, immutable" : "no-cache";
            },
        });
    }

    /// <summary>Answers a browser with the page; its links are relative to <c>/graphql/</c>, so that is where it must be.</summary>
    public Task WriteAsync(HttpContext context)
    {
        if (!context.Request.Path.Value!.EndsWith('/'))
        {
            context.Response.Redirect($"{context.Request.PathBase}{context.Request.Path}/{context.Request.QueryString}");
            return Task.CompletedTask;
        }

        context.Response.ContentType = ResponseType.Html.ContentType();
        Guard(context.Response.Headers);
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.SendFileAsync(Page, context.RequestAborted);
    }

    private static void Guard(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
