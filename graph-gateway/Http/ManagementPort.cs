using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CommerceKata.Gateway.Http;

/// <summary>Keeps the two ports apart: metrics are not for the public, and the public's port has nothing else to hide.</summary>
internal static class ManagementPort
{
    /// <summary>Marks the connections of the port.</summary>
    public static void Configure(ListenOptions port)
    {
        port.Protocols = HttpProtocols.Http1;
        port.Use(next => connection =>
        {
            connection.Features.Set(new Mark());
            return next(connection);
        });
    }

    /// <summary>Answers 404 to what belongs to the other port. Health is on both.</summary>
    public static void UseManagementPort(this WebApplication app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        var belongs = path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics") == Is(context);
        if (belongs) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    /// <summary>Whether a request came by it.</summary>
    public static bool Is(HttpContext context) => context.Features.Get<Mark>() is not null;

    private sealed class Mark;
}
