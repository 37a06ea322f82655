using CommerceKata.Gateway.Engine;

namespace CommerceKata.Gateway.Http;

/// <summary>What a body asks for: one operation, or several that are answered in one list.</summary>
/// <param name="Operations">The operations.</param>
/// <param name="IsBatch">Whether they came as a list.</param>
internal sealed record RequestBody(IReadOnlyList<Operation> Operations, bool IsBatch)
{
    /// <summary>One operation.</summary>
    public static RequestBody Single(Operation operation) => new([operation], IsBatch: false);

    /// <summary>Several. They may cost together what one may.</summary>
    public static RequestBody Batch(IReadOnlyList<Operation> operations)
    {
        var budget = new RequestBudget();
        return new([.. operations.Select(operation => operation with { Budget = budget })], IsBatch: true);
    }
}
