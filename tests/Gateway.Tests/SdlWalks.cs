using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace CommerceKata.Gateway.Tests;

/// <summary>Collects something from SDL.</summary>
internal abstract class SdlWalk : ASTVisitor<NullVisitorContext>
{
    protected List<string> Found { get; } = [];

    public IReadOnlyList<string> In(IEnumerable<ASTNode> definitions)
    {
        foreach (var definition in definitions) VisitAsync(definition, default).AsTask().GetAwaiter().GetResult();
        return Found;
    }
}

/// <summary>The names of all parts of SDL that have no description.</summary>
internal sealed class Undescribed : SdlWalk
{
    public override ValueTask VisitAsync(ASTNode? node, NullVisitorContext context)
    {
        if (node is IHasDescriptionNode { Description: null } and INamedNode named) Found.Add(named.Name.StringValue);
        return base.VisitAsync(node, context);
    }
}
