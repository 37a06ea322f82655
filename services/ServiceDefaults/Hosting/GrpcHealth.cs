using Grpc.AspNetCore.HealthChecks;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// Health as gRPC has it (https://github.com/grpc/grpc/blob/master/doc/health-checking.md): of the process, whose name is empty, and of
/// each service of ours by its own, such as commerce.catalog.v1.CatalogService.
/// </summary>
internal static class GrpcHealth
{
    /// <summary>Registers it.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="isReady">Which checks say that the process can serve.</param>
    public static void AddGrpcHealth(this IServiceCollection services, Func<HealthCheckMapContext, bool> isReady) =>
        services.AddGrpcHealthChecks(health => health.Services.Map("", isReady));

    /// <summary>Serves it.</summary>
    /// <param name="app">The application.</param>
    /// <param name="isReady">Which checks say that the process can serve.</param>
    public static void MapGrpcHealth(this WebApplication app, Func<HealthCheckMapContext, bool> isReady)
    {
        app.MapGrpcHealthChecksService().AllowAnonymous();
        // What is served is known when all is mapped.
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var health = app.Services.GetRequiredService<IOptions<GrpcHealthChecksOptions>>().Value;
            foreach (var name in Served(app)) health.Services.Map(name, isReady);
        });
    }

    private static IEnumerable<string> Served(IEndpointRouteBuilder app) => app.DataSources
        .SelectMany(source => source.Endpoints)
        .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName)
        .OfType<string>()
        .Where(name => !name.StartsWith("grpc.", StringComparison.Ordinal))
        .Distinct();
}
