using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.Identity.Tests;

internal sealed class KeyRingTests
{
    private static readonly DateTime Noon = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly ECDsaSecurityKey Any = new(ECDsa.Create());

    [Test]
    public void Key_is_published_before_it_signs_and_the_old_one_until_its_tokens_have_ended()
    {
        var (old, next) = (Key(Noon.AddDays(-90)), Key(Noon));
        var ring = new KeyRing([next, old]);
        ring.Signer(Noon.AddMinutes(-1)).ShouldBe(old);
        ring.Published(Noon.AddMinutes(-1)).ShouldBe([next, old]);
        ring.HasNext(Noon.AddMinutes(-1)).ShouldBeTrue();
        ring.Signer(Noon).ShouldBe(next);
        ring.HasNext(Noon).ShouldBeFalse();
        // A token that was signed at the last moment is good for 15 minutes.
        ring.Published(Noon.AddMinutes(16)).ShouldBe([next, old]);
        ring.Ended(Noon.AddMinutes(16)).ShouldBeEmpty();
        ring.Published(Noon.AddMinutes(20)).ShouldBe([next]);
        ring.Ended(Noon.AddMinutes(20)).ShouldBe([old]);
    }

    [Test]
    public void Key_is_due_for_the_next_when_it_has_signed_for_its_lifetime()
    {
        var ring = new KeyRing([Key(Noon)]);
        ring.IsDue(Noon.AddDays(90).AddSeconds(-1), TimeSpan.FromDays(90)).ShouldBeFalse();
        ring.IsDue(Noon.AddDays(90), TimeSpan.FromDays(90)).ShouldBeTrue();
    }

    [Test]
    public void Only_key_signs_and_never_ends()
    {
        var only = Key(Noon);
        var ring = new KeyRing([only]);
        ring.Signer(Noon.AddMinutes(-1)).ShouldBe(only);
        ring.Published(Noon.AddYears(1)).ShouldBe([only]);
        Should.Throw<InvalidOperationException>(() => new KeyRing([]));
    }

    private static SigningKey Key(DateTime signsFrom) => new(Guid.NewGuid(), Any, signsFrom);
}
