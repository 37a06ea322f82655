namespace CommerceKata.Gateway.Engine;

/// <summary>A field of the input is not acceptable: a ValidationError in a payload, INVALID_INPUT elsewhere.</summary>
/// <param name="field">Path in the input, as the client knows it.</param>
/// <param name="message">What is wrong, for people.</param>
internal sealed class BadInputException(string field, string message) : Exception(message)
{
    /// <summary>Path in the input, as the client knows it: address.postalCode.</summary>
    public string Field { get; } = field;
}
