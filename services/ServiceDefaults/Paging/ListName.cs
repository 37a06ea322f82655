using System.Security.Cryptography;
using System.Text.Json;

namespace CommerceKata.ServiceDefaults.Paging;

/// <summary>Which list a cursor is of: its name, its order, and a hash of what it is narrowed to.</summary>
/// <param name="Text">As cursors have it.</param>
public readonly record struct ListName(string Text)
{
    /// <summary>Enough to tell the filters of one client apart; it keeps no secret.</summary>
    private const int HashBytes = 6;

    /// <summary>The list of this name.</summary>
    /// <param name="list">What is listed.</param>
    /// <param name="order">By what it is sorted, and which way.</param>
    /// <param name="filter">What it is narrowed to, always in the same sequence; null for what is not given.</param>
    public static ListName Of(string list, string order, params IEnumerable<string?> filter) =>
        new($"{list} {order} {Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(filter)).AsSpan(0, HashBytes))}");

    /// <summary>Values of a filter of which neither the sequence nor a repetition counts.</summary>
    /// <typeparam name="T">What they are.</typeparam>
    /// <param name="values">The values.</param>
    public static IEnumerable<string> AnyOf<T>(IEnumerable<T> values) =>
        values.Select(value => $"{value}").Distinct().Order(StringComparer.Ordinal);
}
