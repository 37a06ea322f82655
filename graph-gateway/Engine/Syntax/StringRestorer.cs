using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace CommerceKata.Gateway.Engine.Syntax;

/// <summary>Puts the strings whose escapes the parser cannot read back into a document.</summary>
/// <param name="strings">What they stand for, by where they start.</param>
internal sealed class StringRestorer(IReadOnlyDictionary<int, string> strings) : ASTVisitor<NullVisitorContext>
{
    /// <summary>Puts them back.</summary>
    public void Restore(GraphQLDocument document)
    {
        if (strings.Count > 0) VisitAsync(document, default).AsTask().GetAwaiter().GetResult();
    }

    /// <inheritdoc />
    public override ValueTask VisitAsync(ASTNode? node, NullVisitorContext context)
    {
        switch (node)
        {
            case GraphQLArgument argument: argument.Value = Restored(argument.Value); break;
            case GraphQLObjectField field: field.Value = Restored(field.Value); break;
            case GraphQLVariableDefinition { DefaultValue: { } value } variable: variable.DefaultValue = Restored(value); break;
            case GraphQLListValue { Values: { } items }:
                for (var i = 0; i < items.Count; i++) items[i] = Restored(items[i]);
                break;
        }

        return base.VisitAsync(node, context);
    }

    private GraphQLValue Restored(GraphQLValue value) =>
        value is GraphQLStringValue && strings.TryGetValue(value.Location.Start, out var text)
            ? new PlacedString(text) { Location = value.Location }
            : value;

    private sealed class PlacedString(string text) : GraphQLStringValue(text)
    {
        public override GraphQLLocation Location { get; set; }
    }
}
