using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CommerceKata.ServiceDefaults.Paging;

/// <summary>
/// A place in a list: the sort keys of the row that it stands on, opaque to clients. A keyset page starts after
/// those values, so a row that appears or goes meanwhile makes no other appear twice or be skipped.
/// </summary>
/// <param name="Keys">The sort keys as text, the unique one last.</param>
public sealed record Cursor(string[] Keys)
{
    private const int MaxLength = 2_000;

    /// <summary>The opaque form.</summary>
    /// <param name="keys">The sort keys, the unique one last.</param>
    public static string Write(params string[] keys) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(keys));

    /// <summary>Reads the opaque form; false for anything that this list did not write.</summary>
    /// <param name="text">The opaque form.</param>
    /// <param name="keys">How many sort keys it must have.</param>
    /// <param name="cursor">The cursor.</param>
    public static bool TryRead(string text, int keys, out Cursor cursor)
    {
        cursor = new Cursor([]);
        if (text.Length > MaxLength) return false;
        try
        {
            if (JsonSerializer.Deserialize<string[]>(WebEncoders.Base64UrlDecode(text)) is not { } read || read.Length != keys) return false;
            if (read.Any(key => key is null || key.Contains('\0'))) return false;
            cursor = new Cursor(read);
            return true;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return false;
        }
    }
}
