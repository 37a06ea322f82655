using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Engine;

/// <summary>Fields of the input are not acceptable: a ValidationError each in a payload, INVALID_INPUT elsewhere.</summary>
/// <param name="violations">Each field by its path in the input, as the client knows it: address.postalCode.</param>
internal sealed class BadInputException(IReadOnlyList<Violation> violations) : Exception(violations[0].Description)
{
    /// <summary>One field is not acceptable.</summary>
    public BadInputException(string field, Problem problem)
        : this([new(field, problem)])
    {
    }

    /// <summary>What is wrong, and where.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;

    /// <summary>Of two fields only one may be given.</summary>
    /// <param name="other">The other one, as the client knows it.</param>
    public static Problem NotTogetherWith(string other) => new("ONE_OF", $"must not be given together with {other}", ("other", other));
}
