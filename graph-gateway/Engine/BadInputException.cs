using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Engine;

/// <summary>
/// Fields of the input are not acceptable: a ValidationError for each in a payload, INVALID_INPUT elsewhere.
/// </summary>
/// <param name="errors">Each of them; the path in the input is as the client knows it.</param>
internal sealed class BadInputException(IReadOnlyList<ValidationError> errors)
    : Exception(string.Join("; ", errors.Select(error => error.Message)))
{
    /// <summary>One field is not acceptable.</summary>
    /// <param name="field">Path in the input, as the client knows it: address.postalCode.</param>
    /// <param name="problem">What is wrong with it.</param>
    public BadInputException(string field, Problem problem)
        : this([ValidationError.Of(field, problem)])
    {
    }

    public IReadOnlyList<ValidationError> Errors { get; } = errors;
}
