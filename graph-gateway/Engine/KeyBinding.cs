using GraphQL.Resolvers;
using GraphQL.Types;

namespace CommerceKata.Gateway.Engine;

/// <summary>An entity of another subgraph: an object that was looked up, or no more than its key.</summary>
/// <param name="whole">What resolves the fields of one that was looked up.</param>
internal sealed class KeyBinding(TypeBinding whole) : TypeBinding("")
{
    internal override IFieldResolver ResolverFor(FieldType field)
    {
        var found = whole.ResolverFor(field);
        return new FuncFieldResolver<object>(call => call.Source is EntityKey key
            ? new(new GlobalId(key.Type, key.Id).ToString())
            : found.ResolveAsync(call));
    }

    protected override IFieldResolver Property(FieldType field) => throw new NotSupportedException();
}
