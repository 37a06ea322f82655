using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Identity;

/// <summary>How people prove that an email address is theirs, and get in again with it.</summary>
internal sealed class Recovery(
    Database database, IdentityStore users, MailedTokens tokens, Passwords passwords, PasswordGate gate, Sessions sessions, ResetRequests requests, Throttle throttle,
    TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Mails a token to confirm the address with, unless it is confirmed; how long to wait, when it was asked for too often.</summary>
    public async Task<TimeSpan?> RequestVerificationAsync(Guid userId, string address, CancellationToken cancel)
    {
        if (await users.FindAsync(userId, cancel) is not { Email: { } email, EmailVerified: false }) return null;
        if (await throttle.RefuseAsync(cancel, throttle.MailsFrom(address), throttle.Mails(email)) is { } wait) return wait;
        await database.TransactionAsync(transaction => tokens.SendAsync(transaction, TokenPurpose.VerifyEmail, userId, email, cancel), cancel);
        return null;
    }

    /// <summary>Confirms the address of the token; null when the token is no good.</summary>
    public Task<User?> VerifyAsync(string token, CancellationToken cancel) =>
        database.TransactionAsync(async transaction =>
            await tokens.SpendAsync(transaction, TokenPurpose.VerifyEmail, SecretToken.Of(token), cancel) is { } userId
                ? await IdentityStore.ConfirmEmailAsync(transaction, userId, Now, cancel)
                : null, cancel);

    /// <summary>Takes a request in; it is looked at later, so that known addresses take no longer. How long to wait, when there were too many.</summary>
    public async Task<TimeSpan?> RequestResetAsync(string email, string address, CancellationToken cancel)
    {
        if (await throttle.RefuseAsync(cancel, throttle.MailsFrom(address), throttle.Mails(email)) is { } wait) return wait;
        await requests.AddAsync(email, cancel);
        return null;
    }

    /// <summary>
    /// Sets the password of the token's user, ends their sessions and opens one; none when the token is no good. Whoever
    /// was kept out by somebody else's guesses is in again. The token stays good when there is no room to hash the password.
    /// </summary>
    /// <exception cref="Fault">The password is the account's email address.</exception>
    public async Task<Admission> ResetAsync(string text, string newPassword, Guid? guestId, CancellationToken cancel)
    {
        var token = SecretToken.Of(text);
        if (await tokens.FindEmailAsync(database, TokenPurpose.ResetPassword, token, cancel) is not { } email) return default;
        var check = new Violations();
        Passwords.Check(check, newPassword, "new_password", email);
        check.ThrowIfAny();
        if (await gate.TryAsync(() => passwords.Hash(newPassword), cancel) is not { } hash) return Admission.Busy;
        return new(await sessions.OpenAsync(async transaction =>
        {
            if (await tokens.SpendAsync(transaction, TokenPurpose.ResetPassword, token, cancel) is not { } userId) return null;
            var user = await IdentityStore.SetPasswordAsync(transaction, userId, hash, Now, cancel);
            await SessionStore.EndAllAsync(transaction, userId, Now, cancel);
            await ThrottleStore.ForgetAsync(transaction, throttle.Logins(user.Email!), cancel);
            return user;
        }, guestId, cancel));
    }
}
