using GraphQL.Execution;
using GraphQLParser;
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
        RequireFewTokens(body);
        try
        {
            var document = _parser.Build(body);
            new DocumentShape(document).Require(limits);
            return document;
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw LimitExceededError.Depth(limits.MaxDepth);
        }
    }

    private void RequireFewTokens(string body)
    {
        var position = 0;
        for (var count = 0; ; count++)
        {
            if (count > limits.MaxTokens) throw new LimitExceededError("TOO_MANY_TOKENS", $"The document has more than {limits.MaxTokens} tokens. Ask for less at once, and put values into variables.", limits.MaxTokens);
            Token token;
            try
            {
                token = Lexer.Lex(body, position);
            }
            catch (GraphQLSyntaxErrorException error)
            {
                throw new SyntaxError(error);
            }

            if (token.Kind is TokenKind.EOF) return;
            position = token.End;
        }
    }
}
