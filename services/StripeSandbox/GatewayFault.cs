namespace CommerceKata.StripeSandbox;

/// <summary>How a call goes wrong.</summary>
public enum FaultKind
{
    /// <summary>Waits before it executes.</summary>
    Delay,

    /// <summary>Executes, then waits with the answer.</summary>
    SlowAnswer,

    /// <summary>Waits before it executes until released.</summary>
    Hold,

    /// <summary>Executes, then keeps the answer back until released.</summary>
    HoldAnswer,

    /// <summary>Answers with an error and executes nothing; a repeat with the same key executes.</summary>
    Error,

    /// <summary>Executes nothing, and stores the error as the key's answer.</summary>
    StoredError,

    /// <summary>Executes, and stores an error as the key's answer.</summary>
    BrokenAnswer,

    /// <summary>Executes, then cuts the connection.</summary>
    LostAnswer,

    /// <summary>Cuts the connection and executes nothing.</summary>
    Refuse,
}

/// <summary>A fault to inject into matching calls.</summary>
/// <param name="Kind">How they go wrong.</param>
/// <param name="Method">E.g. <c>POST</c>; null matches all.</param>
/// <param name="Path">
/// E.g. <c>/v1/payment_intents/*/confirm</c>, <c>*</c> standing for one segment; null matches all.
/// </param>
/// <param name="Times">How many calls; null means until removed.</param>
/// <param name="DelayMs">How long the delayed kinds wait, in milliseconds.</param>
/// <param name="Status">What the error kinds answer: 400, 401, 403, 404, 409, 429 or 5xx.</param>
public sealed record GatewayFault(
    FaultKind Kind, string? Method = null, string? Path = null, int? Times = null, int DelayMs = 0, int Status = 500)
{
    internal StripeError Error => StripeError.Injected(Status);

    internal bool Matches(string method, string path) =>
        (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && MatchesPath(path);

    internal string? Problem() => this switch
    {
        { Times: < 1 } => "times must be 1 or more.",
        { DelayMs: < 0 or > 600_000 } => "delayMs must be 0 to 600000.",
        { Status: not (400 or 401 or 403 or 404 or 409 or 429 or >= 500 and <= 599) } =>
            "status must be 400, 401, 403, 404, 409, 429 or 5xx.",
        _ => null,
    };

    private bool MatchesPath(string path)
    {
        if (Path is null) return true;

        var pattern = Path.Split('/');
        var segments = path.Split('/');
        return pattern.Length == segments.Length
            && pattern.Zip(segments).All(pair => pair.First == "*" || pair.First == pair.Second);
    }
}
