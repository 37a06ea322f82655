using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>A job that was claimed.</summary>
internal sealed record Job(long Seq, int Attempts, string Name) : IQueueRow;

/// <summary>A queue of jobs on a real PostgreSQL; each test has jobs of its own.</summary>
internal abstract class QueueFixture
{
    protected static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(10);

    protected const int MaxAttempts = 3;

    private TestService _service = null!;

    protected Database Database => _service.Services.GetRequiredService<Database>();

    /// <summary>The jobs of one test, by the start of their names.</summary>
    protected WorkQueue<Job> Queue(ISql? sql = null) => new(sql ?? Database, Table, TestContext.CurrentContext.Test.Name);

    [OneTimeSetUp]
    public async Task StartAsync() => _service = await TestService.StartAsync(TestHosts.Plain);

    [OneTimeTearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    protected static Dictionary<long, string> Nothing => [];

    /// <summary>Every row failed.</summary>
    protected static Dictionary<long, string> All(IEnumerable<Job> jobs, string reason) => jobs.ToDictionary(job => job.Seq, _ => reason);

    protected async Task AddAsync(params string[] names)
    {
        const string sql = "INSERT INTO job (name) VALUES (@Name)";
        foreach (var name in names) await Database.ExecuteAsync(sql, new { Name = Mine + name }, default);
    }

    /// <summary>Ends all leases and pauses.</summary>
    protected Task DueAsync() =>
        Database.ExecuteAsync("UPDATE job SET due_at = now() WHERE starts_with(name, @Mine)", new { Mine }, default);

    protected async Task<JobState> StateAsync(string name) => (await Database.QuerySingleOrDefaultAsync<JobState>(
        "SELECT state, attempts, last_error, due_at - now() AS due_in FROM job WHERE name = @Name", new { Name = Mine + name }, default))!;

    protected sealed record JobState(string State, int Attempts, string? LastError, TimeSpan DueIn);

    private static string Mine => TestContext.CurrentContext.Test.Name + "/";

    private static readonly QueueTable Table = new(
        "job",
        "q.seq, q.attempts, split_part(q.name, '/', 2) AS name",
        "split_part(name, '/', 1) = @Queue AND state = 'waiting'",
        Done: "UPDATE job q SET state = 'done' FROM keys WHERE q.seq = keys.seq AND q.attempts = keys.attempts",
        Dead: "UPDATE job q SET state = 'dead', last_error = keys.error FROM keys WHERE q.seq = keys.seq AND q.attempts = keys.attempts",
        MaxAttempts,
        Lease: TimeSpan.FromMinutes(5))
    {
        FirstPause = FirstPause,
        LongestPause = FirstPause * 1.5,
    };
}
