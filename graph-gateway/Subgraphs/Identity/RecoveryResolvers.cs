using Commerce.Identity.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs.Shared;
using GraphQL;
using static Commerce.Identity.V1.IdentityService;

namespace CommerceKata.Gateway.Subgraphs.Identity;

/// <summary>How people prove an email address, and get in again with it.</summary>
internal static class RecoveryResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        schema.Mutation("requestEmailVerification", RequestEmailVerificationAsync);
        schema.Mutation<VerifyEmail>("verifyEmail", VerifyEmailAsync);
        schema.Mutation<RequestPasswordReset>("requestPasswordReset", RequestPasswordResetAsync);
        schema.PasswordMutation<ResetPassword>("resetPassword", ResetPasswordAsync);

        schema.Input<VerifyEmail>("VerifyEmailInput");
        schema.Input<RequestPasswordReset>("RequestPasswordResetInput");
        schema.Input<ResetPassword>("ResetPasswordInput");
        schema.Payload("VerifyEmailPayload", "user");
        schema.Type<Payload>("RequestEmailVerificationPayload").Field("ok", payload => payload.Errors is null);
        schema.Type<Payload>("RequestPasswordResetPayload").Field("ok", payload => payload.Errors is null);
    }

    private static async Task<Payload> RequestEmailVerificationAsync(IResolveFieldContext call)
    {
        var answer = await call.Client<IdentityServiceClient>().RequestEmailVerificationAsync(new(), call.Options());
        return Taken(answer.TooManyAttempts);
    }

    private static async Task<Payload> VerifyEmailAsync(VerifyEmail input, IResolveFieldContext call)
    {
        CallerToken.Forget(call);
        var answer = await call.Client<IdentityServiceClient>().VerifyEmailAsync(new() { Token = input.Token }, call.Options());
        return answer.ResultCase switch
        {
            VerifyEmailResponse.ResultOneofCase.User => new Payload(answer.User),
            VerifyEmailResponse.ResultOneofCase.TokenExpired => Payload.Failed(answer.TokenExpired),
            _ => throw new UnknownAnswerException(answer.ResultCase),
        };
    }

    private static async Task<Payload> RequestPasswordResetAsync(RequestPasswordReset input, IResolveFieldContext call)
    {
        CallerToken.Forget(call);
        var answer = await call.Client<IdentityServiceClient>().RequestPasswordResetAsync(new() { Email = input.Email }, call.Options());
        return Taken(answer.TooManyAttempts);
    }

    private static async Task<Payload> ResetPasswordAsync(ResetPassword input, IResolveFieldContext call)
    {
        var request = new ResetPasswordRequest { Token = input.Token, NewPassword = input.NewPassword };
        var answer = await call.Client<IdentityServiceClient>().ResetPasswordAsync(request, call.Options());
        return answer.ResultCase switch
        {
            ResetPasswordResponse.ResultOneofCase.Session => SessionResolvers.Opened(answer.Session, call),
            ResetPasswordResponse.ResultOneofCase.TokenExpired => Payload.Failed(answer.TokenExpired),
            ResetPasswordResponse.ResultOneofCase.TooManyAttempts => Payload.Failed(new TooManyAttemptsError(answer.TooManyAttempts.RetryAfterSeconds)),
            _ => throw new UnknownAnswerException(answer.ResultCase),
        };
    }

    private static Payload Taken(TooManyAttempts? tooMany) => tooMany is null
        ? new Payload(true)
        : Payload.Failed(new TooManyAttemptsError(tooMany.RetryAfterSeconds));

    internal sealed record VerifyEmail(string Token);

    internal sealed record RequestPasswordReset(string Email);

    internal sealed record ResetPassword(string Token, string NewPassword);
}
