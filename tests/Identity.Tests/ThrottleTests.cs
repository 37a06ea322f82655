using Commerce.Identity.V1;
using CommerceKata.TestKit;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Client = Commerce.Identity.V1.IdentityService.IdentityServiceClient;

namespace CommerceKata.Identity.Tests;

/// <summary>Who guesses passwords is slowed down, and the owner is not kept out for good (R2.1).</summary>
internal sealed class ThrottleTests : IdentityFixture
{
    private const string Wrong = "a wrong password";

    private int _addresses;

    protected override (string Key, string Value)[] Settings =>
    [
        ("Identity:Throttle:LoginsPerAddress", "8"), ("Identity:Throttle:RegistrationsPerAddress", "4"),
        ("Identity:Throttle:SuccessfulLoginsPerAccount", "15"), ("Identity:Throttle:SuccessfulLoginsPerAddress", "20"),
    ];

    [Test]
    public async Task Login_after_five_wrong_passwords_has_to_wait_even_with_the_right_one_and_from_elsewhere()
    {
        var customer = await NewCustomerAsync();
        await FailAsync(customer.User.Email, 5);
        foreach (var password in new[] { Wrong, Password })
            (await LoginAsync(customer.User.Email, password, NewAddress())).TooManyAttempts.RetryAfterSeconds.ShouldBeInRange(20, 30);
        await EndPausesAsync();
        (await LoginAsync(customer.User.Email, Password, NewAddress())).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Pauses_double_up_to_a_quarter_of_an_hour()
    {
        var email = NewEmail();
        await FailAsync(email, 5);
        foreach (var seconds in new[] { 60, 120, 240, 480, 900, 900 })
        {
            await EndPausesAsync();
            (await LoginAsync(email, Wrong, NewAddress())).InvalidCredentials.ShouldNotBeNull();
            (await LoginAsync(email, Wrong, NewAddress())).TooManyAttempts.RetryAfterSeconds.ShouldBeInRange(seconds - 10, seconds);
        }
    }

    [Test]
    public async Task Login_with_the_right_password_clears_the_account()
    {
        var customer = await NewCustomerAsync();
        for (var round = 0; round < 3; round++)
        {
            await FailAsync(customer.User.Email, 4);
            (await LoginAsync(customer.User.Email, Password, NewAddress())).Session.ShouldNotBeNull();
        }
    }

    [Test]
    public async Task Unknown_account_is_slowed_down_like_a_known_one()
    {
        var email = NewEmail();
        await FailAsync(email, 5);
        (await LoginAsync(email.ToUpperInvariant(), Wrong, NewAddress())).TooManyAttempts.ShouldNotBeNull();
    }

    [Test]
    public async Task Guesses_at_once_are_counted_each()
    {
        var email = NewEmail();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => LoginAsync(email, Wrong, NewAddress())));
        answers.Count(answer => answer.InvalidCredentials is not null).ShouldBe(5);
        answers.Count(answer => answer.TooManyAttempts is not null).ShouldBe(15);
    }

    [Test]
    public async Task Address_that_tries_many_accounts_has_to_wait_and_others_do_not()
    {
        var (address, customer) = (NewAddress(), await NewCustomerAsync());
        for (var n = 0; n < 8; n++) (await LoginAsync(NewEmail(), Wrong, address)).InvalidCredentials.ShouldNotBeNull();
        (await LoginAsync(customer.User.Email, Password, address)).TooManyAttempts.ShouldNotBeNull();
        (await LoginAsync(customer.User.Email, Password, NewAddress())).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Address_of_many_who_know_their_passwords_never_waits()
    {
        var (address, customer) = (NewAddress(), await NewCustomerAsync());
        for (var n = 0; n < 12; n++) (await LoginAsync(customer.User.Email, Password, address)).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Right_passwords_of_one_account_or_from_one_address_are_limited_and_others_log_in()
    {
        var (address, customer, other) = (NewAddress(), await NewCustomerAsync(), await NewCustomerAsync());
        for (var n = 0; n < 15; n++) (await LoginAsync(customer.User.Email, Password, address)).Session.ShouldNotBeNull();
        (await LoginAsync(customer.User.Email, Password, NewAddress())).TooManyAttempts.RetryAfterSeconds.ShouldBeInRange(50, 60);
        for (var n = 0; n < 5; n++) (await LoginAsync(other.User.Email, Password, address)).Session.ShouldNotBeNull();
        (await LoginAsync(other.User.Email, Password, address)).TooManyAttempts.RetryAfterSeconds.ShouldBeInRange(50, 60);
        (await LoginAsync(other.User.Email, Password, NewAddress())).Session.ShouldNotBeNull();
        await EndPausesAsync();
        // One a minute from here on.
        (await LoginAsync(customer.User.Email, Password, NewAddress())).Session.ShouldNotBeNull();
        (await LoginAsync(customer.User.Email, Password, NewAddress())).TooManyAttempts.RetryAfterSeconds.ShouldBeInRange(50, 60);
    }

    [Test]
    public async Task Right_passwords_are_counted_by_the_hour_and_do_not_add_up_all_day()
    {
        var (address, customer) = (NewAddress(), await NewCustomerAsync());
        var key = Service.Services.GetRequiredService<Throttle>().SuccessfulLogins(customer.User.Email, address)[0].Key;
        (await LoginAsync(customer.User.Email, Password, address)).Session.ShouldNotBeNull();
        var ends = await QueryAsync<DateTime>("UPDATE attempt_count SET forget_at = forget_at - interval '59 minutes' WHERE key = $1 RETURNING forget_at", key);
        (await LoginAsync(customer.User.Email, Password, address)).Session.ShouldNotBeNull();
        (await QueryAsync<DateTime>("SELECT forget_at FROM attempt_count WHERE key = $1 AND attempts = 2", key)).ShouldBe(ends);
        await QueryAsync<int>("UPDATE attempt_count SET forget_at = now() WHERE key = $1", key);
        (await LoginAsync(customer.User.Email, Password, address)).Session.ShouldNotBeNull();
        (await QueryAsync<int>("SELECT attempts FROM attempt_count WHERE key = $1", key)).ShouldBe(1);
    }

    [Test]
    public async Task Wrong_passwords_use_up_none_of_the_right_ones()
    {
        var (address, customer) = (NewAddress(), await NewCustomerAsync());
        (await LoginAsync(customer.User.Email, Wrong, address)).InvalidCredentials.ShouldNotBeNull();
        var keys = Service.Services.GetRequiredService<Throttle>().SuccessfulLogins(customer.User.Email, address).Select(counter => counter.Key).ToArray();
        (await QueryAsync<long>("SELECT count(*) FROM attempt_count WHERE key = ANY($1)", (object)keys)).ShouldBe(0);
    }

    [Test]
    public async Task Right_password_gives_an_address_back_only_its_own_attempt()
    {
        var (address, customer) = (NewAddress(), await NewCustomerAsync());
        for (var n = 0; n < 7; n++)
        {
            (await LoginAsync(NewEmail(), Wrong, address)).InvalidCredentials.ShouldNotBeNull();
            (await LoginAsync(customer.User.Email, Password, address)).Session.ShouldNotBeNull();
        }

        (await LoginAsync(NewEmail(), Wrong, address)).InvalidCredentials.ShouldNotBeNull();
        (await LoginAsync(customer.User.Email, Password, address)).TooManyAttempts.ShouldNotBeNull();
    }

    [Test]
    public async Task Password_chosen_anew_by_mail_lets_the_owner_in_at_once()
    {
        var customer = await NewCustomerAsync();
        await FailAsync(customer.User.Email, 5);
        await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email });
        var token = await MailedAsync<PasswordResetRequested>(customer.User.Email);
        (await Anyone.ResetPasswordAsync(new() { Token = token, NewPassword = "another battery" })).Session.ShouldNotBeNull();
        (await LoginAsync(customer.User.Email, "another battery", NewAddress())).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Registrations_from_one_address_are_limited()
    {
        var from = new Metadata { { "x-client-address", NewAddress() } };
        for (var n = 0; n < 4; n++) (await Anyone.RegisterAsync(new() { Email = NewEmail(), Password = Password }, from)).Session.ShouldNotBeNull();
        var refused = await Anyone.RegisterAsync(new() { Email = NewEmail(), Password = Password }, from);
        refused.TooManyAttempts.RetryAfterSeconds.ShouldBeInRange(50, 60);
    }

    [Test]
    public async Task Attempts_are_counted_for_all_replicas_and_over_restarts_under_keys_that_name_nobody()
    {
        var email = NewEmail();
        await FailAsync(email, 5);
        var replica = await TestService.StartOnAsync(IdentityHost.Build, Service.ConnectionString, Neighbours.Settings);
        var answer = await replica.Client<Client>(token: null).LoginAsync(new() { Email = email, Password = Wrong });
        await replica.StopAsync();
        answer.TooManyAttempts.ShouldNotBeNull();
        (await QueryAsync<long>("SELECT count(*) FROM attempt_count a WHERE a::text LIKE '%shop.example%'")).ShouldBe(0);
    }

    [Test]
    public async Task Attempt_given_back_does_not_end_a_pause_that_others_have_earned()
    {
        var throttle = Service.Services.GetRequiredService<Throttle>();
        var counter = throttle.LoginsFrom(NewAddress());
        await using (await throttle.CountAsync(CancellationToken.None, counter))
        {
            for (var n = 0; n < 7; n++) (await throttle.RefuseAsync(CancellationToken.None, counter)).ShouldBeNull();
            await QueryAsync<int>("UPDATE attempt_count SET blocked_until = now() WHERE key = $1", counter.Key);
            (await throttle.RefuseAsync(CancellationToken.None, counter)).ShouldBeNull();
        }

        (await throttle.RefuseAsync(CancellationToken.None, counter)).ShouldNotBeNull();
    }

    [Test]
    public async Task Attempt_that_has_to_wait_for_its_account_is_none_of_its_address()
    {
        var (address, email, customer) = (NewAddress(), NewEmail(), await NewCustomerAsync());
        await FailAsync(email, 5);
        for (var n = 0; n < 10; n++) (await LoginAsync(email, Wrong, address)).TooManyAttempts.ShouldNotBeNull();
        (await LoginAsync(customer.User.Email, Password, address)).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Attempts_are_forgotten_after_a_quiet_while()
    {
        var throttle = Service.Services.GetRequiredService<Throttle>();
        var counter = throttle.Logins(NewEmail());
        for (var n = 0; n < 5; n++) (await throttle.RefuseAsync(CancellationToken.None, counter)).ShouldBeNull();
        (await throttle.RefuseAsync(CancellationToken.None, counter)).ShouldNotBeNull();
        await QueryAsync<int>("UPDATE attempt_count SET forget_at = now(), blocked_until = now() WHERE key = $1", counter.Key);
        for (var n = 0; n < 5; n++) (await throttle.RefuseAsync(CancellationToken.None, counter)).ShouldBeNull();
    }

    /// <summary>From an address of its own: this fixture's limits are low.</summary>
    private async Task<Session> NewCustomerAsync() => (await Anyone.RegisterAsync(
        new() { Email = NewEmail(), Password = Password }, new Metadata { { "x-client-address", NewAddress() } })).Session;

    private string NewAddress() => $"198.51.100.{Interlocked.Increment(ref _addresses)}";

    private async Task FailAsync(string email, int times)
    {
        for (var n = 0; n < times; n++) (await LoginAsync(email, Wrong, NewAddress())).InvalidCredentials.ShouldNotBeNull();
    }

    /// <summary>As if all had waited.</summary>
    private Task EndPausesAsync() => QueryAsync<int>("UPDATE attempt_count SET blocked_until = now()");
}
