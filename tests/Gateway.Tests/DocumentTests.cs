using CommerceKata.Gateway.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Gateway.Tests;

/// <summary>Documents that are sent again and again.</summary>
internal sealed class DocumentTests : DoorFixture
{
    private const string Document = "query($id: ID!) { node(id: $id) { id } }";

    private DocumentCache Known => Door.Services.GetRequiredService<DocumentCache>();

    [Test]
    public async Task Document_is_parsed_once_and_its_variables_are_checked_every_time()
    {
        await Door.AskAsync(Document, new { id = "nonsense" });
        var first = Known.Find(Document).ShouldNotBeNull();
        await Door.AskAsync(Document, new { id = "nonsense" });
        Known.Find(Document).ShouldBeSameAs(first);
        (await Door.AskAsync(Document, new { id = (string?)null })).Errors.Single().Code.ShouldBe("INVALID_VALUE");
    }

    [Test]
    public async Task Document_that_is_not_valid_is_not_kept()
    {
        await Door.AskAsync("{ nonsense }");
        Known.Find("{ nonsense }").ShouldBeNull();
    }
}

/// <summary>What production keeps to itself.</summary>
internal sealed class ProductionTests : DoorFixture
{
    protected override string[] Settings => ["environment=Production"];

    [TestCase("{ __schema { types { name } } }")]
    [TestCase("{ __type(name: \"Query\") { name } }")]
    [TestCase("{ ...F } fragment F on Query { x: __schema { queryType { name } } }")]
    public async Task Introspection_is_refused_every_time(string document)
    {
        (await Door.AskAsync(document)).Errors.ShouldNotBeEmpty();
        (await Door.AskAsync(document)).Body.TryGetProperty("data", out _).ShouldBeFalse();
    }

    [Test]
    public async Task Sdl_is_not_published()
    {
        using var response = await Door.Http.GetAsync(new Uri("/graphql?sdl", UriKind.Relative));
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Typename_is_answered() =>
        (await Door.AskAsync("{ __typename }")).Data().ToString().ShouldBe("""{"__typename":"Query"}""");
}
