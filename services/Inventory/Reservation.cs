using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Inventory;

/// <summary>Where a reservation stands. It moves forward only; the README draws it.</summary>
internal static class Status
{
    /// <summary>The units are held.</summary>
    public const string Active = "ACTIVE";

    /// <summary>The units are sold.</summary>
    public const string Settled = "SETTLED";

    /// <summary>The caller gave the units up.</summary>
    public const string Released = "RELEASED";

    /// <summary>Nobody came in time.</summary>
    public const string Expired = "EXPIRED";

    /// <summary>The order is over, and said so itself: whatever else is still heard of it is old news.</summary>
    public const string Cancelled = "CANCELLED";
}

/// <summary>Why on_hand or damaged changed.</summary>
internal static class Reason
{
    public const string Opened = "OPENED";
    public const string Sold = "SOLD";
    public const string Cancelled = "CANCELLED";
    public const string Returned = "RETURNED";
    public const string Adjusted = "ADJUSTED";
    public const string Received = "RECEIVED";
}

/// <summary>One step of a reservation, and what it does to the counts for each unit.</summary>
/// <param name="From">The status it starts in.</param>
/// <param name="To">The status it ends in.</param>
/// <param name="OnHand">Change of on_hand per unit.</param>
/// <param name="Reserved">Change of reserved per unit.</param>
/// <param name="Reason">For the ledger, where on_hand changes.</param>
internal sealed record Move(string From, string To, int OnHand = 0, int Reserved = 0, string? Reason = null)
{
    public static readonly Move Expire = new(Status.Active, Status.Expired, Reserved: -1);
}

/// <summary>A way to end a reservation: what to do from each status, decided without a database.</summary>
/// <param name="Tombstone">The status left for an order that never reserved; null where that is an error.</param>
/// <param name="Done">Statuses in which there is nothing left to do.</param>
/// <param name="Moves">What to do in others, first of all in the one where it most often stands; anything else is refused.</param>
internal sealed record Ending(string? Tombstone, string[] Done, Move[] Moves)
{
    /// <summary>The caller says that the goods are sold.</summary>
    public static readonly Ending Settle = new(null, [Status.Settled],
    [
        new(Status.Active, Status.Settled, OnHand: -1, Reserved: -1, Reason.Sold),
    ]);

    /// <summary>The caller gives the goods up.</summary>
    public static readonly Ending Release = new(Status.Released, [Status.Released, Status.Cancelled],
    [
        new(Status.Active, Status.Released, Reserved: -1),
        new(Status.Expired, Status.Released),
    ]);

    /// <summary>
    /// The order was confirmed: money is taken, so a hold that ran out meanwhile takes its units again, if they are
    /// still there. After the order's end it is old news: events keep no order.
    /// </summary>
    public static readonly Ending Confirmed = new(null, [Status.Settled, Status.Cancelled],
    [
        new(Status.Active, Status.Settled, OnHand: -1, Reserved: -1, Reason.Sold),
        new(Status.Expired, Status.Settled, OnHand: -1, Reason: Reason.Sold),
    ]);

    /// <summary>The order is over: what it holds is given up, what it had bought goes back on the shelf.</summary>
    public static readonly Ending Ended = new(Status.Cancelled, [Status.Cancelled],
    [
        new(Status.Active, Status.Cancelled, Reserved: -1),
        new(Status.Settled, Status.Cancelled, OnHand: +1, Reason: Reason.Cancelled),
        new(Status.Released, Status.Cancelled),
        new(Status.Expired, Status.Cancelled),
    ]);

    /// <summary>What to do with a reservation in this status; null when it is done.</summary>
    /// <exception cref="Fault">It ended in another way.</exception>
    public Move? From(string status) => Done.Contains(status)
        ? null
        : Moves.FirstOrDefault(move => move.From == status)
            ?? throw Fault.Precondition("RESERVATION_" + status, $"The reservation is {status.ToLowerInvariant()}.");
}

/// <summary>A wish for stock.</summary>
/// <param name="OrderId">Whose.</param>
/// <param name="Lines">Each product once.</param>
/// <param name="HoldSeconds">For how long.</param>
/// <param name="SessionId">The session that buys; null when the caller does not say.</param>
internal sealed record NewReservation(Guid OrderId, IReadOnlyList<StockLine> Lines, int HoldSeconds, Guid? SessionId = null);

/// <summary>What became of asking for stock.</summary>
internal abstract record ReserveOutcome
{
    /// <summary>All lines are held until then.</summary>
    public sealed record Held(DateTime Until) : ReserveOutcome;

    /// <summary>Nothing was taken: these lines asked for more than there is.</summary>
    public sealed record Short(IReadOnlyList<ShortLine> Lines) : ReserveOutcome;
}

/// <summary>A line that asked for more than there is.</summary>
internal sealed record ShortLine(Guid ProductId, int Requested, int Available);

/// <summary>A reservation as it is kept.</summary>
/// <param name="Holds">Whether it is active, and its time is not over.</param>
/// <param name="ExpiresAt">When that ends; null for one that never held anything.</param>
/// <param name="Lines">What it is about.</param>
internal sealed record Reservation(bool Holds, DateTime? ExpiresAt, IReadOnlyList<StockLine> Lines)
{
    /// <summary>The answer to an order that asks again.</summary>
    /// <exception cref="Fault">It ended, or it is about other lines.</exception>
    public ReserveOutcome Repeat(IReadOnlyList<StockLine> lines)
    {
        if (!Holds) throw Fault.Precondition("RESERVATION_ENDED", "The order's reservation has ended.");
        if (!Lines.ToHashSet().SetEquals(lines)) throw Fault.Precondition("RESERVATION_DIFFERS", "The order reserved other lines before.");
        return new ReserveOutcome.Held(ExpiresAt!.Value);
    }
}
