using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.ServiceDefaults.Paging;

/// <summary>A page that was asked for, checked.</summary>
/// <param name="Size">How many items.</param>
/// <param name="Backward">Counted from the end.</param>
/// <param name="Cursor">Where it starts (or ends, backward), not including it; null for the list's end.</param>
/// <param name="List">The list that it is a page of.</param>
public readonly record struct Page(int Size, bool Backward, Cursor? Cursor, ListName List)
{
    /// <summary>Items on a page that does not say.</summary>
    public const int DefaultSize = 10;

    /// <summary>Items on the largest page.</summary>
    public const int MaxSize = 50;

    /// <summary>One more than the page, to learn whether there is more.</summary>
    public int Limit => Size + 1;

    /// <summary>Reads a request, noting what is wrong with it.</summary>
    /// <param name="request">The request; null asks for the first page.</param>
    /// <param name="check">Where violations go.</param>
    /// <param name="list">The list.</param>
    /// <param name="keys">What this list's cursors hold, in order.</param>
    public static Page Read(PageRequest? request, Violations check, ListName list, params ReadOnlySpan<CursorKey> keys)
    {
        if (request is null) return new(DefaultSize, false, null, list);
        var backward = request.HasLast || request.Before.Length > 0;
        var both = (request.HasFirst || request.After.Length > 0) && backward;
        var (one, other) = (request.HasLast ? "last" : "before", request.HasFirst ? "first" : "after");
        check.Require(!both, one, Problem.NotTogetherWith(other));
        var size = backward ? SizeOf(request.HasLast, request.Last, "last", check) : SizeOf(request.HasFirst, request.First, "first", check);
        var text = backward ? request.Before : request.After;
        if (text.Length == 0) return new(size, backward, null, list);
        var read = Paging.Cursor.TryRead(text, list, keys, out var cursor, out var problem);
        if (!read) check.Require(false, backward ? "before" : "after", problem!);
        return new(size, backward, read ? cursor : null, list);
    }

    /// <summary>Cuts what was read with <see cref="Limit"/>, in reading order, down to the page.</summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <param name="rows">The rows as read: backward pages in reverse.</param>
    /// <param name="cursor">The cursor of a row.</param>
    public (IReadOnlyList<T> Rows, PageInfo Info) Cut<T>(IReadOnlyList<T> rows, Func<T, string> cursor)
    {
        var more = rows.Count > Size;
        var cut = rows.Take(Size);
        T[] page = [.. Backward ? cut.Reverse() : cut];
        return (page, new PageInfo
        {
            HasNextPage = Backward ? Cursor is not null : more,
            HasPreviousPage = Backward ? more : Cursor is not null,
            StartCursor = page.Length == 0 ? "" : cursor(page[0]),
            EndCursor = page.Length == 0 ? "" : cursor(page[^1]),
        });
    }

    private static int SizeOf(bool given, int size, string field, Violations check) =>
        given ? check.Range(size, field, 0, MaxSize) : DefaultSize;
}
