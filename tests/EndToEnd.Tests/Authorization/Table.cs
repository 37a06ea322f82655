using CommerceKata.ServiceDefaults.Auth;

namespace CommerceKata.EndToEnd.Tests.Authorization;

/// <summary>Whose things an operation is about.</summary>
internal enum Whose
{
    /// <summary>Nobody's, or the shop's: who may call it is all there is to say.</summary>
    Nobodys,

    /// <summary>The caller's own, whoever calls: it names nothing of anybody else.</summary>
    Callers,

    /// <summary>It names something of one person; admins and services may see everybody's.</summary>
    Owners,

    /// <summary>It names something of one person, which is nobody else's, an admin's neither.</summary>
    OwnersAlone,
}

/// <summary>Somebody who calls, in the order of the table's columns.</summary>
internal enum As
{
    Anonymous,
    Guest,
    Customer,
    OtherCustomer,
    Admin,
    Service,
}

/// <summary>What a caller hears.</summary>
internal enum Heard
{
    /// <summary>They got past the door; what they asked for may still be wrong.</summary>
    LetIn,
    NoSession,
    Forbidden,
    NotFound,
}

/// <summary>Who may do what: the decision, once, that the tests hold the shop to and the document shows.</summary>
internal static class Table
{
    /// <summary>What somebody hears who asks for a customer's thing.</summary>
    /// <param name="allowed">Whom the operation lets in; null for anyone.</param>
    /// <param name="whose">Whose thing it is about.</param>
    /// <param name="caller">Who asks.</param>
    public static Heard Expected(Who? allowed, Whose whose, As caller)
    {
        if (allowed is not { } who) return Heard.LetIn;
        if (caller == As.Anonymous) return Heard.NoSession;
        if (!who.HasFlag(Kind(caller))) return Heard.Forbidden;
        return caller switch
        {
            As.Guest or As.OtherCustomer when whose is Whose.Owners or Whose.OwnersAlone => Heard.NotFound,
            As.Admin when whose == Whose.OwnersAlone => Heard.NotFound,
            _ => Heard.LetIn,
        };
    }

    /// <summary>The same for people to read.</summary>
    public static string Cell(Who? allowed, Whose whose, As caller) => Expected(allowed, whose, caller) switch
    {
        Heard.NoSession => "no session",
        Heard.Forbidden => "forbidden",
        Heard.NotFound when caller == As.OtherCustomer => "not found",
        Heard.NotFound => "own",
        _ when allowed is null || whose == Whose.Nobodys || caller == As.Service => "yes",
        _ when whose == Whose.Owners && caller == As.Admin => "all",
        _ => "own",
    };

    private static Who Kind(As caller) => caller switch
    {
        As.Guest => Who.Guest,
        As.Customer or As.OtherCustomer => Who.Customer,
        As.Admin => Who.Admin,
        _ => Who.Service,
    };
}
