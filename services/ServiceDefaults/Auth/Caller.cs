using System.Globalization;
using System.Security.Claims;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>Who is calling, as their token says.</summary>
/// <param name="Who">What kind of caller; <see cref="Who.None"/> without a token.</param>
/// <param name="UserId">The user; empty for a service or without a token.</param>
/// <param name="SessionId">The session that the token belongs to; empty for a service.</param>
public readonly record struct Caller(Who Who, Guid UserId, Guid SessionId)
{
    /// <summary>Another service of ours.</summary>
    public bool IsService => Who == Who.Service;

    /// <summary>The back office.</summary>
    public bool IsAdmin => Who == Who.Admin;

    /// <summary>Reads the caller of an RPC.</summary>
    /// <param name="context">The call.</param>
    public static Caller Of(ServerCallContext context) => Of(context.GetHttpContext().User);

    /// <summary>Reads the claims of a token.</summary>
    /// <param name="user">Its claims; nobody's, if it was not checked.</param>
    internal static Caller Of(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true }) return default;
        _ = Guid.TryParse(user.FindFirst("sub")?.Value, out var userId);
        _ = Guid.TryParse(user.FindFirst("sid")?.Value, out var sessionId);
        return new(WhoClaim.Read(user.FindFirst("role")?.Value), userId, sessionId);
    }

    /// <summary>When the caller's token ends; for calls that stay open.</summary>
    /// <param name="context">The call.</param>
    public static DateTimeOffset TokenEnds(ServerCallContext context) =>
        long.TryParse(context.GetHttpContext().User.FindFirst("exp")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MaxValue;

    /// <summary>
    /// Whether the caller may see what this user owns: the user itself, an admin or a service.
    /// Where not, answer NOT_FOUND: someone else's things do not exist for you.
    /// </summary>
    /// <param name="ownerId">Whose thing it is.</param>
    public bool MaySee(Guid ownerId) => IsService || IsAdmin || (Who != Who.None && UserId == ownerId);

    /// <summary>
    /// The user that an RPC is about: the one it names, for a service or an admin; else the caller,
    /// whom a request may name or leave empty.
    /// </summary>
    /// <param name="requested">The user id in the request; may be empty.</param>
    /// <param name="field">The request's field, for errors.</param>
    /// <exception cref="Fault">Not a UUID, missing from a service, or someone else.</exception>
    public Guid ActingFor(string requested, string field = "user_id")
    {
        if (requested.Length == 0) return IsService ? throw Fault.Invalid(field, Problem.Required) : UserId;
        if (!Guid.TryParseExact(requested, "D", out var id)) throw Fault.Invalid(field, Problem.NotAnId);
        return MaySee(id) ? id : throw Fault.NotFound("user");
    }
}
