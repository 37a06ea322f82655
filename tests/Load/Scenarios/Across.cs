using CommerceKata.Standalone;

namespace CommerceKata.Load.Scenarios;

/// <summary>One query that wants something of so many services, one user at a time: whether the front door asks them at once.</summary>
/// <param name="subgraphs">How many.</param>
internal sealed class Across(int subgraphs) : Scenario
{
    /// <summary>A field of each service's, which takes one call of its own and nothing of another's.</summary>
    private static readonly string[] Fields =
    [
        "me { email }", "cart { id }", "categories { name }", "orders(first: 1) { nodes { number } }", "lowStock(first: 1) { nodes { onHand } }", "emails(first: 1) { nodes { subject } }",
    ];

    private const string Login = "mutation($input: LoginInput!) { login(input: $input) { session { accessToken } errors { __typename } } }";

    /// <summary>As many as there are to choose from.</summary>
    public static int Most => Fields.Length;

    public override string Name => $"across{subgraphs}";

    public override int Users => 1;

    public override IReadOnlyList<(string Script, double Times)> Sql => [];

    public override IVisitor NewVisitor(Stage stage, int number) => new Visitor(stage, Door.Body($"{{ {string.Join(' ', Fields.Take(subgraphs))} }}"), subgraphs);

    private sealed class Visitor(Stage stage, byte[] body, int fields) : IVisitor
    {
        private string? _admin;

        public async Task ActAsync()
        {
            _admin ??= await LoginAsync();
            using var answer = await stage.Door.AskAsync(body, _admin);
            answer.Check(answer.Data.EnumerateObject().Count() == fields && answer.Data.At("me.email").GetString() == stage.Shop.Admin.Email, "a field of each");
        }

        private async Task<string> LoginAsync()
        {
            using var answer = await stage.Door.AskAsync(Door.Body(Login, new { input = new { email = stage.Shop.Admin.Email, password = stage.Shop.Admin.Password } }));
            return answer.Data.At("login.session.accessToken").GetString()!;
        }
    }
}
