using System.Collections.Immutable;
using CommerceKata.ServiceDefaults.Errors;
using Google.Protobuf.WellKnownTypes;
using Proto = Commerce.Cart.V1;

namespace CommerceKata.Cart;

/// <summary>So many units of a product.</summary>
/// <param name="Id">Its own.</param>
/// <param name="ProductId">Of what.</param>
/// <param name="Quantity">Units.</param>
/// <param name="LeftOut">Units that a merge left out, until the line is changed.</param>
internal sealed record CartLine(Guid Id, Guid ProductId, int Quantity, int LeftOut = 0);

/// <summary>
/// What somebody means to buy. Each change is a pure function from one cart to the next; the store reads the row,
/// applies it and writes the difference, if nobody was faster.
/// </summary>
internal sealed record Cart(Guid Id, Guid UserId, long Version, DateTime UpdatedAt, ImmutableList<CartLine> Lines)
{
    public const int MaxQuantity = 99;

    /// <summary>To this many products it can be filled, and an order takes no more.</summary>
    public const int MaxLines = 100;

    /// <summary>To this many it grows when carts are merged: as many as the Catalog and Inventory answer for at once.</summary>
    public const int MaxMergedLines = 500;

    /// <summary>Puts units on top of those already there.</summary>
    /// <exception cref="Fault">More than a line or a cart holds.</exception>
    public Cart Add(Guid productId, int quantity)
    {
        var line = Lines.Find(line => line.ProductId == productId);
        if (line is null && Lines.Count >= MaxLines) throw Fault.Invalid("product_id", new("TOO_MANY", $"is one too many: a cart holds {MaxLines} products", ("max", $"{MaxLines}")));
        var total = quantity + (line?.Quantity ?? 0);
        if (total > MaxQuantity) throw Fault.Invalid("quantity", new("TOO_LARGE", $"is too many: {MaxQuantity} at most, with those already there", ("max", $"{MaxQuantity}")));
        return With(productId, total);
    }

    /// <summary>Sets the quantity of a line; 0 removes it.</summary>
    /// <exception cref="Fault">Not a line of this cart.</exception>
    public Cart SetQuantity(Guid lineId, int quantity)
    {
        var line = Lines.Find(line => line.Id == lineId) ?? throw Fault.NotFound("line of this cart");
        return With(line.ProductId, quantity);
    }

    /// <summary>Removes a line, if it is there.</summary>
    public Cart Remove(Guid lineId) => this with { Lines = Lines.RemoveAll(line => line.Id == lineId) };

    /// <summary>Removes all lines.</summary>
    public Cart Clear() => this with { Lines = [] };

    /// <summary>
    /// Takes in another cart's lines, of which none is lost (ADR 11). There is no caller to refuse it to: units beyond
    /// what a line holds, or can be sold, are left out, and the line says so (ADR 31). A line that finds no room stays
    /// where it is.
    /// </summary>
    public MergedCarts Merge(Cart from, Availability available)
    {
        var merged = new MergedCarts(this, from.Clear(), UnitsLeftOut: 0);
        foreach (var line in from.Lines)
        {
            var mine = merged.Into.Lines.Find(mine => mine.ProductId == line.ProductId);
            if (mine is null && merged.Into.Lines.Count >= MaxMergedLines)
            {
                merged = merged with { From = merged.From with { Lines = merged.From.Lines.Add(line) } };
                continue;
            }

            var there = mine?.Quantity ?? 0;
            var total = Together(there, line.Quantity, available.Of(line.ProductId));
            var leftOut = there + line.Quantity - total;
            // What an earlier merge left out, and the line's owner has not acted on, is not forgotten.
            var told = (mine?.LeftOut ?? 0) + line.LeftOut + leftOut;
            merged = merged with
            {
                Into = merged.Into.With(line.ProductId, total, told),
                UnitsLeftOut = merged.UnitsLeftOut + leftOut,
            };
        }

        return merged;
    }

    /// <summary>Lines with more units than they had in an earlier state of the cart.</summary>
    public IReadOnlyList<CartLine> GrownSince(Cart before) => [.. Lines
        .Where(line => line.Quantity > (before.Lines.Find(old => old.ProductId == line.ProductId)?.Quantity ?? 0))];

    /// <summary>Takes out what was bought. What was added meanwhile stays.</summary>
    public Cart Drop(IEnumerable<(Guid ProductId, int Quantity)> bought) => bought.Aggregate(this, (cart, sold) =>
        cart.Lines.Find(line => line.ProductId == sold.ProductId) is { } line
            ? cart.With(line.ProductId, Math.Max(0, line.Quantity - sold.Quantity))
            : cart);

    public Proto.Cart ToProto() => new()
    {
        Id = Id.ToString(),
        UserId = UserId.ToString(),
        Version = Version,
        UpdatedAt = Timestamp.FromDateTime(UpdatedAt),
        Lines =
        {
            Lines.Select(line => new Proto.CartLine
            {
                Id = line.Id.ToString(),
                ProductId = line.ProductId.ToString(),
                Quantity = line.Quantity,
                LeftOut = line.LeftOut,
            }),
        },
    };

    /// <summary>
    /// Units of two carts in one line: all of them, if it holds them and they can be sold. Where none can be sold the
    /// larger of the two stays, so that the line is there when there are some again.
    /// </summary>
    private static int Together(int mine, int theirs, int? available) => Math.Min(MaxQuantity, available switch
    {
        null => mine + theirs,
        0 => Math.Max(mine, theirs),
        { } units => Math.Min(units, mine + theirs),
    });

    /// <summary>
    /// The line of a product at this quantity: a new one at the end, or none at 0. What was left out before is forgotten.
    /// </summary>
    private Cart With(Guid productId, int quantity, int leftOut = 0)
    {
        var at = Lines.FindIndex(line => line.ProductId == productId);
        if (at < 0) return this with { Lines = Lines.Add(new(Guid.CreateVersion7(), productId, quantity, leftOut)) };
        if (quantity == 0) return this with { Lines = Lines.RemoveAt(at) };
        return this with { Lines = Lines.SetItem(at, Lines[at] with { Quantity = quantity, LeftOut = leftOut }) };
    }
}

/// <summary>What a merge comes to.</summary>
/// <param name="Into">The cart that grew.</param>
/// <param name="From">The other one, with what it kept.</param>
/// <param name="UnitsLeftOut">How many units were more than a line holds, or than can be sold.</param>
internal sealed record MergedCarts(Cart Into, Cart From, int UnitsLeftOut);
