using System.Text.Json;
using System.Text.RegularExpressions;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.Standalone;
using Google.Protobuf;
using Grpc.Core;

namespace CommerceKata.EndToEnd.Tests.Authorization;

/// <summary>
/// Every operation as every kind of caller, in a whole shop, about things that are really there. What is let in is read from
/// the RPCs' <c>[Allow]</c> and the fields' descriptions; that it holds is tried.
/// </summary>
internal sealed partial class AuthorizationTests : ShopFixture
{
    /// <summary>The customer comes last: it is their things that are changed.</summary>
    private static readonly As[] Order = [As.Anonymous, As.Guest, As.OtherCustomer, As.Service, As.Admin, As.Customer];

    private Things _things = null!;
    private FrontDoorSchema _schema = null!;

    [OneTimeSetUp]
    public async Task ReadAsync() => _schema = await FrontDoorSchema.ReadAsync(Shop.Visitor());

    [SetUp]
    public async Task PrepareAsync() => _things = await Things.MakeAsync(Shop);

    [Test]
    public async Task Every_rpc_lets_in_just_whom_the_table_says()
    {
        var rpcs = Operations.Rpcs(Shop.Shop);
        rpcs.Select(rpc => rpc.Name).Distinct().ShouldBe(RpcRows.All.Keys, ignoreOrder: true);
        rpcs.Where(rpc => rpc.Allowed == Who.None).ShouldBeEmpty("an RPC without [Allow] is closed to everyone");
        List<string> wrong = [];
        foreach (var caller in Order)
        {
            using var calls = new Caller(null, _things.Tokens[caller]);
            foreach (var rpc in rpcs)
            {
                var row = RpcRows.All[rpc.Name];
                using var parting = EndsSession(rpc.Name) ? new Caller(null, await _things.NewSessionAsync(caller)) : null;
                var status = await (parting ?? calls).CallAsync(rpc, row.Ask?.Invoke(_things).ToByteArray() ?? []);
                var expected = Table.Expected(rpc.Allowed, row.Whose, caller);
                if (!Fits(status.StatusCode, expected, row.Whose)) wrong.Add($"{rpc} as {caller}: {status}, not {expected}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Test]
    public async Task Every_field_of_the_front_door_lets_in_just_whom_the_table_says()
    {
        var roots = Roots();
        roots.Select(root => root.Name).Except(FieldRows.Roots.Keys).ShouldBeEmpty("fields that are not in the table");
        _schema.Nodes.Except(FieldRows.Nodes.Keys).ShouldBeEmpty("types that are not in the table");
        List<string> wrong = [];
        foreach (var caller in Order)
        {
            var visitor = Shop.Visitor();
            foreach (var (name, description) in roots)
            {
                visitor.Token = EndsSession(name) ? await _things.NewSessionAsync(caller) : _things.Tokens[caller];
                var row = FieldRows.Roots[name];
                var (document, variables) = _schema.Ask(name, row.Values?.Invoke(_things) ?? []);
                var answer = name.StartsWith("Subscription.", StringComparison.Ordinal) ? await visitor.FirstEventAsync(document, variables) : await visitor.PostAsync(document, variables);
                Judge(answer, name, caller, Allowed(AudienceOf(name, description), row.Services), row.Whose, wrong);
            }

            visitor.Token = _things.Tokens[caller];
            foreach (var (name, row) in FieldRows.Nodes.Where(node => _schema.Nodes.Contains(node.Key)))
            {
                var answer = await visitor.PostAsync("query($id: ID!) { node(id: $id) { __typename } }", new { id = Things.Global(name, row.Id(_things)) });
                Judge(answer, name, caller, Allowed(row.Audience, row.Services), row.Whose, wrong);
            }

            foreach (var (name, row) in FieldRows.Guarded)
            {
                var (type, field) = (name.Split('.')[0], name.Split('.')[1]);
                if (!_schema.Has(type, field)) continue;
                var answer = await visitor.PostAsync(
                    $"query($id: ID!) {{ node(id: $id) {{ ... on {type} {{ {field} {_schema.Selection(type, field)} }} }} }}",
                    new { id = Things.Global(type, row.Id(_things)) });
                Judge(answer, name, caller, Allowed(row.Audience, row.Services), row.Whose, wrong);
            }
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>Logout ends the caller's session, and registration the guest's.</summary>
    private static bool EndsSession(string operation) => operation.Split('.')[1].ToUpperInvariant() is "LOGOUT" or "REGISTER";

    [Test]
    public void Every_other_route_is_in_the_table() => Operations.Routes(Shop.Shop)
        .Where(route => route.Host is not "Stripe-sandbox")
        .Select(route => route.Route).Distinct()
        .ShouldBe(AuthorizationDocument.Routes.Keys, ignoreOrder: true);

    [Test]
    public async Task Webhook_without_a_signature_is_refused()
    {
        using var http = new HttpClient();
        using var body = new StringContent("{}");
        var answer = await http.PostAsync($"http://127.0.0.1:{Shop.Shop.Ports.Http("Billing")}/webhooks/stripe", body);
        ((int)answer.StatusCode).ShouldBe(400);
    }

    [Test]
    public void Document_shows_the_table_as_it_is()
    {
        var fields = Roots().Select(root => (root.Name, Allowed(AudienceOf(root.Name, root.Description), FieldRows.Roots[root.Name].Services), FieldRows.Roots[root.Name].Whose));
        var nodes = FieldRows.Nodes.Where(node => _schema.Nodes.Contains(node.Key)).Select(node => ($"node: {node.Key}", node.Value));
        var guarded = FieldRows.Guarded.Where(field => _schema.Has(field.Key.Split('.')[0], field.Key.Split('.')[1])).Select(field => (field.Key, field.Value));
        var below = nodes.Concat(guarded).Select(row => (row.Item1, Allowed(row.Value.Audience, row.Value.Services), row.Value.Whose));
        AuthorizationDocument.ShouldBe(AuthorizationDocument.Write(Operations.Rpcs(Shop.Shop), [.. fields, .. below]));
    }

    /// <summary>In the order of the table: what removes a thing comes after what needs it.</summary>
    private List<(string Name, string Description)> Roots() => [.. _schema.Roots.OrderBy(root => FieldRows.Roots.Keys.ToList().IndexOf(root.Name))];

    private static void Judge(JsonElement answer, string name, As caller, Who? allowed, Whose whose, List<string> wrong)
    {
        var expected = Table.Expected(allowed, whose, caller);
        var (code, missing) = Read(answer);
        var fits = code switch
        {
            "UNAUTHENTICATED" => expected == Heard.NoSession,
            "FORBIDDEN" => expected == Heard.Forbidden,
            "INTERNAL" => false,
            "NOT_IMPLEMENTED" => expected is Heard.LetIn or Heard.NotFound,
            _ when whose is Whose.Owners or Whose.OwnersAlone => expected == (missing ? Heard.NotFound : Heard.LetIn),
            _ => expected == Heard.LetIn,
        };
        if (!fits) wrong.Add($"{name} as {caller}: {answer}, not {expected}");
    }

    /// <summary>The code of the first error, and whether what was asked for is not there.</summary>
    private static (string? Code, bool Missing) Read(JsonElement answer)
    {
        if (answer.TryGetProperty("errors", out var errors))
        {
            var code = errors[0].At("extensions.code").GetString();
            return (code, code == "NOT_FOUND");
        }

        var value = answer.At("data").EnumerateObject().Single().Value;
        return (null, value.ValueKind == JsonValueKind.Null || value.ToString().Contains("NotFoundError", StringComparison.Ordinal));
    }

    private static bool Fits(StatusCode status, Heard expected, Whose whose) => status switch
    {
        StatusCode.Unauthenticated => expected == Heard.NoSession,
        StatusCode.PermissionDenied => expected == Heard.Forbidden,
        StatusCode.Internal or StatusCode.Unknown => false,
        StatusCode.Unimplemented => expected is Heard.LetIn or Heard.NotFound,
        _ when whose is Whose.Owners or Whose.OwnersAlone => expected == (status == StatusCode.NotFound ? Heard.NotFound : Heard.LetIn),
        _ => expected == Heard.LetIn,
    };

    private static Who? Allowed(Audience audience, bool services) => audience switch
    {
        Audience.Public => null,
        Audience.Guest => Who.User,
        Audience.Customer => Who.Customer | Who.Admin,
        _ => Who.Admin,
    }
    | (services ? Who.Service : Who.None);

    private static Audience AudienceOf(string name, string description) => AudiencePattern().Match(description) is { Success: true } found
        ? Enum.Parse<Audience>(found.Groups[1].Value, ignoreCase: true)
        : name is "Query.node" or "Query.nodes" ? Audience.Public
        : throw new InvalidOperationException($"The description of {name} must say who may ask: (public), (guest), (customer) or (admin).");

    [GeneratedRegex(@"\((public|guest|customer|admin)\b")]
    private static partial Regex AudiencePattern();
}
