using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;
using MimeKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Accounts through the front door, with the mails that belong to them (R2.1).</summary>
internal sealed class AccountTests : ShopFixture
{
    private const string Password = "correct horse";
    private const string Session = "session { accessToken refreshToken user { id email isGuest emailVerified } } errors { __typename ... on ValidationError { field } ... on TooManyAttemptsError { retryAfterSeconds } }";

    private const string Register = $"mutation($input: RegisterInput!) {{ register(input: $input) {{ {Session} }} }}";
    private const string Login = $"mutation($input: LoginInput!) {{ login(input: $input) {{ {Session} }} }}";
    private const string Refresh = $"mutation($input: RefreshSessionInput!) {{ refreshSession(input: $input) {{ {Session} }} }}";
    private const string Reset = $"mutation($input: ResetPasswordInput!) {{ resetPassword(input: $input) {{ {Session} }} }}";
    private const string Verify = "mutation($input: VerifyEmailInput!) { verifyEmail(input: $input) { user { emailVerified } errors { __typename } } }";
    private const string RequestReset = "mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { ok errors { __typename } } }";

    private int _people;

    [Test]
    public async Task Guest_who_registers_keeps_id_cart_and_orders()
    {
        var visitor = await Shop.GuestAsync();
        var candle = await visitor.ProductAsync("HOM-CND-BEE");
        var order = (await visitor.BuyAsync(candle.Id)).At("order");
        await visitor.AddToCartAsync(candle.Id, 2);
        var before = await visitor.AskAsync("{ me { id isGuest } cart { id totalQuantity } }");

        await EnterAsync(visitor, Register, new { email = NewEmail(), password = Password });

        var after = await visitor.AskAsync("{ me { id isGuest orders { nodes { id } } } cart { id totalQuantity } }");
        after.At("me.id").GetString().ShouldBe(before.At("me.id").GetString());
        after.At("me.isGuest").GetBoolean().ShouldBeFalse();
        after.At("cart").ToString().ShouldBe(before.At("cart").ToString());
        after.At("me.orders.nodes")[0].At("id").GetString().ShouldBe(order.At("id").GetString());
    }

    [Test]
    public async Task Guest_who_logs_in_has_the_cart_at_once_and_the_orders_a_moment_later()
    {
        var email = NewEmail();
        var customer = Shop.Visitor();
        await EnterAsync(customer, Register, new { email, password = Password });
        var (candle, lamp) = (await customer.ProductAsync("HOM-CND-BEE"), await customer.ProductAsync("OUT-LMP-HED"));
        await customer.AddToCartAsync(candle.Id, 1);

        var visitor = await Shop.GuestAsync();
        var order = (await visitor.BuyAsync(lamp.Id)).At("order");
        await visitor.AddToCartAsync(candle.Id, 2);
        await visitor.AddToCartAsync(lamp.Id, 3);
        await EnterAsync(visitor, Login, new { email, password = Password });

        // At once: not eventually.
        var cart = (await visitor.AskAsync("{ cart { lines { quantity product { sku } } } }")).At("cart.lines").EnumerateArray()
            .Select(line => (line.At("product.sku").GetString(), line.At("quantity").GetInt32()));
        cart.ShouldBe([("HOM-CND-BEE", 3), ("OUT-LMP-HED", 3)], ignoreOrder: true);
        await Eventually.HoldsAsync(
            async () => (await visitor.AskAsync("{ me { orders { nodes { id } } } }")).At("me.orders.nodes").EnumerateArray()
                .Any(mine => mine.At("id").GetString() == order.At("id").GetString()),
            "the guest's order to be the customer's");
        (await visitor.OrderAsync(order)).At("status").GetString().ShouldBe("CONFIRMED");
    }

    [Test]
    public async Task Registered_address_is_confirmed_with_the_token_of_the_mail_once()
    {
        var (visitor, email) = (Shop.Visitor(), NewEmail());
        (await EnterAsync(visitor, Register, new { email, password = Password })).At("user.emailVerified").GetBoolean().ShouldBeFalse();
        var token = await MailedAsync(email, "verify-email");
        var someone = Shop.Visitor();
        (await someone.AskAsync(Verify, new { input = new { token } })).At("verifyEmail.user.emailVerified").GetBoolean().ShouldBeTrue();
        (await visitor.AskAsync("{ me { emailVerified } }")).At("me.emailVerified").GetBoolean().ShouldBeTrue();
        var again = await someone.PostAsync(Verify, new { input = new { token } });
        again.At("data.verifyEmail.errors")[0].At("__typename").GetString().ShouldBe("TokenExpiredError");
    }

    [Test]
    public async Task Lost_password_is_chosen_anew_with_the_token_of_the_mail_and_ends_the_old_sessions()
    {
        var (visitor, email) = (Shop.Visitor(), NewEmail());
        var old = await EnterAsync(visitor, Register, new { email, password = Password });
        (await Shop.Visitor().AskAsync(RequestReset, new { input = new { email } })).At("requestPasswordReset.ok").GetBoolean().ShouldBeTrue();
        var token = await MailedAsync(email, "reset-password");

        var errors = (await Shop.Visitor().PostAsync(Reset, new { input = new { token, newPassword = "short" } })).At("data.resetPassword.errors");
        errors[0].At("field").GetString().ShouldBe("newPassword");
        await EnterAsync(visitor, Reset, new { token, newPassword = "another battery" });
        (await visitor.AskAsync("{ me { email emailVerified } }")).At("me.emailVerified").GetBoolean().ShouldBeTrue();

        (await RefusalAsync(Login, new { email, password = Password })).ShouldBe("InvalidCredentialsError");
        (await RefusalAsync(Refresh, new { refreshToken = old.At("refreshToken").GetString() })).ShouldBe("TokenExpiredError");
        (await RefusalAsync(Reset, new { token, newPassword = "a third one" })).ShouldBe("TokenExpiredError");
        await EnterAsync(Shop.Visitor(), Login, new { email, password = "another battery" });
    }

