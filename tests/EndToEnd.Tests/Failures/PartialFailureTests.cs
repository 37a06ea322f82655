using System.Text.Json;
using System.Text.RegularExpressions;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests.Failures;

/// <summary>Each service is killed in turn, and hangs in turn, in a whole shop: what then still answers, and what is said of the rest.</summary>
internal sealed partial class PartialFailureTests
{
    /// <summary>What people do with the shop.</summary>
    private static readonly Dictionary<string, string> Queries = new()
    {
        ["products"] = "{ products(first: 2) { nodes { name available category { name } } } }",
        ["cart"] = "{ cart { totalQuantity lines { quantity product { name available } } } }",
        ["me"] = "{ me { role addresses { city } orders { nodes { number lines { name product { name } } } } } }",
        ["shipping"] = """{ shippingOptions(address: { name: "Ada", line1: "1 Main St", city: "Portland", region: "OR", postalCode: "97201", countryCode: "US" }) { id price { amount } } }""",
        ["session"] = "mutation { startGuestSession { session { user { role } } } }",
        ["low stock"] = "{ lowStock { nodes { available product { name } } } }",
        ["emails"] = "{ emails(first: 1) { nodes { subject } } }",
    };

    /// <summary>Which service takes what with it: the field that fails, and what is null for it. Everything else is answered as ever.</summary>
    private static readonly (string Service, string Query, string Fails, string IsNull)[] Table =
    [
        ("Catalog", "products", "products", "products"),
        ("Catalog", "cart", "cart.lines.product", "cart"), // CartLine.product is never null
        ("Catalog", "me", "me.orders.nodes.lines.product", "me.orders.nodes.lines.product"),
        ("Catalog", "shipping", "shippingOptions", ""), // no prices, no quote; the list is never null, and so the whole answer is
        ("Identity", "me", "me", "me"),
        ("Identity", "session", "startGuestSession", ""),
        ("Inventory", "products", "products.nodes.available", "products.nodes.available"),
        ("Inventory", "cart", "cart.lines.product.available", "cart.lines.product.available"),
        ("Inventory", "low stock", "lowStock", "lowStock"),
        ("Cart", "cart", "cart", "cart"),
        ("Cart", "shipping", "shippingOptions", ""),
        ("Orders", "me", "me.orders", "me"), // User.orders is never null
        ("Shipping", "shipping", "shippingOptions", ""),
        ("Notifications", "emails", "emails", "emails"),
    ];

