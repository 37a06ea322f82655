using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.Exceptions;

namespace CommerceKata.Gateway.Engine.Syntax;

/// <summary>
/// Looks at each token of a document once, before it is parsed: refuses numbers that the parser would cut in two, and
/// blanks the descriptions of operations, fragments and variables, which it does not know.
/// Source: the GraphQL specification of September 2025, "Int Value", "Float Value" and "Descriptions".
/// </summary>
internal sealed class TokenPass(string text)
{
    private readonly List<Range> _descriptions = [];
    private (int Braces, int Parens) _open;
    private Token _before;
    private Token _last;
    private int _position;

    /// <summary>The text without descriptions; as long as before.</summary>
    public string Text
    {
        get
        {
            if (_descriptions.Count == 0) return text;
            var blank = text.ToCharArray();
            foreach (var range in _descriptions)
            {
                // Line ends stay, for the places in errors.
                foreach (ref var one in blank.AsSpan(range)) one = one is '\n' or '\r' ? one : ' ';
            }

            return new string(blank);
        }
    }

    /// <summary>Looks at the next token; false after the last.</summary>
    /// <exception cref="SyntaxError">It is none.</exception>
    public bool Next()
    {
        var token = Lex();
        _position = token.End;
        if (token.Kind is TokenKind.COMMENT) return true;
        _open.Braces += token.Kind switch { TokenKind.BRACE_L => 1, TokenKind.BRACE_R => -1, _ => 0 };
        _open.Parens += token.Kind switch { TokenKind.PAREN_L => 1, TokenKind.PAREN_R => -1, _ => 0 };
        if (token.Kind is TokenKind.INT or TokenKind.FLOAT) RequireEnd(token.End);
        if (_last.Kind is TokenKind.STRING && IsDescribed(token)) _descriptions.Add(_before.End.._last.End);
        (_before, _last) = (_last, token);
        return token.Kind is not TokenKind.EOF;
    }

    private Token Lex()
    {
        try
        {
            return Lexer.Lex(text, _position);
        }
        catch (GraphQLSyntaxErrorException error)
        {
            throw new SyntaxError(error);
        }
    }

    private void RequireEnd(int end)
    {
        if (end < text.Length && (text[end] is '.' or '_' || char.IsAsciiLetter(text[end])))
            throw new SyntaxError(new GraphQLSyntaxErrorException($"Invalid number, expected its end but got: \"{text[end]}\"", text, end));
    }

    /// <summary>Whether the string before this token describes what the token begins.</summary>
    private bool IsDescribed(Token token) => token.Kind switch
    {
        TokenKind.NAME => _open is (0, 0) && token.Value.Span is "query" or "mutation" or "subscription" or "fragment",
        TokenKind.DOLLAR => _open is (0, 1) && _before.Kind is not (TokenKind.EQUALS or TokenKind.COLON),
        _ => false,
    };
}
