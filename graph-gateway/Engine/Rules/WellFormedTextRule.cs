using System.Buffers;
using System.Text;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine.Rules;

/// <summary>
/// A text in a document is Unicode: an escape must not leave half a surrogate pair behind, which no service could be told.
/// Source: the GraphQL specification, "String Value": an escape is a Unicode scalar value. In JSON the reader refuses it.
/// </summary>
internal sealed class WellFormedTextRule : ValidationRuleBase
{
    public static WellFormedTextRule Instance { get; } = new();

    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLStringValue>((text, context) =>
    {
        if (!IsUnicode(text.Value.Span)) context.ReportError(new HalfPairError(text));
    });

    /// <inheritdoc />
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static bool IsUnicode(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var read) != OperationStatus.Done) return false;
            text = text[read..];
        }

        return true;
    }
}

/// <summary>A string of the document is no text.</summary>
internal sealed class HalfPairError(GraphQLStringValue text)
    : GraphQL.Validation.ValidationError(default, null, "A string holds half of a surrogate pair.", text);
