using System.Globalization;
using System.Numerics;
using CommerceKata.ServiceDefaults;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine;

/// <summary>A scalar that travels as a string.</summary>
internal abstract class TextScalar<T> : ScalarGraphType
{
    /// <inheritdoc />
    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        T known => known,
        string text => Read(text) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    /// <inheritdoc />
    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Read(text.Value.ToString()) ?? ThrowLiteralConversionError(value),
        _ => ThrowLiteralConversionError(value),
    };

    /// <inheritdoc />
    public override object? Serialize(object? value) => value switch
    {
        null => null,
        T known => Write(known),
        _ => ThrowSerializationError(value),
    };

    /// <summary>The value that a text stands for; null when it stands for none.</summary>
    protected abstract object? Read(string text);

    /// <summary>The text that stands for a value.</summary>
    protected abstract string Write(T value);
}

/// <summary>ISO 8601 instant with offset.</summary>
internal sealed class DateTimeScalar : TextScalar<DateTimeOffset>
{
    public DateTimeScalar() => Name = "DateTime";

    // Without an offset an instant is anybody's guess.
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    protected override object? Read(string text) =>
        text is [.., 'Z'] or [.., '+' or '-', _, _, ':', _, _]
        && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : null;

    protected override string Write(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}

/// <summary>
/// Exact decimal as a string; numbers in the document or the variables are taken too. None is ever rounded.
/// </summary>
internal sealed class DecimalScalar : TextScalar<decimal>
{
    public DecimalScalar() => Name = "Decimal";

    // The reader of variables makes a decimal only of what a decimal holds exactly.
    public override object? ParseValue(object? value) => value switch
    {
        int or long => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        BigInteger number => Read(number.ToString(CultureInfo.InvariantCulture)) ?? ThrowValueConversionError(value),
        _ => base.ParseValue(value),
    };

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLIntValue number => Read(number.Value.ToString()) ?? ThrowLiteralConversionError(value),
        GraphQLFloatValue number => Read(number.Value.ToString()) ?? ThrowLiteralConversionError(value),
        _ => base.ParseLiteral(value),
    };

    protected override object? Read(string text) => ExactDecimal.TryRead(text, out var number) ? number : null;

    protected override string Write(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>ISO 4217 code.</summary>
internal sealed class CurrencyCodeScalar : TextScalar<string>
{
    public CurrencyCodeScalar() => Name = "CurrencyCode";

    public override object? ParseValue(object? value) => value is string text ? Read(text) ?? ThrowValueConversionError(value) : base.ParseValue(value);

    protected override object? Read(string text) => text.Length is 3 && text.All(char.IsAsciiLetterUpper) ? text : null;

    protected override string Write(string value) => value;
}

/// <summary>A UUID in its canonical form.</summary>
internal sealed class UuidScalar : TextScalar<Guid>
{
    public UuidScalar() => Name = "UUID";

    protected override object? Read(string text) => Guid.TryParseExact(text, "D", out var uuid) ? uuid : null;

    protected override string Write(Guid value) => value.ToString();
}

/// <summary>Whole numbers of 32 bits. The GraphQL library's own takes no 1.0 and no 1e0 among the variables, which are 1 in JSON.</summary>
internal sealed class IntScalar : IntGraphType
{
    public IntScalar() => Name = "Int";

    public override object? ParseValue(object? value) => value switch
    {
        decimal number => Whole(number) ?? ThrowValueConversionError(value),
        double number => Whole(number) ?? ThrowValueConversionError(value),
        _ => base.ParseValue(value),
    };

    private static object? Whole<T>(T number)
        where T : INumber<T> =>
        T.IsInteger(number) && number >= T.CreateChecked(int.MinValue) && number <= T.CreateChecked(int.MaxValue) ? int.CreateChecked(number) : null;
}

/// <summary>Ids, which are texts to us, however they came: the GraphQL library's own leaves whole numbers as they are.</summary>
internal sealed class IdScalar : IdGraphType
{
    public IdScalar() => Name = "ID";

    public override object? ParseLiteral(GraphQLValue value) => value is GraphQLIntValue number ? number.Value.ToString() : base.ParseLiteral(value);

    public override object? ParseValue(object? value) => value switch
    {
        int or long or BigInteger => Convert.ToString(value, CultureInfo.InvariantCulture),
        decimal or double => ThrowValueConversionError(value),
        _ => base.ParseValue(value),
    };
}
