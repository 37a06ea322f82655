using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommerceKata.Identity.Tests;

/// <summary>One person has one account, however they write their address; and accounts from before that rule go on.</summary>
internal sealed class EmailKeyTests : IdentityFixture
{
    [TestCase("x1@münchen.example", "X1@xn--mnchen-3ya.example")]
    [TestCase("x2@xn--mnchen-3ya.example", "x2@mu\u0308nchen.example")]
    [TestCase("mu\u0308ller@shop.example", "MÜLLER@shop.example")]
    [TestCase("анна@shop.example", "АННА@SHOP.example")]
    public async Task Address_written_in_another_way_is_taken_and_logs_in(string registered, string other)
    {
        var customer = await CustomerAsync(registered);
        (await Anyone.RegisterAsync(new() { Email = other, Password = Password })).EmailTaken.ShouldNotBeNull();
        (await LoginAsync(other)).Session.User.Id.ShouldBe(customer.User.Id);
        // The mail goes where the account says, and not where somebody wrote to.
        await Anyone.RequestPasswordResetAsync(new() { Email = other });
        (await MailedAsync<PasswordResetRequested>(customer.User.Email)).ShouldNotBeEmpty();
    }

    [TestCase("x,y@shop.example")]
    [TestCase("a..b@shop.example")]
    [TestCase("<x@shop.example>")]
    [TestCase("x@-shop.example")]
    public async Task Address_that_no_mail_reaches_is_refused(string email)
    {
        await Anyone.RegisterAsync(new() { Email = email, Password = Password }).ShouldViolateAsync("email");
        await Anyone.LoginAsync(new() { Email = email, Password = Password }).ShouldViolateAsync("email");
        await Anyone.RequestPasswordResetAsync(new() { Email = email }).ShouldViolateAsync("email");
    }

    [TestCase("y,y@shop.example")]
    [TestCase("<y@shop.example>")]
    public async Task Account_whose_address_breaks_the_rule_goes_on(string email)
    {
        var id = await OldAccountAsync(email);
        (await LoginAsync(email)).Session.User.Id.ShouldBe(id);
        await FillAsync();
        (await LoginAsync(email)).Session.User.Id.ShouldBe(id);
        (await LoginAsync(email.ToUpperInvariant())).Session.User.Id.ShouldBe(id);
    }

    [Test]
    public async Task Accounts_that_clash_go_on_each_with_its_address_as_it_is_written()
    {
        const string older = "z@münchen.example", newer = "z@xn--mnchen-3ya.example";
        var ids = new[] { await OldAccountAsync(older), await OldAccountAsync(newer) };
        // Before the key is there, and after it, and after it once more.
        for (var i = 0; i < 3; i++)
        {
            (await LoginAsync(older)).Session.User.Id.ShouldBe(ids[0]);
            (await LoginAsync(newer)).Session.User.Id.ShouldBe(ids[1]);
            await FillAsync();
        }

        (await LoginAsync("z@MÜNCHEN.example")).Session.User.Id.ShouldBe(ids[0]);
        (await QueryAsync<long>("SELECT count(*) FROM account WHERE email_clashes AND id = $1", Guid.Parse(ids[1]))).ShouldBe(1);
        (await Anyone.RegisterAsync(new() { Email = "Z@münchen.example", Password = Password })).EmailTaken.ShouldNotBeNull();
    }

    [Test]
    public async Task Account_that_a_version_before_writes_meanwhile_is_found_and_its_address_is_taken()
    {
        var email = NewEmail();
        var id = await OldAccountAsync(email);
        (await LoginAsync(email.ToUpperInvariant())).Session.User.Id.ShouldBe(id);
        (await Anyone.RegisterAsync(new() { Email = email, Password = Password })).EmailTaken.ShouldNotBeNull();
    }

    // NFC and NFKC of what is typed: a letter and its accent, a wide letter, a ligature.
    [TestCase("pa\u0308ssword horse", "pässword horse")]
    [TestCase("ｐａｓｓ ｗｏｒｄ horse", "pass word horse")]
    [TestCase("ﬁne horse", "fine horse")]
    public async Task Password_is_the_same_from_every_keyboard(string chosen, string typed)
    {
        var email = NewEmail();
        await Anyone.RegisterAsync(new() { Email = email, Password = chosen });
        (await LoginAsync(email, typed)).Session.ShouldNotBeNull();
        (await LoginAsync(email, chosen)).Session.ShouldNotBeNull();
    }

    [TestCase("pa\u0308ssword horse")]
    [TestCase("ﬁne horse")]
    [TestCase("a plain horse")]
    public async Task Password_that_a_version_before_hashed_as_it_was_typed_counts_and_is_hashed_again(string password)
    {
        var email = NewEmail();
        await OldAccountAsync(email, password);
        (await LoginAsync(email, password)).Session.ShouldNotBeNull();
        (await QueryAsync<string>("SELECT password_form FROM account WHERE email = $1", email)).ShouldBe("nfkc");
        (await LoginAsync(email, password.Normalize(System.Text.NormalizationForm.FormKC))).Session.ShouldNotBeNull();
    }

    /// <summary>As the version before made them.</summary>
    private async Task<string> OldAccountAsync(string email, string password = Password)
    {
        var hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        var id = Guid.CreateVersion7();
        await QueryAsync<object>(
            "INSERT INTO account (id, role, email, password_hash, created_at, updated_at) VALUES ($1, 'customer', $2, $3, now(), now())",
            id, email, hasher.HashPassword(new(), password));
        return id.ToString();
    }

    private async Task FillAsync()
    {
        foreach (var backfill in Service.Services.GetServices<IBackfill>())
        {
            while (await backfill.RunBatchAsync(CancellationToken.None) > 0)
            {
            }
        }
    }
}
