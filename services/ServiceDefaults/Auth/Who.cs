using Microsoft.AspNetCore.Authorization;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>The kinds of caller that a token can stand for.</summary>
[Flags]
public enum Who
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>A session without a registration.</summary>
    Guest = 1,

    /// <summary>A registered user.</summary>
    Customer = 2,

    /// <summary>The back office.</summary>
    Admin = 4,

    /// <summary>Another service of ours.</summary>
    Service = 8,

    /// <summary>Any person with a session.</summary>
    User = Guest | Customer | Admin,

    /// <summary>Any valid token.</summary>
    Any = User | Service,
}

/// <summary>
/// Says who may call an RPC. An RPC with neither this nor <c>[AllowAnonymous]</c> is closed to everyone.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAttribute : AuthorizeAttribute
{
    /// <summary>Lets these callers in.</summary>
    /// <param name="who">One or several kinds of caller.</param>
    public AllowAttribute(Who who)
    {
        Who = who;
        Roles = string.Join(',', Enum.GetValues<Who>()
            .Where(one => int.PopCount((int)one) == 1 && who.HasFlag(one))
            .Select(one => one.Claim()));
    }

    /// <summary>Who is let in.</summary>
    public Who Who { get; }
}

/// <summary>How <see cref="Who"/> is written in a token.</summary>
public static class WhoClaim
{
    /// <summary>The value of the token's "role" claim.</summary>
    /// <param name="who">One kind of caller.</param>
    public static string Claim(this Who who) => who switch
    {
        Who.Guest => "guest",
        Who.Customer => "customer",
        Who.Admin => "admin",
        Who.Service => "service",
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, "Not one kind of caller."),
    };

    /// <summary>Reads the token's "role" claim.</summary>
    /// <param name="claim">The claim's value.</param>
    public static Who Read(string? claim) => claim switch
    {
        "guest" => Who.Guest,
        "customer" => Who.Customer,
        "admin" => Who.Admin,
        "service" => Who.Service,
        _ => Who.None,
    };
}
