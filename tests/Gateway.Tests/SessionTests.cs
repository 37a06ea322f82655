using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.TestKit;
using Google.Protobuf.WellKnownTypes;

namespace CommerceKata.Gateway.Tests;

internal sealed class SessionTests : DoorFixture
{
    private const string Payload =
        """
        {
          session { accessToken refreshToken expiresAt user { email isGuest role } }
          errors { __typename ... on Error { message } ... on ValidationError { field } ... on TooManyAttemptsError { retryAfterSeconds } }
        }
        """;

    private const string Register = $"mutation {{ register(input: {{ email: \"ada@example.com\", password: \"correct horse\" }}) {Payload} }}";
    private const string Login = $"mutation {{ login(input: {{ email: \"ada@example.com\", password: \"correct horse\" }}) {Payload} }}";
    private const string Refresh = $"mutation {{ refreshSession(input: {{ refreshToken: \"r1\" }}) {Payload} }}";

    [Test]
    public async Task StartGuestSession_opens_a_session_of_a_guest()
    {
        Shop.On<StartGuestSessionRequest>(_ => new StartGuestSessionResponse { Session = Session(Some.User(Role.Guest)) });
        var answer = await Door.AskAsync($"mutation {{ startGuestSession {Payload} }}");
        answer.Data().GetProperty("startGuestSession").ToString().ShouldBe(
            """{"session":{"accessToken":"a1","refreshToken":"r1","expiresAt":"2026-01-02T12:00:00Z","user":{"email":null,"isGuest":true,"role":"GUEST"}},"errors":null}""");
    }

    [Test]
    public async Task Register_passes_the_guests_token_on_and_opens_a_session()
    {
        var guest = TestTokens.User(Who.Guest);
        Shop.On<RegisterRequest>(_ => new RegisterResponse { Session = Session(Some.User()) });
        var answer = await Door.AskAsync(Register, token: guest);
        answer.Data();
        answer["register.session.user"].ShouldBe("{'email':'ada@example.com','isGuest':false,'role':'CUSTOMER'}");
        Shop.Calls.Single().Token.ShouldBe("Bearer " + guest);
        Shop.Asked<RegisterRequest>().Single().ShouldBe(new RegisterRequest { Email = "ada@example.com", Password = "correct horse" });
    }

    [Test]
    public async Task Register_of_what_cannot_be_registered_says_why()
    {
        Shop.On<RegisterRequest>(_ => new RegisterResponse { EmailTaken = new() });
        (await Door.AskAsync(Register))["register.errors"].ShouldBe("[{'__typename':'EmailTakenError','message':'There is an account with this email address already. Log in, or reset its password.'}]");
        Shop.On<RegisterRequest>(_ => new RegisterResponse { TooManyAttempts = new() { RetryAfterSeconds = 60 } });
        (await Door.AskAsync(Register))["register.errors"].ShouldBe(
            "[{'__typename':'TooManyAttemptsError','message':'Too many attempts; try again in 60 s.','retryAfterSeconds':60}]");
        Shop.On<RegisterRequest>(_ => throw Fault.Invalid("password", new("BAD", "must have at least 8 characters")));
        (await Door.AskAsync(Register))["register.errors"].ShouldBe(
            "[{'__typename':'ValidationError','message':'must have at least 8 characters','field':'password'}]");
    }

    [Test]
    public async Task Login_with_another_password_says_so()
    {
        Shop.On<LoginRequest>(_ => new LoginResponse { InvalidCredentials = new() });
        var answer = await Door.AskAsync(Login);
        answer.Data();
        answer["login.session"].ShouldBeNull();
        answer["login.errors.0.__typename"].ShouldBe("InvalidCredentialsError");
    }

    [Test]
    public async Task Login_shows_what_the_new_session_may_see()
    {
        var (user, customer) = (Some.User(), TestTokens.User(Who.Customer));
        Shop.On<LoginRequest>(_ => new LoginResponse { Session = Session(user, customer) });
        Shop.On<ListAddressesRequest>(_ => new ListAddressesResponse { Addresses = { new SavedAddress { Address = new() { City = "London" } } } });
        var document = Login.Replace("isGuest", "addresses { city }", StringComparison.Ordinal);

        var answer = await Door.AskAsync(document, token: TestTokens.User(Who.Guest));

        answer.Data();
        answer["login.session.user.addresses"].ShouldBe("[{'city':'London'}]");
        Shop.Calls.Last().Token.ShouldBe("Bearer " + customer);
        Shop.Asked<ListAddressesRequest>().Single().UserId.ShouldBe(user.Id);
    }

    [Test]
    public async Task RefreshSession_with_a_used_token_says_so()
    {
        Shop.On<RefreshSessionRequest>(_ => new RefreshSessionResponse { TokenExpired = new() });
        (await Door.AskAsync(Refresh))["refreshSession.errors.0.__typename"].ShouldBe("TokenExpiredError");
        Shop.On<RefreshSessionRequest>(request => new RefreshSessionResponse { Session = Session(Some.User(), request.RefreshToken) });
        (await Door.AskAsync(Refresh))["refreshSession.session.accessToken"].ShouldBe("r1");
    }

    [Test]
    public async Task Answer_that_nobody_knows_is_an_error_and_never_a_success()
    {
        Shop.On<LoginRequest>(_ => new LoginResponse());
        var answer = await Door.AskAsync(Login);
        answer.Errors.Single().Code.ShouldBe("INTERNAL");
    }

    [Test]
    public async Task Logout_is_ok_only_when_the_session_has_ended()
    {
        const string logout = "mutation { logout { ok } }";
        Shop.On<LogoutRequest>(_ => new LogoutResponse());
        (await Door.AskAsync(logout)).Data().ToString().ShouldBe("""{"logout":{"ok":true}}""");
        Shop.On<LogoutRequest>(_ => throw Fault.Unavailable("Try again."));
        (await Door.AskAsync(logout)).Errors.Single().Code.ShouldBe("SERVICE_UNAVAILABLE");
    }

    [Test]
    public async Task Me_is_the_user_of_the_token()
    {
        var user = Some.User();
        Shop.On<GetUserRequest>(_ => new GetUserResponse { User = user });
        var token = TestTokens.User(Who.Customer, Guid.Parse(user.Id));
        var answer = await Door.AskAsync("{ me { id email emailVerified createdAt } }", token: token);
        answer.Data().GetProperty("me").ToString().ShouldBe(
            $$"""{"id":"{{Some.Global("User", user.Id)}}","email":"ada@example.com","emailVerified":false,"createdAt":"2026-01-02T12:00:00Z"}""");
        Shop.Asked<GetUserRequest>().Single().Id.ShouldBe(user.Id);
    }

    [TestCase(null)]
    [TestCase("nonsense")]
    [TestCase("a.b.c")]
    public async Task Me_without_a_token_of_ours_is_UNAUTHENTICATED(string? token)
    {
        var error = (await Door.AskAsync("{ me { id } }", token: token)).Errors.Single();
        (error.Code, error.Path).ShouldBe(("UNAUTHENTICATED", "me"));
    }

    private static Session Session(User user, string token = "a1") =>
        new() { AccessToken = token, RefreshToken = "r1", ExpiresAt = Timestamp.FromDateTime(Some.Noon), User = user };
}
