using CommerceKata.ServiceDefaults;

namespace CommerceKata.Gateway.Tests;

/// <summary>Settings that are wrong stop the start, with one line that says which.</summary>
internal sealed class SettingTests
{
    [TestCase("GraphQL:MaxCost", "0")]
    [TestCase("GraphQL:MaxCost", "much")]
    [TestCase("GraphQL:MaxDepth", "101")]
    [TestCase("GraphQL:MaxRootFields", "0")]
    [TestCase("GraphQL:MaxAliases", "-1")]
    [TestCase("GraphQL:MaxDirectives", "-1")]
    [TestCase("GraphQL:MaxFragments", "-1")]
    [TestCase("GraphQL:MaxTokens", "9")]
    [TestCase("GraphQL:MaxBodyBytes", "0")]
    [TestCase("GraphQL:DeadlineSeconds", "0")]
    [TestCase("GraphQL:MaxExecutions", "0")]
    [TestCase("GraphQL:MaxWaiting", "-1")]
    [TestCase("GraphQL:MaxSubscriptions", "-1")]
    [TestCase("GraphQL:MaxSubscriptionsPerCaller", "x")]
    [TestCase("GraphQL:MaxSockets", "x")]
    [TestCase("GraphQL:DocumentCacheCharacters", "-1")]
    [TestCase("GraphQL:PersistedQueryCharacters", "-1")]
    [TestCase("GraphQL:Introspection", "perhaps")]
    [TestCase("GraphQL:AllowedOrigins", "shop.example")]
    [TestCase("GraphQL:AllowedOrigins", "https://shop.example/")]
    [TestCase("GraphQL:AllowedOrigins", "https://shop.example,ftp://shop.example")]
    [TestCase("Listen:TrustedProxies", "10.0.0.0/99")]
    public void Start_with_a_setting_that_is_wrong_fails_in_one_line(string name, string value)
    {
        var message = Should.Throw<SettingException>(() => GatewayHost.Build(["--Listen:Port=0", "--Listen:ManagementPort=0", $"--{name}={value}"])).Message;
        message.ShouldStartWith(name + " must be ");
        message.ShouldContain($"\"{value.Split(',')[^1]}\"");
        message.ShouldNotContain("\n");
    }

    [TestCase("Shop:Currency", "ABC",
        "Shop:Currency must be the ISO 4217 code of a currency that Stripe charges, such as USD, not \"ABC\".")]
    [TestCase("Catalog:Currency", "EUR",
        "Catalog:Currency is no setting any more: Shop:Currency is the currency of all prices.")]
    public void Start_with_a_wrong_currency_fails_in_one_line(string name, string value, string line) =>
        Should.Throw<SettingException>(() => GatewayHost.Build(
            ["--Listen:Port=0", "--Listen:ManagementPort=0", $"--{name}={value}"])).Message.ShouldBe(line);
}
