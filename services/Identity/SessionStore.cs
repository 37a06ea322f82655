using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Identity;

/// <summary>A session to open: its id, its first refresh token, when, and the guest whose journey it goes on with.</summary>
internal sealed record NewSession(Guid Id, SecretToken Token, DateTime Now, Guid? GuestId);

/// <summary>All SQL on sessions and refresh tokens.</summary>
internal sealed class SessionStore(Database database, IdentityOptions options, TimeProvider time)
{
    /// <summary>So many times at most a token is followed by the next one within <see cref="IssuedToken.Grace"/>: no client refreshes as often.</summary>
    private const int LongestChain = 100;

    /// <summary>For the tokens that follow others: see <see cref="SecretToken.Next"/>.</summary>
    private readonly byte[] _key = DerivedKey.Of(options.KeyEncryptionKey, "commerce-kata refresh tokens");

    /// <summary>Guests that come at the same moment.</summary>
    private readonly Coalescer<(User Guest, NewSession Session), NewSession> _guests = new(
        (guests, cancel) => OpenForGuestsAsync(database, guests, cancel), rounds: 1, most: 64, time);

    private const string Issue = "INSERT INTO refresh_token (hash, session_id, expires_at) VALUES (@Hash, @Id, @ExpiresAt)";

    public Task OpenAsync(Guid userId, NewSession session, CancellationToken cancel) =>
        database.TransactionAsync(transaction => OpenAsync(transaction, userId, session, cancel), cancel);

    /// <summary>Opens one with the transaction.</summary>
    public static Task OpenAsync(Transaction transaction, Guid userId, NewSession session, CancellationToken cancel)
    {
        const string sql = $"""
            INSERT INTO session (id, user_id, created_at, journey_id)
            VALUES (@Id, @UserId, @Now, (SELECT COALESCE(journey_id, id) FROM session WHERE user_id = @GuestId ORDER BY created_at DESC LIMIT 1));
            {Issue}
            """;
        return transaction.ExecuteAsync(
            sql, new { session.Id, UserId = userId, session.Now, session.GuestId, session.Token.Hash, ExpiresAt = session.Now + IssuedToken.Lifetime }, cancel);
    }

    /// <summary>Adds a guest with their first session. Every visitor begins with it: those of a moment share a round trip and a commit (ADR 0028).</summary>
    public Task OpenForGuestAsync(User guest, NewSession session, CancellationToken cancel) => _guests.AskAsync((guest, session), cancel);

    private static async Task<IReadOnlyList<NewSession?>> OpenForGuestsAsync(
        Database database, IReadOnlyList<(User Guest, NewSession Session)> guests, CancellationToken cancel)
    {
        const string sql = """
            INSERT INTO account (id, role, email_verified, created_at, updated_at)
            SELECT id, role, false, created_at, created_at FROM unnest(@UserIds, @Roles, @Created) AS g (id, role, created_at);
            INSERT INTO session (id, user_id, created_at) SELECT * FROM unnest(@Ids, @UserIds, @Nows);
            INSERT INTO refresh_token (hash, session_id, expires_at) SELECT * FROM unnest(@Hashes, @Ids, @Ends)
            """;
        await database.ExecuteAsync(sql, new
        {
            UserIds = guests.Select(one => one.Guest.Id).ToArray(),
            Roles = guests.Select(one => one.Guest.Role).ToArray(),
            Created = guests.Select(one => one.Guest.CreatedAt).ToArray(),
            Ids = guests.Select(one => one.Session.Id).ToArray(),
            Nows = guests.Select(one => one.Session.Now).ToArray(),
            Hashes = guests.Select(one => one.Session.Token.Hash).ToArray(),
            Ends = guests.Select(one => one.Session.Now + IssuedToken.Lifetime).ToArray(),
        }, cancel);
        return [.. guests.Select(one => one.Session)];
    }

