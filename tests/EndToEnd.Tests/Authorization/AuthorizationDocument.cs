using System.Text;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests.Authorization;

/// <summary>docs/authorization.md: the table as people read it. <c>REWRITE_DOCS=1</c> writes it anew.</summary>
internal static class AuthorizationDocument
{
    private const string Head =
        """
        # Who may do what

        Written by `AuthorizationTests` in `tests/EndToEnd.Tests`, which calls each operation below as each of these callers in a
        whole shop, about things that are really there, and fails when one is missing here. After a change:
        `REWRITE_DOCS=1 dotnet test tests/EndToEnd.Tests --filter Document_shows_the_table`.

        The decision stands at the code: at an RPC in its `[Allow]`, at a field in its description. Services check every call
        themselves; the front door only hands the token on.

        | cell | means |
        |---|---|
        | yes | anyone of this kind |
        | own | for what is their own; anybody else's does not exist for them |
        | not found | a customer who asks for another customer's thing: NOT_FOUND, as if it were not there |
        | all | everybody's |
        | no session | UNAUTHENTICATED; so is a token that does not count |
        | forbidden | PERMISSION_DENIED, `FORBIDDEN` at the front door |

        "Service" is another service of ours, with its own token (ADR 2). It has nothing of its own: where an RPC is about the
        caller's things, it names whose.

        **A session that has ended** opens nothing: by logout, by a new password or `grant-admin` (all sessions of the account), by
        registration or login (the guest's), or by a refresh token that came again too late. Its refresh token works no more at once. Its access
        token is refused by every service about a second later (ADR 39): UNAUTHENTICATED, as a token that has expired or is none, and `orderChanged`
        ends with the same. While Identity is away nobody hears of it, and the token counts
        until it ends by itself, 15 minutes at most; `sessions_ended_age_seconds` and the alert `EndedSessionsUnknown` say so.

        **A token that does not count** (expired, of a session that has ended, or no token of ours) is as good as none where none is needed, so that nobody
        has to throw it away before they can look around or log in. The answer says so: at the front door in `extensions.token`
        (`TOKEN_EXPIRED`, `SESSION_ENDED`, `TOKEN_INVALID`), from a service in the header `x-token-refused`. `login`, `register` and `resetPassword` are
        UNAUTHENTICATED with the expired token of a guest who could refresh it: going on without the guest would lose the cart (ADR 7).

        """;

    private const string Columns = " | anonymous | guest | customer | other customer | admin | service |\n|---|---|---|---|---|---|---|\n";

    /// <summary>What is no RPC, and who guards it.</summary>
    public static IReadOnlyDictionary<string, string> Routes { get; } = new Dictionary<string, string>
    {
        ["/graphql"] = "anyone; each field is guarded by the RPCs behind it",
        ["/graphql/schema"] = "anyone: the schema, where `GraphQL:Introspection` publishes it",
        ["/subgraphs/{subgraph}/graphql"] = "another gateway, where `Federation:Subgraphs` is set; guarded by the same RPCs, with the same token",
        ["/webhooks/stripe"] = "the payment gateway, by its signature over body and time",
        ["/.well-known/jwks.json"] = "anyone: public keys",
        ["/health/live"] = "anyone who reaches the port, which is not for the public",
        ["/metrics"] = "anyone who reaches the port, which is not for the public",
        ["/health/ready"] = "anyone who reaches the port, which is not for the public",
    };

    public static string Write(IReadOnlyList<Rpc> rpcs, IReadOnlyList<(string Name, Who? Allowed, Whose Whose)> fields)
    {
        var text = new StringBuilder(Head);
        text.Append("\n## Front door\n\n| field" + Columns);
        foreach (var (name, allowed, whose) in fields) text.Append(Row(name, allowed, whose));
        foreach (var host in rpcs.GroupBy(rpc => rpc.Host))
        {
            text.Append(null, $"\n## {host.Key}\n\n| RPC{Columns}");
            foreach (var rpc in host) text.Append(Row(rpc.Name, rpc.Allowed, RpcRows.All[rpc.Name].Whose));
        }

        text.Append("\n## Other routes\n\n| route | for |\n|---|---|\n");
        foreach (var (route, guard) in Routes) text.Append(null, $"| `{route}` | {guard} |\n");
        return text.Append("\ngRPC health and, outside production, gRPC reflection are for anyone who reaches the port.\n").ToString();
    }

    /// <summary>Compares the document with what it should say, or rewrites it.</summary>
    public static void ShouldBe(string expected) => Docs.FileShouldBe("docs/authorization.md", expected);

    private static string Row(string name, Who? allowed, Whose whose) =>
        $"| `{name}` | {string.Join(" | ", Enum.GetValues<As>().Select(caller => Table.Cell(allowed, whose, caller)))} |\n";
}
