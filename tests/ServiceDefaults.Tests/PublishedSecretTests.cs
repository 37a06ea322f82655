using System.Text.RegularExpressions;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.TestKit;
using Microsoft.Extensions.Configuration;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>What everybody can read in this repository is no secret in production.</summary>
internal sealed partial class PublishedSecretTests
{
    /// <summary>Files that set something up: with a secret in them, somebody will start a shop with it.</summary>
    private static IEnumerable<string> Files() =>
    [
        Path.Combine(Docs.Root, "docker-compose.yml"), Path.Combine(Docs.Root, "README.md"),
        .. Directory.GetFiles(Path.Combine(Docs.Root, "deploy"), "*", SearchOption.AllDirectories),
        .. Directory.GetFiles(Path.Combine(Docs.Root, "docs"), "*.md"),
        .. Directory.GetFiles(Path.Combine(Docs.Root, "services"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)),
    ];

    [Test]
    public async Task Every_secret_that_stands_in_the_repository_is_refused()
    {
        var found = new HashSet<string>();
        foreach (var file in Files())
        {
            foreach (Match match in Written().Matches(await File.ReadAllTextAsync(file))) found.Add(match.Groups["value"].Value);
        }

        found.ShouldContain("development-only");
        found.ShouldContain("whsec_compose");
        found.ShouldContain("development-only-service-key-which-production-refuses");
        // The names of a secret of Cloud Run and of a mail.
        found.Where(secret => !SecretRules.IsPublished(secret)).ShouldBe(["stripe-api-key", "reset-password"], ignoreOrder: true);
    }

    [TestCase("Auth:ServiceKey", "0123456789-0123456789-0123456789", null)]
    [TestCase("Auth:ServiceKey", "development-only-anything-else", "Auth:ServiceKey")]
    [TestCase("ConnectionStrings:Orders", "Host=db;Password=development-only", "ConnectionStrings:Orders")]
    [TestCase("ConnectionStrings:Orders", "Host=db;Password=the-same-secret-as-another-setting", "ConnectionStrings:Orders")]
    [TestCase("ConnectionStrings:Orders", "Host=db", null)]
    [TestCase("ConnectionStrings:Orders", "Host=db;Password=of-the-shared-user", null)]
    [TestCase("ConnectionStrings:Redis", "db:6379,password=something", null)]
    public void Secret_is_refused_by_its_setting_and_not_told(string setting, string value, string? named)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Auth:ServiceKey"] = "the-same-secret-as-another-setting", ["ConnectionStrings:Postgres"] = "Host=db;Password=of-the-shared-user", [setting] = value,
        }).Build();
        if (named is null) Should.NotThrow(() => SecretRules.Check(settings));
        else
        {
            var message = Should.Throw<SettingException>(() => SecretRules.Check(settings)).Message;
            message.ShouldContain(named);
            message.ShouldNotContain("development-only");
            message.ShouldNotContain("the-same-secret");
        }
    }

    /// <summary>A password, key or secret that is given a value: in YAML, in a connection string, as the default of a variable, in code.</summary>
    [GeneratedRegex("""(Password|PASSWORD|Secrets?(__0)?|SECRET|ApiKey|API_KEY|ServiceKey|EncryptionKey)("?[=:] ?"?|\b.*?value: |\s=\s")(\$\{[A-Z_]+:-)?(?<value>[a-z][a-z0-9_-]{7,})""")]
    private static partial Regex Written();
}
