using Commerce.Identity.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs.Shared;
using GraphQL;
using static Commerce.Identity.V1.IdentityService;

namespace CommerceKata.Gateway.Subgraphs.Identity;

/// <summary>How sessions begin, go on and end.</summary>
internal static class SessionResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        schema.Mutation("startGuestSession", StartGuestSessionAsync);
        schema.PasswordMutation<Register>("register", RegisterAsync);
        schema.PasswordMutation<Login>("login", LoginAsync);
        schema.Mutation<RefreshSession>("refreshSession", RefreshSessionAsync);
        schema.Mutation("logout", LogoutAsync);

        schema.Type<Session>("Session");
        schema.Type<InvalidCredentials>("InvalidCredentialsError")
            .Field("message", _ => "There is no such account, or the password is wrong.");
        schema.Type<EmailTaken>("EmailTakenError").Field("message", _ => "There is an account with this email address already. Log in, or reset its password.");
        schema.Type<TokenExpired>("TokenExpiredError").Field("message", _ => "The token was used before, or is too old. Ask for a new one, or log in again.");

        schema.Input<Register>("RegisterInput");
        schema.Input<Login>("LoginInput");
        schema.Input<RefreshSession>("RefreshSessionInput");
        schema.Payload("SessionPayload", "session");
        schema.Payload("LogoutPayload", "ok");
    }

    private static async Task<Payload> StartGuestSessionAsync(IResolveFieldContext call)
    {
        CallerToken.Forget(call);
        var answer = await call.Client<IdentityServiceClient>().StartGuestSessionAsync(new(), call.Options());
        return Opened(answer.Session, call);
    }

    private static async Task<Payload> RegisterAsync(Register input, IResolveFieldContext call)
    {
        var request = new RegisterRequest { Email = input.Email, Password = input.Password };
        var answer = await call.Client<IdentityServiceClient>().RegisterAsync(request, call.Options());
        return answer.ResultCase switch
        {
            RegisterResponse.ResultOneofCase.Session => Opened(answer.Session, call),
            RegisterResponse.ResultOneofCase.EmailTaken => Payload.Failed(answer.EmailTaken),
            RegisterResponse.ResultOneofCase.TooManyAttempts => Payload.Failed(new TooManyAttemptsError(answer.TooManyAttempts.RetryAfterSeconds)),
            _ => throw new UnknownAnswerException(answer.ResultCase),
        };
    }

    private static async Task<Payload> LoginAsync(Login input, IResolveFieldContext call)
    {
        var request = new LoginRequest { Email = input.Email, Password = input.Password };
        var answer = await call.Client<IdentityServiceClient>().LoginAsync(request, call.Options());
        return answer.ResultCase switch
        {
            LoginResponse.ResultOneofCase.Session => Opened(answer.Session, call),
            LoginResponse.ResultOneofCase.InvalidCredentials => Payload.Failed(answer.InvalidCredentials),
            LoginResponse.ResultOneofCase.TooManyAttempts => Payload.Failed(new TooManyAttemptsError(answer.TooManyAttempts.RetryAfterSeconds)),
            _ => throw new UnknownAnswerException(answer.ResultCase),
        };
    }

    private static async Task<Payload> RefreshSessionAsync(RefreshSession input, IResolveFieldContext call)
    {
        CallerToken.Forget(call);
        var request = new RefreshSessionRequest { RefreshToken = input.RefreshToken };
        var answer = await call.Client<IdentityServiceClient>().RefreshSessionAsync(request, call.Options());
        return answer.ResultCase switch
        {
            RefreshSessionResponse.ResultOneofCase.Session => Opened(answer.Session, call),
            RefreshSessionResponse.ResultOneofCase.TokenExpired => Payload.Failed(answer.TokenExpired),
            _ => throw new UnknownAnswerException(answer.ResultCase),
        };
    }

    private static async Task<Payload> LogoutAsync(IResolveFieldContext call)
    {
        await call.Client<IdentityServiceClient>().LogoutAsync(new(), call.Options());
        return new Payload(true);
    }

    public static Payload Opened(Session session, IResolveFieldContext call)
    {
        CallerToken.Become(call, session.AccessToken);
        return new Payload(session);
    }

    internal sealed record Register(string Email, string Password);

    internal sealed record Login(string Email, string Password);

    internal sealed record RefreshSession(string RefreshToken);
}
