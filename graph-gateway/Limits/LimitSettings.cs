namespace CommerceKata.Gateway.Limits;

/// <summary>How much one caller, and all of them together, may ask for.</summary>
internal sealed class LimitSettings(IConfiguration settings)
{
    /// <summary><c>GraphQL:MaxCost</c>: the cost of an operation.</summary>
    public int MaxCost { get; } = SettingReader.Number(settings, "GraphQL:MaxCost", 2000, min: 1, max: 1_000_000_000);

    /// <summary><c>GraphQL:MaxDepth</c>: fields in one another.</summary>
    public int MaxDepth { get; } = SettingReader.Number(settings, "GraphQL:MaxDepth", 15, min: 1, max: 100);

    /// <summary><c>GraphQL:MaxRootFields</c>: fields of Query or Mutation in one operation.</summary>
    public int MaxRootFields { get; } = SettingReader.Number(settings, "GraphQL:MaxRootFields", 20, min: 1, max: 10_000);

    /// <summary><c>GraphQL:MaxAliases</c>: aliases in a document.</summary>
    public int MaxAliases { get; } = SettingReader.Number(settings, "GraphQL:MaxAliases", 50, min: 0, max: 10_000);

    /// <summary><c>GraphQL:MaxDirectives</c>: directives in a document.</summary>
    public int MaxDirectives { get; } = SettingReader.Number(settings, "GraphQL:MaxDirectives", 50, min: 0, max: 10_000);

    /// <summary><c>GraphQL:MaxFragments</c>: spreads of fragments in a document.</summary>
    public int MaxFragments { get; } = SettingReader.Number(settings, "GraphQL:MaxFragments", 100, min: 0, max: 10_000);

    /// <summary><c>GraphQL:MaxTokens</c>: names, values and signs in a document.</summary>
    public int MaxTokens { get; } = SettingReader.Number(settings, "GraphQL:MaxTokens", 2000, min: 10, max: 100_000);

    /// <summary><c>GraphQL:MaxBodyBytes</c>: the largest request body.</summary>
    public int MaxBodyBytes { get; } = SettingReader.Number(settings, "GraphQL:MaxBodyBytes", 256 * 1024, min: 1, max: int.MaxValue);

    /// <summary><c>GraphQL:MaxBytesInFlight</c>: bytes of bodies and messages that are still coming in, of all clients together.</summary>
    public int MaxBytesInFlight { get; } = SettingReader.Number(settings, "GraphQL:MaxBytesInFlight", 67_108_864, min: 1024, max: int.MaxValue);

    /// <summary><c>GraphQL:BodySeconds</c>: how long a request's body, or a message of a socket, may take from its beginning to its end.</summary>
    public TimeSpan BodyPatience { get; } = TimeSpan.FromSeconds(SettingReader.Number(settings, "GraphQL:BodySeconds", 10, min: 1, max: 3600));

    /// <summary><c>GraphQL:MaxBatch</c>: operations in one request.</summary>
    public int MaxBatch { get; } = SettingReader.Number(settings, "GraphQL:MaxBatch", 10, min: 1, max: 1000);

    /// <summary><c>GraphQL:DeadlineSeconds</c>: when the services must have answered, counted from the request's start.</summary>
    public TimeSpan Deadline { get; } = TimeSpan.FromSeconds(SettingReader.Number(settings, "GraphQL:DeadlineSeconds", 10, min: 1, max: 3600));

    /// <summary><c>GraphQL:MaxExecutions</c>: operations that run at once.</summary>
    public int MaxExecutions { get; } = SettingReader.Number(settings, "GraphQL:MaxExecutions", 256, min: 1, max: 100_000);

    /// <summary><c>GraphQL:MaxWaiting</c>: operations that wait for their turn.</summary>
    public int MaxWaiting { get; } = SettingReader.Number(settings, "GraphQL:MaxWaiting", 256, min: 0, max: 100_000);

    /// <summary><c>GraphQL:MaxSubscriptions</c>: subscriptions at once.</summary>
    public int MaxSubscriptions { get; } = SettingReader.Number(settings, "GraphQL:MaxSubscriptions", 10_000, min: 0, max: 1_000_000);

    /// <summary><c>GraphQL:MaxSubscriptionsPerCaller</c>: subscriptions at once with one token.</summary>
    public int MaxSubscriptionsPerCaller { get; } = SettingReader.Number(settings, "GraphQL:MaxSubscriptionsPerCaller", 100, min: 0, max: 1_000_000);

    /// <summary><c>GraphQL:MaxSubscriptionsPerAddress</c>: subscriptions at once from one address, whatever their tokens. Offices share an address.</summary>
    public int MaxSubscriptionsPerAddress { get; } = SettingReader.Number(settings, "GraphQL:MaxSubscriptionsPerAddress", 2000, min: 0, max: 1_000_000);

    /// <summary><c>GraphQL:MaxSocketsPerAddress</c>: open WebSockets from one address.</summary>
    public int MaxSocketsPerAddress { get; } = SettingReader.Number(settings, "GraphQL:MaxSocketsPerAddress", 2000, min: 0, max: 1_000_000);

    /// <summary><c>GraphQL:MaxSockets</c>: open WebSockets.</summary>
    public int MaxSockets { get; } = SettingReader.Number(settings, "GraphQL:MaxSockets", 10_000, min: 0, max: 1_000_000);
}
