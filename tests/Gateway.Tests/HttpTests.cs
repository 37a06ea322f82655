using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CommerceKata.Gateway.Tests;

/// <summary>GraphQL over HTTP, as far as the audit suite does not look.</summary>
internal sealed class HttpTests : DoorFixture
{
    private const string Json = "application/json";
    private const string GraphQL = "application/graphql-response+json";

    protected override string[] Settings => ["GraphQL:MaxBodyBytes=1000"];

    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    public async Task Request_with_another_method_is_405_and_names_those_allowed(string method)
    {
        using var response = await SendAsync(new HttpMethod(method), "/graphql", "{}", Json);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "POST"]);
        (await CodeAsync(response)).ShouldBe("METHOD_NOT_ALLOWED");
    }

    [TestCase(Json)]
    [TestCase(GraphQL)]
    public async Task Mutation_with_GET_is_405_and_asks_no_service(string accept)
    {
        using var response = await SendAsync(HttpMethod.Get, "/graphql?query=mutation{startGuestSession{session{accessToken}}}", accept: accept);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
        Shop.Calls.ShouldBeEmpty();
    }

    [Test]
    public async Task Mutation_with_GET_is_405_also_when_its_document_is_known_already()
    {
        const string document = "mutation{__typename}";
        using var post = await SendAsync(HttpMethod.Post, "/graphql", JsonSerializer.Serialize(new { query = document }), Json);
        post.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var get = await SendAsync(HttpMethod.Get, "/graphql?query=" + document);
        get.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Test]
    public async Task Query_with_GET_of_a_document_that_has_mutations_too_runs_the_query()
    {
        using var response = await SendAsync(HttpMethod.Get, "/graphql?operationName=Q&query=query Q{__typename} mutation M{__typename}");
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"__typename":"Query"}}""");
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data; boundary=x")]
    [TestCase(null)]
    [TestCase("application/json; charset=iso-8859-1")]
    public async Task Body_of_another_type_is_415_such_as_those_that_a_foreign_page_can_send(string? type)
    {
        using var response = await SendAsync(HttpMethod.Post, "/graphql", """{"query":"{__typename}"}""", type);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await CodeAsync(response)).ShouldBe("UNSUPPORTED_MEDIA_TYPE");
    }

    [TestCase("text/csv")]
    [TestCase("text/html")]
    [TestCase("application/json;q=0")]
    [TestCase("application/json;charset=utf-16")]
    public async Task Accept_of_none_of_our_types_is_406(string accept)
    {
        using var response = await SendAsync(HttpMethod.Post, "/graphql", """{"query":"{__typename}"}""", Json, accept);
        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
    }

    [TestCase("application/graphql-response+json, application/json;q=0.9", GraphQL)]
    [TestCase("application/json, application/graphql-response+json", Json)]
    [TestCase("*/*, application/graphql-response+json", GraphQL)]
    [TestCase("application/*", Json)]
    [TestCase("text/csv, */*;q=0.1", Json)]
    public async Task Accept_of_several_types_gets_the_one_liked_best(string accept, string type)
    {
        using var response = await SendAsync(HttpMethod.Post, "/graphql", """{"query":"{__typename}"}""", Json, accept);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentType.CharSet.ShouldBe("utf-8");
    }

    [Test]
    public async Task Body_over_the_limit_is_413()
    {
        var body = JsonSerializer.Serialize(new { query = "{__typename}", extensions = new { padding = new string('x', 1000) } });
        using var response = await SendAsync(HttpMethod.Post, "/graphql", body, Json);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await CodeAsync(response)).ShouldBe("BODY_TOO_LARGE");
    }

    [TestCase("""[{"query":"{__typename}"}]""")]
    [TestCase("1")]
    [TestCase("null")]
    [TestCase("")]
    [TestCase("""{"query":""")]
    [TestCase("""{"query":"{__typename}","query":"{__typename}"}""")]
    [TestCase("""{"query":"{__typename}","variables":{"a":1,"a":2}}""")]
    [TestCase("""{"query":"{__typename}","variables":{"a":"\ud800"}}""")]
    [TestCase("""{"query":"\ud800"}""")]
    public async Task Body_that_is_not_one_request_is_400(string body)
    {
        using var response = await SendAsync(HttpMethod.Post, "/graphql", body, Json);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeAsync(response)).ShouldBe("BAD_REQUEST");
    }

    [TestCase("")]
    [TestCase("?query=")]
    [TestCase("?query={__typename}&query={__typename}")]
    [TestCase("?query={__typename}&variables=[]")]
    [TestCase("?query={__typename}&variables=nonsense")]
    [TestCase("?query={__typename}&variables={\"a\":\"\\ud800\"}")]
    public async Task Query_string_that_is_not_one_request_is_400(string queryString)
    {
        using var response = await SendAsync(HttpMethod.Get, "/graphql" + queryString);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [TestCase("{ nonsense }", "FIELDS_ON_CORRECT_TYPE")]
    [TestCase("{", "SYNTAX_ERROR")]
    [TestCase("query Q($id: ID!) { node(id: $id) { id } }", "INVALID_VALUE")]
    public async Task Document_that_cannot_run_is_400_for_those_who_read_statuses_and_has_no_data(string document, string code)
    {
        var body = JsonSerializer.Serialize(new { query = document });
        using var strict = await SendAsync(HttpMethod.Post, "/graphql", body, Json, GraphQL);
        strict.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var legacy = await SendAsync(HttpMethod.Post, "/graphql", body, Json, Json);
        legacy.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CodeAsync(strict)).ShouldBe(code);
        (await legacy.Content.ReadAsStringAsync()).ShouldNotContain("\"data\"");
    }

    [Test]
    public async Task Sdl_can_be_downloaded()
    {
        using var response = await SendAsync(HttpMethod.Get, "/graphql?sdl");
        (await response.Content.ReadAsStringAsync()).ShouldContain("type Product implements Node {");
    }

    [Test]
    public async Task Metrics_and_health_are_on_the_management_port_and_GraphQL_is_not()
    {
        (await Door.Management.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Door.Management.GetAsync(new Uri("/graphql?sdl", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Door.Http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Door.Http.GetAsync(new Uri("/metrics", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string url, string? body = null, string? type = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (accept is not null) request.Headers.Add("Accept", accept);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        }

        return await Door.Http.SendAsync(request);
    }

    private static async Task<string> CodeAsync(HttpResponseMessage response) =>
        new Answer(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement).Errors.Single().Code;
}
