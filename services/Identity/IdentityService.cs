using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Proto = Commerce.Identity.V1;

namespace CommerceKata.Identity;

/// <summary>Identity's RPCs: proto to domain and back.</summary>
internal sealed class IdentityService(Sessions sessions, IdentityStore users, AddressStore addresses)
    : Proto.IdentityService.IdentityServiceBase
{
    private const int MaxTokenLength = 200;

    [AllowAnonymous]
    public override async Task<StartGuestSessionResponse> StartGuestSession(StartGuestSessionRequest request, ServerCallContext context) =>
        new() { Session = await sessions.StartGuestAsync(context.CancellationToken) };

    [AllowAnonymous]
    public override async Task<RegisterResponse> Register(RegisterRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var email = check.Email(request.Email, "email");
        Passwords.Check(check, request.Password, "password");
        check.ThrowIfAny();
        var caller = Caller.Of(context);
        Guid? guestId = caller.Who == Who.Guest ? caller.UserId : null;
        var session = await sessions.RegisterAsync(email, request.Password, guestId, context.CancellationToken);
        return session is null ? new() { EmailTaken = new EmailTaken() } : new() { Session = session };
    }

    [AllowAnonymous]
    public override async Task<LoginResponse> Login(LoginRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var email = check.Email(request.Email, "email");
        check.Require(request.Password.Length > 0, "password", "is required");
        check.ThrowIfAny();
        var session = await sessions.LoginAsync(email, request.Password, context.CancellationToken);
        return session is null ? new() { InvalidCredentials = new InvalidCredentials() } : new() { Session = session };
    }

    [AllowAnonymous]
    public override async Task<RefreshSessionResponse> RefreshSession(RefreshSessionRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var token = check.Text(request.RefreshToken, "refresh_token", MaxTokenLength);
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

    [AllowAnonymous]
    public override Task<VerifyEmailResponse> VerifyEmail(VerifyEmailRequest request, ServerCallContext context) =>
        throw NotOffered("Email addresses are not verified yet.");

    [AllowAnonymous]
    public override Task<RequestPasswordResetResponse> RequestPasswordReset(RequestPasswordResetRequest request, ServerCallContext context) =>
        throw NotOffered("Passwords cannot be reset yet.");

    [AllowAnonymous]
    public override Task<ResetPasswordResponse> ResetPassword(ResetPasswordRequest request, ServerCallContext context) =>
        throw NotOffered("Passwords cannot be reset yet.");

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

    private async Task<User> GetAsync(Guid id, CancellationToken cancel) => await users.FindAsync(id, cancel) ?? throw Fault.NotFound("user");

    private static Fault NotOffered(string message) => new(StatusCode.Unimplemented, "NOT_OFFERED", message);
}
