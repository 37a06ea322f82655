using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;
using Npgsql;

namespace CommerceKata.ServiceDefaults.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CoalescerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly List<int[]> _rounds = [];
    private readonly SemaphoreSlim _gate = new(0);

    [Test]
    public async Task Lone_ask_goes_at_once_and_those_that_come_meanwhile_go_together()
    {
        var coalescer = New();
        var first = coalescer.AskAsync(1, default);
        Task<string>[] others = [coalescer.AskAsync(2, default), coalescer.AskAsync(3, default), coalescer.AskAsync(4, default)];
        _gate.Release(2);
        (await first).ShouldBe("1");
        (await Task.WhenAll(others)).ShouldBe(["2", "3", "4"]);
        _rounds.ShouldBe([[1], [2, 3, 4]]);
    }

    [Test]
    public async Task Round_takes_no_more_than_it_may_and_no_more_rounds_run_than_may()
    {
        var coalescer = New(rounds: 2, most: 2);
        var answers = Enumerable.Range(1, 7).Select(ask => coalescer.AskAsync(ask, default)).ToList();
        _rounds.ShouldBe([[1], [2]]);
        _gate.Release(5);
        (await Task.WhenAll(answers)).ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);
        _rounds.OrderBy(round => round[0]).ShouldBe([[1], [2], [3, 4], [5, 6], [7]]);
    }

    [Test]
    public async Task One_that_fails_fails_alone_and_the_others_are_answered()
    {
        var coalescer = New(answer: ask => ask == 3 ? throw Fault.Invalid("ask", Problem.Required) : $"{ask}");
        Task<string>[] all = [.. Enumerable.Range(1, 4).Select(ask => coalescer.AskAsync(ask, default))];
        _gate.Release(10);
        (await Should.ThrowAsync<Fault>(all[2])).Code.ShouldBe(StatusCode.InvalidArgument);
        (await Task.WhenAll(all[0], all[1], all[3])).ShouldBe(["1", "2", "4"]);
        _rounds.ShouldBe([[1], [2, 3, 4], [2], [3], [4]]);
    }

    [Test]
    public async Task One_of_which_nothing_is_said_is_asked_alone()
    {
        var coalescer = New(answer: ask => ask == 3 && _rounds[^1].Length > 1 ? null : $"{ask}");
        Task<string>[] all = [.. Enumerable.Range(1, 4).Select(ask => coalescer.AskAsync(ask, default))];
        _gate.Release(10);
        (await Task.WhenAll(all)).ShouldBe(["1", "2", "3", "4"]);
        _rounds.ShouldBe([[1], [2, 3, 4], [3]]);
    }

    [TestCase(null)]
    [TestCase(PostgresErrorCodes.AdminShutdown)]
    [TestCase(PostgresErrorCodes.ConnectionFailure)]
    public async Task Round_of_which_nobody_knows_whether_it_was_written_is_not_asked_again(string? state)
    {
        var broken = Failure(state);
        var coalescer = New(answer: ask => ask == 3 ? throw broken : $"{ask}");
        Task<string>[] all = [.. Enumerable.Range(1, 3).Select(ask => coalescer.AskAsync(ask, default))];
        _gate.Release(10);
        foreach (var one in all[1..]) (await Should.ThrowAsync<NpgsqlException>(one)).ShouldBeSameAs(broken);
        _rounds.ShouldBe([[1], [2, 3]]);
    }

    [TestCase(PostgresErrorCodes.DeadlockDetected)]
    [TestCase(PostgresErrorCodes.UniqueViolation)]
    public async Task Round_that_PostgreSQL_took_back_is_asked_one_by_one(string state)
    {
        var coalescer = New(answer: ask => ask == 3 && _rounds[^1].Length > 1 ? throw Failure(state) : $"{ask}");
        Task<string>[] all = [.. Enumerable.Range(1, 3).Select(ask => coalescer.AskAsync(ask, default))];
        _gate.Release(10);
        (await Task.WhenAll(all)).ShouldBe(["1", "2", "3"]);
        _rounds.ShouldBe([[1], [2, 3], [2], [3]]);
    }

    [Test]
    public async Task Caller_that_leaves_takes_nobody_along()
    {
        var coalescer = New();
        using var leaving = new CancellationTokenSource();
        var left = coalescer.AskAsync(1, leaving.Token);
        var other = coalescer.AskAsync(2, default);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(left);
        _gate.Release(2);
        (await other).ShouldBe("2");
    }

    [Test]
    public async Task Round_that_takes_too_long_ends_for_all_of_it_and_the_next_goes_on()
    {
        var coalescer = New(patience: TimeSpan.FromMilliseconds(100));
        Task<string>[] all = [.. Enumerable.Range(1, 3).Select(ask => coalescer.AskAsync(ask, default))];
        foreach (var one in all) (await Should.ThrowAsync<Fault>(one)).Code.ShouldBe(StatusCode.Unavailable);
        _gate.Release();
        (await coalescer.AskAsync(4, default)).ShouldBe("4");
        _rounds.ShouldBe([[1], [2, 3], [4]]);
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>What PostgreSQL said; or that it said nothing.</summary>
    private static NpgsqlException Failure(string? state) =>
        state is null ? new NpgsqlException("The connection is gone.") : new PostgresException("No.", "ERROR", "ERROR", state);

    /// <summary>Each round waits to be let go.</summary>
    private Coalescer<int, string> New(Func<int, string?>? answer = null, int rounds = 1, int most = 10, TimeSpan? patience = null) => new(async (asks, cancel) =>
    {
        lock (_rounds) _rounds.Add([.. asks]);
        await _gate.WaitAsync(cancel);
        return [.. asks.Select(answer ?? (ask => $"{ask}"))];
    }, rounds, most, TimeProvider.System, patience ?? Patience);
}
