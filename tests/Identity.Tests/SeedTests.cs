using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.TestKit;
using Client = Commerce.Identity.V1.IdentityService.IdentityServiceClient;

namespace CommerceKata.Identity.Tests;

internal sealed class SeedTests : IdentityFixture
{
    [Test]
    public async Task First_start_makes_the_admin_of_the_settings_and_a_demo_customer_with_an_address()
    {
        (await AdminAsync()).User.Role.ShouldBe(Role.Admin);
        var demo = await DemoAsync(Anyone);
        demo.User.Role.ShouldBe(Role.Customer);
        var saved = (await As(demo).ListAddressesAsync(new())).Addresses.ShouldHaveSingleItem();
        saved.IsDefault.ShouldBeTrue();
        saved.Address.CountryCode.ShouldBe("US");
    }

    [Test]
    public async Task Second_start_adds_nobody_and_overwrites_nobody()
    {
        var before = await AccountsAsync();
        var email = NewEmail();
        var customer = await CustomerAsync(email);
        var again = await TestService.StartOnAsync(
            IdentityHost.Build,
            Service.ConnectionString,
            ("Identity:AdminEmail", AdminEmail.ToUpperInvariant()),
            ("Identity:AdminPassword", "another-password"));
        await again.StopAsync();
        (await AdminAsync()).User.Role.ShouldBe(Role.Admin);
        var takeover = await TestService.StartOnAsync(
            IdentityHost.Build, Service.ConnectionString, ("Identity:AdminEmail", email), ("Identity:AdminPassword", "another-password"));
        await takeover.StopAsync();
        (await Anyone.LoginAsync(new() { Email = email, Password = Password })).Session.User.ShouldBe(customer.User);
        (await AccountsAsync()).ShouldBe(before + 1);
    }

    [Test]
    public async Task Demo_customer_is_left_out_where_the_setting_says_so()
    {
        await using var service = await TestService.StartAsync(IdentityHost.Build, ("Identity:DemoCustomer", "false"));
        (await DemoAsync(service.Client<Client>(token: null))).ShouldBeNull();
    }

    [TestCase("Identity:KeyEncryptionKey")]
    [TestCase("Identity:DemoCustomer", "--Identity:KeyEncryptionKey=0123456789-0123456789-0123456789", "--Identity:DemoCustomer=true")]
    public void Production_refuses_what_is_for_development(string setting, params string[] args) =>
        BuildShouldName(setting, ["--environment=Production", "--Auth:ServiceKey=0123456789-0123456789-0123456789", .. args]);

    [TestCase("Identity:KeyEncryptionKey", "--Identity:KeyEncryptionKey=short")]
    [TestCase("Identity:AdminEmail", "--Identity:AdminEmail=boss", "--Identity:AdminPassword=long-enough")]
    [TestCase("Identity:AdminEmail", "--Identity:AdminPassword=long-enough")]
    [TestCase("Identity:AdminPassword", "--Identity:AdminEmail=boss@shop.example")]
    [TestCase("Identity:AdminPassword", "--Identity:AdminEmail=boss@shop.example", "--Identity:AdminPassword=short")]
    public void Start_with_a_wrong_setting_names_it(string setting, params string[] args) =>
        BuildShouldName(setting, ["--environment=Development", .. args]);

    private static void BuildShouldName(string setting, string[] args) =>
        Should.Throw<SettingException>(() => IdentityHost.Build([.. args, "--ConnectionStrings:Identity=Host=nowhere"]))
            .Message.ShouldStartWith(setting);

    private static async Task<Session> DemoAsync(Client client) =>
        (await client.LoginAsync(new() { Email = "demo@commerce-kata.example", Password = "demo-password" })).Session;

    private Task<long> AccountsAsync() => QueryAsync<long>("SELECT count(*) FROM account WHERE role <> 'guest'");
}
