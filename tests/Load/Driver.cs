using System.Diagnostics;
using CommerceKata.Load.Running;
using CommerceKata.Standalone;

namespace CommerceKata.Load;

/// <summary>What one user does, again and again; each has one operation under way at a time.</summary>
internal interface IVisitor
{
    /// <summary>One operation, its answer checked.</summary>
    /// <exception cref="LoadException">The answer is wrong.</exception>
    Task ActAsync();
}

/// <summary>A closed loop: so many users, a warm-up, a window that counts.</summary>
internal static class Driver
{
    /// <summary>How often memory is looked at in a long window.</summary>
    private static readonly TimeSpan Sampled = TimeSpan.FromMinutes(1);

    /// <summary>Runs the users, and says how they fared.</summary>
    /// <param name="users">Each in a loop of its own.</param>
    /// <param name="warmUp">Not counted.</param>
    /// <param name="window">Counted: operations that end in it.</param>
    /// <param name="measured">Whose use of the processor and memory is counted.</param>
    /// <param name="cancel">Ends it without a result.</param>
    public static async Task<Result> RunAsync(IReadOnlyList<IVisitor> users, TimeSpan warmUp, TimeSpan window, IReadOnlyList<Measured> measured, CancellationToken cancel)
    {
        var run = new Run();
        var loops = users.Select(user => Task.Run(() => LoopAsync(user, run))).ToArray();
        await Task.WhenAny(Task.Delay(warmUp, cancel), Task.WhenAll(loops));
        var before = measured.Select(each => each.CpuSeconds).ToArray();
        var watch = Stopwatch.StartNew();
        run.Phase = Phase.Counting;
        var memory = new List<IReadOnlyList<(string Name, long Bytes)>>();
        var all = Task.WhenAll(loops);
        while (watch.Elapsed < window && !cancel.IsCancellationRequested && !all.IsCompleted)
        {
            var left = window - watch.Elapsed;
            await Task.WhenAny(Task.Delay(left < Sampled ? left : Sampled, cancel), all);
            memory.Add([.. measured.Select(each => (each.Name, each.MemoryBytes))]);
        }

        run.Phase = Phase.Ending;
        var elapsed = watch.Elapsed;
        var cpu = measured.Select((each, index) => (each.Name, Seconds: each.CpuSeconds - before[index])).ToList();
        var counts = await Task.WhenAll(loops);
        cancel.ThrowIfCancellationRequested();
        var times = counts.SelectMany(count => count.Times).ToArray();
        Array.Sort(times);
        return new Result(times, counts.Sum(count => count.Total), counts.Sum(count => count.Errors), counts.Select(count => count.FirstError).FirstOrDefault(error => error is not null), elapsed, cpu, memory);
    }

    private static async Task<Count> LoopAsync(IVisitor user, Run run)
    {
        var count = new Count();
        while (run.Phase != Phase.Ending && count.Errors < Count.MostErrors)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await user.ActAsync();
            }
            catch (Exception error) when (error is LoadException or DemoException or HttpRequestException or IOException or TaskCanceledException or Grpc.Core.RpcException)
            {
                count.Errors++;
                count.FirstError ??= error.Message;
                continue;
            }

            count.Total++;
            if (run.Phase == Phase.Counting) count.Times.Add(Stopwatch.GetElapsedTime(start).Ticks);
        }

        return count;
    }

    private enum Phase
    {
        WarmingUp,
        Counting,
        Ending,
    }

    private sealed class Run
    {
        private volatile int _phase;

        public Phase Phase { get => (Phase)_phase; set => _phase = (int)value; }
    }

    private sealed class Count
    {
        /// <summary>Who meets so many gives up: the run has failed anyway.</summary>
        public const int MostErrors = 100;

        public List<long> Times { get; } = new(100_000);

        public long Total { get; set; }

        public long Errors { get; set; }

        public string? FirstError { get; set; }
    }
}
