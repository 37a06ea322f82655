using CommerceKata.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace CommerceKata.Notifications.Tests;

internal sealed class MailOptionsTests
{
    private const string ShopUrl = "Mail:ShopUrl=https://shop.example.com";

    [Test]
    public void Nothing_set_outside_production_is_the_mock_mailbox()
    {
        var options = Read("Development");
        options.Transport.ShouldBe("folder");
        options.Folder.ShouldBe(Path.GetFullPath(".data/mailbox"));
        options.Shop.AbsoluteUri.ShouldBe("http://localhost:8080/");
    }

    [Test]
    public void Production_must_choose() => Refused("Production").ShouldContain("Mail:Transport must be set in production");

    [Test]
    public void Production_may_choose_the_mock_mailbox() => Read("Production", "Mail:Transport=folder", ShopUrl).Transport.ShouldBe("folder");

    [Test]
    public void Production_must_say_where_its_links_lead()
    {
        Refused("Production", "Mail:Transport=folder").ShouldContain("Mail:ShopUrl must be set in production");
        Refused("Production", "Mail:Transport=folder", "Mail:ShopUrl=http://shop.example.com").ShouldContain("Mail:ShopUrl must be https");
        Read("Production", "Mail:Transport=folder", "Mail:ShopUrl=http://localhost:8080").Shop.Port.ShouldBe(8080);
    }

    [Test]
    public void Complete_SMTP_settings_are_read()
    {
        var options = Read("Production", ShopUrl, "Mail:Transport=smtp", "Mail:From=Shop <me@example.com>", "Mail:Smtp:Host=mail", "Mail:Smtp:Security=tls", "Mail:Smtp:Port=465", "Mail:Smtp:User=me");
        options.Sender.Domain.ShouldBe("example.com");
        options.Server.Security.ShouldBe(SmtpSecurity.Tls);
        options.Server.Port.ShouldBe(465);
    }

    [TestCase("Mail:Transport", "Mail:Transport=pigeon")]
    [TestCase("Mail:ShopUrl", "Mail:ShopUrl=shop.example.com")]
    [TestCase("Mail:ShopUrl", "Mail:ShopUrl=ftp://shop.example.com")]
    [TestCase("Mail:ShopUrl", "Mail:ShopUrl=https://shop.example.com/?page=1")]
    [TestCase("Mail:From", "Mail:From=nobody")]
    [TestCase("Mail:From", "Mail:From=a@b/../c")]
    [TestCase("Mail:Admins:1", "Mail:Admins:0=ada@example.com", "Mail:Admins:1=nobody")]
    [TestCase("Mail:Timeout", "Mail:Timeout=00:05:00")]
    [TestCase("Mail:Smtp:Host", "Mail:Transport=smtp", "Mail:From=me@example.com")]
    [TestCase("Mail:From", "Mail:Transport=smtp", "Mail:Smtp:Host=mail")]
    [TestCase("Mail:Smtp:Port", "Mail:Transport=smtp", "Mail:From=me@example.com", "Mail:Smtp:Host=mail", "Mail:Smtp:Port=0")]
    [TestCase("Mail:Smtp:Security", "Mail:Smtp:Security=perhaps")]
    [TestCase("Mail:Smtp:Security", "Mail:Transport=smtp", "Mail:From=me@example.com", "Mail:Smtp:Host=mail", "Mail:Smtp:Security=none", "Mail:Smtp:User=me")]
    public void Wrong_setting_is_named(string named, params string[] settings) => Refused("Development", settings).ShouldContain(named);

    private static string Refused(string environment, params string[] settings) =>
        Should.Throw<SettingException>(() => Read(environment, settings)).Message;

    private static MailOptions Read(string environment, params string[] settings) => MailOptions.Read(
        new ConfigurationBuilder().AddCommandLine([.. settings.Select(setting => "--" + setting)]).Build(),
        new HostingEnvironment { EnvironmentName = environment });
}
