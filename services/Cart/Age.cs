using System.Globalization;

namespace CommerceKata.Cart;

/// <summary>How long ago, as people write it on a command line: 7d, 36h.</summary>
internal static class Age
{
    /// <summary>What makes sense as the age of a cart: nobody means to clear one that was used a moment ago.</summary>
    public const string Bounds = "1 hour to 3650 days";

    private static readonly TimeSpan Least = TimeSpan.FromHours(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(3650);

    /// <summary>Whether it is within the bounds.</summary>
    public static bool IsSensible(TimeSpan age) => age >= Least && age <= Most;

    /// <summary>Reads a whole number of days or hours; false when it is none, or out of bounds.</summary>
    public static bool TryParse(string text, out TimeSpan age)
    {
        age = default;
        if (text is not [.. var digits, 'd' or 'h'] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return false;
        age = text[^1] == 'd' ? TimeSpan.FromDays(Math.Min(count, 10_000)) : TimeSpan.FromHours(Math.Min(count, 240_000));
        return IsSensible(age);
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public static string Text(TimeSpan age) => age.Ticks % TimeSpan.TicksPerDay == 0
        ? $"{age.TotalDays}d"
        : string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0.##}h");
}
