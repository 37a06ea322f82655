using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CommerceKata.Gateway.Tests.Documents;

/// <summary>Automatic persisted queries, as Apollo's clients speak them.</summary>
internal sealed class PersistedQueryTests : DoorFixture
{
    private const string Query = "{ __typename }";

    protected override string[] Settings => ["GraphQL:PersistedQueryCharacters=1000"];

    [Test]
    public async Task Hash_is_not_found_then_registered_with_its_text_and_then_enough_with_POST_and_GET()
    {
        var hash = Hash(Query);
        var unknown = await PostAsync(new { extensions = Persisted(hash) });
        // By this message Apollo's clients know what to do.
        (unknown.Errors.Single().Message, unknown.Errors.Single().Code).ShouldBe(("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"));
        (await PostAsync(new { query = Query, extensions = Persisted(hash) })).Data();

        (await PostAsync(new { extensions = Persisted(hash) })).Data().ToString().ShouldBe("""{"__typename":"Query"}""");
        (await PostAsync(new { query = "", extensions = Persisted(hash) })).Data();
        (await PostAsync(new { documentId = "sha256:" + hash })).Data();
        using var got = await GetAsync("extensions=" + JsonSerializer.Serialize(Persisted(hash)));
        (await got.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"__typename":"Query"}}""");
        using var byId = await GetAsync("documentId=sha256:" + hash);
        byId.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var socket = await TestSocket.OpenAsync(Door);
        (await socket.AskAsync(new { extensions = Persisted(hash) })).GetProperty("type").GetString().ShouldBe("next");
    }

    [Test]
    public async Task Text_with_the_hash_of_another_is_refused_and_not_registered()
    {
        var hash = Hash("{ me { id } }");
        (await PostAsync(new { query = Query, extensions = Persisted(hash) })).Errors.Single().Code.ShouldBe("PERSISTED_QUERY_MISMATCH");
        (await PostAsync(new { extensions = Persisted(hash) })).Errors.Single().Code.ShouldBe("PERSISTED_QUERY_NOT_FOUND");
    }

    [Test]
    public async Task Document_that_cannot_run_is_not_registered()
    {
        var hash = Hash("{ nonsense }");
        (await PostAsync(new { query = "{ nonsense }", extensions = Persisted(hash) })).Errors.ShouldNotBeEmpty();
        (await PostAsync(new { extensions = Persisted(hash) })).Errors.Single().Code.ShouldBe("PERSISTED_QUERY_NOT_FOUND");
    }

    [Test]
    public async Task Mutation_that_was_registered_does_not_run_with_GET()
    {
        const string mutation = "mutation { __typename }";
        (await PostAsync(new { query = mutation, extensions = Persisted(Hash(mutation)) })).Data();
        using var got = await GetAsync("documentId=sha256:" + Hash(mutation));
        got.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Test]
    public async Task Registrations_past_the_bound_forget_those_that_nobody_asks_for()
    {
        (await PostAsync(new { query = Query, extensions = Persisted(Hash(Query)) })).Data();
        for (var i = 0; i < 20; i++)
        {
            var other = $"query Q{i} {{ __typename }}";
            (await PostAsync(new { query = other, extensions = Persisted(Hash(other)) })).Data();
        }

        (await PostAsync(new { extensions = Persisted(Hash(Query)) })).Errors.Single().Code.ShouldBe("PERSISTED_QUERY_NOT_FOUND");
    }

    [TestCase("""{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"HASH"}}}""")]
    [TestCase("""{"extensions":{"persistedQuery":{"version":1}}}""")]
    [TestCase("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"abc"}}}""")]
    [TestCase("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":7}}}""")]
    [TestCase("""{"extensions":{"persistedQuery":"HASH"}}""")]
    [TestCase("""{"documentId":""}""")]
    [TestCase("""{"documentId":7}""")]
    [TestCase("""{"documentId":"sha256:abc","extensions":{"persistedQuery":{"version":1,"sha256Hash":"HASH"}}}""")]
    public async Task Reference_that_is_none_is_400(string body)
    {
        using var content = new StringContent(body.Replace("HASH", Hash(Query), StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var response = await Door.Http.PostAsync(new Uri("/graphql", UriKind.Relative), content);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<Answer> PostAsync(object body)
    {
        using var response = await Door.Http.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new Answer(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private Task<HttpResponseMessage> GetAsync(string parameters) => Door.Http.GetAsync(new Uri("/graphql?" + parameters, UriKind.Relative));

    private static object Persisted(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A front door that takes no registrations.</summary>
internal sealed class NoPersistedQueryTests : DoorFixture
{
    protected override string[] Settings => ["GraphQL:PersistedQueryCharacters=0"];

    [Test]
    public async Task Hash_is_not_supported()
    {
        using var response = await Door.Http.PostAsJsonAsync(
            new Uri("/graphql", UriKind.Relative), new { query = "{ __typename }", extensions = new { persistedQuery = new { version = 1, sha256Hash = new string('a', 64) } } });
        var error = new Answer(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement).Errors.Single();
        (error.Message, error.Code).ShouldBe(("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED"));
    }
}
