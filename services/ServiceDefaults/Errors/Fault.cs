using Grpc.Core;

namespace CommerceKata.ServiceDefaults.Errors;

/// <summary>One thing that is wrong with an input.</summary>
/// <param name="Field">Its path, as the contract writes it: "address.postal_code".</param>
/// <param name="Problem">What is wrong with it.</param>
public readonly record struct Violation(string Field, Problem Problem)
{
    /// <summary>For the person who sent it.</summary>
    public string Description => Problem.Message;
}

/// <summary>
/// Ends an RPC with a status that the caller may see. The message reaches the caller:
/// it holds no SQL, no secret and nobody's data.
/// </summary>
/// <param name="code">The gRPC status.</param>
/// <param name="reason">Stable and in capitals, for programs: google.rpc.ErrorInfo's reason.</param>
/// <param name="message">For people.</param>
/// <param name="violations">What is wrong with the input, if that is it.</param>
public sealed class Fault(StatusCode code, string reason, string message, IReadOnlyList<Violation>? violations = null)
    : Exception(message)
{
    /// <summary>google.rpc.ErrorInfo's domain: by it the front door knows words that are meant for callers.</summary>
    public const string Domain = "commerce-kata";

    /// <summary>The gRPC status.</summary>
    public StatusCode Code => code;

    /// <summary>Stable and in capitals, for programs.</summary>
    public string Reason => reason;

    /// <summary>What is wrong with the input; empty for other faults.</summary>
    public IReadOnlyList<Violation> Violations => violations ?? [];

    /// <summary>The input breaks a rule.</summary>
    /// <param name="field">Its path: "address.postal_code".</param>
    /// <param name="problem">What is wrong.</param>
    public static Fault Invalid(string field, Problem problem) => Invalid([new(field, problem)]);

    /// <summary>The input breaks rules.</summary>
    /// <param name="violations">Each of them.</param>
    public static Fault Invalid(IReadOnlyList<Violation> violations) =>
        new(StatusCode.InvalidArgument, "INVALID_INPUT", "The input is not valid.", violations);

    /// <summary>There is none, or the caller may not know of it.</summary>
    /// <param name="what">"product", "order".</param>
    public static Fault NotFound(string what) => new(StatusCode.NotFound, "NOT_FOUND", $"No such {what}.");

    /// <summary>The thing's state does not allow it.</summary>
    /// <param name="reason">Stable, in capitals.</param>
    /// <param name="message">For people.</param>
    public static Fault Precondition(string reason, string message) => new(StatusCode.FailedPrecondition, reason, message);

    /// <summary>The caller may not do this.</summary>
    public static Fault Forbidden() => new(StatusCode.PermissionDenied, "FORBIDDEN", "This is not allowed for you.");

    /// <summary>Something needed is away, or an outcome is not known: the caller may try again.</summary>
    /// <param name="message">For people.</param>
    public static Fault Unavailable(string message) => new(StatusCode.Unavailable, "UNAVAILABLE", message);
}
