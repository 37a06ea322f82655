using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults.Data;
using Npgsql;

namespace CommerceKata.Identity;

/// <summary>
/// Gives the accounts of versions before the key that they are found by. Two that have one address now, written in two ways, are named,
/// and stay two: only their owners know whether they are one person's.
/// </summary>
internal sealed partial class EmailKeys(Database database, ILogger<EmailKeys> log) : IBackfill
{
    private const int BatchSize = 500;

    /// <inheritdoc />
    public string What => "the email addresses that accounts are found by";

    /// <inheritdoc />
    public async Task<int> RunBatchAsync(CancellationToken cancel)
    {
        try
        {
            return await WriteBatchAsync(cancel);
        }
        catch (PostgresException error) when (error is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "account_email_key" })
        {
            // A customer registered with one of these addresses meanwhile: the next batch sees it.
            return BatchSize;
        }
    }

    private async Task<int> WriteBatchAsync(CancellationToken cancel)
    {
        var clashes = new List<Clash>();
        var done = await database.TransactionAsync(async transaction =>
        {
            const string read = """
                SELECT id, email FROM account WHERE email_key IS NULL AND email IS NOT NULL ORDER BY id LIMIT @BatchSize FOR NO KEY UPDATE
                """;
            clashes.Clear();
            var accounts = await transaction.QueryAsync<Account>(read, new { BatchSize }, cancel);
            foreach (var account in accounts)
            {
                if (await WriteAsync(transaction, account, cancel) is { } other) clashes.Add(new(account.Id, other));
            }

            return accounts.Count;
        }, cancel);
        foreach (var (account, other) in clashes) LogClash(account, other);
        return done;
    }

    /// <summary>Writes the key; the account that has it already, if there is one.</summary>
    private static Task<Guid?> WriteAsync(Transaction transaction, Account account, CancellationToken cancel)
    {
        const string write = """
            WITH other AS (SELECT id FROM account WHERE email_key = @key AND NOT email_clashes),
            written AS (UPDATE account SET email_key = @key, email_clashes = EXISTS (SELECT FROM other) WHERE id = @Id)
            SELECT id FROM other
            """;
        return transaction.QuerySingleOrDefaultAsync<Guid?>(write, new { account.Id, key = EmailAddress.KeyOf(account.Email) }, cancel);
    }

    [LoggerMessage(1, LogLevel.Warning,
        "The email addresses of accounts {AccountId} and {OtherId} are one, written in two ways. Both can log in, each with its address as it is written there")]
    private partial void LogClash(Guid accountId, Guid otherId);

    private sealed record Account(Guid Id, string Email);

    private sealed record Clash(Guid AccountId, Guid OtherId);
}
