using CommerceKata.Addresses;
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

    /// <summary>The account of an email address, however it is written; of two whose addresses are one, the one that is written so.</summary>
    public Task<Login?> FindLoginAsync(string email, CancellationToken cancel) => FindLoginAsync(database, email, cancel);

    public static Task<Login?> FindLoginAsync(ISql sql, string email, CancellationToken cancel)
    {
        // A version before, which may still run, writes no key.
        const string find = $"""
            SELECT {Columns}, password_hash, password_form FROM account
            WHERE email_key = @key OR (email_key IS NULL AND lower(email) = lower(@email))
            ORDER BY email = @email DESC, lower(email) = lower(@email) DESC, email_clashes, created_at LIMIT 1
            """;
        return sql.QuerySingleOrDefaultAsync<Login>(find, new { email, key = EmailAddress.KeyOf(email) }, cancel);
    }

    /// <summary>Whether an account has just this address. It may be one that the shop would not take today.</summary>
    public async Task<bool> HasEmailAsync(string email, CancellationToken cancel) =>
        await database.QuerySingleOrDefaultAsync<Guid?>("SELECT id FROM account WHERE lower(email) = lower(@email)", new { email }, cancel) is not null;

    /// <summary>Keeps a better hash of the same password, unless the password was changed meanwhile.</summary>
    public Task RehashAsync(Guid id, string oldHash, string newHash, CancellationToken cancel)
    {
        const string sql = $"UPDATE account SET password_hash = @newHash, password_form = '{Passwords.Form}' WHERE id = @id AND password_hash = @oldHash";
        return database.ExecuteAsync(sql, new { id, oldHash, newHash }, cancel);
    }

    /// <summary>
    /// Makes a customer, out of the guest if one is given, with a session; the guest's own sessions end. Null when
    /// the email address is taken. What else belongs to it is done in the same transaction.
    /// </summary>
    public async Task<User?> RegisterAsync(
        User customer, string passwordHash, Guid? guestId, NewSession session, Func<Transaction, User, Task> also, CancellationToken cancel)
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
                await also(transaction, user);
                return user;
            }, cancel);
        }
        catch (PostgresException error) when (error is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "account_email" or "account_email_key" })
        {
            return null;
        }
    }

    /// <summary>Whether an account still has this password hash, and sees to it that it keeps it until the transaction ends.</summary>
    public static async Task<bool> HasPasswordAsync(Transaction transaction, Guid id, string hash, CancellationToken cancel) =>
        await transaction.QuerySingleOrDefaultAsync<Guid?>(
            "SELECT id FROM account WHERE id = @id AND password_hash = @hash FOR SHARE", new { id, hash }, cancel) is not null;

    /// <summary>Notes that the address is its owner's.</summary>
    public static Task<User?> ConfirmEmailAsync(Transaction transaction, Guid id, DateTime now, CancellationToken cancel) =>
        transaction.QuerySingleOrDefaultAsync<User>(
            $"UPDATE account SET email_verified = true, updated_at = @now WHERE id = @id RETURNING {Columns}", new { id, now }, cancel);

    /// <summary>Changes the password; who could do that by mail has the address.</summary>
    public static async Task<User> SetPasswordAsync(Transaction transaction, Guid id, string hash, DateTime now, CancellationToken cancel)
    {
        const string sql = $"UPDATE account SET password_hash = @hash, password_form = '{Passwords.Form}', email_verified = true, updated_at = @now WHERE id = @id RETURNING {Columns}";
        return (await transaction.QuerySingleOrDefaultAsync<User>(sql, new { id, hash, now }, cancel))!;
    }

    /// <summary>Notes as whom a guest logged in, once; false when they did before, or are none.</summary>
    public static async Task<bool> TryMergeAsync(Transaction transaction, Guid guestId, Guid userId, DateTime now, CancellationToken cancel)
    {
        const string sql = "UPDATE account SET merged_into = @userId, updated_at = @now WHERE id = @guestId AND role = @guest AND merged_into IS NULL";
        return await transaction.ExecuteAsync(sql, new { guestId, userId, now, guest = Who.Guest.Claim() }, cancel) == 1;
    }

    /// <summary>Makes an admin of an account, and ends its sessions, whose tokens say what it was before; false when there is none.</summary>
    public Task<bool> GrantAdminAsync(string email, DateTime now, CancellationToken cancel)
    {
        const string sql = "UPDATE account SET role = @admin, updated_at = @now WHERE id = @Id";
        return database.TransactionAsync(async transaction =>
        {
            if (await FindLoginAsync(transaction, email, cancel) is not { } login) return false;
            await transaction.ExecuteAsync(sql, new { login.Id, now, admin = Who.Admin.Claim() }, cancel);
            await SessionStore.EndAllAsync(transaction, login.Id, now, cancel);
            return true;
        }, cancel);
    }

    public static Task AddAsync(Transaction transaction, User user, string passwordHash, CancellationToken cancel)
    {
        const string sql = $"""
            INSERT INTO account (id, role, email, email_key, password_hash, password_form, email_verified, created_at, updated_at)
            VALUES (@Id, @Role, @Email, @Key, @PasswordHash, '{Passwords.Form}', @EmailVerified, @CreatedAt, @CreatedAt)
            """;
        return transaction.ExecuteAsync(
            sql, new { user.Id, user.Role, user.Email, Key = EmailAddress.KeyOf(user.Email!), PasswordHash = passwordHash, user.EmailVerified, user.CreatedAt }, cancel);
    }

    private static Task<User?> UpgradeAsync(Transaction transaction, Guid guestId, User customer, string passwordHash, CancellationToken cancel)
    {
        const string sql = $"""
            UPDATE account SET role = @Role, email = @Email, email_key = @Key, password_hash = @PasswordHash, password_form = '{Passwords.Form}', updated_at = @CreatedAt
            WHERE id = @GuestId AND role = @Guest AND merged_into IS NULL RETURNING {Columns}
            """;
        return transaction.QuerySingleOrDefaultAsync<User>(sql, new
        {
            customer.Role,
            customer.Email,
            Key = EmailAddress.KeyOf(customer.Email!),
            customer.CreatedAt,
            PasswordHash = passwordHash,
            GuestId = guestId,
            Guest = Who.Guest.Claim(),
        }, cancel);
    }
}
