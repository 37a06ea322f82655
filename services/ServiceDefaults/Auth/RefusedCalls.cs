using CommerceKata.ServiceDefaults.Errors;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>
/// Answers calls that are not let in, as gRPC has it: by a status with details. ASP.NET Core's own answer is an HTTP status, which
/// clients can only guess from. A method that there is none of is UNIMPLEMENTED, and a path that there is none of 404, for everybody.
/// </summary>
internal sealed class RefusedCalls : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) await next(context);
        else if (GrpcStatus.IsGrpc(context.Request)) Answer(context, authorizeResult);
        else if (context.GetEndpoint() is null) await next(context);
        else context.Response.StatusCode = authorizeResult.Challenged ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
    }

    private static void Answer(HttpContext context, PolicyAuthorizationResult refused)
    {
        var isMethod = context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not null;
        var fault = !isMethod ? new Fault(StatusCode.Unimplemented, "NO_SUCH_METHOD", "There is no such method here.")
            : refused.Challenged ? Fault.Unauthenticated(RefusedToken.Of(context))
            : Fault.Forbidden();
        GrpcStatus.Answer(context.Response, fault.ToRpc());
    }
}
