using Commerce.Orders.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs.Shared;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;
using GraphQL;
using Grpc.Core;
using static Commerce.Orders.V1.CheckoutResponse;
using static Commerce.Orders.V1.OrdersService;

namespace CommerceKata.Gateway.Subgraphs.Orders;

/// <summary>Buying: the checkout, and each way in which it can end.</summary>
internal static class CheckoutResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        schema.Mutation<CheckoutInput>("checkout", CheckoutAsync);
        schema.Input<CheckoutInput>("CheckoutInput");
        schema.Payload("CheckoutPayload", "order")
            .Field("paymentAction", payload => (payload as CheckoutPayload)?.PaymentAction);
        schema.Type<PaymentAction>("PaymentAction");

        schema.Type<EmptyCart>("EmptyCartError").Field("message", _ => "The cart is empty. Put something in it first.");
        schema.Type<PaymentDeclined>("PaymentDeclinedError")
            .Field("message", error => error.Message is "" ? "The payment was refused. Pay with another card." : error.Message);
        schema.Type<AmountNotAllowed>("AmountNotAllowedError").Field("message", AmountNotAllowed);
        schema.Type<PriceChanged>("PriceChangedError").Field("message", _ => "The total has changed. Look at it, and check out again.");
        schema.Type<IdempotencyKeyReused>("IdempotencyKeyReusedError")
            .Field("message", _ => "This idempotency key was used for another purchase. Take a new one.");
    }

    private static async Task<Payload> CheckoutAsync(CheckoutInput input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        try
        {
            return Read(await check.AskAsync(call.Client<OrdersServiceClient>().CheckoutAsync(Request(input, check), call.Options())));
        }
        catch (RpcException exception) when (exception.StatusCode is StatusCode.NotFound)
        {
            // Of all that the input names, only a saved address is answered this way.
            throw new BadInputException("addressId", Problem.NotFound("one of your addresses"));
        }
    }

    private static CheckoutRequest Request(CheckoutInput input, InputCheck check)
    {
        var request = new CheckoutRequest
        {
            IdempotencyKey = input.IdempotencyKey.ToString(),
            Email = input.Email.Given(),
            ShippingOptionId = input.ShippingOptionId,
            PaymentMethod = input.PaymentMethod.Given(),
            RadarSession = input.RadarSession.Given(),
            ExpectedTotal = check.Money(() => WireForm.OfMoney(input.ExpectedTotal?.Amount, input.ExpectedTotal?.Currency ?? "", "expectedTotal.amount")),
            // Lines that are there say it themselves, and as every version of Orders understands it.
            BuysLines = input.Lines is { Count: 0 },
        };
        request.Lines.Add((input.Lines ?? []).Select((line, index) =>
            new CheckoutLine { ProductId = line.Product(index, check), Quantity = line.Quantity }));
        if (input.AddressId is not null) request.AddressId = check.Id("Address", input.AddressId, "addressId");
        if (input is { AddressId: not null, Address: not null }) request.AddressId = check.NotTogether("address", "addressId");
        else if (input.Address is { } address) request.Address = ToProto(address);
        return request;
    }

    private static CheckoutPayload Read(CheckoutResponse answer) => answer.ProblemCase switch
    {
        ProblemOneofCase.None when answer.Order is not null => new(answer.Order),
        ProblemOneofCase.PaymentAction => new(answer.Order, PaymentAction: answer.PaymentAction),
        ProblemOneofCase.EmptyCart => new(answer.Order, [answer.EmptyCart]),
        ProblemOneofCase.OutOfStock => new(answer.Order, [OutOfStockError.Of(answer.OutOfStock)]),
        ProblemOneofCase.PaymentDeclined => new(answer.Order, [answer.PaymentDeclined]),
        ProblemOneofCase.AmountNotAllowed => new(answer.Order, [answer.AmountNotAllowed]),
        ProblemOneofCase.PriceChanged => new(answer.Order, [answer.PriceChanged]),
        ProblemOneofCase.IdempotencyKeyReused => new(answer.Order, [answer.IdempotencyKeyReused]),
        ProblemOneofCase.TooManyAttempts => new(answer.Order, [new TooManyAttemptsError(answer.TooManyAttempts.RetryAfterSeconds)]),
        ProblemOneofCase.CartChanged => new(answer.Order, [new CartChangedError("This cart was checked out before, or is being checked out now. Look at your orders.")]),
        var unknown => throw new UnknownAnswerException(unknown),
    };

    private static string AmountNotAllowed(AmountNotAllowed error) =>
        $"The total must be {Money.FromProto(error.Minimum)} to {Money.FromProto(error.Maximum)}.";

    private static OrderAddress ToProto(AddressInput address) => new()
    {
        Name = address.Name,
        Line1 = address.Line1,
        Line2 = address.Line2 ?? "",
        City = address.City,
        Region = address.Region ?? "",
        PostalCode = address.PostalCode,
        CountryCode = address.CountryCode,
        Phone = address.Phone ?? "",
    };

    /// <summary>How the checkout ended.</summary>
    private sealed record CheckoutPayload(Order? Order, IReadOnlyList<object>? Errors = null, PaymentAction? PaymentAction = null)
        : Payload(Order, Errors);

    internal sealed record CheckoutInput(
        Guid IdempotencyKey,
        IReadOnlyList<CheckoutLineInput>? Lines,
        string? Email,
        string? AddressId,
        AddressInput? Address,
        string ShippingOptionId,
        string? PaymentMethod,
        MoneyInput? ExpectedTotal,
        string? RadarSession);
}
