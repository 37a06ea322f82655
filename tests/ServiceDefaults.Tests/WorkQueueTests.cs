using CommerceKata.ServiceDefaults.Messaging;
using CsCheck;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class WorkQueueTests : QueueFixture
{
    [Test]
    public async Task Claim_takes_the_oldest_and_nobody_else_gets_them_under_the_lease()
    {
        await AddAsync("one", "two", "three");
        Names(await Queue().ClaimAsync(2, default)).ShouldBe(["one", "two"]);
        Names(await Queue().ClaimAsync(9, default)).ShouldBe(["three"]);
        Names(await Queue().ClaimAsync(9, default)).ShouldBeEmpty();
        (await StateAsync("one")).DueIn.ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
    }

    [Test]
    public async Task Claim_passes_by_what_another_claimer_is_just_taking()
    {
        await AddAsync("one", "two", "three");
        await Database.TransactionAsync(async transaction =>
        {
            Names(await Queue(transaction).ClaimAsync(2, default)).ShouldBe(["one", "two"]);
            // The other has not committed, and this one must not wait for it.
            Names(await Queue().ClaimAsync(9, default)).ShouldBe(["three"]);
        }, default);
    }

    [Test]
    public async Task Claims_at_once_share_all_rows_without_sharing_one()
    {
        await AddAsync([.. Enumerable.Range(0, 60).Select(at => $"{at}")]);
        var claims = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Queue().ClaimAsync(5, default)));
        var names = claims.SelectMany(Names).ToList();
        names.Distinct().Count().ShouldBe(names.Count);
        // Rows that were locked at the moment were passed by: a later round takes them.
        names.AddRange(Names(await Queue().ClaimAsync(60, default)));
        names.Count.ShouldBe(60);
    }

    [Test]
    public async Task Settle_ends_what_was_done_and_pauses_what_failed()
    {
        await AddAsync("good", "bad");
        var jobs = await Queue().ClaimAsync(9, default);
        (await Queue().SettleAsync(jobs, All(jobs.Where(job => job.Name == "bad"), "why"), default)).ShouldBe(0);
        (await StateAsync("good")).State.ShouldBe("done");
        var bad = await StateAsync("bad");
        (bad.State, bad.Attempts, bad.LastError).ShouldBe(("waiting", 1, "why"));
        bad.DueIn.ShouldBeInRange((FirstPause / 2) - TimeSpan.FromSeconds(30), FirstPause);
        (await Queue().ClaimAsync(9, default)).ShouldBeEmpty();
    }

    [Test]
    public async Task Lease_that_ended_is_claimed_again_and_its_old_holder_settles_nothing()
    {
        await AddAsync("job");
        var old = await Queue().ClaimAsync(9, default);
        await DueAsync();
        var young = await Queue().ClaimAsync(9, default);
        young.Single().Attempts.ShouldBe(2);

        await Queue().SettleAsync(old, Nothing, default);
        (await StateAsync("job")).State.ShouldBe("waiting");
        await Queue().SettleAsync(old, All(old, "too late"), default);
        (await StateAsync("job")).LastError.ShouldBeNull();

        await Queue().SettleAsync(young, Nothing, default);
        (await StateAsync("job")).State.ShouldBe("done");
    }

    [Test]
    public async Task Job_that_fails_every_time_is_given_up_after_its_last_attempt()
    {
        await AddAsync("job");
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            (await StateAsync("job")).State.ShouldBe("waiting");
            await DueAsync();
            var jobs = await Queue().ClaimAsync(9, default);
            var dead = await Queue().SettleAsync(jobs, All(jobs, $"attempt {attempt}"), default);
            dead.ShouldBe(attempt == MaxAttempts ? 1 : 0);
        }

        var state = await StateAsync("job");
        (state.State, state.LastError).ShouldBe(("dead", $"attempt {MaxAttempts}"));
    }

    [Test]
    public void Pause_doubles_up_to_the_longest_and_jitters_on_its_upper_half()
    {
        var (first, longest) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Gen.Select(Gen.Int[1, 1_000], Gen.Double[0, 1]).Sample((attempt, chance) =>
        {
            var whole = TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, attempt - 1)));
            var pause = Backoff.After(attempt, first, longest, chance);
            return pause >= whole / 2 && pause <= whole;
        });
        Backoff.After(3, first, longest, chance: 0).ShouldBe(TimeSpan.FromSeconds(2));
        Backoff.After(3, first, longest, chance: 1).ShouldBe(TimeSpan.FromSeconds(4));
    }

    private static IEnumerable<string> Names(IEnumerable<Job> jobs) => jobs.Select(job => job.Name);
}
