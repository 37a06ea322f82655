using Commerce.Orders.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Loading;
using CommerceKata.Gateway.Subgraphs.Shared;
using GraphQL;
using static Commerce.Orders.V1.OrdersService;

namespace CommerceKata.Gateway.Subgraphs.Orders;

/// <summary>What customers send back.</summary>
internal static class ReturnResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        schema.Query("returns", ReturnsAsync);
        schema.Mutation<RequestReturn>("requestReturn", RequestReturnAsync, input => input.OrderId);
        schema.Mutation<InspectReturn>("inspectReturn", InspectReturnAsync, input => input.ReturnId);
        schema.Mutation<RetryRefund>("retryRefund", RetryRefundAsync, input => input.ReturnId);

        schema.Entity("Return", ReturnByIdAsync)
            .Field("order", (row, call) => call.Loader<OrdersById>().Load(row.OrderId))
            .Field("lines", row => row.Lines.Select(line => new LineOfReturn(row.OrderId, line)).ToList());
        schema.Type<LineOfReturn>("ReturnLine")
            .Including(line => line.Line)
            .Field("orderLine", (line, call) => call.Loader<OrdersById>().Load(line.OrderId)
                .Then(order => order?.Lines.Single(bought => bought.Id == line.Line.OrderLineId)))
            .Field("sellable", line => line.Line.HasSellable ? line.Line.Sellable : null)
            .Field("damaged", line => line.Line.HasDamaged ? line.Line.Damaged : null);
        schema.Enum<ReturnStatus>("ReturnStatus");
        schema.Type<ListReturnsResponse>("ReturnConnection")
            .Field("nodes", page => page.Edges.Select(edge => edge.Return).ToList());
        schema.Type<ReturnEdge>("ReturnEdge").Field("node", edge => edge.Return);

        schema.Payload("ReturnPayload", "return");
        schema.Input<RequestReturn>("RequestReturnInput");
        schema.Input<ReturnLineInput>("ReturnLineInput");
        schema.Input<InspectReturn>("InspectReturnInput");
        schema.Input<InspectedLineInput>("InspectedLineInput");
        schema.Input<RetryRefund>("RetryRefundInput");
    }

    private static async Task<Return?> ReturnByIdAsync(IResolveFieldContext call, string id)
    {
        var found = await call.Client<OrdersServiceClient>().GetReturnAsync(new() { Id = id }, call.Options()).OrNull();
        return found?.Return;
    }

    private static async Task<ListReturnsResponse> ReturnsAsync(IResolveFieldContext call)
    {
        var request = new ListReturnsRequest { Page = call.Page() };
        request.Statuses.Add(call.Filter<ReturnStatus>("status"));
        return await call.Client<OrdersServiceClient>().ListReturnsAsync(request, call.Options());
    }

    private static async Task<Payload> RequestReturnAsync(RequestReturn input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new RequestReturnRequest
        {
            OrderId = check.Id("Order", input.OrderId, "orderId"), Reason = input.Reason ?? "",
        };
        request.Lines.Add(input.Lines.Select((line, index) => new RequestedLine
        {
            OrderLineId = check.Id("OrderLine", line.OrderLineId, $"lines[{index}].orderLineId"),
            Quantity = line.Quantity,
        }));
        var answer = await check.AskAsync(
            call.Client<OrdersServiceClient>().RequestReturnAsync(request, call.Options()));
        return WrongStates.Order(answer.Return, answer.WrongState?.Status);
    }

    private static async Task<Payload> InspectReturnAsync(InspectReturn input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new InspectReturnRequest
        {
            ReturnId = check.Id("Return", input.ReturnId, "returnId"),
            Approved = input.Approved,
            Note = input.Note ?? "",
        };
        request.Lines.Add(input.Lines.Select((line, index) => new InspectedLine
        {
            OrderLineId = check.Id("OrderLine", line.OrderLineId, $"lines[{index}].orderLineId"),
            Sellable = line.Sellable,
            Damaged = line.Damaged,
        }));
        var answer = await check.AskAsync(
            call.Client<OrdersServiceClient>().InspectReturnAsync(request, call.Options()));
        return WrongStates.Return(answer.Return, answer.WrongState?.Status);
    }

    private static async Task<Payload> RetryRefundAsync(RetryRefund input, IResolveFieldContext call)
    {
        var request = new RetryRefundRequest { ReturnId = GlobalId.Parse("Return", input.ReturnId, "returnId") };
        var answer = await call.Client<OrdersServiceClient>().RetryRefundAsync(request, call.Options());
        return WrongStates.Return(answer.Return, answer.WrongState?.Status);
    }

    /// <summary>A line of a return, and the order that it is found in.</summary>
    internal sealed record LineOfReturn(string OrderId, ReturnLine Line);

    internal sealed record RequestReturn(string OrderId, IReadOnlyList<ReturnLineInput> Lines, string? Reason);

    internal sealed record ReturnLineInput(string OrderLineId, int Quantity);

    internal sealed record InspectReturn(string ReturnId, bool Approved, IReadOnlyList<InspectedLineInput> Lines, string? Note);

    internal sealed record InspectedLineInput(string OrderLineId, int Sellable, int Damaged);

    internal sealed record RetryRefund(string ReturnId);
}
