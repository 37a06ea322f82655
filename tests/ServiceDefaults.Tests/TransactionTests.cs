using CommerceKata.ServiceDefaults.Data;
using Npgsql;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>The last statement of a transaction commits it, on a real PostgreSQL.</summary>
internal sealed class TransactionTests : QueueFixture
{
    private const string Add = "INSERT INTO job (name) VALUES (@Name)";

    [Test]
    public async Task Last_statement_commits_all_of_them_and_what_waits_for_the_commit_is_done_after_it()
    {
        var seen = -1;
        var touched = await Database.TransactionAsync(async transaction =>
        {
            transaction.AfterCommit(() => seen = Count());
            await AddAsync(transaction, "first");
            return await transaction.ExecuteLastAsync(Add, new { Name = Named("second") }, default);
        }, default);
        touched.ShouldBe(1);
        seen.ShouldBe(2);
    }

    [Test]
    public async Task Last_statement_that_fails_leaves_nothing_of_the_transaction()
    {
        var told = false;
        var error = await Should.ThrowAsync<PostgresException>(Database.TransactionAsync(async transaction =>
        {
            transaction.AfterCommit(() => told = true);
            await AddAsync(transaction, "first");
            await transaction.ExecuteLastAsync("INSERT INTO job (name) VALUES (@Name), (NULL)", new { Name = Named("second") }, default);
        }, default));
        error.SqlState.ShouldBe(PostgresErrorCodes.NotNullViolation);
        told.ShouldBeFalse();
        Count().ShouldBe(0);
    }

    [Test]
    public async Task Nothing_comes_after_the_last_statement() => await Should.ThrowAsync<InvalidOperationException>(Database.TransactionAsync(async transaction =>
    {
        await transaction.ExecuteLastAsync(Add, new { Name = Named("last") }, default);
        await AddAsync(transaction, "after");
    }, default));

    [Test]
    public async Task Connection_that_committed_so_serves_the_next_transaction_which_can_be_undone()
    {
        for (var round = 0; round < 20; round++)
        {
            await Database.TransactionAsync(transaction => transaction.ExecuteLastAsync(Add, new { Name = Named($"{round}") }, default), default);
            await Should.ThrowAsync<TimeoutException>(Database.TransactionAsync(async transaction =>
            {
                await AddAsync(transaction, "undone");
                throw new TimeoutException();
            }, default));
        }

        Count().ShouldBe(20);
    }

    private static string Named(string name) => $"{TestContext.CurrentContext.Test.Name}/{name}";

    private static Task<int> AddAsync(Transaction transaction, string name) => transaction.ExecuteAsync(Add, new { Name = Named(name) }, default);

    private int Count() => Database.QuerySingleOrDefaultAsync<int>(
        "SELECT count(*)::int FROM job WHERE starts_with(name, @Mine)", new { Mine = TestContext.CurrentContext.Test.Name + "/" }, default).GetAwaiter().GetResult();
}
