using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Engine;

/// <summary>A field of the input is not acceptable: a ValidationError in a payload, INVALID_INPUT elsewhere.</summary>
/// <param name="field">Path in the input, as the client knows it.</param>
/// <param name="problem">What is wrong with it.</param>
internal sealed class BadInputException(string field, Problem problem) : Exception(problem.Message)
{
    /// <summary>Path in the input, as the client knows it: address.postalCode.</summary>
    public string Field { get; } = field;

    public Problem Problem { get; } = problem;

    /// <summary>Of two fields only one may be given.</summary>
    /// <param name="other">The other one, as the client knows it.</param>
    public static Problem NotTogetherWith(string other) => new("ONE_OF", $"must not be given together with {other}", ("other", other));
}
