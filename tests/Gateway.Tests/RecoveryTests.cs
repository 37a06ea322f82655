using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.TestKit;

namespace CommerceKata.Gateway.Tests;

/// <summary>Mailed tokens at the front door (R2.1).</summary>
internal sealed class RecoveryTests : DoorFixture
{
    private const string Errors =
        "errors { __typename ... on Error { message } ... on ValidationError { field } ... on TooManyAttemptsError { retryAfterSeconds } }";

    private const string Verify = $"mutation {{ verifyEmail(input: {{ token: \"t1\" }}) {{ user {{ email emailVerified }} {Errors} }} }}";
    private const string Ask = $"mutation {{ requestEmailVerification {{ ok {Errors} }} }}";
    private const string Request = $"mutation {{ requestPasswordReset(input: {{ email: \"ada@example.com\" }}) {{ ok {Errors} }} }}";
    private const string Reset = $"mutation {{ resetPassword(input: {{ token: \"t1\", newPassword: \"correct horse\" }}) {{ session {{ accessToken user {{ email }} }} {Errors} }} }}";

    private const string Expired = "[{'__typename':'TokenExpiredError','message':'The token was used before, or is too old. Ask for a new one, or log in again.'}]";
    private const string TooMany = "[{'__typename':'TooManyAttemptsError','message':'Too many attempts; try again in 30 s.','retryAfterSeconds':30}]";

    [Test]
    public async Task VerifyEmail_shows_whose_address_it_is()
    {
        Shop.On<VerifyEmailRequest>(_ => new VerifyEmailResponse { User = new(Some.User()) { EmailVerified = true } });
        // A token that has ended is no reason to refuse the mailed one.
        var answer = await Door.AskAsync(Verify, token: TestTokens.User(Who.Customer, lifetime: TimeSpan.FromMinutes(-1)));
        answer.Data();
        answer["verifyEmail"].ShouldBe("{'user':{'email':'ada@example.com','emailVerified':true},'errors':null}");
        Shop.Asked<VerifyEmailRequest>().Single().Token.ShouldBe("t1");
    }

    [Test]
    public async Task VerifyEmail_and_resetPassword_with_a_token_that_is_no_good_say_so()
    {
        Shop.On<VerifyEmailRequest>(_ => new VerifyEmailResponse { TokenExpired = new() });
        (await Door.AskAsync(Verify))["verifyEmail.errors"].ShouldBe(Expired);
        Shop.On<ResetPasswordRequest>(_ => new ResetPasswordResponse { TokenExpired = new() });
        (await Door.AskAsync(Reset))["resetPassword.errors"].ShouldBe(Expired);
    }

    [Test]
    public async Task ResetPassword_when_there_is_no_room_to_hash_says_when_there_is()
    {
        Shop.On<ResetPasswordRequest>(_ => new ResetPasswordResponse { TooManyAttempts = new() { RetryAfterSeconds = 30 } });
        (await Door.AskAsync(Reset))["resetPassword.errors"].ShouldBe(TooMany);
    }

    [Test]
    public async Task RequestPasswordReset_is_ok_when_it_was_taken_and_says_why_when_not()
    {
        Shop.On<RequestPasswordResetRequest>(_ => new RequestPasswordResetResponse());
        (await Door.AskAsync(Request)).Data().ToString().ShouldBe("""{"requestPasswordReset":{"ok":true,"errors":null}}""");
        Shop.On<RequestPasswordResetRequest>(_ => new RequestPasswordResetResponse { TooManyAttempts = new() { RetryAfterSeconds = 30 } });
        var refused = await Door.AskAsync(Request);
        (refused["requestPasswordReset.ok"], refused["requestPasswordReset.errors"]).ShouldBe(("false", TooMany));
        Shop.On<RequestPasswordResetRequest>(_ => throw Fault.Invalid("email", new("BAD", "must be an email address")));
        var invalid = await Door.AskAsync(Request);
        invalid.Data();
        (invalid["requestPasswordReset.ok"], invalid["requestPasswordReset.errors"]).ShouldBe(
            ("false", "[{'__typename':'ValidationError','message':'must be an email address','field':'email'}]"));
    }

    [Test]
    public async Task RequestEmailVerification_is_the_callers()
    {
        var customer = TestTokens.User(Who.Customer);
        Shop.On<RequestEmailVerificationRequest>(_ => new RequestEmailVerificationResponse());
        (await Door.AskAsync(Ask, token: customer))["requestEmailVerification.ok"].ShouldBe("true");
        Shop.Calls.Single().Token.ShouldBe("Bearer " + customer);
        Shop.On<RequestEmailVerificationRequest>(_ => new RequestEmailVerificationResponse { TooManyAttempts = new() { RetryAfterSeconds = 30 } });
        (await Door.AskAsync(Ask, token: customer))["requestEmailVerification.errors"].ShouldBe(TooMany);
    }

    [Test]
    public async Task ResetPassword_opens_a_session_and_passes_the_guests_token_on()
    {
        var guest = TestTokens.User(Who.Guest);
        Shop.On<ResetPasswordRequest>(_ => new ResetPasswordResponse { Session = new() { AccessToken = "a1", User = Some.User() } });
        var answer = await Door.AskAsync(Reset, token: guest);
        answer.Data();
        answer["resetPassword.session"].ShouldBe("{'accessToken':'a1','user':{'email':'ada@example.com'}}");
        Shop.Calls.Single().Token.ShouldBe("Bearer " + guest);
        Shop.Asked<ResetPasswordRequest>().Single().ShouldBe(new ResetPasswordRequest { Token = "t1", NewPassword = "correct horse" });
    }

    [Test]
    public async Task ResetPassword_with_bad_input_names_every_field_as_the_input_does()
    {
        Shop.On<ResetPasswordRequest>(_ => throw Fault.Invalid([new("token", new("BAD", "is required")), new("new_password", new("BAD", "must have 8 to 128 characters"))]));
        (await Door.AskAsync(Reset))["resetPassword.errors"].ShouldBe(
            "[{'__typename':'ValidationError','message':'is required','field':'token'},{'__typename':'ValidationError','message':'must have 8 to 128 characters','field':'newPassword'}]");
    }
}
