using GraphQL;

namespace CommerceKata.Gateway.Engine;

/// <summary>One operation to run.</summary>
/// <param name="Document">The document's text; null when only its id came.</param>
/// <param name="OperationName">Which of its operations; null when there is one.</param>
/// <param name="Variables">Their values.</param>
/// <param name="Extensions">Whatever else the client sent.</param>
/// <param name="Allowed">What the way it came allows.</param>
/// <param name="DocumentId">The document's id; null when only its text came.</param>
/// <param name="Cost">Whether the cost is told.</param>
/// <param name="Budget">What the operations of the same request ask for together; null when there is one.</param>
internal sealed record Operation(
    string? Document,
    string? OperationName,
    Inputs Variables,
    Inputs Extensions,
    OperationKinds Allowed,
    string? DocumentId = null,
    CostAnswer Cost = CostAnswer.None,
    RequestBudget? Budget = null);

/// <summary>Adds up what operations that came together ask for.</summary>
internal sealed class RequestBudget
{
    private long _spent;
    private int _passwords;

    /// <summary>Adds the cost of one more, and tells that of all so far.</summary>
    public long Spend(long cost) => Interlocked.Add(ref _spent, cost);

    /// <summary>Adds so many passwords to hash, and tells that of all so far.</summary>
    public int AddPasswords(int count) => Interlocked.Add(ref _passwords, count);
}

/// <summary>Whether the cost of an operation is told in <c>extensions.cost</c>.</summary>
internal enum CostAnswer
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>It is, beside the answer.</summary>
    Beside,

    /// <summary>It is the answer: the operation does not run.</summary>
    Only,
}
