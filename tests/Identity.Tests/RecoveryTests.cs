using Commerce.Identity.V1;
using CommerceKata.TestKit;
using Grpc.Core;

namespace CommerceKata.Identity.Tests;

/// <summary>Mailed tokens: an address confirmed, a password chosen anew (R2.1).</summary>
internal sealed class RecoveryTests : IdentityFixture
{
    private const string NewPassword = "another battery";

    [Test]
    public async Task Register_mails_a_token_that_confirms_the_address_once()
    {
        var customer = await CustomerAsync();
        customer.User.EmailVerified.ShouldBeFalse();
        var token = await MailedAsync<EmailVerificationRequested>(customer.User.Email);
        var user = (await Anyone.VerifyEmailAsync(new() { Token = token })).User;
        (user.Id, user.EmailVerified).ShouldBe((customer.User.Id, true));
        (await As(customer).GetUserAsync(new() { Id = user.Id })).User.EmailVerified.ShouldBeTrue();
        (await Anyone.VerifyEmailAsync(new() { Token = token })).TokenExpired.ShouldNotBeNull();
    }

    [Test]
    public async Task Verification_asked_again_replaces_the_token_and_ends_with_the_confirmation()
    {
        var customer = await CustomerAsync();
        (await As(customer).RequestEmailVerificationAsync(new())).TooManyAttempts.ShouldBeNull();
        var (first, second) = (await MailedAsync<EmailVerificationRequested>(customer.User.Email), await MailedAsync<EmailVerificationRequested>(customer.User.Email, 2));
        (await Anyone.VerifyEmailAsync(new() { Token = first })).TokenExpired.ShouldNotBeNull();
        (await Anyone.VerifyEmailAsync(new() { Token = second })).User.EmailVerified.ShouldBeTrue();
        await As(customer).RequestEmailVerificationAsync(new());
        (await TokensAsync(customer)).ShouldBe(0);
    }

