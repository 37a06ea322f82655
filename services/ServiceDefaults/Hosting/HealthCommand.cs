using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>Where a process with these settings says whether it is ready.</summary>
/// <param name="Ready">The address on this machine.</param>
public sealed record HealthAddress(Uri Ready);

/// <summary>
/// <c>healthcheck</c>: asks the process that runs here with the same settings whether it is ready. For container images,
/// which have neither a shell nor curl.
/// </summary>
public static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Notes where this process will answer.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="address">What it binds.</param>
    /// <param name="port">The HTTP/1.1 port that has <c>/health/ready</c>.</param>
    public static void AddHealthAddress(this WebApplicationBuilder builder, IPAddress address, int port)
    {
        var here = address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback : address;
        var endpoint = string.Create(CultureInfo.InvariantCulture, $"http://{new IPEndPoint(here, port)}/health/ready");
        builder.Services.AddSingleton(new HealthAddress(new Uri(endpoint)));
    }

    /// <returns>0 and "Ready.", or 1 and why not, in a line.</returns>
    internal static async Task<(int ExitCode, string Line)> AskAsync(WebApplication app, CancellationToken cancel)
    {
        var ready = app.Services.GetRequiredService<HealthAddress>().Ready;
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(ready, cancel);
            return response.IsSuccessStatusCode ? (0, "Ready.") : (1, $"{ready} answers {(int)response.StatusCode}.");
        }
        catch (Exception error)
            when (error is (HttpRequestException or TaskCanceledException) && !cancel.IsCancellationRequested)
        {
            return (1, $"{ready} does not answer.");
        }
    }
}
