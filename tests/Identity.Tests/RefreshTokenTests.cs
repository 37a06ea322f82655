namespace CommerceKata.Identity.Tests;

internal sealed class RefreshTokenTests
{
    private static readonly DateTime Now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [TestCase(1, false, false, TokenVerdict.Good)]
    [TestCase(0, false, false, TokenVerdict.Ended)]
    [TestCase(1, true, false, TokenVerdict.Reused)]
    [TestCase(0, true, false, TokenVerdict.Reused)]
    [TestCase(1, false, true, TokenVerdict.Ended)]
    [TestCase(1, true, true, TokenVerdict.Ended)]
    public void Token_is_judged_by_its_end_its_use_and_its_family(int secondsLeft, bool used, bool ended, object verdict) =>
        new IssuedToken(Guid.NewGuid(), Guid.NewGuid(), Now.AddSeconds(secondsLeft), used ? Now : null, ended ? Now : null)
            .Judge(Now).ShouldBe((TokenVerdict)verdict);
}
