using CommerceKata.ServiceDefaults.Errors;
using Npgsql;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>
/// Request coalescing: what comes at the same moment goes together, in one statement and one commit for all of it (ADR 0028). What comes
/// while there is room goes at once and alone, so that nobody waits for company; what comes when there is none waits for the next round.
/// </summary>
/// <typeparam name="TAsk">What one caller asks for.</typeparam>
/// <typeparam name="TAnswer">What they get.</typeparam>
/// <param name="run">
/// Answers all of a round, in their order; null for one that must be asked alone. If it fails nothing must have happened, and each of them is asked alone,
/// unless the connection broke: then nobody knows what happened, and all are told. It is called with one, too, which it must answer.
/// </param>
/// <param name="rounds">So many may be under way at once.</param>
/// <param name="most">So many go in one.</param>
/// <param name="time">The clock.</param>
/// <param name="patience">No round takes longer; as long as a call waits for its answer, unless it is given.</param>
public sealed class Coalescer<TAsk, TAnswer>(
    Func<IReadOnlyList<TAsk>, CancellationToken, Task<IReadOnlyList<TAnswer?>>> run, int rounds, int most, TimeProvider time, TimeSpan? patience = null)
    where TAnswer : class
{
    /// <summary>The same as callers give a call to another service: who asked for more than that is gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Queue<Round> _waiting = new();
    private Round? _open;
    private int _running;

    /// <summary>Asks, alone or together with others.</summary>
    /// <param name="ask">What for.</param>
    /// <param name="cancel">Ends the wait; the round goes on, since others are in it.</param>
    public Task<TAnswer> AskAsync(TAsk ask, CancellationToken cancel)
    {
        var (round, answer, leads) = Join(ask);
        // Whoever came first runs the round, so that its statements belong to a request that asked for it.
        if (leads) _ = LeadAsync(round);
        return answer.WaitAsync(cancel);
    }

    private (Round Round, Task<TAnswer> Answer, bool Leads) Join(TAsk ask)
    {
        lock (_gate)
        {
            var leads = _open is null || _open.Places.Count == most;
            var round = leads ? new Round() : _open!;
            var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            round.Places.Add((ask, answer));
            if (leads && _running < rounds)
            {
                _running++;
                round.Turn.SetResult();
            }
            else if (leads)
            {
                _waiting.Enqueue(round);
                _open = round;
            }

            return (round, answer.Task, leads);
        }
    }

    private async Task LeadAsync(Round round)
    {
        await round.Turn.Task;
        await AnswerAsync(round.Places);
        lock (_gate)
        {
            if (!_waiting.TryDequeue(out var next))
            {
                _running--;
                return;
            }

            if (_open == next) _open = null;
            next.Turn.SetResult();
        }
    }

    private async Task AnswerAsync(IReadOnlyList<(TAsk Ask, TaskCompletionSource<TAnswer> Answer)> places)
    {
        using var limit = new CancellationTokenSource(patience ?? Patience, time);
        try
        {
            var answers = await run([.. places.Select(place => place.Ask)], limit.Token);
            for (var i = 0; i < places.Count; i++)
            {
                if (answers[i] is { } answer) places[i].Answer.TrySetResult(answer);
                else if (places.Count > 1) await AnswerAsync([places[i]]);
                else throw new InvalidOperationException("What is asked alone must be answered.");
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            foreach (var place in places) place.Answer.TrySetException(Fault.Unavailable("The database did not answer in time. Try again."));
        }
        catch (Exception error) when (places.Count == 1 || IsUnknown(error))
        {
            foreach (var place in places) place.Answer.TrySetException(error);
        }
        catch (Exception)
        {
            // Whose fault it is shows when each is asked alone; the others shall not suffer from it.
            foreach (var place in places) await AnswerAsync([place]);
        }
    }

    /// <summary>
    /// What PostgreSQL refuses it has taken back. Of a connection that broke, or was ended (classes 08 and 57P), it may have written all and not said so:
    /// to ask again might do it twice.
    /// </summary>
    private static bool IsUnknown(Exception error) => error is NpgsqlException and not PostgresException
        || error is PostgresException { SqlState: var state } && (state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal));

    private sealed class Round
    {
        public List<(TAsk Ask, TaskCompletionSource<TAnswer> Answer)> Places { get; } = [];

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
