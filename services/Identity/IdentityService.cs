using Commerce.Identity.V1;
using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Proto = Commerce.Identity.V1;

namespace CommerceKata.Identity;

/// <summary>Identity's RPCs: proto to domain and back.</summary>
internal sealed class IdentityService(
    Sessions sessions, Recovery recovery, IdentityStore users, AddressStore addresses, EndedSessionsFeed ended, IHostApplicationLifetime process)
    : Proto.IdentityService.IdentityServiceBase
{
    [AllowAnonymous]
    public override async Task<StartGuestSessionResponse> StartGuestSession(StartGuestSessionRequest request, ServerCallContext context) =>
        new() { Session = await sessions.StartGuestAsync(context.CancellationToken) };

    [AllowAnonymous]
    public override async Task<RegisterResponse> Register(RegisterRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var email = check.Email(request.Email, "email").Text;
        Passwords.Check(check, request.Password, "password", email);
        check.ThrowIfAny();
        var admission = await sessions.RegisterAsync(email, request.Password, await GuestAsync(context), ClientAddress.Of(context), context.CancellationToken);
        if (admission.Wait is { } pause) return new() { TooManyAttempts = TooMany(pause) };
        return admission.Session is not { } session ? new() { EmailTaken = new EmailTaken() } : new() { Session = session };
    }

    [AllowAnonymous]
    public override async Task<LoginResponse> Login(LoginRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var email = await AccountEmailAsync(check, request.Email, context);
        check.Require(request.Password.Length > 0, "password", Problem.Required);
        check.ThrowIfAny();
        var admission = await sessions.LoginAsync(email, request.Password, await GuestAsync(context), ClientAddress.Of(context), context.CancellationToken);
        if (admission.Wait is { } pause) return new() { TooManyAttempts = TooMany(pause) };
        return admission.Session is not { } session ? new() { InvalidCredentials = new InvalidCredentials() } : new() { Session = session };
    }

    [AllowAnonymous]
    public override async Task<RefreshSessionResponse> RefreshSession(RefreshSessionRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var token = check.Text(request.RefreshToken, "refresh_token", SecretToken.MaxLength);
        check.ThrowIfAny();
        var session = await sessions.RefreshAsync(token, context.CancellationToken);
        return session is null ? new() { TokenExpired = new TokenExpired() } : new() { Session = session };
    }

    [Allow(Who.User)]
    public override async Task<LogoutResponse> Logout(LogoutRequest request, ServerCallContext context)
    {
        await sessions.EndAsync(Caller.Of(context).SessionId, context.CancellationToken);
        return new();
    }

    [Allow(Who.Service)]
    public override async Task WatchEndedSessions(
        WatchEndedSessionsRequest request, IServerStreamWriter<WatchEndedSessionsResponse> answers, ServerCallContext context)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, process.ApplicationStopping);
        try
        {
            await foreach (var sessionIds in ended.ReadAsync(until.Token))
                await answers.WriteAsync(new() { SessionIds = { sessionIds.Select(id => id.ToString()) } }, until.Token);
        }
        catch (OperationCanceledException) when (process.ApplicationStopping.IsCancellationRequested)
        {
            throw Fault.Unavailable("This process stops: watch again.");
        }
    }

    [Allow(Who.Customer | Who.Admin)]
    public override async Task<RequestEmailVerificationResponse> RequestEmailVerification(
        RequestEmailVerificationRequest request, ServerCallContext context)
    {
        var wait = await recovery.RequestVerificationAsync(Caller.Of(context).UserId, ClientAddress.Of(context), context.CancellationToken);
        return new() { TooManyAttempts = wait is { } pause ? TooMany(pause) : null };
    }

    [AllowAnonymous]
    public override async Task<VerifyEmailResponse> VerifyEmail(VerifyEmailRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var token = check.Text(request.Token, "token", SecretToken.MaxLength);
        check.ThrowIfAny();
        var user = await recovery.VerifyAsync(token, context.CancellationToken);
        return user is null ? new() { TokenExpired = new TokenExpired() } : new() { User = user.ToProto() };
    }

    [AllowAnonymous]
    public override async Task<RequestPasswordResetResponse> RequestPasswordReset(RequestPasswordResetRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var email = await AccountEmailAsync(check, request.Email, context);
        check.ThrowIfAny();
        var wait = await recovery.RequestResetAsync(email, ClientAddress.Of(context), context.CancellationToken);
        return new() { TooManyAttempts = wait is { } pause ? TooMany(pause) : null };
    }

    [AllowAnonymous]
    public override async Task<ResetPasswordResponse> ResetPassword(ResetPasswordRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var token = check.Text(request.Token, "token", SecretToken.MaxLength);
        Passwords.Check(check, request.NewPassword, "new_password");
        check.ThrowIfAny();
        var admission = await recovery.ResetAsync(token, request.NewPassword, await GuestAsync(context), context.CancellationToken);
        if (admission.Wait is { } pause) return new() { TooManyAttempts = TooMany(pause) };
        return admission.Session is not { } session ? new() { TokenExpired = new TokenExpired() } : new() { Session = session };
    }

    [Allow(Who.Any)]
    public override async Task<GetUserResponse> GetUser(GetUserRequest request, ServerCallContext context)
    {
        var id = Caller.Of(context).ActingFor(request.Id, "id");
        return new() { User = (await GetAsync(id, context.CancellationToken)).ToProto() };
    }

    [Allow(Who.Any)]
    public override async Task<ListAddressesResponse> ListAddresses(ListAddressesRequest request, ServerCallContext context)
    {
        var userId = Caller.Of(context).ActingFor(request.UserId);
        await GetAsync(userId, context.CancellationToken);
        var saved = await addresses.ListAsync(userId, context.CancellationToken);
        return new() { Addresses = { saved.Select(address => address.ToProto()) } };
    }

    [Allow(Who.Any)]
    public override async Task<GetAddressResponse> GetAddress(GetAddressRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var check = new Violations();
        var id = check.Id(request.Id, "id");
        var ownerId = caller.IsService ? check.Id(request.UserId, "user_id") : caller.UserId;
        check.ThrowIfAny();
        var address = await addresses.FindAsync(ownerId, id, context.CancellationToken) ?? throw Fault.NotFound("address");
        return new() { Address = address.ToProto() };
    }

    [Allow(Who.Customer | Who.Admin)]
    public override async Task<SaveAddressResponse> SaveAddress(SaveAddressRequest request, ServerCallContext context)
    {
        var change = AddressChange.Read(request);
        var address = await addresses.SaveAsync(Caller.Of(context).UserId, change, context.CancellationToken);
        return new() { Address = address.ToProto() };
    }

    [Allow(Who.Customer | Who.Admin)]
    public override async Task<DeleteAddressResponse> DeleteAddress(DeleteAddressRequest request, ServerCallContext context)
    {
        var id = Violations.OnlyId(request.Id, "id");
        if (!await addresses.DeleteAsync(Caller.Of(context).UserId, id, context.CancellationToken)) throw Fault.NotFound("address");
        return new();
    }

    /// <summary>An email address, or what an account of a version before has for one.</summary>
    private async Task<string> AccountEmailAsync(Violations check, string email, ServerCallContext context)
    {
        var line = check.Line(email, "email", EmailAddress.MaxLength);
        if (check.Names("email") || EmailAddress.TryParse(line, out _)) return line;
        check.Require(await users.HasEmailAsync(line, context.CancellationToken), "email", Problem.NotAnEmail);
        return line;
    }

    private async Task<User> GetAsync(Guid id, CancellationToken cancel) => await users.FindAsync(id, cancel) ?? throw Fault.NotFound("user");

    /// <summary>
    /// The guest whose token came along; null when it is nobody's, or somebody's who is no guest. One that has expired does not count, but the
    /// guest may still be there: to go on without them would lose their cart (ADR 7).
    /// </summary>
    private async Task<Guid?> GuestAsync(ServerCallContext context)
    {
        var expired = RefusedToken.ExpiredCaller(context);
        if (expired.Who == Who.Guest && await sessions.IsOpenAsync(expired.SessionId, context.CancellationToken)) throw Fault.Unauthenticated(RefusedToken.Expired);
        return Caller.Of(context) is { Who: Who.Guest, UserId: var guest } ? guest : null;
    }

    /// <summary>Rounded up: who waits so long has waited long enough.</summary>
    private static TooManyAttempts TooMany(TimeSpan wait) => new() { RetryAfterSeconds = (int)Math.Ceiling(wait.TotalSeconds) };
}
