namespace CommerceKata.ServiceDefaults.Data;

/// <summary>
/// Brings rows that were there before a migration up to date, some at a time: by <c>migrate</c>, after the scripts. It may end at any
/// moment, and goes on where it stood.
/// </summary>
public interface IBackfill
{
    /// <summary>What it sees to, for those who wait: "the words of products".</summary>
    string What { get; }

    /// <summary>Does some, and commits.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>How many; 0 when there are no more.</returns>
    Task<int> RunBatchAsync(CancellationToken cancel);
}
