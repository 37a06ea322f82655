using System.Text.Json;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Identity.Tests;

/// <summary>Who watches the logs sees who guesses, and nobody's address (R2.1).</summary>
internal sealed class LoginLogTests : IdentityFixture
{
    private const string Wrong = "a wrong password";

    private readonly string _file = Path.GetTempFileName();

    protected override (string Key, string Value)[] Settings =>
    [
        ("Log:File", _file), ("Log:Level", "Information"), ("Identity:Throttle:LoginsPerAccount", "1"),
        ("Identity:PasswordsAtOnce", "1"), ("Identity:PasswordsWaiting", "0"),
    ];

    [OneTimeTearDown]
    public void DeleteFile() => File.Delete(_file);

    [Test]
    public async Task Failed_login_is_one_line_with_a_hash_of_the_account_the_network_and_the_outcome()
    {
        var email = $"whisper.{Guid.NewGuid():N}@shop.example";
        (await LoginAsync(email, Wrong, "2001:db8:1:2:3:4:5:6")).InvalidCredentials.ShouldNotBeNull();
        (await LoginAsync(email.ToUpperInvariant(), Wrong, "198.51.100.1")).TooManyAttempts.ShouldNotBeNull();
        (await LinesAsync("2001:db8:1:2::")).ShouldHaveSingleItem().Outcome.ShouldBe("refused");
        (await LinesAsync("198.51.100.1")).ShouldHaveSingleItem().Outcome.ShouldBe("throttled");
        var accounts = (await LinesAsync("2001:db8:1:2::")).Concat(await LinesAsync("198.51.100.1")).Select(line => line.Account).Distinct();
        accounts.ShouldHaveSingleItem().ShouldMatch("^[0-9a-f]{16}$");
        (await TextAsync()).ShouldNotContain("whisper");
    }

    [Test]
    public async Task Unknown_account_and_wrong_password_are_logged_alike_and_a_success_is_not()
    {
        var customer = await CustomerAsync();
        (await LoginAsync(customer.User.Email, Password, "198.51.100.2")).Session.ShouldNotBeNull();
        (await LoginAsync(customer.User.Email, Wrong, "198.51.100.2")).InvalidCredentials.ShouldNotBeNull();
        (await LoginAsync(NewEmail(), Wrong, "198.51.100.3")).InvalidCredentials.ShouldNotBeNull();
        (await LinesAsync("198.51.100.3")).ShouldHaveSingleItem().Outcome.ShouldBe("refused");
        (await LinesAsync("198.51.100.2")).ShouldHaveSingleItem().Outcome.ShouldBe("refused");
    }

    [Test]
    public async Task Login_that_found_no_room_is_logged_as_that()
    {
        var end = new TaskCompletionSource<string>();
        var held = Service.Services.GetRequiredService<PasswordGate>().TryAsync(() => end.Task.Result, CancellationToken.None);
        (await LoginAsync(NewEmail(), Wrong, "198.51.100.4")).TooManyAttempts.ShouldNotBeNull();
        end.SetResult("");
        await held;
        (await LinesAsync("198.51.100.4")).ShouldHaveSingleItem().Outcome.ShouldBe("busy");
    }

    /// <summary>The lines on failed logins from an address, of which there is one at least.</summary>
    private Task<List<Line>> LinesAsync(string address) => Eventually.GetAsync(async () =>
    {
        var lines = (await TextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Contains("A login failed", StringComparison.Ordinal) && line.EndsWith('}'))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("ClientAddress").GetString() == address)
            .Select(line => new Line(line.GetProperty("Outcome").GetString()!, line.GetProperty("Account").GetString()!)).ToList();
        return lines.Count > 0 ? lines : null;
    }, $"a line on a failed login from {address}");

    private async Task<string> TextAsync()
    {
        await using var file = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }

    private sealed record Line(string Outcome, string Account);
}
