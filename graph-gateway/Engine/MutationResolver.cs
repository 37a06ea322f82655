using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Grpc.Core;

namespace CommerceKata.Gateway.Engine;

/// <summary>
/// Runs a mutation. What the caller can act on becomes an error in the payload, as far as its union has room for it;
/// the rest is a top-level error.
/// </summary>
/// <param name="change">Does it.</param>
/// <param name="about">The id that NOT_FOUND is about, as the client sent it.</param>
internal sealed class MutationResolver(
    Func<IResolveFieldContext, Task<Payload>> change,
    Func<IResolveFieldContext, string?> about) : IFieldResolver
{
    /// <summary>Whether it hashes a password, which takes a tenth of a second of processor.</summary>
    public bool HashesPassword { get; init; }

    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        try
        {
            return await change(context);
        }
        catch (Exception exception) when (exception is RpcException or BadInputException)
        {
            var errors = ErrorMapping.ToPayload(exception, about(context));
            if (errors is [] || !errors.All(error => HasRoomFor(error, context)))
            {
                throw;
            }

            return new Payload(null, errors);
        }
        finally
        {
            // What was read before the change.
            context.ForgetLoaded();
        }
    }

    private static bool HasRoomFor(object error, IResolveFieldContext context) =>
        context.FieldDefinition.ResolvedType!.GetNamedType() is IObjectGraphType payload
        && payload.GetField("errors")?.ResolvedType?.GetNamedType() is UnionGraphType union
        && union.ResolveType!(error) is { } type
        && union.PossibleTypes.Contains(type);
}