    /// <summary>
    /// Trades a token for the next one. The session and the token stay locked meanwhile, so that of two who present the same token one is first, and the
    /// other is given what that one was given. A token that was used longer ago ends the family.
    /// </summary>
    /// <returns>What became of it, and the token to go on with; null unless it is good or was good a moment ago.</returns>
    public Task<(TokenVerdict Verdict, IssuedToken? Issued, SecretToken? Next)> RotateAsync(
        SecretToken presented, DateTime now, CancellationToken cancel)
    {
        const string spend = "UPDATE refresh_token SET used_at = @now WHERE hash = @Hash";
        return database.TransactionAsync<(TokenVerdict, IssuedToken?, SecretToken?)>(async transaction =>
        {
            var issued = await FindAsync(transaction, presented, cancel);
            var verdict = issued?.Judge(now) ?? TokenVerdict.Ended;
            var next = presented.Next(_key);
            switch (verdict)
            {
                case TokenVerdict.Good:
                    await transaction.ExecuteAsync(spend, new { presented.Hash, now }, cancel);
                    await transaction.ExecuteAsync(Issue, new { next.Hash, Id = issued!.SessionId, ExpiresAt = now + IssuedToken.Lifetime }, cancel);
                    return (verdict, issued, next);
                case TokenVerdict.Repeated when await LastAsync(transaction, next, now, cancel) is { } last:
                    return (verdict, issued, last);
                case TokenVerdict.Reused or TokenVerdict.Repeated:
                    await EndAsync(transaction, issued!.SessionId, now, cancel);
                    return (TokenVerdict.Reused, issued, null);
                default:
                    return (verdict, issued, null);
            }
        }, cancel);
    }

    /// <summary>
    /// The token that is good by now: this one, or one that followed it while another tab went on. Null when this one is not of the
    /// family, as after a refresh by a version that drew its tokens.
    /// </summary>
    private async Task<SecretToken?> LastAsync(Transaction transaction, SecretToken token, DateTime now, CancellationToken cancel)
    {
        for (var i = 0; i < LongestChain; i++)
        {
            var verdict = (await FindAsync(transaction, token, cancel))?.Judge(now);
            if (verdict == TokenVerdict.Good) return token;
            if (verdict != TokenVerdict.Repeated) return null;
            token = token.Next(_key);
        }

        return null;
    }

    /// <summary>Locks the session first, and then the token: two tabs with two tokens of one session take turns.</summary>
    private static Task<IssuedToken?> FindAsync(Transaction transaction, SecretToken token, CancellationToken cancel)
    {
        const string find = """
            SELECT t.session_id, s.user_id, t.expires_at, t.used_at, s.ended_at
            FROM session s JOIN refresh_token t ON t.session_id = s.id WHERE t.hash = @Hash FOR UPDATE
            """;
        return transaction.QuerySingleOrDefaultAsync<IssuedToken>(find, new { token.Hash }, cancel);
    }

    /// <summary>Whether it has not ended, and has a refresh token that is still good.</summary>
    public Task<bool> IsOpenAsync(Guid id, DateTime now, CancellationToken cancel)
    {
        const string sql = """
            SELECT EXISTS (
                SELECT FROM session s JOIN refresh_token t ON t.session_id = s.id
                WHERE s.id = @id AND s.ended_at IS NULL AND t.used_at IS NULL AND t.expires_at > @now)
            """;
        return database.QuerySingleOrDefaultAsync<bool>(sql, new { id, now }, cancel);
    }

    /// <summary>What the session has in common with the guest's before it; its own id where nothing came before.</summary>
    public Task<Guid> JourneyAsync(Guid id, CancellationToken cancel) =>
        database.QuerySingleOrDefaultAsync<Guid>("SELECT COALESCE(journey_id, id) FROM session WHERE id = @id", new { id }, cancel);

    /// <summary>The sessions that ended after this moment.</summary>
    public Task<IReadOnlyList<Guid>> ListEndedAsync(DateTime after, CancellationToken cancel) =>
        database.QueryAsync<Guid>("SELECT id FROM session WHERE ended_at > @after", new { after }, cancel);

    /// <summary>Ends a session: none of its refresh tokens works any more.</summary>
    public Task EndAsync(Guid id, DateTime now, CancellationToken cancel) => EndAsync(database, id, now, cancel);

    /// <summary>Ends all sessions of a user, with the transaction.</summary>
    public static Task EndAllAsync(Transaction transaction, Guid userId, DateTime now, CancellationToken cancel)
    {
        const string sql = """
            UPDATE session SET ended_at = @now
            WHERE id IN (SELECT id FROM session WHERE user_id = @userId AND ended_at IS NULL ORDER BY id FOR UPDATE)
            """;
        return transaction.ExecuteAsync(sql, new { userId, now }, cancel);
    }

    private static Task EndAsync(ISql sql, Guid id, DateTime now, CancellationToken cancel) =>
        sql.ExecuteAsync("UPDATE session SET ended_at = @now WHERE id = @id AND ended_at IS NULL", new { id, now }, cancel);
}
