using Commerce.Orders.V1;
using CommerceKata.Gateway.Engine;

namespace CommerceKata.Gateway.Subgraphs.Orders;

/// <summary>Why an order's or a return's state does not allow something.</summary>
internal static class WrongStates
{
    /// <summary>What stands in an order's way, in words.</summary>
    public static WrongStateError Explain(WrongState wrong) => wrong.Status switch
    {
        "RETURN_WINDOW_OVER" => new(wrong.Status) { Message = "The time in which this order may be returned is over." },
        "RETURN_REQUESTED" => new(wrong.Status) { Message = "An order of which something is to be returned cannot be cancelled." },
        _ => new(wrong.Status),
    };

    /// <summary>What stands in a return's way, in words.</summary>
    public static WrongStateError ExplainReturn(WrongState wrong) =>
        new(wrong.Status) { Message = $"This cannot be done with a return that is {wrong.Status}." };
}
