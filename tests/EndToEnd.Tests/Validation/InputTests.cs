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
            return Unexpected.Contains(code) ? $"{answer}" : null;
        }

        var payload = answer.At("data").EnumerateObject().Single().Value;
        if (!payload.TryGetProperty("errors", out var told) || told.ValueKind == JsonValueKind.Null) return "it was taken";
        return told.EnumerateArray().All(error => Fits(error, path)) ? null : $"{answer}";
    }

    private static bool Fits(JsonElement error, string path)
    {
        var kind = error.At("__typename").GetString();
        if (kind != "ValidationError" || path.Length == 0) return Refusals.Contains(kind);
        var field = Index().Replace(error.At("field").GetString()!, "");
        return path == field || path.StartsWith(field + ".", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
