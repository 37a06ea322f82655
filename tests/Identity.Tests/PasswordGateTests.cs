using Commerce.Identity.V1;
using CommerceKata.TestKit;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Identity.Tests;

/// <summary>So many passwords are hashed at once, and load keeps nobody out (R2.1).</summary>
internal sealed class PasswordGateTests : IdentityFixture
{
    private const string Wrong = "a wrong password";

    private PasswordGate Gate => Service.Services.GetRequiredService<PasswordGate>();

    protected override (string Key, string Value)[] Settings =>
    [
        ("Identity:PasswordsAtOnce", "1"), ("Identity:PasswordsWaiting", "1"),
        ("Identity:Throttle:LoginsPerAddress", "3"), ("Identity:Throttle:LoginsPerAccount", "2"), ("Identity:Throttle:RegistrationsPerAddress", "2"),
    ];

    [Test]
    public async Task One_more_waits_its_turn_and_those_after_it_are_told_to_come_back()
    {
        var customer = await CustomerFromAsync("198.51.100.1");
        await using var held = new HeldGate(Gate);
        using var waiting = Login(customer.User.Email, Password, "198.51.100.1");
        await WaitingAsync(1);
        (await LoginAsync(NewEmail(), Wrong, "198.51.100.2")).TooManyAttempts.RetryAfterSeconds.ShouldBe(1);
        await held.DisposeAsync();
        (await waiting).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Login_that_found_no_room_was_no_attempt()
    {
        var customer = await CustomerFromAsync("198.51.100.3");
        await using (new FullGate(Gate))
        {
            for (var n = 0; n < 5; n++) (await LoginAsync(customer.User.Email, Wrong, "198.51.100.3")).TooManyAttempts.RetryAfterSeconds.ShouldBe(1);
        }

        (await AttemptsAsync(customer.User.Email, "198.51.100.3")).ShouldBe(0);
        (await LoginAsync(customer.User.Email, Password, "198.51.100.3")).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Login_that_found_no_room_after_a_pause_begins_no_other_pause()
    {
        var customer = await CustomerFromAsync("198.51.100.4");
        for (var n = 0; n < 2; n++) (await LoginAsync(customer.User.Email, Wrong, $"198.51.100.{n + 5}")).InvalidCredentials.ShouldNotBeNull();
        await QueryAsync<int>("UPDATE attempt_count SET blocked_until = now()");
        await using (new FullGate(Gate)) (await LoginAsync(customer.User.Email, Password, "198.51.100.4")).TooManyAttempts.RetryAfterSeconds.ShouldBe(1);
        (await LoginAsync(customer.User.Email, Password, "198.51.100.4")).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Login_whose_caller_left_while_it_waited_was_no_attempt()
    {
        var customer = await CustomerFromAsync("198.51.100.7");
        await using var held = new HeldGate(Gate);
        for (var n = 0; n < 3; n++)
        {
            using var left = Login(customer.User.Email, Wrong, "198.51.100.7");
            await WaitingAsync(1);
            left.Dispose();
            await WaitingAsync(0);
        }

        await Eventually.HoldsAsync(async () => await AttemptsAsync(customer.User.Email, "198.51.100.7") == 0, "the attempts to be given back");
    }

    [Test]
    public async Task Registration_that_found_no_room_was_no_attempt()
    {
        await using (new FullGate(Gate))
        {
            for (var n = 0; n < 3; n++) (await RegisterFromAsync("198.51.100.8")).TooManyAttempts.RetryAfterSeconds.ShouldBe(1);
        }

        (await RegisterFromAsync("198.51.100.8")).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Mailed_token_stays_good_when_there_was_no_room_for_the_new_password()
    {
        var customer = await CustomerFromAsync("198.51.100.9");
        await Anyone.RequestPasswordResetAsync(new() { Email = customer.User.Email });
        var request = new ResetPasswordRequest { Token = await MailedAsync<PasswordResetRequested>(customer.User.Email), NewPassword = "another battery" };
        await using (new FullGate(Gate)) (await Anyone.ResetPasswordAsync(request)).TooManyAttempts.RetryAfterSeconds.ShouldBe(1);
        (await Anyone.ResetPasswordAsync(request)).Session.ShouldNotBeNull();
    }

    [Test]
    public async Task Passwords_are_hashed_on_threads_that_no_other_call_needs() =>
        (await Gate.TryAsync(() => Thread.CurrentThread.IsThreadPoolThread.ToString(), CancellationToken.None)).ShouldBe("False");

    private Task WaitingAsync(int count) => Eventually.HoldsAsync(() => Task.FromResult(Gate.Waiting == count), $"{count} to wait");

    private async Task<int> AttemptsAsync(string email, string address)
    {
        var throttle = Service.Services.GetRequiredService<Throttle>();
        return await QueryAsync<int>(
            "SELECT COALESCE(max(attempts), 0) FROM attempt_count WHERE key IN ($1, $2)", throttle.Logins(email).Key, throttle.LoginsFrom(address).Key);
    }

    private AsyncUnaryCall<LoginResponse> Login(string email, string password, string from) =>
        Anyone.LoginAsync(new() { Email = email, Password = password }, new Metadata { { "x-client-address", from } });

    private async Task<RegisterResponse> RegisterFromAsync(string address) =>
        await Anyone.RegisterAsync(new() { Email = NewEmail(), Password = Password }, new Metadata { { "x-client-address", address } });

    private async Task<Session> CustomerFromAsync(string address) => (await RegisterFromAsync(address)).Session;

    /// <summary>All places are taken until it is disposed of.</summary>
    private class HeldGate : IAsyncDisposable
    {
        private readonly TaskCompletionSource<string> _end = new();
        private readonly Task _held;

        public HeldGate(PasswordGate gate) => _held = gate.TryAsync(() => _end.Task.Result, CancellationToken.None);

        public virtual async ValueTask DisposeAsync()
        {
            _end.TrySetResult("");
            await _held;
        }
    }

    /// <summary>All places are taken, and as many wait as may.</summary>
    private sealed class FullGate : HeldGate
    {
        private readonly Task _waiting;

        public FullGate(PasswordGate gate)
            : base(gate) => _waiting = gate.TryAsync(() => "", CancellationToken.None);

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await _waiting;
        }
    }
}
