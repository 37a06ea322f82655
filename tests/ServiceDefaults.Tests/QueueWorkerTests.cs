using CommerceKata.ServiceDefaults.Messaging;
using CommerceKata.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class QueueWorkerTests : QueueFixture
{
    [Test]
    public async Task Worker_is_woken_and_does_not_wait_for_its_next_look()
    {
        // Its clock stands still: it would never look again by itself.
        var clock = new StoppedClock();
        using var worker = new Worker(Queue(), clock);
        await worker.StartAsync(default);
        await Eventually.HoldsAsync(() => Task.FromResult(clock.Asked), "the worker to find nothing to do");
        await AddAsync("job");
        worker.Signal.Wake();
        await ShouldBecomeAsync("job", "done");
        await worker.StopAsync(default);
    }

    [Test]
    public async Task Worker_looks_by_itself_for_what_nobody_woke_it_for()
    {
        using var worker = new Worker(Queue(), TimeProvider.System);
        await worker.StartAsync(default);
        await AddAsync("job");
        await ShouldBecomeAsync("job", "done");
        await worker.StopAsync(default);
    }

    [Test]
    public async Task Worker_that_throws_fails_its_whole_round_and_goes_on()
    {
        await AddAsync("bad");
        using var worker = new Worker(Queue(), TimeProvider.System)
        {
            Work = jobs => jobs.Any(job => job.Name == "bad") ? throw new FormatException() : [],
        };
        await worker.StartAsync(default);
        await Eventually.HoldsAsync(async () => (await StateAsync("bad")).LastError == nameof(FormatException), "the failure to be noted");
        await AddAsync("good");
        await ShouldBecomeAsync("good", "done");
        (await StateAsync("bad")).State.ShouldBe("waiting");
        await worker.StopAsync(default);
    }

    [Test]
    public async Task Worker_that_is_stopped_finishes_what_it_holds_and_takes_nothing_new()
    {
        await AddAsync("held");
        var release = new TaskCompletionSource();
        using var worker = new Worker(Queue(), TimeProvider.System) { Until = release.Task };
        await worker.StartAsync(default);
        await worker.Taken.WaitAsync(TimeSpan.FromSeconds(30));
        var stop = worker.StopAsync(default);
        await AddAsync("late");
        worker.Signal.Wake();
        release.SetResult();
        await stop;
        (await StateAsync("held")).State.ShouldBe("done");
        (await StateAsync("late")).Attempts.ShouldBe(0);
    }

    private Task ShouldBecomeAsync(string name, string state) =>
        Eventually.HoldsAsync(async () => (await StateAsync(name)).State == state, $"the job {name} to be {state}");

    private sealed class Worker(WorkQueue<Job> queue, TimeProvider time, QueueSignal signal)
        : QueueWorker<Job>(queue, signal, time, NullLogger.Instance)
    {
        private readonly TaskCompletionSource _taken = new();

        public Worker(WorkQueue<Job> queue, TimeProvider time)
            : this(queue, time, new QueueSignal())
        {
        }

        public QueueSignal Signal { get; } = signal;

        public Func<IReadOnlyList<Job>, Dictionary<long, string>> Work { get; init; } = _ => [];

        public Task Until { get; init; } = Task.CompletedTask;

        public Task Taken => _taken.Task;

        protected override string Name => "jobs";

        protected override async Task<IReadOnlyDictionary<long, string>> ProcessAsync(IReadOnlyList<Job> rows)
        {
            _taken.TrySetResult();
            await Until;
            return Work(rows);
        }
    }
}
