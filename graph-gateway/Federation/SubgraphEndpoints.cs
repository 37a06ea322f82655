using System.Collections.Frozen;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Http;
using CommerceKata.Gateway.Live;
using CommerceKata.Gateway.Subgraphs;

namespace CommerceKata.Gateway.Federation;

/// <summary>
/// Serves each subgraph alone, for a gateway of another kind, through the front door's own endpoint: the same limits and errors,
/// and the caller's token travels on as from there.
/// </summary>
internal sealed class SubgraphEndpoints
{
    /// <summary>Where a subgraph is served.</summary>
    public const string Route = "/subgraphs/{subgraph}/graphql";

    private readonly GatewaySettings _settings;
    private readonly FrozenDictionary<string, Lazy<Served>> _served;

    public SubgraphEndpoints(IServiceProvider services, GatewaySettings settings)
    {
        _settings = settings;
        // Built when somebody asks: most front doors stand alone.
        _served = FrontDoor.Subgraphs.ToFrozenDictionary(PathName, subgraph => new Lazy<Served>(() => Serve(subgraph, services)));
    }

    /// <summary>The subgraph's name in its address.</summary>
    public static string PathName(Subgraph subgraph) => subgraph.Name.ToLowerInvariant();

    /// <summary>Answers one request.</summary>
    public Task HandleAsync(HttpContext context)
    {
        if (!_served.TryGetValue((string)context.Request.RouteValues["subgraph"]!, out var served))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var asksForSdl = HttpMethods.IsGet(context.Request.Method) && context.Request.Query.ContainsKey("sdl");
        return asksForSdl && _settings.Introspection
            ? Results.Text(served.Value.FederationSdl, "application/graphql").ExecuteAsync(context)
            : served.Value.Requests.HandleAsync(context);
    }

    private static Served Serve(Subgraph subgraph, IServiceProvider services)
    {
        var (schema, sdl) = SubgraphSchema.Of(subgraph, FrontDoor.Subgraphs);
        var documents = new DocumentCache(services.GetRequiredService<GatewaySettings>().DocumentCacheCharacters);
        var operations = ActivatorUtilities.CreateInstance<OperationExecutor>(services, schema, documents);
        var live = ActivatorUtilities.CreateInstance<LiveOperations>(services, operations);
        return new(ActivatorUtilities.CreateInstance<GraphQLEndpoint>(services, operations, live, schema), sdl);
    }

    private sealed record Served(GraphQLEndpoint Requests, string FederationSdl);
}
