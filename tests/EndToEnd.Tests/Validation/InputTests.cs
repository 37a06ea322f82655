using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommerceKata.EndToEnd.Tests.Authorization;
using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests.Validation;

/// <summary>
/// Every field of every mutation's input gets values that it may not take, one at a time: each is refused, and where a field
/// is named it is that one. Fields are read from the schema: a new one is tried without a word here.
/// </summary>
internal sealed partial class InputTests : ShopFixture
{
    private static readonly string[] Refusals =
        ["ValidationError", "NotFoundError", "InvalidCredentialsError", "TokenExpiredError", "TooManyAttemptsError", "CartChangedError"];

    private static readonly string[] Unexpected = ["INTERNAL", "SERVICE_UNAVAILABLE", "TIMEOUT", "UNAUTHENTICATED", "FORBIDDEN", "CONFLICT"];

    private Things _things = null!;
    private FrontDoorSchema _schema = null!;

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        _things = await Things.MakeAsync(Shop);
        _schema = await FrontDoorSchema.ReadAsync(Shop.Visitor());
    }

    [Test]
    public async Task Every_input_refuses_what_it_may_not_take_and_names_it()
    {
        List<string> wrong = [];
        var tried = 0;
        foreach (var (root, _) in _schema.Roots.Where(root => root.Name.StartsWith("Mutation.", StringComparison.Ordinal)))
        {
            foreach (var (path, scalar) in _schema.Leaves(root))
            {
                foreach (var (name, value) in Nasty.Of(scalar))
                {
                    tried++;
                    if (await JudgeAsync(root, path, value) is { } why) wrong.Add($"{root} with {path} {name}: {why}");
                }
            }
        }

        tried.ShouldBeGreaterThan(150);
        wrong.ShouldBeEmpty();
    }

    [Test]
    public async Task Every_argument_of_a_query_is_answered_or_refused_whatever_it_is()
    {
        List<string> wrong = [];
        foreach (var (root, _) in _schema.Roots.Where(root => root.Name.StartsWith("Query.", StringComparison.Ordinal)))
        {
            foreach (var (path, scalar) in _schema.Leaves(root))
            {
                foreach (var (name, value) in Nasty.Of(scalar))
                {
                    var values = FieldRows.Roots[root].Values?.Invoke(_things) ?? [];
                    values[path] = value;
                    var answer = await SendAsync(root, values);
                    if (answer.TryGetProperty("errors", out var errors) && Unexpected.Contains(errors[0].At("extensions.code").GetString()))
                        wrong.Add($"{root} with {path} {name}: {answer}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Test]
    public async Task What_is_empty_is_refused_where_it_could_be_taken_for_what_is_left_out()
    {
        List<string> wrong = [];
        List<string> tried = [];
        foreach (var (root, _) in _schema.Roots.Where(
            root => !root.Name.StartsWith("Subscription.", StringComparison.Ordinal)))
        {
            var texts = _schema.Leaves(root).Where(leaf => leaf.Scalar is "String" or "ID")
                .Select(leaf => (leaf.Path, Value: (object)""));
            foreach (var (path, value) in texts.Concat(
                _schema.Lists(root).Select(path => (path, (object)Array.Empty<object>()))))
            {
                tried.Add($"{root} {path}");
                if (EmptyInputs.Allowed.ContainsKey($"{root} {path}")) continue;
                if (await JudgeAsync(root, path, value) is { } why) wrong.Add(
                    $"{root} with {path} {(value is "" ? "\"\"" : "[]")}: {why}");
            }
        }

        tried.Count.ShouldBeGreaterThan(80);
        EmptyInputs.Allowed.Keys.Except(tried).ShouldBeEmpty();
        wrong.ShouldBeEmpty("refuse it, or say in EmptyInputs why it may be empty");
    }

    [Test]
    public async Task Checkout_of_an_empty_list_buys_nothing_of_the_cart()
    {
        var guest = await Shop.GuestAsync();
        var product = await guest.ProductAsync("COF-FIL-100");
        await guest.AddToCartAsync(product.Id, 2);
        foreach (var email in new[] { "ada@example.com", null })
        {
            var refused = await guest.CheckoutAsync(lines: Array.Empty<object>(), email: email);
            refused.At("order").ValueKind.ShouldBe(JsonValueKind.Null);
            Fields(refused).ShouldBe(email is null ? ["lines", "email"] : ["lines"], ignoreOrder: true);
        }

        var cart = (await guest.AskAsync("{ cart { totalQuantity } me { orders { totalCount } } }"));
        (cart.At("cart.totalQuantity").GetInt32(), cart.At("me.orders.totalCount").GetInt32()).ShouldBe((2, 0));
        (await guest.ProductAsync("COF-FIL-100")).Available.ShouldBe(product.Available);
    }

    [Test]
    public async Task Guest_hears_of_everything_that_a_checkout_lacks_at_once()
    {
        var guest = await Shop.GuestAsync();
        await guest.AddToCartAsync((await guest.ProductAsync("COF-FIL-100")).Id, 1);
        var line = new { productId = Things.Global("Product", Things.Nothing), quantity = 1 };
        var bare = await guest.PostAsync(
            "mutation($key: UUID!) { checkout(input: { idempotencyKey: $key, shippingOptionId: \"by pigeon\", paymentMethod: \"pm_card_visa\" }) { errors { __typename ... on ValidationError { field } } } }",
            new { key = Guid.NewGuid() });
        Fields(bare.At("data.checkout")).ShouldBe(["email", "address", "shippingOptionId"], ignoreOrder: true);
        Fields(await guest.CheckoutAsync(email: null, shippingOptionId: "by pigeon"))
            .ShouldBe(["email", "shippingOptionId"], ignoreOrder: true);
        Fields(await guest.CheckoutAsync(email: null, lines: new[] { line }))
            .ShouldBe(["email", "lines[0].productId"], ignoreOrder: true);
        Fields(await guest.CheckoutAsync(lines: new[] { line }, shippingOptionId: "by pigeon", paymentMethod: ""))
            .ShouldBe(
            ["lines[0].productId", "shippingOptionId", "paymentMethod"], ignoreOrder: true);
    }

    [Test]
    public async Task Violations_of_several_fields_come_together()
    {
        var visitor = Shop.Visitor();
        visitor.Token = _things.Tokens[As.Customer];
        var refused = await visitor.CheckoutAsync(
            paymentMethod: new string('x', 300), email: "nobody", shippingOptionId: " ",
            lines: new[] { new { productId = Things.Global("Product", _things.Product), quantity = 0 }, new { productId = Things.Global("Product", _things.Product), quantity = 100 } },
            address: new { name = "", line1 = "1", city = new string('c', 101), postalCode = "a\u0001", countryCode = "us", phone = "\0" });
        Fields(refused).ShouldBe(
            [
                "lines[0].quantity", "lines[1].quantity", "lines[1].productId", "email", "address.name", "address.city", "address.postalCode", "address.countryCode",
                "address.phone", "shippingOptionId", "paymentMethod",
            ],
            ignoreOrder: true);
    }

    [TestCase("register(input: { email: \"\\uD800@example.com\", password: \"correct horse\" }) { errors { __typename } }")]
    [TestCase("login(input: { email: \"a@example.com\", password: \"correct \\uDC00 horse\" }) { errors { __typename } }")]
    [TestCase("refreshSession(input: { refreshToken: \"\\uD800\" }) { errors { __typename } }")]
    [TestCase("addToCart(input: { productId: \"\\uD800\" }) { errors { __typename } }")]
    public async Task Half_a_surrogate_pair_in_the_document_is_refused(string mutation)
    {
        var visitor = Shop.Visitor();
        visitor.Token = _things.Tokens[As.Customer];
        Refused(await visitor.PostAsync($"mutation {{ {mutation} }}"), "").ShouldBeNull();
    }

    [Test]
    public async Task List_that_is_too_long_is_refused()
    {
        var visitor = Shop.Visitor();
        visitor.Token = _things.Tokens[As.Customer];
        var line = new { productId = Things.Global("Product", _things.Product), quantity = 1 };
        Fields(await visitor.CheckoutAsync(lines: Enumerable.Repeat(line, 101))).ShouldBe(["lines"]);
    }

    private static IEnumerable<string?> Fields(JsonElement payload) =>
        payload.At("errors").EnumerateArray().Where(error => error.At("__typename").GetString() == "ValidationError").Select(error => error.At("field").GetString());

    /// <summary>Why the answer to this value is wrong; null when it is right.</summary>
    private async Task<string?> JudgeAsync(string root, string path, object? nasty)
    {
        var values = FieldRows.Roots[root].Values?.Invoke(_things) ?? [];
        // All else is right: everything that is wrong is named.
        if (root == "Mutation.checkout") values["input.shippingOptionId"] = "standard";
        if (root == "Mutation.checkout" && path != "input.addressId")
        {
            values.Remove("input.addressId");
            values["input.address.name"] = "Ada";
            values["input.lines.productId"] = Things.Global("Product", _things.Product);
        }

        // A suggested one is placed as it is.
        if (root == "Mutation.placePurchaseOrder" && path == "input.purchaseOrderId") values.Clear();
        values[path] = nasty;
        return Refused(await SendAsync(root, values), path.Replace("input.", "", StringComparison.Ordinal));
    }

    /// <summary>Asks as the customer whose things are named: somebody else would hear that there is no such thing, and no more.</summary>
    private async Task<JsonElement> SendAsync(string root, Dictionary<string, object?> values)
    {
        var (query, variables) = _schema.Ask(root, values);
        var body = JsonSerializer.Serialize(new { query, variables }).Replace(Nasty.HalfPair, "\\ud800", StringComparison.Ordinal);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Shop.Shop.GraphQL) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var forAdmins = _schema.Roots.Single(one => one.Name == root).Description.Contains("(admin)", StringComparison.Ordinal);
        request.Headers.Authorization = new("Bearer", _things.Tokens[forAdmins ? As.Admin : As.Customer]);
        using var response = await http.SendAsync(request);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.Clone();
    }

    private static string? Refused(JsonElement answer, string path)
    {
        if (answer.TryGetProperty("errors", out var errors))
        {
            var code = errors[0].At("extensions.code").GetString()!;
            // What the schema or the form of the request rules out has the engine's codes.
            return Unexpected.Contains(code) || (path.Length > 0 && !Named(errors[0]).All(field => IsAt(field, path)))
                ? $"{answer}" : null;
        }

        var payload = answer.At("data").EnumerateObject().Single().Value;
        if (payload.ValueKind is JsonValueKind.Null or JsonValueKind.Array) return "it was answered";
        if (!payload.TryGetProperty("errors", out var told) || told.ValueKind == JsonValueKind.Null) return "it was taken";
        return told.EnumerateArray().All(error => Fits(error, path)) ? null : $"{answer}";
    }

    private static bool Fits(JsonElement error, string path)
    {
        var kind = error.At("__typename").GetString();
        return kind != "ValidationError" || path.Length == 0 ? Refusals.Contains(kind)
            : IsAt(error.At("field").GetString()!, path);
    }

    /// <summary>The fields that an error at the top level names.</summary>
    private static IEnumerable<string> Named(JsonElement error) =>
        error.At("extensions").TryGetProperty("violations", out var violations)
        ? violations.EnumerateArray().Select(violation => violation.At("field").GetString()!)
        : [];

    private static bool IsAt(string field, string path)
    {
        var place = Index().Replace(field, "");
        return path == place || path.StartsWith(place + ".", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
