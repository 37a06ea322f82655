namespace CommerceKata.Orders;

/// <summary>Where a return stands. The diagram in docs/business-flows.md shows the same transitions.</summary>
internal enum ReturnStatus
{
    /// <summary>Nothing came back yet.</summary>
    Requested,

    /// <summary>It was not accepted.</summary>
    Rejected,

    /// <summary>It came back; the money is on its way.</summary>
    Refunding,
    Refunded,

    /// <summary>The payment gateway refused for good, or the bank sent the money back.</summary>
    RefundFailed,
}

/// <summary>What may follow what. Every change of status is an UPDATE on the condition of the status before.</summary>
internal static class ReturnTransitions
{
    private static readonly Dictionary<ReturnStatus, ReturnStatus[]> Next = new()
    {
        [ReturnStatus.Requested] = [ReturnStatus.Rejected, ReturnStatus.Refunding],
        [ReturnStatus.Refunding] = [ReturnStatus.Refunded, ReturnStatus.RefundFailed],
        [ReturnStatus.Refunded] = [ReturnStatus.RefundFailed],
        [ReturnStatus.RefundFailed] = [ReturnStatus.Refunding],
    };

    private static readonly Dictionary<ReturnStatus, string> Names = Enum.GetValues<ReturnStatus>()
        .ToDictionary(status => status, status => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString()));

    private static readonly Dictionary<string, ReturnStatus> Statuses = Names.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>All pairs, for the diagram.</summary>
    public static IEnumerable<(ReturnStatus From, ReturnStatus To)> All => Next.SelectMany(pair => pair.Value.Select(to => (pair.Key, to)));

    public static bool Allows(ReturnStatus from, ReturnStatus to) => Next.TryGetValue(from, out var next) && next.Contains(to);

    /// <summary>The name in the database and in answers: REFUND_FAILED.</summary>
    public static string Text(this ReturnStatus status) => Names[status];

    public static ReturnStatus Parse(string text) => Statuses[text];
}
