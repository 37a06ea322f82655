using System.Collections.Immutable;
using CommerceKata.ServiceDefaults.Errors;
using Google.Protobuf.WellKnownTypes;
using Proto = Commerce.Cart.V1;

namespace CommerceKata.Cart;

/// <summary>So many units of a product.</summary>
internal sealed record CartLine(Guid Id, Guid ProductId, int Quantity);

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
        var line = Lines.Find(line => line.Id == lineId) ?? throw Fault.NotFound("line");
        return With(line.ProductId, quantity);
    }

    /// <summary>Removes a line, if it is there.</summary>
    public Cart Remove(Guid lineId) => this with { Lines = Lines.RemoveAll(line => line.Id == lineId) };

    /// <summary>Removes all lines.</summary>
    public Cart Clear() => this with { Lines = [] };

    /// <summary>
    /// Takes in another cart's lines, of which none is lost (ADR 11). There is nobody to refuse it to: units beyond what
    /// a line holds are left out, and a line for which there is no room stays where it is.
    /// </summary>
    public MergedCarts Merge(Cart from)
    {
        var merged = new MergedCarts(this, from.Clear(), UnitsLeftOut: 0);
        foreach (var line in from.Lines)
        {
            var there = merged.Into.Lines.Find(mine => mine.ProductId == line.ProductId)?.Quantity ?? 0;
            if (there == 0 && merged.Into.Lines.Count >= MaxMergedLines)
            {
                merged = merged with { From = merged.From with { Lines = merged.From.Lines.Add(line) } };
                continue;
            }

            var total = Math.Min(MaxQuantity, there + line.Quantity);
            merged = merged with
            {
                Into = merged.Into.With(line.ProductId, total),
                UnitsLeftOut = merged.UnitsLeftOut + there + line.Quantity - total,
            };
        }

        return merged;
    }

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
            Lines.Select(line => new Proto.CartLine { Id = line.Id.ToString(), ProductId = line.ProductId.ToString(), Quantity = line.Quantity }),
        },
    };

    /// <summary>The line of a product at this quantity: a new one at the end, or none at 0.</summary>
    private Cart With(Guid productId, int quantity)
    {
        var at = Lines.FindIndex(line => line.ProductId == productId);
        if (at < 0) return this with { Lines = Lines.Add(new(Guid.CreateVersion7(), productId, quantity)) };
        return this with { Lines = quantity == 0 ? Lines.RemoveAt(at) : Lines.SetItem(at, Lines[at] with { Quantity = quantity }) };
    }
}

/// <summary>What a merge comes to.</summary>
/// <param name="Into">The cart that grew.</param>
/// <param name="From">The other one, with what it kept.</param>
/// <param name="UnitsLeftOut">How many units were more than a line holds.</param>
internal sealed record MergedCarts(Cart Into, Cart From, int UnitsLeftOut);
