using CommerceKata.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>gRPC-Web: calls over HTTP/1.1, on the HTTP port, from tools that know no more and from pages on this machine.</summary>
internal static class GrpcWeb
{
    /// <summary>Registers what it needs, if it is on.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="listen">The setting.</param>
    public static void AddGrpcWeb(this WebApplicationBuilder builder, ListenOptions listen)
    {
        if (!(listen.GrpcWeb ?? !builder.Environment.IsProduction())) return;
        builder.Services.AddSingleton<On>();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .SetIsOriginAllowed(PageOrigin.IsLocal)
            .WithMethods(HttpMethods.Post)
            .AllowAnyHeader()
            .WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin", "grpc-encoding", RefusedToken.Header)));
    }

    /// <summary>Takes such calls, if it is on. Stands before all that looks at a call.</summary>
    /// <param name="app">The application.</param>
    public static void UseGrpcWebIfOn(this WebApplication app)
    {
        if (app.Services.GetService<On>() is null) return;
        app.UseCors();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
    }

    private sealed class On;
}
