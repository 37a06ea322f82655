using CommerceKata.ServiceDefaults.Auth;
using Google.Protobuf.WellKnownTypes;
using Proto = Commerce.Identity.V1;

namespace CommerceKata.Identity;

/// <summary>Somebody, as the row has them. The role is written as in tokens; a guest has no email.</summary>
internal sealed record User(Guid Id, string Role, string? Email, bool EmailVerified, DateTime CreatedAt)
{
    public static User Guest(DateTime now) => New(Who.Guest, null, now);

    public static User Registered(Who who, string email, DateTime now) => New(who, email, now);

    public Proto.User ToProto() => new()
    {
        Id = Id.ToString(),
        Email = Email ?? "",
        EmailVerified = EmailVerified,
        Role = WhoClaim.Read(Role) switch
        {
            Who.Guest => Proto.Role.Guest,
            Who.Customer => Proto.Role.Customer,
            Who.Admin => Proto.Role.Admin,
            _ => throw new InvalidOperationException("An account of no known role."),
        },
        CreatedAt = Timestamp.FromDateTime(CreatedAt),
    };

    // PostgreSQL keeps microseconds: what is answered now is what will be answered later.
    private static User New(Who who, string? email, DateTime now) =>
        new(Guid.CreateVersion7(), who.Claim(), email, false, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)));
}

/// <summary>Somebody who has a password, and its hash.</summary>
internal sealed record Login(Guid Id, string Role, string Email, bool EmailVerified, DateTime CreatedAt, string PasswordHash, string? PasswordForm)
{
    public User User => new(Id, Role, Email, EmailVerified, CreatedAt);
}
