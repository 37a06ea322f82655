using Commerce.Paging.V1;
using CommerceKata.Gateway.Loading;
using CommerceKata.ServiceDefaults.Errors;
using GraphQL;
using Grpc.Core;

namespace CommerceKata.Gateway.Engine;

/// <summary>What resolvers need of the call that they answer.</summary>
internal static class ResolverExtensions
{
    /// <summary>The client of a service.</summary>
    public static TClient Client<TClient>(this IResolveFieldContext call)
        where TClient : ClientBase => call.RequestServices!.GetRequiredService<TClient>();

    /// <summary>The request's loader of something.</summary>
    public static TLoader Loader<TLoader>(this IResolveFieldContext call)
        where TLoader : IBatchLoader => call.RequestServices!.GetRequiredService<TLoader>();

    /// <summary>Drops what the request's loaders know: it may be out of date.</summary>
    public static void ForgetLoaded(this IResolveFieldContext call)
    {
        foreach (var loader in call.RequestServices!.GetServices<IBatchLoader>()) loader.Clear();
    }

    /// <summary>How every call to a service is made: it ends with the request.</summary>
    public static CallOptions Options(this IResolveFieldContext call) => new(cancellationToken: call.CancellationToken);

    /// <summary>The front door's settings.</summary>
    public static GatewaySettings Settings(this IResolveFieldContext call) =>
        call.RequestServices!.GetRequiredService<GatewaySettings>();

    /// <summary>The UUID in an argument that is the global id of an object of this type.</summary>
    /// <exception cref="BadInputException">It is no id, or one of another type.</exception>
    public static string Id(this IResolveFieldContext call, string type, string argument = "id") =>
        GlobalId.Parse(type, call.GetArgument<string>(argument), argument);

    /// <summary>Whether the query asks for this field of the answer.</summary>
    public static bool Selects(this IResolveFieldContext call, string field) =>
        call.SubFields?.Values.Any(selected => selected.Field.Name == field) ?? false;

    /// <summary>The members of an enum that a list is narrowed to; none for all.</summary>
    /// <exception cref="BadInputException">The list is empty.</exception>
    public static IReadOnlyList<TEnum> Filter<TEnum>(this IResolveFieldContext call, string argument)
        where TEnum : struct, Enum
    {
        var given = call.GetArgument<IReadOnlyList<TEnum>?>(argument);
        return given is { Count: 0 } ? throw new BadInputException(argument, Problem.Empty) : given ?? [];
    }

    /// <summary>The page that the connection's arguments ask for.</summary>
    public static PageRequest Page(this IResolveFieldContext call)
    {
        var page = new PageRequest
        {
            After = call.GetArgument<string?>("after").Given(),
            Before = call.GetArgument<string?>("before").Given(),
        };
        if (call.GetArgument<int?>("first") is { } first)
        {
            page.First = first;
        }

        if (call.GetArgument<int?>("last") is { } last)
        {
            page.Last = last;
        }

        return page;
    }

    /// <summary>The answer, or null when the service says that there is no such thing for this caller.</summary>
    public static async Task<TAnswer?> OrNull<TAnswer>(this AsyncUnaryCall<TAnswer> asked)
        where TAnswer : class
    {
        try
        {
            return await asked;
        }
        catch (RpcException exception) when (exception.StatusCode is StatusCode.NotFound)
        {
            return null;
        }
    }
}
