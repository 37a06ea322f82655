using System.Security.Cryptography;
using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Identity;

/// <summary>All SQL on signing keys. Private keys leave this process only encrypted.</summary>
internal sealed class SigningKeyStore(Database database, KeyCipher cipher, TimeProvider time)
{
    private const string All = "SELECT id, private_key, signs_from FROM signing_key";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Makes the first key. Under the migration lock: replicas that start together share it.</summary>
    public async Task CreateFirstAsync(Transaction transaction, CancellationToken cancel)
    {
        const string any = "SELECT EXISTS (SELECT FROM signing_key)";
        if (!await transaction.QuerySingleOrDefaultAsync<bool>(any, null, cancel)) await AddAsync(transaction, Now, cancel);
    }

    /// <exception cref="InvalidOperationException">The database has none.</exception>
    public Task<KeyRing> ReadAsync(CancellationToken cancel) => ReadAsync(database, cancel);

    /// <summary>Makes the next key if the present one is older than this, and removes those whose last tokens have ended.</summary>
    /// <returns>The ids of the key that was made, if any, and of those that were removed.</returns>
    public Task<(Guid? Added, IReadOnlyList<Guid> Removed)> RotateWhenDueAsync(TimeSpan lifetime, CancellationToken cancel) =>
        AloneAsync(async (transaction, ring, now) =>
        {
            Guid? added = ring.IsDue(now, lifetime) ? await AddAsync(transaction, now + KeyRing.Lead, cancel) : null;
            return (added, await RemoveAsync(transaction, ring.Ended(now), cancel));
        }, cancel);

    /// <summary>Makes the next key; null when there is one already that does not sign yet.</summary>
    public Task<Guid?> RotateAsync(CancellationToken cancel) =>
        AloneAsync<Guid?>(async (transaction, ring, now) => ring.HasNext(now) ? null : await AddAsync(transaction, now + KeyRing.Lead, cancel), cancel);

    /// <summary>Makes a key that signs at once, and removes all others: for when one is known to somebody else.</summary>
    public Task<Guid> ReplaceAllAsync(CancellationToken cancel) =>
        AloneAsync(async (transaction, ring, now) =>
        {
            await RemoveAsync(transaction, ring.Published(now).Concat(ring.Ended(now)), cancel);
            return await AddAsync(transaction, now, cancel);
        }, cancel);

    /// <summary>Replicas take turns: each decides on what the one before has done.</summary>
    private Task<T> AloneAsync<T>(Func<Transaction, KeyRing, DateTime, Task<T>> work, CancellationToken cancel) =>
        database.TransactionAsync(async transaction =>
        {
            await transaction.ExecuteAsync("LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE", null, cancel);
            return await work(transaction, await ReadAsync(transaction, cancel), Now);
        }, cancel);

    private async Task<KeyRing> ReadAsync(ISql sql, CancellationToken cancel) =>
        new((await sql.QueryAsync<Row>(All, null, cancel)).Select(row => row.ToKey(cipher)));

    private async Task<Guid> AddAsync(Transaction transaction, DateTime signsFrom, CancellationToken cancel)
    {
        const string sql = "INSERT INTO signing_key (id, private_key, created_at, signs_from) VALUES (@Id, @PrivateKey, @Now, @SignsFrom)";
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = Guid.CreateVersion7();
        var sealedKey = cipher.Seal(key.ExportPkcs8PrivateKey(), id);
        await transaction.ExecuteAsync(sql, new { Id = id, PrivateKey = sealedKey, Now, SignsFrom = signsFrom }, cancel);
        return id;
    }

    private static async Task<IReadOnlyList<Guid>> RemoveAsync(Transaction transaction, IEnumerable<SigningKey> keys, CancellationToken cancel)
    {
        var ids = keys.Select(key => key.Id).ToArray();
        if (ids.Length > 0) await transaction.ExecuteAsync("DELETE FROM signing_key WHERE id = ANY(@ids)", new { ids }, cancel);
        return ids;
    }

    private sealed record Row(Guid Id, byte[] PrivateKey, DateTime SignsFrom)
    {
        public SigningKey ToKey(KeyCipher cipher)
        {
            var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(cipher.Open(PrivateKey, Id), out _);
            return new(Id, new(key) { KeyId = Id.ToString() }, SignsFrom);
        }
    }
}
