namespace CommerceKata.StripeSandbox;

/// <summary>Stripe's cursor paging: newest first, <c>starting_after</c> the last one seen.</summary>
internal sealed record Page(int Limit, string? StartingAfter)
{
    public static Page Read(Params given) => new(
        given.Integer("limit") switch
        {
            null => 10,
            var limit and >= 1 and <= 100 => (int)limit,
            _ => throw StripeError.Invalid("limit", "limit must be 1 to 100.", "parameter_invalid_integer"),
        },
        given.Text("starting_after"));

    public (IReadOnlyList<T> Items, bool HasMore) Of<T>(IEnumerable<T> newestFirst, Func<T, string> id)
    {
        var rest = StartingAfter is null
            ? newestFirst
            : newestFirst.SkipWhile(item => id(item) != StartingAfter).Skip(1);
        var items = rest.Take(Limit + 1).ToList();
        return (items[..Math.Min(Limit, items.Count)], items.Count > Limit);
    }
}

/// <summary>The filter <c>created</c>: one second, or bounds such as <c>created[gte]</c>.</summary>
internal sealed record CreatedRange(long From, long To)
{
    public static CreatedRange Read(Params given)
    {
        foreach (var bound in given.Map("created").Keys.Except(["gt", "gte", "lt", "lte"]))
        {
            throw StripeError.Unknown($"created[{bound}]");
        }

        var exact = given.Integer("created");
        return new(
            exact ?? given.Integer("created[gte]") ?? given.Integer("created[gt]") + 1 ?? long.MinValue,
            exact ?? given.Integer("created[lte]") ?? given.Integer("created[lt]") - 1 ?? long.MaxValue);
    }

    public bool Contains(long created) => created >= From && created <= To;
}
