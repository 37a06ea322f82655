namespace CommerceKata.Identity.Tests;

internal sealed class RefreshTokenTests
{
    private static readonly DateTime Now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [TestCase(1, null, false, TokenVerdict.Good)]
    [TestCase(0, null, false, TokenVerdict.Ended)]
    [TestCase(1, 0, false, TokenVerdict.Repeated)]
    [TestCase(1, 30, false, TokenVerdict.Repeated)]
    [TestCase(1, 31, false, TokenVerdict.Reused)]
    [TestCase(0, 31, false, TokenVerdict.Reused)]
    [TestCase(1, null, true, TokenVerdict.Ended)]
    [TestCase(1, 0, true, TokenVerdict.Ended)]
    [TestCase(1, 31, true, TokenVerdict.Ended)]
    public void Token_is_judged_by_its_end_its_use_and_its_family(int secondsLeft, int? usedBefore, bool ended, object verdict)
    {
        DateTime? used = usedBefore is { } seconds ? Now.AddSeconds(-seconds) : null;
        new IssuedToken(Guid.NewGuid(), Guid.NewGuid(), Now.AddSeconds(secondsLeft), used, ended ? Now : null)
            .Judge(Now).ShouldBe((TokenVerdict)verdict);
    }
}
