using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Identity;

/// <summary>
/// All SQL on saved addresses. Whoever changes one locks its owner first, so that a user with addresses always has
/// exactly one default: the index forbids two, and <see cref="PromoteAsync"/> sees to it that there is one.
/// </summary>
internal sealed class AddressStore(Database database, TimeProvider time)
{
    private const int MaxPerUser = 50;

    private const string Columns = "id, name, line1, line2, city, region, postal_code, country_code, phone, is_default";

    /// <summary>A user's addresses, the default first, then the oldest.</summary>
    public Task<IReadOnlyList<SavedAddress>> ListAsync(Guid userId, CancellationToken cancel) =>
        database.QueryAsync<SavedAddress>(
            $"SELECT {Columns} FROM address WHERE user_id = @userId ORDER BY is_default DESC, id", new { userId }, cancel);

    public Task<SavedAddress?> FindAsync(Guid userId, Guid id, CancellationToken cancel) => FindAsync(database, userId, id, cancel);

    /// <summary>Adds one, or changes the one that is named.</summary>
    /// <exception cref="Fault">It is not this user's, or they have enough.</exception>
    public Task<SavedAddress> SaveAsync(Guid userId, AddressChange change, CancellationToken cancel) =>
        database.TransactionAsync(async transaction =>
        {
            var id = change.Id ?? Guid.CreateVersion7();
            await LockOwnerAsync(transaction, userId, cancel);
            if (change.Id is null) await AddAsync(transaction, userId, id, change.Address, cancel);
            else await UpdateAsync(transaction, userId, id, change.Address, cancel);
            if (change.IsDefault is { } wanted) await DemoteAsync(transaction, userId, id, wanted, cancel);
            await PromoteAsync(transaction, userId, id, change.IsDefault ?? false, cancel);
            return await FindAsync(transaction, userId, id, cancel) ?? throw Fault.NotFound("address");
        }, cancel);

    /// <summary>Removes one; false when it is not this user's.</summary>
    public Task<bool> DeleteAsync(Guid userId, Guid id, CancellationToken cancel) =>
        database.TransactionAsync(async transaction =>
        {
            const string sql = "DELETE FROM address WHERE id = @id AND user_id = @userId";
            await LockOwnerAsync(transaction, userId, cancel);
            var deleted = await transaction.ExecuteAsync(sql, new { id, userId }, cancel) == 1;
            if (deleted) await PromoteAsync(transaction, userId, id, wanted: false, cancel);
            return deleted;
        }, cancel);

    /// <summary>Adds one in a transaction that made its owner.</summary>
    public async Task AddAsync(Transaction transaction, Guid userId, Guid id, PostalAddress address, CancellationToken cancel)
    {
        const string count = "SELECT count(*)::int FROM address WHERE user_id = @userId";
        const string insert = """
            INSERT INTO address (id, user_id, name, line1, line2, city, region, postal_code, country_code, phone, is_default, created_at, updated_at)
            VALUES (@Id, @UserId, @Name, @Line1, @Line2, @City, @Region, @PostalCode, @CountryCode, @Phone, false, @Now, @Now)
            """;
        if (await transaction.QuerySingleOrDefaultAsync<int>(count, new { userId }, cancel) >= MaxPerUser)
            throw Fault.Invalid("address", new("TOO_MANY", $"is one too many: {MaxPerUser} can be kept", ("max", $"{MaxPerUser}")));
        await transaction.ExecuteAsync(insert, Parameters(userId, id, address), cancel);
    }

    /// <summary>Where no address is the default, makes one it: this one if that is wanted, else rather the oldest other.</summary>
    public static Task PromoteAsync(Transaction transaction, Guid userId, Guid id, bool wanted, CancellationToken cancel)
    {
        const string sql = """
            UPDATE address SET is_default = true
            WHERE id = (SELECT id FROM address WHERE user_id = @userId ORDER BY (id = @id) <> @wanted, id LIMIT 1)
              AND NOT EXISTS (SELECT FROM address WHERE user_id = @userId AND is_default)
            """;
        return transaction.ExecuteAsync(sql, new { userId, id, wanted }, cancel);
    }

    private async Task UpdateAsync(Transaction transaction, Guid userId, Guid id, PostalAddress address, CancellationToken cancel)
    {
        const string sql = """
            UPDATE address SET name = @Name, line1 = @Line1, line2 = @Line2, city = @City, region = @Region,
                postal_code = @PostalCode, country_code = @CountryCode, phone = @Phone, updated_at = @Now
            WHERE id = @Id AND user_id = @UserId
            """;
        if (await transaction.ExecuteAsync(sql, Parameters(userId, id, address), cancel) == 0) throw Fault.NotFound("address");
    }

    /// <summary>Takes the default away from the others if this one shall be it, from this one if it shall not.</summary>
    private static Task DemoteAsync(Transaction transaction, Guid userId, Guid id, bool wanted, CancellationToken cancel)
    {
        const string sql = "UPDATE address SET is_default = false WHERE user_id = @userId AND is_default AND (id = @id) <> @wanted";
        return transaction.ExecuteAsync(sql, new { userId, id, wanted }, cancel);
    }

    private static Task LockOwnerAsync(Transaction transaction, Guid userId, CancellationToken cancel) =>
        transaction.ExecuteAsync("SELECT FROM account WHERE id = @userId FOR NO KEY UPDATE", new { userId }, cancel);

    private static Task<SavedAddress?> FindAsync(ISql sql, Guid userId, Guid id, CancellationToken cancel) =>
        sql.QuerySingleOrDefaultAsync<SavedAddress>(
            $"SELECT {Columns} FROM address WHERE id = @id AND user_id = @userId", new { id, userId }, cancel);

    private object Parameters(Guid userId, Guid id, PostalAddress address) => new
    {
        Id = id,
        UserId = userId,
        address.Name,
        address.Line1,
        address.Line2,
        address.City,
        address.Region,
        address.PostalCode,
        address.CountryCode,
        address.Phone,
        Now = time.GetUtcNow().UtcDateTime,
    };
}
