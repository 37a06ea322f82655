using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Orders;

/// <summary>Units that somebody wants to send back, checked.</summary>
internal sealed record ReturnRequest(Guid OrderId, IReadOnlyList<(Guid LineId, int Quantity)> Lines, string Reason)
{
    /// <summary>What stands in the way when the time for it is over.</summary>
    public const string WindowOver = "RETURN_WINDOW_OVER";

    public const int MaxLines = 100;
    public const int MaxText = 500;

    private static readonly Problem NothingLeft = new(
        "TOO_LARGE", "cannot be returned: all units of this line were returned, or are in a return", ("max", "0"));

    /// <summary>Reads a request; of use only when nothing was found wrong.</summary>
    public static ReturnRequest Read(RequestReturnRequest request, Violations check)
    {
        var orderId = check.Id(request.OrderId, "order_id");
        check.Require(request.Lines.Count is >= 1 and <= MaxLines, "lines", Problem.OutOfRange(1, MaxLines));
        List<(Guid LineId, int Quantity)> lines = [.. request.Lines.Take(MaxLines).Select((line, i) =>
            (check.Id(line.OrderLineId, $"lines[{i}].order_line_id"), check.Range(line.Quantity, $"lines[{i}].quantity", 1, CheckoutInput.MaxQuantity)))];
        for (var i = 0; i < lines.Count; i++)
            check.Require(lines.FindIndex(line => line.LineId == lines[i].LineId) == i, $"lines[{i}].order_line_id", Problem.Duplicate);
        return new(orderId, lines, check.Text(request.Reason, "reason", MaxText, min: 0));
    }

    /// <summary>What comes of it, for an order as it is now: nobody may change it meanwhile.</summary>
    /// <param name="order">The order.</param>
    /// <param name="now">The time.</param>
    /// <param name="window">How long after the delivery an order may be returned.</param>
    /// <exception cref="Fault">A line is not of this order, or more units than are left.</exception>
    public ReturnAnswer Decide(Order order, DateTime now, TimeSpan window)
    {
        if (!order.Status.IsSold()) return new ReturnAnswer.WrongState(order.Status.Text());
        if (now > StartOf(order) + window) return new ReturnAnswer.WrongState(WindowOver);
        var check = new Violations();
        Check(order, check);
        check.ThrowIfAny();
        var id = Guid.CreateVersion7();
        return new ReturnAnswer.Done(new()
        {
            Id = id,
            OrderId = order.Id,
            Reason = Reason,
            RequestedAt = now,
            Currency = order.Currency,
            RefundId = id,
            Lines = [.. Lines.Select(line => new ReturnLine(line.LineId, line.Quantity))],
        });
    }

    /// <summary>Notes lines that are not of this order, and units that are not left to return.</summary>
    public void Check(Order order, Violations check)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            if (check.Names($"lines[{i}]")) continue;
            var bought = Array.Find(order.Lines, line => line.Id == Lines[i].LineId);
            var left = bought?.Quantity - bought?.InReturn;
            if (left is null) check.Require(false, $"lines[{i}].order_line_id", Problem.NotFound("a line of this order"));
            else if (left == 0) check.Require(false, $"lines[{i}].quantity", NothingLeft);
            else check.Require(Lines[i].Quantity <= left, $"lines[{i}].quantity", Problem.TooLarge(left.Value));
        }
    }

    /// <summary>The delivery; while nobody has noted one, the confirmation.</summary>
    private static DateTime StartOf(Order order) => order.History
        .Last(happened => happened.Status == (order.Status == OrderStatus.Delivered ? OrderStatus.Delivered : OrderStatus.Confirmed).Text())
        .At.ToUniversalTime();
}
