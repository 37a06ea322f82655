using CommerceKata.ServiceDefaults.Auth;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Identity;
using Proto = Commerce.Identity.V1;

namespace CommerceKata.Identity;

/// <summary>How people come in, stay and leave.</summary>
internal sealed partial class Sessions(
    IdentityStore users, SessionStore sessions, Passwords passwords, AccessTokens tokens, TimeProvider time, ILogger<Sessions> log)
{
    public async Task<Proto.Session> StartGuestAsync(CancellationToken cancel)
    {
        var session = NewSession();
        var guest = User.Guest(session.Now);
        await users.AddGuestAsync(guest, session, cancel);
        return await ToProtoAsync(guest, session.Id, session.Token, cancel);
    }

    /// <summary>Makes a customer, of the guest who asks if it is one; null when the email address is taken.</summary>
    public async Task<Proto.Session?> RegisterAsync(string email, string password, Guid? guestId, CancellationToken cancel)
    {
        var session = NewSession();
        var customer = User.Registered(Who.Customer, email, session.Now);
        var user = await users.RegisterAsync(customer, passwords.Hash(password), guestId, session, cancel);
        return user is null ? null : await ToProtoAsync(user, session.Id, session.Token, cancel);
    }

    /// <summary>Opens a session; null when there is no such account, or the password is another.</summary>
    public async Task<Proto.Session?> LoginAsync(string email, string password, CancellationToken cancel)
    {
        var login = await users.FindLoginAsync(email, cancel);
        var result = passwords.Verify(login?.PasswordHash, password);
        if (login is null || result == PasswordVerificationResult.Failed) return null;
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            await users.RehashAsync(login.Id, login.PasswordHash, passwords.Hash(password), cancel);
        var session = NewSession();
        await sessions.OpenAsync(login.Id, session, cancel);
        return await ToProtoAsync(login.User, session.Id, session.Token, cancel);
    }

    /// <summary>Trades a refresh token for the next; null when it is no good. The session stays the same.</summary>
    public async Task<Proto.Session?> RefreshAsync(string refreshToken, CancellationToken cancel)
    {
        var next = RefreshToken.New();
        var (verdict, issued) = await sessions.RotateAsync(RefreshToken.Of(refreshToken), next, time.GetUtcNow().UtcDateTime, cancel);
        if (verdict == TokenVerdict.Reused) LogReused(issued!.SessionId);
        if (verdict != TokenVerdict.Good) return null;
        // Read again: the role may have changed since the last token.
        var user = await users.FindAsync(issued!.UserId, cancel) ?? throw new InvalidOperationException("A session of nobody.");
        return await ToProtoAsync(user, issued.SessionId, next, cancel);
    }

    public Task EndAsync(Guid sessionId, CancellationToken cancel) => sessions.EndAsync(sessionId, time.GetUtcNow().UtcDateTime, cancel);

    private NewSession NewSession() => new(Guid.CreateVersion7(), RefreshToken.New(), time.GetUtcNow().UtcDateTime);

    private async Task<Proto.Session> ToProtoAsync(User user, Guid sessionId, RefreshToken refresh, CancellationToken cancel)
    {
        var (access, expiresAt) = await tokens.MintAsync(user, sessionId, cancel);
        return new()
        {
            AccessToken = access,
            RefreshToken = refresh.Text,
            ExpiresAt = Timestamp.FromDateTimeOffset(expiresAt),
            User = user.ToProto(),
        };
    }

    [LoggerMessage(1, LogLevel.Warning, "A spent refresh token of session {SessionId} came again: the session is ended")]
    private partial void LogReused(Guid sessionId);
}
