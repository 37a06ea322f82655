using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using Npgsql;

namespace CommerceKata.Identity;

/// <summary>All SQL on accounts. <see cref="SessionStore"/> and <see cref="AddressStore"/> have the rest of what people own.</summary>
internal sealed class IdentityStore(Database database)
{
    private const string Columns = "id, role, email, email_verified, created_at";

    public Task<User?> FindAsync(Guid id, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<User>($"SELECT {Columns} FROM account WHERE id = @id", new { id }, cancel);

    /// <summary>The account of an email address, however its letters' case is written.</summary>
    public Task<Login?> FindLoginAsync(string email, CancellationToken cancel) => FindLoginAsync(database, email, cancel);

    public static Task<Login?> FindLoginAsync(ISql sql, string email, CancellationToken cancel) =>
        sql.QuerySingleOrDefaultAsync<Login>(
            $"SELECT {Columns}, password_hash FROM account WHERE lower(email) = lower(@email)", new { email }, cancel);

    /// <summary>Keeps a better hash of the same password, unless the password was changed meanwhile.</summary>
    public Task RehashAsync(Guid id, string oldHash, string newHash, CancellationToken cancel)
    {
        const string sql = "UPDATE account SET password_hash = @newHash WHERE id = @id AND password_hash = @oldHash";
        return database.ExecuteAsync(sql, new { id, oldHash, newHash }, cancel);
    }

    /// <summary>Adds a guest, with their session.</summary>
    public Task AddGuestAsync(User guest, NewSession session, CancellationToken cancel) =>
        database.TransactionAsync(async transaction =>
        {
            await AddAsync(transaction, guest, null, cancel);
            await SessionStore.OpenAsync(transaction, guest.Id, session, cancel);
        }, cancel);

    /// <summary>
    /// Makes a customer, out of the guest if one is given, with a session; the guest's own sessions end. Null when
    /// the email address is taken.
    /// </summary>
    public async Task<User?> RegisterAsync(User customer, string passwordHash, Guid? guestId, NewSession session, CancellationToken cancel)
    {
        try
        {
            return await database.TransactionAsync(async transaction =>
            {
                // Somebody who registered before with this guest's token is a guest no more: then this is one more customer.
                var user = guestId is { } id ? await UpgradeAsync(transaction, id, customer, passwordHash, cancel) : null;
                if (user is not null) await SessionStore.EndAllAsync(transaction, user.Id, session.Now, cancel);
                else await AddAsync(transaction, user = customer, passwordHash, cancel);
                await SessionStore.OpenAsync(transaction, user.Id, session, cancel);
                return user;
            }, cancel);
        }
        catch (PostgresException error) when (error is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "account_email" })
        {
            return null;
        }
    }

    public static Task AddAsync(Transaction transaction, User user, string? passwordHash, CancellationToken cancel)
    {
        const string sql = """
            INSERT INTO account (id, role, email, password_hash, email_verified, created_at, updated_at)
            VALUES (@Id, @Role, @Email, @PasswordHash, @EmailVerified, @CreatedAt, @CreatedAt)
            """;
        return transaction.ExecuteAsync(
            sql, new { user.Id, user.Role, user.Email, PasswordHash = passwordHash, user.EmailVerified, user.CreatedAt }, cancel);
    }

    private static Task<User?> UpgradeAsync(Transaction transaction, Guid guestId, User customer, string passwordHash, CancellationToken cancel)
    {
        const string sql = $"""
            UPDATE account SET role = @Role, email = @Email, password_hash = @PasswordHash, updated_at = @CreatedAt
            WHERE id = @GuestId AND role = @Guest RETURNING {Columns}
            """;
        return transaction.QuerySingleOrDefaultAsync<User>(sql, new
        {
            customer.Role,
            customer.Email,
            customer.CreatedAt,
            PasswordHash = passwordHash,
            GuestId = guestId,
            Guest = Who.Guest.Claim(),
        }, cancel);
    }
}
