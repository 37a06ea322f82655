using Commerce.Inventory.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Paging;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Proto = Commerce.Inventory.V1;

namespace CommerceKata.Inventory;

/// <summary>Inventory's RPCs: proto to domain and back.</summary>
internal sealed class InventoryService(
    InventoryStore store, ReservationStore reservations, ReservationRounds rounds, PurchaseOrderStore purchases) : Proto.InventoryService.InventoryServiceBase
{
    private const int MaxHoldSeconds = 86_400;
    private const int MaxReasonLength = 500;

    [AllowAnonymous]
    public override async Task<BatchGetAvailabilityResponse> BatchGetAvailability(BatchGetAvailabilityRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var ids = check.Ids(request.ProductIds, "product_ids");
        var heldFor = request.CountOwnHolds ? HeldFor(Caller.Of(context), request.SessionId, check) : null;
        check.ThrowIfAny();
        var found = heldFor is { } sessionId
            ? await reservations.GetAvailabilityAsync(ids, sessionId, context.CancellationToken)
            : await store.GetAvailabilityAsync(ids, context.CancellationToken);
        return new() { Availability = { found.Select(one => one.ToProto()) } };
    }

    [Allow(Who.Admin)]
    public override async Task<BatchGetStockResponse> BatchGetStock(BatchGetStockRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var ids = check.Ids(request.ProductIds, "product_ids");
        check.ThrowIfAny();
        var found = await store.GetManyAsync(ids, context.CancellationToken);
        return new() { Stock = { found.Select(one => one.ToProto()) } };
    }

    [Allow(Who.Service)]
    public override async Task<ReserveResponse> Reserve(ReserveRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var orderId = check.Id(request.OrderId, "order_id");
        var lines = StockLine.Read(request.Lines, check);
        var hold = check.Range(request.HoldSeconds, "hold_seconds", 1, MaxHoldSeconds);
        Guid? takenOver = request.TakenOverOrderId.Length == 0 ? null : check.Id(request.TakenOverOrderId, "taken_over_order_id");
        Guid? session = request.SessionId.Length == 0 ? null : check.Id(request.SessionId, "session_id");
        check.ThrowIfAny();
        var wanted = new NewReservation(orderId, lines, hold, session);
        return await (takenOver is { } before
            ? reservations.TakeOverAsync(before, wanted, context.CancellationToken)
            : rounds.ReserveAsync(wanted, context.CancellationToken)) switch
        {
            ReserveOutcome.Held held => new() { Reserved = new Reserved { ExpiresAt = Timestamp.FromDateTime(held.Until) } },
            ReserveOutcome.Short shortage => new() { Shortage = new Shortage { Lines = { shortage.Lines.Select(ToProto) } } },
            var other => throw new InvalidOperationException($"Reserving came to {other.GetType().Name}."),
        };
    }

    [Allow(Who.Service)]
    public override async Task<SettleReservationResponse> SettleReservation(SettleReservationRequest request, ServerCallContext context)
    {
        await reservations.EndAsync(Violations.OnlyId(request.OrderId, "order_id"), Ending.Settle, context.CancellationToken);
        return new();
    }

    [Allow(Who.Service)]
    public override async Task<ReleaseReservationResponse> ReleaseReservation(ReleaseReservationRequest request, ServerCallContext context)
    {
        await reservations.EndAsync(Violations.OnlyId(request.OrderId, "order_id"), Ending.Release, context.CancellationToken);
        return new();
    }

    [Allow(Who.Service)]
    public override async Task<ReturnToStockResponse> ReturnToStock(ReturnToStockRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var receiptId = check.Id(request.ReceiptId, "receipt_id");
        var lines = ReturnedLine.Read(request.Lines, check);
        check.ThrowIfAny();
        await store.ReturnAsync(receiptId, lines, context.CancellationToken);
        return new();
    }

    [Allow(Who.Admin)]
    public override async Task<SetThresholdResponse> SetThreshold(SetThresholdRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var productId = check.Id(request.ProductId, "product_id");
        var threshold = check.Range(request.Threshold, "threshold", 0, StockLine.MaxQuantity);
        check.ThrowIfAny();
        var stock = await store.SetThresholdAsync(productId, threshold, context.CancellationToken);
        return new() { Stock = stock?.ToProto() ?? throw Fault.NotFound("product") };
    }

    [Allow(Who.Admin)]
    public override async Task<AdjustStockResponse> AdjustStock(AdjustStockRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var productId = check.Id(request.ProductId, "product_id");
        var delta = check.Range(request.Delta, "delta", -StockLine.MaxQuantity, StockLine.MaxQuantity);
        check.Require(delta != 0, "delta", new("ZERO", "must not be 0"));
        var reason = check.Text(request.Reason, "reason", MaxReasonLength);
        check.ThrowIfAny();
        return new() { Stock = (await store.AdjustAsync(productId, delta, reason, context.CancellationToken)).ToProto() };
    }

    [Allow(Who.Admin)]
    public override async Task<ListLowStockResponse> ListLowStock(ListLowStockRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var page = Page.Read(request.Page, check, Stock.LowStock, Stock.CursorKeys);
        check.ThrowIfAny();
        var (rows, info) = await store.ListLowAsync(page, context.CancellationToken);
        return new()
        {
            Edges = { rows.Select(stock => new StockEdge { Cursor = stock.Cursor, Stock = stock.ToProto() }) },
            PageInfo = info,
            TotalCount = await store.CountLowAsync(context.CancellationToken),
        };
    }

    [Allow(Who.Admin)]
    public override async Task<ListPurchaseOrdersResponse> ListPurchaseOrders(ListPurchaseOrdersRequest request, ServerCallContext context)
    {
        var query = PurchaseOrderQuery.Read(request);
        var (rows, info) = await purchases.ListAsync(query, context.CancellationToken);
        return new()
        {
            Edges = { rows.Select(order => new PurchaseOrderEdge { Cursor = order.CursorIn(query.Page.List), PurchaseOrder = order.ToProto() }) },
            PageInfo = info,
            TotalCount = await purchases.CountAsync(query, context.CancellationToken),
        };
    }

    [Allow(Who.Admin)]
    public override async Task<BatchGetPurchaseOrdersResponse> BatchGetPurchaseOrders(BatchGetPurchaseOrdersRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var ids = check.Ids(request.Ids, "ids");
        check.ThrowIfAny();
        var found = await purchases.GetManyAsync(ids, context.CancellationToken);
        return new() { PurchaseOrders = { found.Select(order => order.ToProto()) } };
    }

    [Allow(Who.Admin)]
    public override async Task<PlacePurchaseOrderResponse> PlacePurchaseOrder(PlacePurchaseOrderRequest request, ServerCallContext context)
    {
        var check = new Violations();
        if (request.WhatCase == PlacePurchaseOrderRequest.WhatOneofCase.Line)
        {
            var productId = check.Id(request.Line.ProductId, "line.product_id");
            var quantity = check.Range(request.Line.Quantity, "line.quantity", 1, StockLine.MaxQuantity);
            Problem oneOf = new("ONE_OF", "must not be given together with line", ("other", "line"));
            check.Require(!request.HasQuantity, "quantity", oneOf);
            check.ThrowIfAny();
            var placed = await purchases.PlaceNewAsync(productId, quantity, context.CancellationToken);
            return new() { PurchaseOrder = placed?.ToProto() ?? throw Fault.NotFound("product") };
        }

        var id = check.Id(request.PurchaseOrderId, "purchase_order_id");
        int? other = request.HasQuantity ? check.Range(request.Quantity, "quantity", 1, StockLine.MaxQuantity) : null;
        check.ThrowIfAny();
        var order = await purchases.PlaceAsync(id, other, context.CancellationToken)
            ?? throw Fault.NotFound("purchase order");
        // One that was placed before keeps its quantity.
        return order.Status == PurchaseOrder.Cancelled || (other is not null && order.Quantity != other)
            ? new() { WrongState = new() { Status = order.Status } }
            : new() { PurchaseOrder = order.ToProto() };
    }

    [Allow(Who.Admin)]
    public override async Task<ReceiveGoodsResponse> ReceiveGoods(ReceiveGoodsRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var id = check.Id(request.PurchaseOrderId, "purchase_order_id");
        var quantity = check.Range(request.Quantity, "quantity", 1, StockLine.MaxQuantity);
        var receiptId = check.Id(request.ReceiptId, "receipt_id");
        check.ThrowIfAny();
        return await purchases.ReceiveAsync(id, quantity, receiptId, context.CancellationToken) switch
        {
            Receiving.Received received => new() { PurchaseOrder = received.Order.ToProto() },
            Receiving.Refused refused => new() { WrongState = new() { Status = refused.Status } },
            var other => throw new InvalidOperationException($"Receiving came to {other.GetType().Name}."),
        };
    }

    /// <summary>The session whose holds count as available: a caller's own, or the one that a service names. Null for none.</summary>
    private static Guid? HeldFor(Caller caller, string named, Violations check)
    {
        if (caller.IsService) return check.Id(named, "session_id");
        check.Require(named.Length == 0, "session_id", new("NOT_ALLOWED", "must be left empty: it is the caller's own"));
        return caller.SessionId == Guid.Empty ? null : caller.SessionId;
    }

    private static Proto.ShortLine ToProto(ShortLine line) => new()
    {
        ProductId = line.ProductId.ToString(),
        Requested = line.Requested,
        Available = line.Available,
    };
}
