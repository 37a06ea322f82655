using Commerce.Orders.V1;
using Google.Protobuf.WellKnownTypes;
using Proto = Commerce.Orders.V1;

namespace CommerceKata.Orders;

/// <summary>Returns on the wire.</summary>
internal static class ReturnProto
{
    public static Proto.Return ToProto(this Return row) => new()
    {
        Id = row.Id.ToString(),
        OrderId = row.OrderId.ToString(),
        Status = row.Status.ToProto(),
        Lines = { row.Lines.Select(line => line.ToProto()) },
        Refund = row.Refund?.ToProto(),
        Reason = row.Reason,
        Note = row.Note,
        RequestedAt = Timestamp.FromDateTime(row.RequestedAt.ToUniversalTime()),
    };

    public static Proto.ReturnStatus ToProto(this ReturnStatus status) => (Proto.ReturnStatus)((int)status + 1);

    public static ReturnStatus ToDomain(this Proto.ReturnStatus status) => (ReturnStatus)((int)status - 1);

    public static WrongState ToProto(this ReturnAnswer.WrongState wrong) => new() { Status = wrong.Status };

    private static Proto.ReturnLine ToProto(this ReturnLine line)
    {
        var proto = new Proto.ReturnLine { OrderLineId = line.OrderLineId.ToString(), Quantity = line.Quantity };
        if (line.Sellable is { } sellable) proto.Sellable = sellable;
        if (line.Damaged is { } damaged) proto.Damaged = damaged;
        return proto;
    }
}
