using Commerce.Orders.V1;
using CommerceKata.Gateway.Engine;

namespace CommerceKata.Gateway.Subgraphs.Orders;

/// <summary>What Orders answers to a change: the thing changed, or the state that does not allow it.</summary>
internal static class WrongStates
{
    /// <summary>The payload of a change of an order.</summary>
    /// <param name="changed">The order, or a return of it; null when nothing was changed.</param>
    /// <param name="wrong">What stands in the way; null when nothing does.</param>
    /// <param name="answer">The answer's case.</param>
    /// <exception cref="UnknownAnswerException">It is neither.</exception>
    public static Payload OfOrder(object? changed, WrongState? wrong, Enum answer) => Of(changed, wrong is null ? null : Explain(wrong), answer);

    /// <summary>The payload of a change of a return; as <see cref="OfOrder"/>.</summary>
    public static Payload OfReturn(object? changed, WrongState? wrong, Enum answer) => Of(changed, wrong is null ? null : ExplainReturn(wrong), answer);

    private static Payload Of(object? changed, WrongStateError? error, Enum answer) =>
        changed is not null ? new Payload(changed) : error is not null ? Payload.Failed(error) : throw new UnknownAnswerException(answer);

    /// <summary>What stands in an order's way, in words.</summary>
    private static WrongStateError Explain(WrongState wrong) => wrong.Status switch
    {
        "RETURN_WINDOW_OVER" => new(wrong.Status) { Message = "The time in which this order may be returned is over." },
        "RETURN_REQUESTED" => new(wrong.Status) { Message = "An order of which something is to be returned cannot be cancelled." },
        _ => new(wrong.Status),
    };

    /// <summary>What stands in a return's way, in words.</summary>
    private static WrongStateError ExplainReturn(WrongState wrong) =>
        new(wrong.Status) { Message = $"This cannot be done with a return that is {wrong.Status}." };
}
