using System.Diagnostics;
using System.Runtime.CompilerServices;
using CommerceKata.ServiceDefaults.Auth;

namespace CommerceKata.Identity;

/// <summary>Looks once a second for sessions that have ended: by whichever replica, and for whatever reason.</summary>
internal sealed class EndedSessionsFeed(SessionStore sessions, TimeProvider time) : IEndedSessionsFeed
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Each look goes back so far: a session's end is visible only when its transaction has committed, and replicas' clocks differ.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    /// <summary>Every so many looks it goes back all the way, for an end that took longer to be visible.</summary>
    private const int Whole = 60;

    /// <summary>So many go into one message: a gRPC message has an upper limit.</summary>
    private const int Most = 10_000;

    /// <inheritdoc />
    public async IAsyncEnumerable<IReadOnlyCollection<Guid>> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        HashSet<Guid> told = [];
        for (var look = 0; ; look++)
        {
            // A stream stays open for days: its looks belong to no trace.
            Activity.Current = null;
            var after = time.GetUtcNow() - (look % Whole == 0 ? EndedSessions.Kept : Pause + Overlap);
            var ended = await sessions.ListEndedAsync(after.UtcDateTime, cancel);
            Guid[] notTold = [.. ended.Where(id => !told.Contains(id))];
            if (notTold.Length == 0) yield return [];
            foreach (var some in notTold.Chunk(Most)) yield return some;
            told = [.. ended];
            await Task.Delay(Pause, time, cancel);
        }
    }
}