    [Test]
    public async Task Token_for_one_purpose_is_good_for_no_other()
    {
        var customer = await CustomerAsync();
        await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email });
        var verify = await MailedAsync<EmailVerificationRequested>(customer.User.Email);
        var reset = await MailedAsync<PasswordResetRequested>(customer.User.Email);
        (await ResetAsync(verify)).TokenExpired.ShouldNotBeNull();
        (await Anyone.VerifyEmailAsync(new() { Token = reset })).TokenExpired.ShouldNotBeNull();
        (await ResetAsync(reset)).Session.ShouldNotBeNull();
        (await Anyone.VerifyEmailAsync(new() { Token = verify })).User.ShouldNotBeNull();
    }

    [Test]
    public async Task Reset_sets_the_password_confirms_the_address_and_ends_all_other_sessions()
    {
        var customer = await CustomerAsync();
        var other = (await LoginAsync(customer.User.Email)).Session;
        await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email.ToUpperInvariant() });
        var session = (await ResetAsync(await MailedAsync<PasswordResetRequested>(customer.User.Email))).Session;
        (session.User.Id, session.User.EmailVerified).ShouldBe((customer.User.Id, true));
        foreach (var ended in new[] { customer, other })
            (await Anyone.RefreshSessionAsync(new() { RefreshToken = ended.RefreshToken })).TokenExpired.ShouldNotBeNull();
        (await Anyone.RefreshSessionAsync(new() { RefreshToken = session.RefreshToken })).Session.ShouldNotBeNull();
        (await LoginAsync(customer.User.Email)).InvalidCredentials.ShouldNotBeNull();
        (await LoginAsync(customer.User.Email, NewPassword)).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Reset_with_one_token_at_once_has_one_winner()
    {
        var customer = await CustomerAsync();
        await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email });
        var token = await MailedAsync<PasswordResetRequested>(customer.User.Email);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => ResetAsync(token, $"{NewPassword} {n}")));
        answers.Count(answer => answer.Session is not null).ShouldBe(1);
        answers.Count(answer => answer.TokenExpired is not null).ShouldBe(5);
    }

    [Test]
    public async Task Reset_asked_again_replaces_the_token()
    {
        var customer = await CustomerAsync();
        await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email });
        var first = await MailedAsync<PasswordResetRequested>(customer.User.Email);
        await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email });
        var second = await MailedAsync<PasswordResetRequested>(customer.User.Email, 2);
        (await ResetAsync(first)).TokenExpired.ShouldNotBeNull();
        (await ResetAsync(second)).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Reset_to_the_accounts_own_address_or_a_common_password_is_refused_and_the_token_stays_good()
    {
        var customer = await CustomerAsync();
        await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email });
        var token = await MailedAsync<PasswordResetRequested>(customer.User.Email);
        foreach (var password in new[] { customer.User.Email, "password" })
            await Anyone.ResetPasswordAsync(new() { Token = token, NewPassword = password }).ShouldViolateAsync("new_password");
        (await ResetAsync(token)).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Token_after_its_end_or_any_other_text_is_refused_and_bad_input_names_every_field()
    {
        var customer = await CustomerAsync();
        await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email });
        var token = await MailedAsync<PasswordResetRequested>(customer.User.Email);
        await Anyone.ResetPasswordAsync(new() { Token = token, NewPassword = "short" }).ShouldViolateAsync("new_password");
        await QueryAsync<int>("UPDATE mailed_token SET expires_at = now() WHERE user_id = $1", Guid.Parse(customer.User.Id));
        (await ResetAsync(token)).TokenExpired.ShouldNotBeNull();
        (await Anyone.VerifyEmailAsync(new() { Token = await MailedAsync<EmailVerificationRequested>(customer.User.Email) })).TokenExpired.ShouldNotBeNull();
        (await ResetAsync("'; DROP TABLE account")).TokenExpired.ShouldNotBeNull();
        await Anyone.ResetPasswordAsync(new()).ShouldViolateAsync("token", "new_password");
        await Anyone.ResetPasswordAsync(new() { Token = new string('x', 201), NewPassword = NewPassword }).ShouldViolateAsync("token");
        await Anyone.VerifyEmailAsync(new()).ShouldViolateAsync("token");
        await Anyone.RequestPasswordResetAsync(new() { Email = "nobody" }).ShouldViolateAsync("email");
    }

    [Test]
    public async Task Tokens_end_when_the_settings_say_and_are_stored_as_their_hashes_and_leave_sealed()
    {
        var customer = await CustomerAsync();
        await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email });
        var token = await MailedAsync<PasswordResetRequested>(customer.User.Email);
        var id = Guid.Parse(customer.User.Id);
        foreach (var (purpose, hours) in new[] { ("reset-password", 1.0), ("verify-email", 48.0) })
        {
            const string left = "SELECT extract(epoch FROM expires_at - now())::float8 / 3600 FROM mailed_token WHERE user_id = $1 AND purpose = $2";
            (await QueryAsync<double>(left, id, purpose)).ShouldBe(hours, tolerance: 0.01);
        }

        (await QueryAsync<long>("SELECT count(*) FROM mailed_token t WHERE t::text LIKE '%' || $1 || '%'", token)).ShouldBe(0);
        var text = System.Text.Encoding.UTF8.GetBytes(token);
        Neighbours.Events.Any(fact => fact.Payload.Span.IndexOf(text) >= 0).ShouldBeFalse();
    }

    [Test]
    public async Task Request_for_an_unknown_address_gets_the_same_answer_and_goes_through_the_same_table()
    {
        var customer = await CustomerAsync();
        var unknown = NewEmail();
        (await Anyone.RequestPasswordResetAsync(new() { Email = unknown })).ShouldBe(await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email }));
        await MailedAsync<PasswordResetRequested>(customer.User.Email);
        await Eventually.HoldsAsync(async () => await QueryAsync<long>("SELECT count(*) FROM reset_request WHERE email = $1", unknown) == 0, "the request to be worked off");
        Neighbours.Heard<PasswordResetRequested>().ShouldAllBe(fact => fact.Email != unknown);
    }

    [Test]
    public async Task Guest_who_resets_a_password_brings_the_cart_along()
    {
        var (guest, customer) = (await GuestAsync(), await CustomerAsync());
        await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email });
        var request = new ResetPasswordRequest { Token = await MailedAsync<PasswordResetRequested>(customer.User.Email), NewPassword = NewPassword };
        (await As(guest).ResetPasswordAsync(request)).Session.User.Id.ShouldBe(customer.User.Id);
        Neighbours.Merges.Where(merge => merge.FromUserId == guest.User.Id).ShouldHaveSingleItem();
    }

    [Test]
    public async Task Mails_to_one_address_are_limited_whether_or_not_it_is_known()
    {
        var customer = await CustomerAsync();
        foreach (var email in new[] { customer.User.Email, NewEmail() })
        {
            for (var n = 0; n < 3; n++) (await Anyone.RequestPasswordResetAsync(new() { Email = email })).TooManyAttempts.ShouldBeNull();
            (await Anyone.RequestPasswordResetAsync(new() { Email = email })).TooManyAttempts.RetryAfterSeconds.ShouldBeInRange(50, 60);
        }

        (await As(customer).RequestEmailVerificationAsync(new())).TooManyAttempts.ShouldNotBeNull();
    }

    [Test]
    public async Task Mails_asked_for_from_one_address_are_limited()
    {
        var from = new Metadata { { "x-client-address", "2001:db8::7" } };
        for (var n = 0; n < 30; n++) (await Anyone.RequestPasswordResetAsync(new() { Email = NewEmail() }, from)).TooManyAttempts.ShouldBeNull();
        (await Anyone.RequestPasswordResetAsync(new() { Email = NewEmail() }, from)).TooManyAttempts.ShouldNotBeNull();
        (await Anyone.RequestPasswordResetAsync(new() { Email = NewEmail() }, new Metadata { { "x-client-address", "2001:db8::8" } })).TooManyAttempts.ShouldNotBeNull();
        (await Anyone.RequestPasswordResetAsync(new() { Email = NewEmail() }, new Metadata { { "x-client-address", "2001:db8:0:1::7" } })).TooManyAttempts.ShouldBeNull();
    }

    private Task<ResetPasswordResponse> ResetAsync(string token, string password = NewPassword) =>
        Anyone.ResetPasswordAsync(new() { Token = token, NewPassword = password }).ResponseAsync;

    private Task<long> TokensAsync(Session customer) =>
        QueryAsync<long>("SELECT count(*) FROM mailed_token WHERE user_id = $1", Guid.Parse(customer.User.Id));
}
