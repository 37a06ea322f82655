using System.Security.Cryptography;
using System.Text;
using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Identity;

/// <summary>One kind of attempt, by or for one subject, and how often it may be made.</summary>
internal sealed record Counter(byte[] Key, Limit Limit)
{
    /// <summary>Stands for the subject where nobody may be named: how its key in the table of counters begins.</summary>
    public string Name => Convert.ToHexStringLower(Key)[..16];
}

/// <summary>
/// Slows down who guesses. Attempts are counted in the database, for all replicas, and before their outcome is known:
/// a hundred at once are a hundred. Unknown accounts are counted as known ones are, so that a refusal tells nothing.
/// </summary>
internal sealed class Throttle(ThrottleStore store, IdentityOptions options)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly byte[] _key = DerivedKey.Of(options.KeyEncryptionKey, "commerce-kata attempts");

    /// <summary>
    /// Logins to one account. The pause stays short enough that the owner, who may be kept out by somebody else's
    /// guesses, comes in between; a new password by mail ends it at once.
    /// </summary>
    public Counter Logins(string email) => Count(
        "login account", EmailAddress.KeyOf(email), new(options.Throttle.LoginsPerAccount, 30 * Second, 900 * Second, TimeSpan.FromDays(1)));

    public Counter LoginsFrom(string address) => Count(
        "login address", address, new(options.Throttle.LoginsPerAddress, 30 * Second, 900 * Second, TimeSpan.FromHours(1)));

    /// <summary>
    /// Right passwords, for one account and from one address. Beyond those that are free there is one a minute, so that they keep nobody out.
    /// </summary>
    public Counter[] SuccessfulLogins(string email, string address) =>
    [
        Count("successful login account", EmailAddress.KeyOf(email), Hourly(options.Throttle.SuccessfulLoginsPerAccount)),
        Count("successful login address", address, Hourly(options.Throttle.SuccessfulLoginsPerAddress)),
    ];

    public Counter RegistrationsFrom(string address) => Count(
        "register address", address, new(options.Throttle.RegistrationsPerAddress, 60 * Second, 3600 * Second, TimeSpan.FromHours(1)));

    public Counter Mails(string email) => Count(
        "mail account", EmailAddress.KeyOf(email), new(options.Throttle.MailsPerAccount, 60 * Second, 3600 * Second, TimeSpan.FromHours(1)));

    public Counter MailsFrom(string address) => Count(
        "mail address", address, new(options.Throttle.MailsPerAddress, 60 * Second, 3600 * Second, TimeSpan.FromHours(1)));

    /// <summary>Counts an attempt in each; one that has to wait is counted in none.</summary>
    public async Task<Attempt> CountAsync(CancellationToken cancel, params Counter[] counters)
    {
        var attempt = new Attempt(store);
        try
        {
            foreach (var counter in counters)
            {
                if (await attempt.CountAsync(counter, cancel)) continue;
                await attempt.DisposeAsync();
                break;
            }
        }
        catch
        {
            await attempt.DisposeAsync();
            throw;
        }

        return attempt;
    }

    /// <summary>Counts an attempt in each, which stands; null when it may be made, else how long to wait.</summary>
    public async Task<TimeSpan?> RefuseAsync(CancellationToken cancel, params Counter[] counters)
    {
        await using var attempt = await CountAsync(cancel, counters);
        attempt.Keep();
        return attempt.Wait;
    }

    /// <summary>How long to wait until something may be done again; null when it may be done now.</summary>
    public Task<TimeSpan?> FindWaitAsync(Counter[] counters, CancellationToken cancel) => store.FindWaitAsync(counters, cancel);

    /// <summary>Counts what is done in a transaction. Those who do it at the same moment may be some more than are free.</summary>
    public async Task CountDoneAsync(Transaction transaction, Counter[] counters, CancellationToken cancel)
    {
        foreach (var counter in counters) await store.CountAsync(transaction, counter, cancel);
    }

    private static Limit Hourly(int free) => new(free, 60 * Second, 60 * Second, TimeSpan.FromHours(1), FromFirst: true);

    private Counter Count(string kind, string subject, Limit limit) =>
        new(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\n{subject}")), limit);
}
