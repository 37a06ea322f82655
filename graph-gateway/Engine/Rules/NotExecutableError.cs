using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine.Rules;

/// <summary>
/// A document declares types, which is for schemas. Source: the GraphQL specification, "Executable Definitions".
/// </summary>
internal sealed class NotExecutableError : GraphQL.Validation.ValidationError
{
    private NotExecutableError(GraphQLDocument document, ASTNode definition)
        : base(document.Source, "5.1.1", "A request holds operations and fragments, and declares no types or directives.", definition) =>
        Code = "EXECUTABLE_DEFINITIONS";

    /// <summary>Refuses a document with anything but operations and fragments.</summary>
    /// <exception cref="NotExecutableError">It has something else.</exception>
    public static void Require(GraphQLDocument document)
    {
        if (document.Definitions.Find(definition => definition is not (GraphQLOperationDefinition or GraphQLFragmentDefinition)) is { } other)
            throw new NotExecutableError(document, other);
    }
}
