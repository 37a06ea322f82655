using System.Globalization;

namespace CommerceKata.ServiceDefaults;

/// <summary>
/// Reads numbers such as 12.50 to the last digit. .NET's own reader rounds to the 28 or 29 digits that a decimal holds:
/// an amount with more
/// of them would become another amount without a word.
/// </summary>
public static class ExactDecimal
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">Digits with a point between, and a sign before them; no exponent.</param>
    /// <param name="number">The number.</param>
    /// <returns>False for what is no number, and for one that a decimal does not hold exactly.</returns>
    public static bool TryRead(string? text, out decimal number)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out number)) return false;
        if (Digits(text!) == Digits(number.ToString(CultureInfo.InvariantCulture))) return true;
        number = default;
        return false;
    }

    /// <summary>The digits that count: no zeros before and after, no sign.</summary>
    private static string Digits(string text)
    {
        var parts = text.TrimStart('+', '-').Split('.');
        return $"{parts[0].TrimStart('0')}.{(parts.Length > 1 ? parts[1].TrimEnd('0') : "")}";
    }
}
