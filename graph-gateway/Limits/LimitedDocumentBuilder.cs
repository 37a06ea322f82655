using CommerceKata.Gateway.Engine.Rules;
using CommerceKata.Gateway.Engine.Syntax;
using GraphQL.Execution;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace CommerceKata.Gateway.Limits;

/// <summary>Parses documents, and refuses those that are larger or deeper than anybody needs before much is done with them.</summary>
internal sealed class LimitedDocumentBuilder(LimitSettings limits) : IDocumentBuilder
{
    /// <summary>A level of a query is a field and its selection set; the rest is for lists and objects in arguments.</summary>
    private const int NodesPerLevel = 2;
    private const int NodesBeside = 64;

    private readonly GraphQLDocumentBuilder _parser = new() { MaxDepth = (limits.MaxDepth * NodesPerLevel) + NodesBeside };

    /// <inheritdoc />
    public GraphQLDocument Build(string body)
    {
        var text = DocumentText.Of(body);
        var tokens = new TokenPass(text.Written);
        RequireFew(tokens);
        try
        {
            var document = _parser.Build(tokens.Text);
            new StringRestorer(text.Strings).Restore(document);
            NotExecutableError.Require(document);
            new DocumentShape(document).Require(limits);
            return document;
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw LimitExceededError.Depth(limits.MaxDepth);
        }
    }

    private void RequireFew(TokenPass tokens)
    {
        for (var count = 0; tokens.Next(); count++)
        {
            if (count >= limits.MaxTokens) throw new LimitExceededError("TOO_MANY_TOKENS", $"The document has more than {limits.MaxTokens} tokens. Ask for less at once, and put values into variables.", limits.MaxTokens);
        }
    }
}
