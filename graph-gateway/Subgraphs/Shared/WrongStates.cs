using CommerceKata.Gateway.Engine;

namespace CommerceKata.Gateway.Subgraphs.Shared;

/// <summary>
/// What stands in the way of a change, in words: which thing it is about, how it stands, and what to do instead.
/// </summary>
internal static class WrongStates
{
    public static readonly IReadOnlyDictionary<string, string> OfOrder = new Dictionary<string, string>
    {
        ["PENDING"] = "This order is still being placed. Wait a moment, and try again.",
        ["AWAITING_PAYMENT"] = "This order is not paid yet. Finish its payment first.",
        ["CONFIRMED"] = "This order has not shipped yet. Mark it as shipped first.",
        ["SHIPPED"] = "This order has shipped already. What is not wanted can be returned.",
        ["DELIVERED"] = "This order was delivered already. What is not wanted can be returned.",
        ["OUT_OF_STOCK"] = "This order ended without a sale: there was not enough in stock. Place another one.",
        ["PAYMENT_FAILED"] = "This order ended without a sale: its payment failed. Place another one.",
        ["CANCELLED"] = "This order was cancelled. Place another one.",
        ["EXPIRED"] = "This order ended without a sale: it was not paid in time. Place another one.",
        ["RETURNED"] = "Everything in this order was returned before it shipped. There is nothing left to do.",
        ["RETURN_WINDOW_OVER"] = "The time in which this order may be returned is over.",
        ["RETURN_REQUESTED"] =
            "This order cannot be cancelled: some of it is being returned, or was. Return the rest instead.",
    };

    public static readonly IReadOnlyDictionary<string, string> OfReturn = new Dictionary<string, string>
    {
        ["REQUESTED"] = "This return has not been inspected yet. Inspect it first.",
        ["REJECTED"] = "This return was rejected already. Its units can be returned with another one.",
        ["REFUNDING"] = "This return was inspected already, and its refund is on its way.",
        ["REFUNDED"] = "This return was inspected already, and its refund was paid.",
        ["REFUND_FAILED"] = "This return was inspected already, and its refund failed. Retry the refund.",
    };

    public static readonly IReadOnlyDictionary<string, string> OfPurchaseOrder = new Dictionary<string, string>
    {
        ["SUGGESTED"] = "This purchase order is only suggested. Place it first.",
        ["PLACED"] = "This purchase order was placed already.",
        ["PARTIALLY_RECEIVED"] = "This purchase order was placed already, and some of it has arrived.",
        ["RECEIVED"] = "All of this purchase order has arrived already. Place another one.",
        ["CANCELLED"] = "This purchase order was cancelled. Place another one.",
    };

    public static readonly IReadOnlyDictionary<string, string> OfEmail = new Dictionary<string, string>
    {
        ["QUEUED"] = "This email is still in the queue. Wait until it was tried.",
        ["SENT"] = "This email was sent already.",
        ["DEAD"] = "This email held a token that is not kept, so it cannot be sent again. Its reader can ask for another.",
    };

    /// <summary>The payload of a change of an order.</summary>
    /// <param name="changed">The order, or a return of it; null when nothing was changed.</param>
    /// <param name="wrong">The status that stands in the way; null when nothing does.</param>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public static Payload Order(object? changed, string? wrong) => Of(changed, wrong, OfOrder, "order");

    /// <summary>The payload of a change of a return; as <see cref="Order"/>.</summary>
    public static Payload Return(object? changed, string? wrong) => Of(changed, wrong, OfReturn, "return");

    /// <summary>The payload of a change of a purchase order; as <see cref="Order"/>.</summary>
    public static Payload PurchaseOrder(object? changed, string? wrong) =>
        Of(changed, wrong, OfPurchaseOrder, "purchase order");

    /// <summary>Why an email is not sent again.</summary>
    public static Payload Email(string status) => Payload.Failed(Explain(status, OfEmail, "email"));

    private static Payload Of(
        object? changed, string? wrong, IReadOnlyDictionary<string, string> words, string thing) =>
        changed is not null ? new Payload(changed)
        : wrong is not null ? Payload.Failed(Explain(wrong, words, thing))
        : throw new InvalidOperationException($"Neither the {thing} nor its state was answered.");

    /// <summary>A service of a later version may know a status more.</summary>
    private static WrongStateError Explain(string status, IReadOnlyDictionary<string, string> words, string thing) =>
        new(status, words.GetValueOrDefault(status, $"The state of this {thing} does not allow it. Read it again."));
}
