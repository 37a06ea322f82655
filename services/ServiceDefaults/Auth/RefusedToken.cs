using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>
/// Why the token that came with a call does not count. Where no token is needed, the call goes on without one, and its answer
/// says so in the header <see cref="Header"/>: else its sender would not learn that they were taken for nobody.
/// </summary>
/// <param name="Code">Stable, for programs: TOKEN_EXPIRED.</param>
/// <param name="Message">For people.</param>
public sealed record RefusedToken(string Code, string Message)
{
    /// <summary>The header of an answer that has the code.</summary>
    public const string Header = "x-token-refused";

    /// <summary>Its time is over.</summary>
    public static readonly RefusedToken Expired = new("TOKEN_EXPIRED", "The access token has expired. Refresh the session, and ask again.");

    /// <summary>Its session was ended before its time: by logout, or by a new password.</summary>
    public static readonly RefusedToken Ended = new("SESSION_ENDED", "The session of this access token has ended. Log in, or start one as a guest.");

    /// <summary>It is no token, not one of ours, or changed.</summary>
    public static readonly RefusedToken Invalid = new("TOKEN_INVALID", "The Authorization header has no access token of this shop.");

    private static readonly RefusedToken[] All = [Expired, Ended, Invalid];

    private static readonly object Key = new();

    /// <summary>Reads the header of an answer.</summary>
    /// <param name="code">Its value.</param>
    /// <returns>Null when there is none.</returns>
    public static RefusedToken? Read(string? code) => Array.Find(All, one => one.Code == code);

    /// <summary>Why the request's token does not count; null when it has none, or a good one.</summary>
    /// <param name="context">The request, after authentication.</param>
    public static RefusedToken? Of(HttpContext context) => Find(context)?.Why;

    /// <summary>
    /// Whom a token was for whose time is over, as it says itself: its key may be withdrawn, and nobody can check it any more. It is good for
    /// refusing the call, and for nothing else.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <returns>Nobody, unless the call's token is refused and its time is over.</returns>
    public static Caller ExpiredCaller(ServerCallContext call) => Find(call.GetHttpContext())?.Expired ?? default;

    /// <summary>Notes that the request's token does not count.</summary>
    /// <param name="context">The request.</param>
    public void Note(HttpContext context) => Note(context, default);

    /// <summary>Notes that the request's token does not count.</summary>
    /// <param name="context">The request.</param>
    /// <param name="expired">Whom it was for, as it says; nobody, unless its time is over.</param>
    internal void Note(HttpContext context, Caller expired)
    {
        // Fields of a query are answered at the same time.
        lock (context) context.Items[Key] = (this, expired);
    }

    /// <summary>Forgets what was noted: the request goes on with another token, or with none.</summary>
    /// <param name="context">The request.</param>
    public static void Forget(HttpContext context)
    {
        lock (context) context.Items.Remove(Key);
    }

    private static (RefusedToken Why, Caller Expired)? Find(HttpContext context)
    {
        lock (context) return context.Items.TryGetValue(Key, out var found) ? ((RefusedToken, Caller))found! : null;
    }
}
