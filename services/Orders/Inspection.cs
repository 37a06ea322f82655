using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Orders;

/// <summary>What an admin found when a return came, checked.</summary>
internal sealed record Inspection(Guid ReturnId, bool Approved, IReadOnlyList<(Guid LineId, int Sellable, int Damaged)> Lines, string Note)
{
    /// <summary>Reads a request; of use only when nothing was found wrong.</summary>
    public static Inspection Read(InspectReturnRequest request, Violations check)
    {
        var returnId = check.Id(request.ReturnId, "return_id");
        check.Require(request.Lines.Count <= ReturnRequest.MaxLines, "lines", Problem.TooMany(ReturnRequest.MaxLines));
        List<(Guid LineId, int Sellable, int Damaged)> lines = [.. request.Lines.Take(ReturnRequest.MaxLines).Select((line, i) => (
            check.Id(line.OrderLineId, $"lines[{i}].order_line_id"),
            check.Range(line.Sellable, $"lines[{i}].sellable", 0, CheckoutInput.MaxQuantity),
            check.Range(line.Damaged, $"lines[{i}].damaged", 0, CheckoutInput.MaxQuantity)))];
        for (var i = 0; i < lines.Count; i++)
        {
            check.Require(lines.FindIndex(line => line.LineId == lines[i].LineId) == i, $"lines[{i}].order_line_id", Problem.Duplicate);
            check.Require(request.Approved || lines[i] is { Sellable: 0, Damaged: 0 }, $"lines[{i}]", new("NOT_ALLOWED", "must have no units: nothing of a rejected return is taken back"));
        }

        return new(returnId, request.Approved, lines, check.Text(request.Note, "note", ReturnRequest.MaxText, min: 0));
    }

    /// <summary>Whether a return that was inspected before came to just this.</summary>
    public bool IsResultOf(Return inspected) =>
        Approved == (inspected.Status is not (ReturnStatus.Requested or ReturnStatus.Rejected))
        && Note == inspected.Note
        && (!Approved || (Lines.Count == inspected.Lines.Length && inspected.Lines.All(line => Lines.Contains((line.OrderLineId, line.Sellable ?? 0, line.Damaged ?? 0)))));

    /// <summary>The return with this result, and what it gives back.</summary>
    /// <param name="order">Its order as it is now: nobody may change it meanwhile.</param>
    /// <param name="requested">The return.</param>
    /// <exception cref="Fault">The counts do not add up.</exception>
    public Return Apply(Order order, Return requested)
    {
        if (!Approved) return requested with { StatusText = ReturnStatus.Rejected.Text(), Note = Note };
        var check = new Violations();
        Check(requested, check);
        check.ThrowIfAny();
        ReturnLine[] lines = [.. requested.Lines.Select(line =>
        {
            var (_, sellable, damaged) = Lines.Single(found => found.LineId == line.OrderLineId);
            return line with { Sellable = sellable, Damaged = damaged };
        })];
        return requested with
        {
            StatusText = ReturnStatus.Refunding.Text(),
            Note = Note,
            Lines = lines,
            RefundMinor = RefundAmount.Of(
                [.. order.Lines.Select(line => new RefundLine(
                    line.Quantity, line.UnitPriceMinor * line.Quantity, line.Returned, lines.Where(back => back.OrderLineId == line.Id).Sum(back => back.CameBack)))],
                order.ShippingMinor,
                // An order of long ago may be in a currency that is charged no more.
                Currencies.Find(order.Currency)?.Step ?? 1),
        };
    }

    /// <summary>Notes counts that do not add up with what was announced.</summary>
    public void Check(Return requested, Violations check)
    {
        if (!Approved || requested.Status != ReturnStatus.Requested) return;
        for (var i = 0; i < Lines.Count; i++)
        {
            if (check.Names($"lines[{i}]")) continue;
            var announced = Array.Find(requested.Lines, line => line.OrderLineId == Lines[i].LineId)?.Quantity;
            if (!check.Require(announced is not null, $"lines[{i}].order_line_id", Problem.NotFound("a line of this return"))) continue;
            check.Require(Lines[i].Sellable + Lines[i].Damaged <= announced, $"lines[{i}]", new("TOO_LARGE", $"must have {announced} units at most: so many were announced", ("max", $"{announced}")));
        }

        if (check.Names("lines")) return;
        check.Require(requested.Lines.All(line => Lines.Any(found => found.LineId == line.OrderLineId)), "lines", new("INCOMPLETE", "must name every line of the return"));
        check.Require(Lines.Sum(line => line.Sellable + line.Damaged) > 0, "lines", new(
            "NO_UNITS", "must have units: reject a return of which nothing came"));
    }
}
