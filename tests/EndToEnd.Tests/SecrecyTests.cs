using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>
/// Promise 11 over the whole shop: people register, buy, are declined, mistype, cancel, while every service logs all it
/// can and every span is kept; nothing that is secret or somebody's own may be found in either.
/// </summary>
internal sealed partial class SecrecyTests
{
    private const string Password = "never-to-be-written-1";
    private const string Phone = "+1 503 555 0147";
    private const string Street = "77 Whispering Lane";

    [Test]
    public async Task No_email_password_token_card_or_address_is_in_a_log_line_or_a_span_of_any_service()
    {
        var spans = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => spans.Add(Describe(activity)),
        };
        ActivitySource.AddActivityListener(listener);
        var email = $"whisper-{Guid.NewGuid():N}@secret.example";
        List<string> secrets = [email, Password, Phone, Street, "sk_test_standalone", "whsec_standalone"];
        Dictionary<string, string> logs;
        await using (var shop = await OpenShop.StartAsync("Log:Level=Verbose"))
        {
            await LiveAsync(shop, email, secrets);
            logs = await LogsAsync(shop);
        }

        // Both were listening: those who had something to say have said it, and SQL, calls and payments are in spans.
        foreach (var name in (string[])["catalog", "identity", "orders", "billing", "notifications"]) logs.Keys.ShouldContain(name);
        foreach (var sign in (string[])["INSERT INTO account", "INSERT INTO orders", "commerce.billing.v1.BillingService/Charge", "/v1/payment_intents", "/graphql"])
            spans.ShouldContain(span => span.Contains(sign, StringComparison.Ordinal), sign);
        var places = logs.Select(log => (Where: log.Key + ".jsonl", Text: log.Value)).Concat(spans.Select(span => (Where: "a span", Text: span))).ToList();
        foreach (var secret in secrets)
            places.Where(place => place.Text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(place => $"{secret} in {place.Where}").ShouldBeEmpty();
        places.Where(place => Token().IsMatch(place.Text)).Select(place => $"{Token().Match(place.Text).Value} in {place.Where}").ShouldBeEmpty();
    }

    /// <summary>A JWT, a card number, a client secret of the gateway.</summary>
    [GeneratedRegex(@"eyJ[\w-]{16,}|\b4242 ?4242 ?4242 ?4242\b|_secret_\w+")]
    private static partial Regex Token();

    private static async Task LiveAsync(OpenShop shop, string email, List<string> secrets)
    {
        using var back = new BackRoom(shop.Shop);
        var guest = await shop.GuestAsync();
        var product = await guest.ProductAsync("STA-PNC-MEC");
        await guest.AddToCartAsync(product.Id, 1);
        foreach (var (query, input) in new (string, object)[]
        {
            ("mutation($input: RegisterInput!) { register(input: $input) { session { refreshToken } errors { __typename } } }", new { email, password = Password }),
            ("mutation($input: RegisterInput!) { register(input: $input) { errors { __typename } } }", new { email = email + "@", password = Password }),
            ("mutation($input: LoginInput!) { login(input: $input) { errors { __typename } } }", new { email, password = Password + "!" }),
            ("mutation($input: LoginInput!) { login(input: $input) { session { accessToken refreshToken } } }", new { email, password = Password }),
            ("mutation($input: SaveAddressInput!) { saveAddress(input: $input) { address { id } errors { __typename } } }", new { address = Home("97201") }),
            ("mutation($input: SaveAddressInput!) { saveAddress(input: $input) { address { id } errors { __typename } } }", new { address = Home(new string('9', 500)) }),
        })
        {
            var answer = await guest.PostAsync(query, new { input });
            answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
            if (answer.At("data").TryGetProperty("login", out var login) && login.TryGetProperty("session", out var session))
            {
                guest.Token = session.At("accessToken").GetString();
                secrets.AddRange([guest.Token!, session.At("refreshToken").GetString()!]);
            }
        }

        // Secrets in the document itself, and a document that is refused: what a client does by mistake is not kept either.
        await guest.PostAsync($$"""mutation { login(input: { email: "{{email}}", password: "{{Password}}" }) { nothing } }""");
        (await guest.CheckoutAsync("pm_card_chargeDeclined", email: email, address: Home("97201"))).At("order.status").GetString().ShouldBe("PAYMENT_FAILED");
        var asked = await guest.CheckoutAsync("pm_card_authenticationRequired", email: email, address: Home("97201"));
        secrets.Add(asked.At("paymentAction.clientSecret").GetString()!);
        var order = asked.At("order");
        await back.Gateway.ApproveAsync((await back.IntentAsync(order)).Id, default);
        order = await guest.ReachedAsync(order, "CONFIRMED");
        await back.SettledAsync(order);
        (await back.EmailsAsync(order)).ShouldBe(["order-confirmed"]);
        await guest.CancelAsync(order);
        await back.SettledAsync(order);
        await guest.PostAsync("{ me { email addresses { name line1 phone } } }");
        await guest.PostAsync("mutation { logout { ok } }");
    }

    private static object Home(string postalCode) => new
    {
        name = "Ada Lovelace", line1 = Street, city = "Portland", region = "OR", postalCode, countryCode = "US", phone = Phone,
    };

    private static async Task<Dictionary<string, string>> LogsAsync(OpenShop shop)
    {
        Dictionary<string, string> logs = [];
        foreach (var file in Directory.GetFiles(shop.Logs, "*.jsonl"))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            logs[Path.GetFileNameWithoutExtension(file)] = await reader.ReadToEndAsync();
        }

        return logs;
    }

    private static string Describe(Activity activity) => string.Join(
        '\n',
        activity.TagObjects.Concat(activity.Events.SelectMany(one => one.Tags)).Select(tag => $"{tag.Key}={tag.Value}").Prepend(activity.DisplayName));
}
