using System.Buffers;
using System.Globalization;
using System.Text;
using GraphQL.Execution;
using GraphQLParser.Exceptions;

namespace CommerceKata.Gateway.Engine.Syntax;

/// <summary>
/// The text of a document as our parser can read it. What the parser does not know is written over with as many other
/// characters, so that the places in errors are those of the client's text: escapes such as <c>\u{1F600}</c>, which are put
/// back after parsing, and comments with a backslash. Source: the GraphQL specification of September 2025, "String Value".
/// </summary>
internal sealed class DocumentText
{
    private const int MaxRune = 0x10FFFF;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly string _body;
    private readonly char[] _written;
    private readonly Dictionary<int, string> _strings = [];

    private DocumentText(string body)
    {
        (_body, _written) = (body, body.Contains('\\', StringComparison.Ordinal) ? body.ToCharArray() : []);
        // Most have no backslash at all, and go to the parser as they are.
        for (var at = 0; at < _written.Length;) at = Next(at);
        Written = _written.Length == 0 ? body : new string(_written);
    }

    /// <summary>The text for the parser; as long as the client's.</summary>
    public string Written { get; }

    /// <summary>The strings with such escapes: what they stand for, by where they start.</summary>
    public IReadOnlyDictionary<int, string> Strings => _strings;

    /// <summary>Reads a client's text.</summary>
    /// <exception cref="SyntaxError">An escape stands for no character.</exception>
    public static DocumentText Of(string body) => new(body);

    private int Next(int at) => _body[at] switch
    {
        '#' => Comment(at),
        '"' when Has("\"\"\"", at) => Block(at),
        '"' => Text(at),
        _ => at + 1,
    };

    private int Comment(int at)
    {
        var end = at;
        while (end < _body.Length && _body[end] is not ('\n' or '\r')) end++;
        if (_body.AsSpan(at, end - at).Contains('\\')) _written.AsSpan(at, end - at).Fill(' ');
        return end;
    }

    private int Block(int at)
    {
        at += 3;
        while (at < _body.Length && !Has("\"\"\"", at)) at += Has("\\\"\"\"", at) ? 4 : 1;
        return at + 3;
    }

    private int Text(int start)
    {
        var value = new StringBuilder();
        var isOurs = false;
        var at = start + 1;
        while (at < _body.Length && _body[at] is not ('"' or '\n' or '\r'))
        {
            if (Has("\\u{", at))
            {
                isOurs = true;
                at = Braced(at, value);
            }
            else if (_body[at] == '\\')
            {
                at = Escape(at, value);
            }
            else
            {
                value.Append(_body[at++]);
            }
        }

        if (isOurs) _strings[start] = value.ToString();
        return at + 1;
    }

    private int Braced(int at, StringBuilder value)
    {
        var end = at + 3;
        while (end < _body.Length && char.IsAsciiHexDigit(_body[end])) end++;
        var digits = _body.AsSpan(at + 3, end - at - 3).TrimStart('0');
        if (end == at + 3 || end == _body.Length || _body[end] != '}') throw Error("\\u{ is not followed by hexadecimal digits and }.", at);
        var code = digits.Length switch { 0 => 0, <= 6 => Hexadecimal(digits), _ => MaxRune + 1 };
        if (!Rune.IsValid(code)) throw Error($"{_body[at..Math.Min(end + 1, at + 16)]} is no character of Unicode.", at);
        value.Append(new Rune(code).ToString());
        _written.AsSpan(at, end + 1 - at).Fill('_');
        return end + 1;
    }

    /// <summary>One of the other escapes; the parser refuses those that are none.</summary>
    private int Escape(int at, StringBuilder value)
    {
        var kind = at + 1 < _body.Length ? _body[at + 1] : '\0';
        if (kind == 'u' && at + 6 <= _body.Length && !_body.AsSpan(at + 2, 4).ContainsAnyExcept(HexDigits))
        {
            value.Append((char)Hexadecimal(_body.AsSpan(at + 2, 4)));
            return at + 6;
        }

        value.Append(kind switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => kind });
        return at + 2;
    }

    private bool Has(string part, int at) => string.CompareOrdinal(_body, at, part, 0, part.Length) == 0;

    private static int Hexadecimal(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private SyntaxError Error(string message, int at) =>
        new(new GraphQLSyntaxErrorException($"Invalid character escape sequence: {message}", _body, at));
}
