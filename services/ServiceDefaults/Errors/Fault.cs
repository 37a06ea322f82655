using System.Diagnostics;
using Commerce.Errors.V1;
using CommerceKata.ServiceDefaults.Auth;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
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

    /// <summary>The call needs a token, and has none that counts.</summary>
    /// <param name="refused">Why the one that it has does not; null when it has none.</param>
    public static Fault Unauthenticated(RefusedToken? refused) => refused is null
        ? new(StatusCode.Unauthenticated, "NO_TOKEN", "This needs a session. Log in, or start one as a guest.")
        : new(StatusCode.Unauthenticated, refused.Code, refused.Message);

    /// <summary>The caller may not do this.</summary>
    public static Fault Forbidden() => new(StatusCode.PermissionDenied, "FORBIDDEN", "This is not allowed for you.");

    /// <summary>Something needed is away, or an outcome is not known: the caller may try again.</summary>
    /// <param name="message">For people.</param>
    public static Fault Unavailable(string message) => new(StatusCode.Unavailable, "UNAVAILABLE", message);

    /// <summary>The gRPC status, with its details (google.rpc.Status).</summary>
    public RpcException ToRpc()
    {
        var info = new ErrorInfo { Domain = Domain, Reason = Reason };
        if (Activity.Current is { } activity) info.Metadata.Add("trace_id", activity.TraceId.ToString());
        var status = new Google.Rpc.Status { Code = (int)Code, Message = Message, Details = { Any.Pack(info) } };
        if (Violations.Count > 0)
        {
            status.Details.Add(Any.Pack(new BadRequest
            {
                FieldViolations =
                {
                    Violations.Select(v => new BadRequest.Types.FieldViolation { Field = v.Field, Description = v.Description, Reason = v.Problem.Code }),
                },
            }));
            status.Details.Add(Any.Pack(new InvalidInput { Violations = { Violations.Select(ToProto) } }));
        }

        return status.ToRpcException();
    }

    private static Commerce.Errors.V1.Violation ToProto(Violation violation) => new()
    {
        Field = violation.Field,
        Description = violation.Description,
        Code = violation.Problem.Code,
        Params = { violation.Problem.Params.ToDictionary(param => param.Name, param => param.Value) },
    };
}
