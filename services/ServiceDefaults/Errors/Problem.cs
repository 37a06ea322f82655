using System.Globalization;

namespace CommerceKata.ServiceDefaults.Errors;

/// <summary>
/// What can be wrong with a field. The code is stable and for programs; the message is for people, as the end of a sentence
/// about the field; the params are what the message was made of, so that a client can say it in its own language.
/// </summary>
/// <param name="Code">In capitals: TOO_LONG.</param>
/// <param name="Message">"must have at most 100 characters".</param>
/// <param name="Params">max = 100.</param>
public sealed record Problem(string Code, string Message, params IReadOnlyList<(string Name, string Value)> Params)
{
    /// <summary>Nothing was given.</summary>
    public static readonly Problem Required = new("REQUIRED", "is required");

    /// <summary>A list without items.</summary>
    public static readonly Problem Empty = new("EMPTY", "must not be empty; leave it out instead");

    /// <summary>Of several things only one may be given.</summary>
    /// <param name="other">The other one, as the caller knows it.</param>
    public static Problem NotTogetherWith(string other) =>
        new("ONE_OF", $"must not be given together with {other}", ("other", other));

    /// <summary>Two of the same.</summary>
    public static readonly Problem Duplicate = new("DUPLICATE", "is there twice");

    /// <summary>It belongs to another thing already.</summary>
    public static readonly Problem Taken = new("TAKEN", "is taken");

    /// <summary>It names nothing that there is, or nothing that the caller may know of.</summary>
    /// <param name="what">"one of your addresses", "a category".</param>
    public static Problem NotFound(string what) => new("NOT_FOUND", $"is not {what}", ("what", what));

    /// <summary>Not a UUID.</summary>
    public static readonly Problem NotAnId = new("NOT_AN_ID", "must be a UUID");

    /// <summary>Not the id of such a thing.</summary>
    /// <param name="type">"a product".</param>
    public static Problem NotAnIdOf(string type) => new("NOT_AN_ID", $"must be the id of {type}", ("type", type));

    /// <summary>Not an email address.</summary>
    public static readonly Problem NotAnEmail = new("NOT_AN_EMAIL", "must be an email address");

    /// <summary>Not a country.</summary>
    public static readonly Problem NotACountry = new(
        "NOT_A_COUNTRY", "must be the two-letter code of a country, in capitals: US");

    /// <summary>Line breaks, and characters that nobody sees, where a name stands.</summary>
    public static readonly Problem NotOneLine = new("NOT_ONE_LINE", "must be one line, without invisible characters");

    /// <summary>Characters that cannot be kept or read.</summary>
    public static readonly Problem ControlCharacters = new("CONTROL_CHARACTERS", "must not hold control characters");

    /// <summary>Not an amount of money.</summary>
    public static readonly Problem NotAnAmount = new("NOT_AN_AMOUNT", "must be an amount with a currency");

    /// <summary>A currency that Stripe does not charge.</summary>
    public static readonly Problem UnknownCurrency = new(
        "UNKNOWN_CURRENCY", "must be in a currency that can be charged");

    /// <summary>An amount that cannot be charged: all are multiples of a step.</summary>
    /// <param name="step">The step: 0.010 KWD.</param>
    public static Problem NotAMultiple(Money step) =>
        new("NOT_A_MULTIPLE", $"must be a multiple of {step}", ("step", step.ToString()));

    /// <summary>An amount that is too large.</summary>
    /// <param name="max">The largest.</param>
    public static Problem TooLarge(Money max) => new("TOO_LARGE", $"must be at most {max}", ("max", max.ToString()));

    /// <summary>An amount of another currency than the shop's.</summary>
    /// <param name="currency">The shop's.</param>
    public static Problem WrongCurrency(string currency) => new("WRONG_CURRENCY", $"must be in {currency}", ("currency", currency));

    /// <summary>A text with too few characters.</summary>
    public static Problem TooShort(int min) => new("TOO_SHORT", $"must have at least {min} characters", ("min", Text(min)));

    /// <summary>A text with too many characters.</summary>
    public static Problem TooLong(int max) => new("TOO_LONG", $"must have at most {max} characters", ("max", Text(max)));

    /// <summary>A list with too many items.</summary>
    public static Problem TooMany(int max) => new("TOO_MANY", $"must be {max} at most", ("max", Text(max)));

    /// <summary>A number that is too large.</summary>
    public static Problem TooLarge(long max) => new("TOO_LARGE", $"must be {max} at most", ("max", Text(max)));

    /// <summary>A number that is too small or too large.</summary>
    public static Problem OutOfRange(long min, long max) => new("OUT_OF_RANGE", $"must be {min} to {max}", ("min", Text(min)), ("max", Text(max)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
