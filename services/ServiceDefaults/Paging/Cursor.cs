using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using CommerceKata.ServiceDefaults.Errors;
using Microsoft.AspNetCore.WebUtilities;

namespace CommerceKata.ServiceDefaults.Paging;

/// <summary>What a sort key in a cursor must be, before it reaches SQL as a parameter: clients can make up cursors.</summary>
public enum CursorKey
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number (bigint).</summary>
    Number,

    /// <summary>A number with a point (real).</summary>
    Real,

    /// <summary>A time (timestamptz).</summary>
    Instant,

    /// <summary>A UUID.</summary>
    Id,
}

/// <summary>
/// A place in a list: the sort keys of the row that it stands on, opaque to clients. A keyset page starts after
/// those values, so a row that appears or goes meanwhile makes no other appear twice or be skipped. It names its list: in
/// another one the same values would be another place.
/// </summary>
/// <param name="Keys">The sort keys as text, the unique one last.</param>
public sealed record Cursor(string[] Keys)
{
    private const int MaxLength = 2_000;

    /// <summary>As we write times, and as PostgreSQL does.</summary>
    private static readonly string[] InstantForms = ["O", "yyyy-MM-dd HH:mm:ss.FFFFFFzz", "yyyy-MM-dd HH:mm:ss.FFFFFFzzz"];

    /// <summary>The opaque form.</summary>
    /// <param name="list">The list that it is of.</param>
    /// <param name="keys">The sort keys, the unique one last.</param>
    public static string Write(ListName list, params string[] keys) =>
        WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes((string[])[list.Text, .. keys]));

    /// <summary>Reads the opaque form; false for anything that this list did not write.</summary>
    /// <param name="text">The opaque form.</param>
    /// <param name="list">The list that it must be of.</param>
    /// <param name="keys">What it must hold, in order.</param>
    /// <param name="cursor">The cursor.</param>
    /// <param name="problem">What is wrong with it; null when nothing is.</param>
    public static bool TryRead(string text, ListName list, ReadOnlySpan<CursorKey> keys, out Cursor cursor, [NotNullWhen(false)] out Problem? problem)
    {
        cursor = new Cursor([]);
        var notACursor = new Problem("NOT_A_CURSOR", "is not a cursor of this list");
        problem = notACursor;
        if (text.Length > MaxLength) return false;
        try
        {
            if (JsonSerializer.Deserialize<string[]>(WebEncoders.Base64UrlDecode(text)) is not { } read) return false;
            if (read is not [var name, .. var held] || name != list.Text)
            {
                // Those of the version before named no list.
                problem = new("CURSOR_OF_ANOTHER_LIST", "is a cursor of another list, order or filter; start at the first page again");
                return false;
            }

            if (held.Length != keys.Length) return false;
            for (var i = 0; i < keys.Length; i++)
            {
                if (!Is(keys[i], held[i])) return false;
            }

            (cursor, problem) = (new Cursor(held), null);
            return true;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            problem = notACursor;
            return false;
        }
    }

    private static bool Is(CursorKey kind, string? key) => key is not null && kind switch
    {
        CursorKey.Number => long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        // What does not fit becomes infinity or zero here, and an error in PostgreSQL.
        CursorKey.Real => float.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            && float.IsFinite(real) && (real != 0 || key == "0"),
        CursorKey.Instant => DateTimeOffset.TryParseExact(key, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        CursorKey.Id => Guid.TryParseExact(key, "D", out _),
        _ => !key.Contains('\0'),
    };
}
