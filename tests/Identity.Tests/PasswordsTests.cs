using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Identity.Tests;

/// <summary>Unknown accounts cost as much as known ones: shown by the work that is done, not by the clock.</summary>
internal sealed class PasswordsTests : IdentityFixture
{
    [Test]
    public async Task Login_checks_one_hash_of_the_same_kind_whether_or_not_there_is_an_account()
    {
        var customer = await CustomerAsync();
        var hasher = new CountingHasher();
        var sessions = ActivatorUtilities.CreateInstance<Sessions>(Service.Services, new Passwords(hasher));
        (await sessions.LoginAsync(customer.User.Email, "a wrong password", null, "here", CancellationToken.None)).ShouldBe(default);
        (await sessions.LoginAsync(NewEmail(), "a wrong password", null, "here", CancellationToken.None)).ShouldBe(default);
        hasher.Verified.Count.ShouldBe(2);
        hasher.Verified.Select(Kind).Distinct().ShouldHaveSingleItem();
    }

    [Test]
    public async Task Registration_of_a_taken_address_hashes_like_that_of_a_free_one()
    {
        var customer = await CustomerAsync();
        var hasher = new CountingHasher();
        var passwords = new Passwords(hasher);
        hasher.Hashed = 0;
        var sessions = ActivatorUtilities.CreateInstance<Sessions>(Service.Services, passwords);
        (await sessions.RegisterAsync(customer.User.Email, Password, null, "here", CancellationToken.None)).Session.ShouldBeNull();
        hasher.Hashed.ShouldBe(1);
        (await sessions.RegisterAsync(NewEmail(), Password, null, "here", CancellationToken.None)).Session.ShouldNotBeNull();
        hasher.Hashed.ShouldBe(2);
    }

    /// <summary>Format, function and number of rounds: the first bytes of a hash.</summary>
    private static string Kind(string hash) => Convert.ToHexString(Convert.FromBase64String(hash)[..13]);

    private sealed class CountingHasher : IPasswordHasher<Passwords>
    {
        private readonly PasswordHasher<Passwords> _real = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

        public ConcurrentQueue<string> Verified { get; } = [];

        public int Hashed { get; set; }

        public string HashPassword(Passwords user, string password)
        {
            Hashed++;
            return _real.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Passwords user, string hashedPassword, string providedPassword)
        {
            Verified.Enqueue(hashedPassword);
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
