using System.Security.Cryptography;
using System.Text;
using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Identity;

/// <summary>One kind of attempt, by or for one subject, and how often it may be made.</summary>
internal sealed record Counter(byte[] Key, Limit Limit);

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

    public Counter RegistrationsFrom(string address) => Count(
        "register address", address, new(options.Throttle.RegistrationsPerAddress, 60 * Second, 3600 * Second, TimeSpan.FromHours(1)));

    public Counter Mails(string email) => Count(
        "mail account", EmailAddress.KeyOf(email), new(options.Throttle.MailsPerAccount, 60 * Second, 3600 * Second, TimeSpan.FromHours(1)));

    public Counter MailsFrom(string address) => Count(
        "mail address", address, new(options.Throttle.MailsPerAddress, 60 * Second, 3600 * Second, TimeSpan.FromHours(1)));

    /// <summary>Counts an attempt in each; null when it may be made, else how long to wait.</summary>
    public async Task<TimeSpan?> RefuseAsync(CancellationToken cancel, params Counter[] counters)
    {
        foreach (var counter in counters)
        {
            if (await store.RefuseAsync(counter, cancel) is { } wait) return wait;
        }

        return null;
    }

    /// <summary>The attempt was its owner's: the account starts anew, and the address gets this attempt back.</summary>
    public static async Task ForgiveAsync(Transaction transaction, Counter account, Counter address, CancellationToken cancel)
    {
        await ThrottleStore.ForgetAsync(transaction, account, cancel);
        await ThrottleStore.GiveBackAsync(transaction, address, cancel);
    }

    private Counter Count(string kind, string subject, Limit limit) =>
        new(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\n{subject}")), limit);
}