    private readonly Dictionary<string, Cable> _cables = ServiceAddresses.Names.ToDictionary(name => name, _ => new Cable());
    private OpenShop _shop = null!;
    private Visitor _customer = null!;
    private Visitor _admin = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        string[] settings = ["GraphQL:DeadlineSeconds=2", .. _cables.Select(cable => $"Services:{cable.Key}=http://127.0.0.1:{cable.Value.Port}")];
        _shop = await OpenShop.StartAsync(
            ports =>
            {
                foreach (var (name, cable) in _cables) cable.Target = ports.Grpc(name);
            },
            settings);
        _customer = await _shop.GuestAsync();
        var product = (await _customer.ProductAsync("STA-TPE-WSH")).Id;
        var key = Guid.NewGuid();
        // The first checkout of a process is slow, and there is little time here: the same key asks for the same order.
        await Eventually.HoldsAsync(async () => await BoughtAsync(product, key), "the order to be placed");
        await _customer.AddToCartAsync(product, 1);
        _admin = _shop.Visitor();
        await _admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (_shop is not null) await _shop.DisposeAsync();
        foreach (var cable in _cables.Values) cable.Dispose();
    }

    [Test]
    public async Task Service_that_is_away_or_hangs_takes_only_its_own_with_it()
    {
        List<string> found = [];
        foreach (var (name, cable) in _cables)
        {
            var well = await WellAsync();
            cable.Cut();
            found.AddRange(await LookAsync(name, well));
            cable.Mend();
            await WellAsync();
            cable.Silence();
            found.AddRange(await LookAsync(name, well));
            cable.Mend();
        }

        found.ShouldBe(
            from row in Table from code in new[] { "SERVICE_UNAVAILABLE", "TIMEOUT" } select $"{row.Service}, {row.Query}: {row.Fails} {code}, null: {row.IsNull}",
            ignoreOrder: true);
    }

    [Test]
    public void Table_is_in_the_document() => Docs.PartShouldBe("docs/graphql.md", "partial-failure", string.Concat(
    [
        "| away | asked | the error's path | null |\n|---|---|---|---|\n",
        .. Table.Select(row => $"| {row.Service} | `{Asked(row.Query)}` | `{row.Fails}` | {(row.IsNull.Length == 0 ? "all of `data`" : $"`{row.IsNull}`")} |\n"),
    ]));

    /// <summary>The document, with what is long and without interest left out.</summary>
    private static string Asked(string query) => Argument().Replace(Queries[query], "(…)");

    private async Task<bool> BoughtAsync(string product, Guid key)
    {
        try
        {
            return (await _customer.BuyAsync(product, key: key)).At("order.status").GetString() == "CONFIRMED";
        }
        catch (InvalidOperationException late) when (late.Message.Contains("TIMEOUT", StringComparison.Ordinal))
        {
            return false;
        }
    }

    /// <summary>What fails now, and what is null that was not.</summary>
    private async Task<IEnumerable<string>> LookAsync(string service, IReadOnlyDictionary<string, JsonElement> well)
    {
        var answers = await Task.WhenAll(Queries.Keys.Select(async query => (Query: query, Answer: await AskAsync(query))));
        return from asked in answers
               where asked.Answer.TryGetProperty("errors", out _)
               let nulls = Nulls(well[asked.Query].GetProperty("data"), asked.Answer.GetProperty("data"), "").Distinct()
               select $"{service}, {asked.Query}: {string.Join(", ", asked.Answer.At("errors").EnumerateArray().Select(Describe).Distinct())}, null: {string.Join(", ", nulls)}";

        string Describe(JsonElement error)
        {
            error.At("extensions.traceId").GetString()!.Length.ShouldBe(32);
            return $"{Index().Replace(string.Join('.', error.At("path").EnumerateArray()), "")} {error.At("extensions.code").GetString()}";
        }
    }

    /// <summary>The places that are null and were not; whatever else has changed is named too.</summary>
    private static IEnumerable<string> Nulls(JsonElement before, JsonElement after, string path) => (before.ValueKind, after.ValueKind) switch
    {
        _ when JsonElement.DeepEquals(before, after) => [],
        (_, JsonValueKind.Null) => [path],
        (JsonValueKind.Object, JsonValueKind.Object) => before.EnumerateObject().SelectMany(one => Nulls(one.Value, after.GetProperty(one.Name), path.Length == 0 ? one.Name : $"{path}.{one.Name}")),
        (JsonValueKind.Array, JsonValueKind.Array) => before.EnumerateArray().Zip(after.EnumerateArray()).SelectMany(pair => Nulls(pair.First, pair.Second, path)),
        _ => [$"{path} is another: {after}"],
    };

    private Task<JsonElement> AskAsync(string query) => (query is "low stock" or "emails" ? _admin : _customer).PostAsync(Queries[query]);

    private async Task<IReadOnlyDictionary<string, JsonElement>> WellAsync() => await Eventually.GetAsync<Dictionary<string, JsonElement>>(
        async () =>
        {
            var answers = await Task.WhenAll(Queries.Keys.Select(async query => (query, await AskAsync(query))));
            return answers.Any(answer => answer.Item2.TryGetProperty("errors", out _)) ? null : answers.ToDictionary();
        },
        "all services to answer");

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\.\d+")]
    private static partial Regex Index();
}
