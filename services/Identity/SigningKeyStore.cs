using System.Security.Cryptography;
using CommerceKata.ServiceDefaults.Data;
using Microsoft.IdentityModel.Tokens;

namespace CommerceKata.Identity;

/// <summary>All SQL on signing keys. Private keys leave this process only encrypted.</summary>
internal sealed class SigningKeyStore(Database database, KeyCipher cipher, TimeProvider time)
{
    /// <summary>Makes the first key. Under the migration lock: replicas that start together share it.</summary>
    public async Task CreateFirstAsync(Transaction transaction, CancellationToken cancel)
    {
        const string any = "SELECT EXISTS (SELECT FROM signing_key)";
        const string insert = "INSERT INTO signing_key (id, private_key, created_at) VALUES (@Id, @PrivateKey, @Now)";
        if (await transaction.QuerySingleOrDefaultAsync<bool>(any, null, cancel)) return;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = Guid.CreateVersion7();
        var sealedKey = cipher.Seal(key.ExportPkcs8PrivateKey(), id);
        await transaction.ExecuteAsync(insert, new { Id = id, PrivateKey = sealedKey, Now = time.GetUtcNow().UtcDateTime }, cancel);
    }

    /// <summary>All keys, the newest first.</summary>
    public async Task<IReadOnlyList<ECDsaSecurityKey>> GetAllAsync(CancellationToken cancel)
    {
        const string sql = "SELECT id, private_key FROM signing_key ORDER BY created_at DESC, id DESC";
        var rows = await database.QueryAsync<Row>(sql, null, cancel);
        return [.. rows.Select(row => row.ToKey(cipher))];
    }

    private sealed record Row(Guid Id, byte[] PrivateKey)
    {
        public ECDsaSecurityKey ToKey(KeyCipher cipher)
        {
            var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(cipher.Open(PrivateKey, Id), out _);
            return new(key) { KeyId = Id.ToString() };
        }
    }
}
