using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CommerceKata.Identity;

/// <summary>What a mailed token is good for.</summary>
internal enum TokenPurpose
{
    VerifyEmail,
    ResetPassword,
}

/// <summary>
/// Tokens that go out by mail. Of each purpose a user has one, as a hash; a new one replaces it. The token itself
/// leaves in an event, sealed, since outboxes and dead letters are read by more people than a mailbox is.
/// </summary>
internal sealed class MailedTokens(Outbox outbox, ServiceSecrets secrets, IdentityOptions options, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Makes one, and has it mailed when the transaction commits.</summary>
    public async Task SendAsync(Transaction transaction, TokenPurpose purpose, Guid userId, string email, CancellationToken cancel)
    {
        const string sql = """
            INSERT INTO mailed_token (user_id, purpose, hash, expires_at) VALUES (@UserId, @Purpose, @Hash, @ExpiresAt)
            ON CONFLICT (user_id, purpose) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at
            """;
        var (token, request) = (SecretToken.New(), Guid.CreateVersion7());
        var expiresAt = Now + (purpose == TokenPurpose.VerifyEmail ? options.VerificationLifetime : options.ResetLifetime);
        await transaction.ExecuteAsync(sql, new { UserId = userId, Purpose = Text(purpose), token.Hash, ExpiresAt = expiresAt }, cancel);
        var (sealedToken, until) = (secrets.Seal(token.Text, request), Timestamp.FromDateTime(expiresAt));
        IMessage fact = purpose == TokenPurpose.VerifyEmail
            ? new EmailVerificationRequested { Id = $"{request}", UserId = $"{userId}", Email = email, Token = sealedToken, ExpiresAt = until }
            : new PasswordResetRequested { Id = $"{request}", UserId = $"{userId}", Email = email, Token = sealedToken, ExpiresAt = until };
        await outbox.PublishAsync(transaction, "account", userId, fact, cancel);
    }

    /// <summary>Uses a token up, with the transaction: of two who come with it, one gets the user, and the other null.</summary>
    public Task<Guid?> SpendAsync(Transaction transaction, TokenPurpose purpose, SecretToken token, CancellationToken cancel)
    {
        const string sql = "DELETE FROM mailed_token WHERE hash = @Hash AND purpose = @Purpose AND expires_at > @Now RETURNING user_id";
        return transaction.QuerySingleOrDefaultAsync<Guid?>(sql, new { token.Hash, Purpose = Text(purpose), Now }, cancel);
    }

    /// <summary>Whose email address a token is for, if it is good at this moment. Without it nobody has us hash a password.</summary>
    public Task<string?> FindEmailAsync(ISql sql, TokenPurpose purpose, SecretToken token, CancellationToken cancel)
    {
        const string find = """
            SELECT a.email FROM mailed_token t JOIN account a ON a.id = t.user_id
            WHERE t.hash = @Hash AND t.purpose = @Purpose AND t.expires_at > @Now
            """;
        return sql.QuerySingleOrDefaultAsync<string>(find, new { token.Hash, Purpose = Text(purpose), Now }, cancel);
    }

    private static string Text(TokenPurpose purpose) => purpose == TokenPurpose.VerifyEmail ? "verify-email" : "reset-password";
}
