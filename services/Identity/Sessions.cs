using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using Google.Protobuf.WellKnownTypes;
using Proto = Commerce.Identity.V1;

namespace CommerceKata.Identity;

/// <summary>What comes of asking for a session: one, or how long to wait before asking again, or neither.</summary>
internal readonly record struct Admission(Proto.Session? Session, TimeSpan? Wait = null)
{
    /// <summary>Too many passwords wait to be hashed. That is over in a moment.</summary>
    public static readonly Admission Busy = new(null, TimeSpan.FromSeconds(1)) { IsBusy = true };

    /// <summary>Whether it is <see cref="Busy"/>, and not the caller who asked too often.</summary>
    public bool IsBusy { get; private init; }

    /// <summary>What came of a login, as metrics and log lines have it.</summary>
    public string Outcome => IsBusy ? "busy" : Wait is not null ? "throttled" : Session is null ? "refused" : "succeeded";
}

/// <summary>How people come in, stay and leave.</summary>
internal sealed partial class Sessions(
    Database database, IdentityStore users, SessionStore sessions, Passwords passwords, PasswordGate gate, AccessTokens tokens, MailedTokens mails, GuestCarts guests,
    Throttle throttle, TimeProvider time, ILogger<Sessions> log)
{
    public async Task<Proto.Session> StartGuestAsync(CancellationToken cancel)
    {
        var session = NewSession(guestId: null);
        var guest = User.Guest(session.Now);
        await sessions.OpenForGuestAsync(guest, session, cancel);
        IdentityMetrics.GuestStarted();
        // Nobody's session came before: the journey begins with this one.
        return await ToProtoAsync(guest, session.Id, journey: session.Id, session.Token, cancel);
    }

    /// <summary>Makes a customer, of the guest who asks if it is one, and mails them a token; no session when the email address is taken.</summary>
    public async Task<Admission> RegisterAsync(string email, string password, Guid? guestId, string address, CancellationToken cancel)
    {
        await using var attempt = await throttle.CountAsync(cancel, throttle.RegistrationsFrom(address));
        if (attempt.Wait is { } wait)
        {
            IdentityMetrics.RegistrationThrottled();
            return new(null, wait);
        }

        if (await gate.TryAsync(() => passwords.Hash(password), cancel) is not { } hash)
        {
            IdentityMetrics.RegistrationBusy();
            return Admission.Busy;
        }

        attempt.Keep();
        var session = NewSession(guestId);
        var customer = User.Registered(Who.Customer, email, session.Now);
        var user = await users.RegisterAsync(
            customer, hash, guestId, session,
            (transaction, made) => mails.SendAsync(transaction, TokenPurpose.VerifyEmail, made.Id, email, cancel), cancel);
        IdentityMetrics.Registered(user is not null);
        return new(user is null ? null : await GoOnAsync(user, session.Id, session.Token, cancel));
    }

    /// <summary>Opens a session, to which the guest who asks brings all they have; none when there is no such account, or the password is another.</summary>
    public async Task<Admission> LoginAsync(string email, string password, Guid? guestId, string address, CancellationToken cancel)
    {
        var admission = await TryLoginAsync(email, password, guestId, address, cancel);
        IdentityMetrics.Login(admission);
        if (admission.Session is null) LogFailedLogin(admission.Outcome, throttle.Logins(email).Name, address);
        return admission;
    }

    private async Task<Admission> TryLoginAsync(string email, string password, Guid? guestId, string address, CancellationToken cancel)
    {
        var (account, successes) = (throttle.Logins(email), throttle.SuccessfulLogins(email, address));
        if (await throttle.FindWaitAsync(successes, cancel) is { } pause) return new(null, pause);
        await using var attempt = await throttle.CountAsync(cancel, throttle.LoginsFrom(address), account);
        if (attempt.Wait is { } wait) return new(null, wait);
        while (true)
        {
            var login = await users.FindLoginAsync(email, cancel);
            if (await gate.TryAsync(() => passwords.Compare(login, password), cancel) is not { } compared) return Admission.Busy;
            attempt.Keep();
            if (login is null || !compared.IsRight) return default;
            var session = await OpenAsync(async transaction =>
            {
                if (!await IdentityStore.HasPasswordAsync(transaction, login.Id, login.PasswordHash, cancel)) return null;
                await attempt.ForgiveAsync(transaction, account, cancel);
                await throttle.CountDoneAsync(transaction, successes, cancel);
                return login.User;
            }, guestId, cancel);
            // Another password, or another hash of it, since we looked: look again.
            if (session is null) continue;
            if (compared.BetterHash is { } better) await users.RehashAsync(login.Id, login.PasswordHash, better, cancel);
            return new(session);
        }
    }

    /// <summary>Opens a session for whom the work of its transaction comes to, and ends the guest; null when that is nobody.</summary>
    public async Task<Proto.Session?> OpenAsync(Func<Transaction, Task<User?>> admit, Guid? guestId, CancellationToken cancel)
    {
        var session = NewSession(guestId);
        var (user, merged) = await database.TransactionAsync(async transaction =>
        {
            if (await admit(transaction) is not { } admitted) return ((User?)null, false);
            await SessionStore.OpenAsync(transaction, admitted.Id, session, cancel);
            return (admitted, guestId is { } guest && await guests.EndGuestAsync(transaction, guest, admitted.Id, session.Now, cancel));
        }, cancel);
        if (user is null) return null;
        if (merged) await guests.MergeNowAsync(guestId!.Value, user.Id, cancel);
        return await GoOnAsync(user, session.Id, session.Token, cancel);
    }

    /// <summary>
    /// Trades a refresh token for the next; null when it is no good. The session stays the same. Two tabs that refresh at once, and a
    /// client that repeats after a lost answer, are given the same next token.
    /// </summary>
    public async Task<Proto.Session?> RefreshAsync(string refreshToken, CancellationToken cancel)
    {
        var (verdict, issued, next) = await sessions.RotateAsync(SecretToken.Of(refreshToken), time.GetUtcNow().UtcDateTime, cancel);
        if (verdict == TokenVerdict.Reused) LogReused(issued!.SessionId);
        if (next is null) return null;
        // Read again: the role may have changed since the last token.
        var user = await users.FindAsync(issued!.UserId, cancel) ?? throw new InvalidOperationException("A session of nobody.");
        return await GoOnAsync(user, issued.SessionId, next, cancel);
    }

    /// <summary>Whether somebody who has its refresh token could go on with it.</summary>
    public Task<bool> IsOpenAsync(Guid sessionId, CancellationToken cancel) => sessions.IsOpenAsync(sessionId, time.GetUtcNow().UtcDateTime, cancel);

    public Task EndAsync(Guid sessionId, CancellationToken cancel) => sessions.EndAsync(sessionId, time.GetUtcNow().UtcDateTime, cancel);

    private NewSession NewSession(Guid? guestId) => new(Guid.CreateVersion7(), SecretToken.New(), time.GetUtcNow().UtcDateTime, guestId);

    private async Task<Proto.Session> GoOnAsync(User user, Guid sessionId, SecretToken refresh, CancellationToken cancel) =>
        await ToProtoAsync(user, sessionId, await sessions.JourneyAsync(sessionId, cancel), refresh, cancel);

    private async Task<Proto.Session> ToProtoAsync(User user, Guid sessionId, Guid journey, SecretToken refresh, CancellationToken cancel)
    {
        var (access, expiresAt) = await tokens.MintAsync(user, sessionId, journey, cancel);
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

    // The same for unknown accounts and wrong passwords: who reads logs need not know who has an account.
    [LoggerMessage(2, LogLevel.Information, "A login failed: {Outcome}, account {Account}, from {ClientAddress}")]
    private partial void LogFailedLogin(string outcome, string account, string clientAddress);
}
