using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class EndedSessionsTests
{
    private static readonly Guid Session = Guid.CreateVersion7();

    private readonly SetClock _clock = new();

    [Test]
    public void Session_is_refused_until_its_last_token_has_ended()
    {
        var ended = new EndedSessions(_clock);
        ended.Contain(Session).ShouldBeFalse();
        ended.Add([Session]);
        ended.Contain(Session).ShouldBeTrue();
        ended.Contain(Guid.NewGuid()).ShouldBeFalse();
        _clock.Now += AuthOptions.AccessTokenLifetime;
        ended.Add([]);
        ended.Contain(Session).ShouldBeTrue();
        _clock.Now += TimeSpan.FromMinutes(2);
        ended.Add([]);
        ended.Contain(Session).ShouldBeFalse();
    }

    [Test]
    public void What_is_open_for_a_session_is_cancelled_with_it_and_nothing_else()
    {
        var ended = new EndedSessions(_clock);
        using var one = ended.Watch(Session);
        using var same = ended.Watch(Session);
        using var other = ended.Watch(Guid.NewGuid());
        var left = ended.Watch(Session);
        left.Dispose();
        ended.Add([Session]);
        (one.Ended.IsCancellationRequested, same.Ended.IsCancellationRequested, other.Ended.IsCancellationRequested, left.Ended.IsCancellationRequested)
            .ShouldBe((true, true, false, false));
        using var late = ended.Watch(Session);
        late.Ended.IsCancellationRequested.ShouldBeTrue();
    }

    [Test]
    public void Age_is_that_of_the_last_answer_and_of_the_process_before_there_is_one()
    {
        var ended = new EndedSessions(_clock);
        _clock.Now += TimeSpan.FromSeconds(10);
        ended.Age.ShouldBe(TimeSpan.FromSeconds(10));
        ended.Add([]);
        ended.Age.ShouldBe(TimeSpan.Zero);
    }
}
