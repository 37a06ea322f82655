using Commerce.Orders.V1;
using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults;
using Google.Protobuf.WellKnownTypes;
using Proto = Commerce.Orders.V1;

namespace CommerceKata.Orders;

/// <summary>Orders on the wire.</summary>
internal static class OrderProto
{
    public static Proto.Order ToProto(this Order order)
    {
        var proto = new Proto.Order
        {
            Id = order.Id.ToString(),
            Number = order.Number,
            UserId = order.UserId.ToString(),
            Status = order.Status.ToProto(),
            Lines = { order.Lines.Select(line => line.ToProto(order.Currency)) },
            Subtotal = new Money(order.SubtotalMinor, order.Currency).ToProto(),
            Shipping = new Money(order.ShippingMinor, order.Currency).ToProto(),
            Total = order.Total.ToProto(),
            Refunded = new Money(order.RefundedMinor, order.Currency).ToProto(),
            ShippingOption = order.ShippingOption,
            Email = order.Email,
            Address = order.Address.ToProto(),
            History = { order.History.Select(happened => happened.ToProto()) },
            Returns = { order.Returns.Select(row => row.ToProto()) },
            TrackingNumber = order.TrackingNumber ?? "",
            PlacedAt = Timestamp.FromDateTime(order.PlacedAt),
            TakenOverOrderId = order.TakenOverId?.ToString() ?? "",
        };
        if (order.PaymentStatus is not null) proto.Payment = Payment(order);
        return proto;
    }

    public static Proto.OrderStatus ToProto(this OrderStatus status) => (Proto.OrderStatus)((int)status + 1);

    public static OrderStatus ToDomain(this Proto.OrderStatus status) => (OrderStatus)((int)status - 1);

    public static PostalAddress ToDomain(this OrderAddress address) => new(
        address.Name, address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.CountryCode, address.Phone);

    private static OrderAddress ToProto(this PostalAddress address) => new()
    {
        Name = address.Name,
        Line1 = address.Line1,
        Line2 = address.Line2,
        City = address.City,
        Region = address.Region,
        PostalCode = address.PostalCode,
        CountryCode = address.CountryCode,
        Phone = address.Phone,
    };

    private static Proto.OrderLine ToProto(this OrderLine line, string currency)
    {
        var unit = new Money(line.UnitPriceMinor, currency);
        return new()
        {
            Id = line.Id.ToString(),
            ProductId = line.ProductId.ToString(),
            Sku = line.Sku,
            Name = line.Name,
            Quantity = line.Quantity,
            ReturnedQuantity = line.Returned,
            UnitPrice = unit.ToProto(),
            LineTotal = (unit * line.Quantity).ToProto(),
        };
    }

    private static Proto.OrderEvent ToProto(this OrderEvent happened) => new()
    {
        Status = OrderTransitions.Parse(happened.Status).ToProto(),
        At = Timestamp.FromDateTime(happened.At.ToUniversalTime()),
        Note = happened.Note,
    };

    private static OrderPayment Payment(Order order) => new()
    {
        Status = order.PaymentStatus switch
        {
            "SUCCEEDED" when order.RefundedMinor == order.Total.MinorUnits && order.RefundedMinor > 0 => OrderPaymentStatus.Refunded,
            "SUCCEEDED" when order.RefundedMinor > 0 => OrderPaymentStatus.PartiallyRefunded,
            "SUCCEEDED" => OrderPaymentStatus.Succeeded,
            "REQUIRES_ACTION" => OrderPaymentStatus.RequiresAction,
            "FAILED" => OrderPaymentStatus.Failed,
            "CANCELLED" => OrderPaymentStatus.Cancelled,
            _ => OrderPaymentStatus.Unspecified,
        },
        Amount = order.Total.ToProto(),
        Refunded = new Money(order.RefundedMinor, order.Currency).ToProto(),
        Brand = order.PaymentBrand ?? "",
        Last4 = order.PaymentLast4 ?? "",
    };
}
