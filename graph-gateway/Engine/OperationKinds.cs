namespace CommerceKata.Gateway.Engine;

/// <summary>What may be asked for on the way that an operation came.</summary>
[Flags]
internal enum OperationKinds
{
    /// <summary>Queries.</summary>
    Query = 1,

    /// <summary>Mutations: not with GET, which is safe by the definition of HTTP.</summary>
    Mutation = 2,

    /// <summary>Subscriptions: only where many results can be sent.</summary>
    Subscription = 4,

    /// <summary>All of them.</summary>
    Any = Query | Mutation | Subscription,
}
