using Commerce.Identity.V1;

namespace CommerceKata.Identity.Tests;

internal sealed class CommandTests : IdentityFixture
{
    [Test]
    public async Task Grant_admin_makes_an_admin_from_the_next_login_on()
    {
        var customer = await CustomerAsync();
        (await RunAsync("grant-admin", customer.User.Email.ToUpperInvariant())).ShouldBe(0);
        // What the customer holds says what they were.
        (await Anyone.RefreshSessionAsync(new() { RefreshToken = customer.RefreshToken })).TokenExpired.ShouldNotBeNull();
        (await LoginAsync(customer.User.Email)).Session.User.Role.ShouldBe(Role.Admin);
    }

    [Test]
    public async Task Grant_admin_to_nobody_says_so_and_fails() => (await RunAsync("grant-admin", "nobody@shop.example")).ShouldBe(1);

    [Test]
    public async Task Wrong_setting_ends_a_command_in_one_line()
    {
        await using var output = new StringWriter();
        (await Commands.RunAsync(["rotate-keys", "--environment=Development", "--Identity:KeyEncryptionKey=short", "--ConnectionStrings:Identity=Host=nowhere"], output)).ShouldBe(1);
        output.ToString().Trim().ShouldStartWith("Identity:KeyEncryptionKey");
        output.ToString().Trim().ShouldNotContain('\n');
    }

    [Test]
    public async Task Other_command_lines_are_no_commands()
    {
        (await Commands.RunAsync([], TextWriter.Null)).ShouldBeNull();
        (await Commands.RunAsync(["migrate"], TextWriter.Null)).ShouldBeNull();
        (await Commands.RunAsync(["grant-admin"], TextWriter.Null)).ShouldBeNull();
    }

    private async Task<int?> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        return await Commands.RunAsync([.. args, "--environment=Development", $"--ConnectionStrings:Identity={Service.ConnectionString}"], output);
    }
}
