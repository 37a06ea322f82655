using CommerceKata.Gateway.Engine;
using CartProto = Commerce.Cart.V1;
using OrdersProto = Commerce.Orders.V1;

namespace CommerceKata.Gateway.Subgraphs.Shared;

/// <summary>Why a line cannot be bought as it stands.</summary>
internal enum CartLineProblem
{
    NotAvailable,
    OutOfStock,
    TooFew,
}

/// <summary>A line that cannot be bought as it stands; the product by its UUID.</summary>
internal sealed record ShortLine(string ProductId, CartLineProblem Problem, int Requested, int Available);

/// <summary>Lines cannot be bought as they stand: each of them, whether the Cart or the checkout says so.</summary>
internal sealed record OutOfStockError(IReadOnlyList<ShortLine> Lines)
{
    /// <summary>For people.</summary>
    public string Message => (Lines.Any(IsGone), Lines.All(IsGone)) switch
    {
        (true, true) => "This is not sold any more.",
        (true, false) => "Some of this is not sold any more, and of some there are fewer than asked for.",
        _ => "There are fewer than asked for.",
    };

    public static OutOfStockError Of(CartProto.OutOfStock found) =>
        new([.. found.Lines.Select(line =>
            new ShortLine(line.ProductId, Problem(line.Problem), line.Requested, line.Available))]);

    public static OutOfStockError Of(OrdersProto.OutOfStock found) =>
        new([.. found.Lines.Select(line =>
            new ShortLine(line.ProductId, Problem(line), line.Requested, line.Available))]);

    private static bool IsGone(ShortLine line) => line.Problem == CartLineProblem.NotAvailable;

    private static CartLineProblem Problem(CartProto.LineProblem problem) => problem switch
    {
        CartProto.LineProblem.NotAvailable => CartLineProblem.NotAvailable,
        CartProto.LineProblem.OutOfStock => CartLineProblem.OutOfStock,
        CartProto.LineProblem.TooFew => CartLineProblem.TooFew,
        _ => throw new UnknownAnswerException(problem),
    };

    private static CartLineProblem Problem(OrdersProto.ShortLine line) => line.Problem switch
    {
        OrdersProto.ShortLineProblem.NotAvailable => CartLineProblem.NotAvailable,
        OrdersProto.ShortLineProblem.OutOfStock => CartLineProblem.OutOfStock,
        OrdersProto.ShortLineProblem.TooFew => CartLineProblem.TooFew,
        // An Orders of the version before does not say.
        OrdersProto.ShortLineProblem.Unspecified when line.Available == 0 => CartLineProblem.OutOfStock,
        OrdersProto.ShortLineProblem.Unspecified => CartLineProblem.TooFew,
        var unknown => throw new UnknownAnswerException(unknown),
    };
}
