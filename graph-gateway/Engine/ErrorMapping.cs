using Commerce.Errors.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using Google.Rpc;
using GraphQL;
using Grpc.Core;
using Violation = Commerce.Errors.V1.Violation;

namespace CommerceKata.Gateway.Engine;

/// <summary>The one place where the errors of services become those of GraphQL.</summary>
internal static class ErrorMapping
{
    /// <summary>The code of what nobody expected.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>The code of what needs a session, where there is none.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>What goes to the client at the top level: a stable code, and no word about what is behind it.</summary>
    public static ExecutionError ToTopLevel(Exception exception)
    {
        if (exception is ExecutionError error)
        {
            return error;
        }

        var violations = ValidationErrors(exception);
        if (violations.Count > 0)
        {
            return new ExecutionError(string.Join("; ", violations.Select(violation => $"{violation.Field} {violation.Message}")))
            {
                Code = "INVALID_INPUT",
                Extensions = new Dictionary<string, object?>
                {
                    ["violations"] = violations
                        .Select(violation => new Dictionary<string, object>
                        {
                            ["field"] = violation.Field,
                            ["message"] = violation.Message,
                            ["code"] = violation.Code,
                            ["params"] = violation.Params.ToDictionary(param => param.Name, param => param.Value),
                        })
                        .ToList(),
                },
            };
        }

        var (code, message) = Describe(exception is RpcException rpc ? rpc.StatusCode : StatusCode.Internal);
        return new ExecutionError(Said(exception) ?? WhyRefused(exception) ?? message) { Code = code };
    }

    /// <summary>What a payload can say of it; empty when it is not for the caller to act on.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <param name="about">The id that NOT_FOUND is about, as the client sent it.</param>
    public static IReadOnlyList<object> ToPayload(Exception exception, string? about) => exception switch
    {
        RpcException { StatusCode: StatusCode.NotFound } when about is not null =>
            [new NotFoundError(about, Said(exception) ?? Describe(StatusCode.NotFound).Message)],
        _ => ValidationErrors(exception),
    };

    /// <summary>One error per field that is not acceptable; the path is the one of the GraphQL input.</summary>
    public static IReadOnlyList<ValidationError> ValidationErrors(Exception exception) => exception switch
    {
        BadInputException bad => bad.Errors,
        RpcException { StatusCode: StatusCode.InvalidArgument } rpc => rpc.GetRpcStatus()?.GetDetail<InvalidInput>() is { Violations: { Count: > 0 } found }
            ? [.. found.Select(FromProto)]
            : [ValidationError.Of("input", new("INVALID", "is not valid"))],
        _ => [],
    };

    private static ValidationError FromProto(Violation violation) => new(
        InputPath(violation.Field),
        violation.Description,
        violation.Code,
        [.. violation.Params.OrderBy(param => param.Key, StringComparer.Ordinal).Select(param => new ErrorParam(param.Key, param.Value))]);

    /// <summary>address.postal_code is address.postalCode to our clients.</summary>
    private static string InputPath(string field) =>
        string.Join('.', field.Split('.').Select(part => string.Concat(part.Split('_').Select(
            (word, index) => index is 0 || word is "" ? word : char.ToUpperInvariant(word[0]) + word[1..]))));

    /// <summary>What one of our services said about the state of its things; null for anyone else's words.</summary>
    private static string? Said(Exception exception) =>
        exception is RpcException { StatusCode: StatusCode.NotFound or StatusCode.FailedPrecondition } rpc
        && rpc.GetRpcStatus() is { } status
        && status.GetDetail<ErrorInfo>()?.Domain == Fault.Domain
            ? status.Message
            : null;

    /// <summary>Why the token does not count; null when that is not what is wrong.</summary>
    private static string? WhyRefused(Exception exception) =>
        exception is RpcException { StatusCode: StatusCode.Unauthenticated } rpc ? RefusedToken.Read(rpc.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason)?.Message : null;

    private static (string Code, string Message) Describe(StatusCode status) => status switch
    {
        StatusCode.Unauthenticated => (Unauthenticated, "This needs a session. Log in, or start one as a guest."),
        StatusCode.PermissionDenied => ("FORBIDDEN", "You are not allowed to do this."),
        StatusCode.NotFound => ("NOT_FOUND", "There is no such thing here."),
        StatusCode.FailedPrecondition or StatusCode.Aborted =>
            ("CONFLICT", "Its present state does not allow this. Read it again."),
        StatusCode.ResourceExhausted => ("TOO_MANY_REQUESTS", "Too much at once; try again later."),
        StatusCode.Unavailable => ("SERVICE_UNAVAILABLE", "A part of the shop does not answer; try again later."),
        StatusCode.DeadlineExceeded => ("TIMEOUT", "A part of the shop took too long; try again later."),
        StatusCode.Unimplemented => ("NOT_IMPLEMENTED", "The shop cannot do this yet."),
        _ => (Internal, "Something went wrong on our side."),
    };
}
