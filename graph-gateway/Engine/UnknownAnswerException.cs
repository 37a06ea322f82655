namespace CommerceKata.Gateway.Engine;

/// <summary>A service answered with a case that this version does not know: INTERNAL, never taken for a success.</summary>
/// <param name="answer">The case.</param>
internal sealed class UnknownAnswerException(Enum answer) : Exception($"Cannot read the answer {answer.GetType().DeclaringType?.Name}.{answer}.");
