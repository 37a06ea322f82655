using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace CommerceKata.Gateway.Http;

/// <summary>
/// Answers are compressed for those who take it; event streams are not, since what is compressed waits to be complete.
/// Compressing a secret beside words of an attacker can tell the secret by the length (BREACH), if the attacker can make the
/// victim's browser ask again and again. Here it cannot: a session is a header that only the page which has the token sends,
/// never a cookie that a browser adds by itself.
/// </summary>
internal static class Compression
{
    /// <summary>Registers it: Brotli before gzip, and speed before size.</summary>
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "application/graphql"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }
}