    /// <summary>Each service hears of it by itself: no field answers that needs a session, and no other token's does.</summary>
    [Test]
    public async Task Token_of_a_session_that_ended_opens_nothing_anywhere()
    {
        string[] queries =
        [
            "{ me { email } }", "{ cart { id } }",
            "query($address: AddressInput!) { shippingOptions(address: $address) { id } }", "mutation { clearCart { cart { id } } }",
        ];
        var (visitor, other, email) = (Shop.Visitor(), Shop.Visitor(), NewEmail());
        var guest = await Shop.GuestAsync();
        visitor.Token = guest.Token;
        await EnterAsync(visitor, Register, new { email, password = Password });
        await EnterAsync(other, Login, new { email, password = Password });
        await ShouldBeRefusedAsync(guest);
        await visitor.AskAsync("mutation { logout { ok } }");
        await ShouldBeRefusedAsync(visitor);
        (await other.AskAsync("{ me { email } }")).At("me.email").GetString().ShouldBe(email);
        // Who logged out can log in again, with what they still hold.
        await EnterAsync(visitor, Login, new { email, password = Password });

        async Task ShouldBeRefusedAsync(Visitor ended)
        {
            foreach (var query in queries)
            {
                await Eventually.HoldsAsync(
                    async () => (await ended.PostAsync(query, query.StartsWith("query", StringComparison.Ordinal) ? new { address = Visitor.Address } : null))
                        .ToString().Contains("UNAUTHENTICATED", StringComparison.Ordinal),
                    $"{query} to be refused");
            }
        }
    }

    [Test]
    public async Task Reset_for_an_unknown_address_says_the_same_and_mails_nobody()
    {
        var (known, unknown) = (NewEmail(), NewEmail());
        await EnterAsync(Shop.Visitor(), Register, new { email = known, password = Password });
        var answers = new List<string>();
        foreach (var email in new[] { unknown, known })
            answers.Add((await Shop.Visitor().AskAsync(RequestReset, new { input = new { email } })).ToString());
        answers.Distinct().ShouldHaveSingleItem();
        await MailedAsync(known, "reset-password");
        Mails().ShouldNotContain(mail => mail.To.Mailboxes.Single().Address == unknown);
    }

    [Test]
    public async Task Guesses_are_slowed_down_and_a_new_password_by_mail_ends_the_wait()
    {
        var email = NewEmail();
        await EnterAsync(Shop.Visitor(), Register, new { email, password = Password });
        for (var n = 0; n < 5; n++) (await RefusalAsync(Login, new { email, password = $"guess {n}" })).ShouldBe("InvalidCredentialsError");
        var refused = (await Shop.Visitor().PostAsync(Login, new { input = new { email, password = Password } })).At("data.login.errors")[0];
        refused.At("__typename").GetString().ShouldBe("TooManyAttemptsError");
        refused.At("retryAfterSeconds").GetInt32().ShouldBeInRange(1, 30);

        await Shop.Visitor().AskAsync(RequestReset, new { input = new { email } });
        await EnterAsync(Shop.Visitor(), Reset, new { token = await MailedAsync(email, "reset-password"), newPassword = Password });
        await EnterAsync(Shop.Visitor(), Login, new { email, password = Password });
    }

    [Test]
    public async Task Registration_with_several_mistakes_names_each_field()
    {
        var errors = (await Shop.Visitor().PostAsync(Register, new { input = new { email = "nobody", password = "short" } })).At("data.register.errors");
        errors.EnumerateArray().Select(error => error.At("field").GetString()).ShouldBe(["email", "password"], ignoreOrder: true);
    }

    private string NewEmail() => $"account.{Interlocked.Increment(ref _people)}@mail.example";

    /// <summary>Asks for a session, has it, and goes on with it.</summary>
    private static async Task<JsonElement> EnterAsync(Visitor visitor, string mutation, object input)
    {
        var data = await visitor.AskAsync(mutation, new { input });
        var session = data.EnumerateObject().Single().Value.At("session");
        visitor.Token = session.At("accessToken").GetString();
        return session;
    }

    /// <summary>Why there is no session.</summary>
    private async Task<string?> RefusalAsync(string mutation, object input) =>
        (await Shop.Visitor().PostAsync(mutation, new { input })).At("data").EnumerateObject().Single().Value.At("errors")[0].At("__typename").GetString();

    /// <summary>The token in the link of the mail to this address.</summary>
    private async Task<string> MailedAsync(string email, string page)
    {
        var start = $"http://localhost:{Shop.Shop.Ports.FrontDoor}/{page}#token=";
        var text = await Eventually.GetAsync(
            () => Task.FromResult(Mails().Where(mail => mail.To.Mailboxes.Single().Address == email).Select(mail => mail.TextBody)
                .SingleOrDefault(body => body!.Contains(start, StringComparison.Ordinal))),
            $"the mail to {email}");
        return text.Split(start)[1].Split('\n')[0].Trim();
    }

    private MimeMessage[] Mails() => Directory.Exists(Shop.Shop.Mailbox) ? [.. Directory.GetFiles(Shop.Shop.Mailbox, "*.eml").Select(file => MimeMessage.Load(file))] : [];
}
