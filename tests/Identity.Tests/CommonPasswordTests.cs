using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace CommerceKata.Identity.Tests;

/// <summary>Nobody gets a password that is tried first (issue 16).</summary>
internal sealed class CommonPasswordTests : IdentityFixture
{
    [TestCase("password")]
    [TestCase("Password")]
    [TestCase("PASSWORD")]
    [TestCase("12345678")]
    [TestCase("123456789")]
    [TestCase("qwertyuiop")]
    [TestCase("iloveyou")]
    [TestCase("sunshine")]
    [TestCase("princess")]
    [TestCase("football")]
    [TestCase("baseball")]
    [TestCase("superman")]
    [TestCase("trustno1")]
    [TestCase("password1")]
    [TestCase("password123")]
    [TestCase("passw0rd")]
    [TestCase("p@ssword")]
    [TestCase("P@ssw0rd")]
    [TestCase("ｐａｓｓｗｏｒｄ")]
    public async Task Most_common_passwords_are_refused(string password)
    {
        CommonPasswords.Contain(password).ShouldBeTrue();
        await Anyone.RegisterAsync(new() { Email = NewEmail(), Password = password }).ShouldViolateAsync("password");
    }

    [TestCase("correct horse battery staple")]
    [TestCase("demo-password")]
    [TestCase("naïve Ötzi 42")]
    [TestCase("пароль для магазина")]
    [TestCase("password that is long")]
    public void Other_passwords_are_taken(string password)
    {
        var check = new Violations();
        Passwords.Check(check, password, "password", "ada@example.com");
        check.Found.ShouldBeEmpty();
    }

    [TestCase("ada.lovelace@example.com")]
    [TestCase("Ada.Lovelace@Example.COM")]
    [TestCase(" ada.lovelace@example.com ")]
    [TestCase("ada.lovelace")]
    public void Email_address_is_no_password(string password)
    {
        var check = new Violations();
        Passwords.Check(check, password, "password", "ada.lovelace@example.com");
        check.Found.Single().Problem.Code.ShouldBe("PASSWORD_IS_EMAIL");
    }

    [Test]
    public async Task Registration_refuses_the_email_address_as_a_password()
    {
        var email = NewEmail();
        await Anyone.RegisterAsync(new() { Email = email, Password = email }).ShouldViolateAsync("password");
    }

    [TestCase("password")]
    [TestCase("boss@shop.example")]
    public void Admin_is_not_made_with_such_a_password(string password)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Identity:AdminEmail"] = "boss@shop.example", ["Identity:AdminPassword"] = password,
        }).Build();
        var error = Should.Throw<SettingException>(() => IdentityOptions.Read(settings, new HostingEnvironment { EnvironmentName = "Development" }));
        error.Message.ShouldStartWith("Identity:AdminPassword ");
        error.Message.ShouldNotContain(password == "password" ? "\"password\"" : password);
    }
}
