using System.IO.Compression;
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
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "POST"]);
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

    [TestCase("[]")]
    [TestCase("[1]")]
    [TestCase("""[{"query":"{__typename}"},{}]""")]
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

    [TestCase("application/json; charset=\"utf-8\"")]
    [TestCase("application/json; charset=\"UTF-8\"")]
    [TestCase("Application/JSON;charset=utf-8")]
    public async Task Body_in_UTF_8_is_read_however_its_type_is_written(string type)
    {
        using var response = await SendAsync(HttpMethod.Post, "/graphql", """{"query":"{__typename}"}""", type);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [TestCase("")]
    [TestCase(" ")]
    public async Task Empty_Accept_takes_JSON(string accept)
    {
        using var client = new HttpClient { BaseAddress = Door.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("Accept", accept).ShouldBeTrue();
        using var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(Json);
    }

    [Test]
    public async Task HEAD_is_GET_without_the_body()
    {
        using var response = await SendAsync(HttpMethod.Head, "/graphql?query={__typename}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(Json);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        using var refused = await SendAsync(HttpMethod.Head, "/graphql?query=mutation{__typename}");
        refused.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task Packed_body_is_read_as_far_as_it_may_be_large(string encoding)
    {
        using var small = await SendPackedAsync(encoding, """{"query":"{__typename}"}""");
        small.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var bomb = await SendPackedAsync(encoding, JsonSerializer.Serialize(new { query = "{__typename}", extensions = new { padding = new string('x', 100_000) } }));
        bomb.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await CodeAsync(bomb)).ShouldBe("BODY_TOO_LARGE");
    }

    [Test]
    public async Task Body_that_is_not_packed_as_it_says_is_400_and_one_packed_otherwise_415()
    {
        using var broken = await SendAsync(HttpMethod.Post, "/graphql", """{"query":"{__typename}"}""", Json, encoding: "gzip");
        broken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var unknown = await SendAsync(HttpMethod.Post, "/graphql", """{"query":"{__typename}"}""", Json, encoding: "zstd");
        unknown.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await CodeAsync(unknown)).ShouldBe("UNSUPPORTED_MEDIA_TYPE");
        unknown.Headers.GetValues("Accept-Encoding").ShouldBe(["gzip, br, deflate"]);
    }

    [Test]
    public async Task Batch_is_answered_in_its_order_with_an_error_where_one_is()
    {
        using var response = await SendAsync(HttpMethod.Post, "/graphql", """[{"query":"{a:__typename}"},{"query":"{nonsense}"},{"query":"{b:__typename}"}]""", Json);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answers = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.EnumerateArray().Select(answer => new Answer(answer)).ToList();
        answers.Count.ShouldBe(3);
        (answers[0]["a"], answers[1].Errors.Single().Code, answers[2]["b"]).ShouldBe(("Query", "FIELDS_ON_CORRECT_TYPE", "Query"));
    }

    [Test]
    public async Task Batch_of_more_than_may_be_is_refused()
    {
        var one = """{"query":"{__typename}"}""";
        using var most = await SendAsync(HttpMethod.Post, "/graphql", $"[{string.Join(',', Enumerable.Repeat(one, 10))}]", Json);
        most.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var more = await SendAsync(HttpMethod.Post, "/graphql", $"[{string.Join(',', Enumerable.Repeat(one, 11))}]", Json);
        more.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Batch_costs_what_its_operations_cost_together()
    {
        await using var door = await TestDoor.StartAsync("GraphQL:MaxCost=25");
        door.Shop.Otherwise = _ => throw new InvalidOperationException("no service is to be asked");
        // 10 each, without what is below.
        using var body = new StringContent("""[{"query":"mutation{__typename}"},{"query":"mutation{logout{ok}}"},{"query":"mutation{logout{ok}}"},{"query":"mutation{logout{ok}}"}]""", null, Json);
        using var response = await door.Http.PostAsync(new Uri("/graphql", UriKind.Relative), body);
        var codes = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.EnumerateArray()
            .Select(answer => new Answer(answer).Errors is [var first, ..] ? first.Code : null).ToList();
        codes.ShouldBe([null, "INTERNAL", "INTERNAL", "COST_EXCEEDED"]);
    }

    [TestCase("id")]
    [TestCase("doc_id")]
    [TestCase("documentId")]
    public async Task Document_may_be_named_as_Relay_and_Hot_Chocolate_do(string name)
    {
        using var posted = await SendAsync(HttpMethod.Post, "/graphql", $$"""{"{{name}}":"sha256:{{new string('0', 64)}}"}""", Json);
        (await CodeAsync(posted)).ShouldBe("PERSISTED_QUERY_NOT_FOUND");
        using var asked = await SendAsync(HttpMethod.Get, $"/graphql?{name}=sha256:{new string('0', 64)}");
        (await CodeAsync(asked)).ShouldBe("PERSISTED_QUERY_NOT_FOUND");
    }

    [TestCase("""{"id":"AppQuery","query":"{__typename}"}""")]
    [TestCase("""{"id":1,"query":"{__typename}"}""")]
    [TestCase("\uFEFF{\"query\":\"{__typename}\"}")]
    public async Task Ids_beside_a_text_and_a_byte_order_mark_are_no_matter(string body)
    {
        using var response = await SendAsync(HttpMethod.Post, "/graphql", body, Json);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"__typename":"Query"}}""");
    }

    [TestCase("REPORT")]
    [TestCase(" Report ")]
    public async Task Header_of_the_cost_may_be_written_in_any_case(string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("GraphQL-Cost", value).ShouldBeTrue();
        using var response = await Door.Http.SendAsync(request);
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"cost\"");
    }

    [Test]
    public async Task Schema_is_where_clients_of_Hot_Chocolate_look_for_it()
    {
        using var schema = await SendAsync(HttpMethod.Get, "/graphql/schema");
        using var sdl = await SendAsync(HttpMethod.Get, "/graphql?sdl");
        (await schema.Content.ReadAsStringAsync()).ShouldBe(await sdl.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Answers_tell_browsers_not_to_guess_types()
    {
        using var response = await SendAsync(HttpMethod.Get, "/graphql?query={__typename}");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Test]
    public async Task Browsers_are_told_to_come_by_https_in_production()
    {
        await using var door = await TestDoor.StartAsync("environment=Production");
        using var response = await door.Http.GetAsync(new Uri("/graphql?query={__typename}", UriKind.Relative));
        response.Headers.GetValues("Strict-Transport-Security").Single().ShouldStartWith("max-age=");
    }

    [TestCase("localhost", HttpStatusCode.OK)]
    [TestCase("127.0.0.1:8080", HttpStatusCode.OK)]
    [TestCase("evil.example", HttpStatusCode.BadRequest)]
    public async Task Request_for_a_host_that_is_not_ours_is_refused(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.Host = host;
        using var response = await Door.Http.SendAsync(request);
        response.StatusCode.ShouldBe(status);
    }

    [Test]
    public async Task HTTP_2_without_TLS_is_spoken_on_a_port_of_its_own()
    {
        var port = TestKit.FreePort.Take();
        await using var door = await TestDoor.StartAsync($"Listen:Http2Port={port}");
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/graphql?query={{__typename}}"));
        response.Version.ShouldBe(HttpVersion.Version20);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"__typename":"Query"}}""");
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
        HttpMethod method, string url, string? body = null, string? type = null, string? accept = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (accept is not null) request.Headers.Add("Accept", accept);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
            if (encoding is not null) request.Content.Headers.ContentEncoding.Add(encoding);
        }

        return await Door.Http.SendAsync(request);
    }

    private async Task<HttpResponseMessage> SendPackedAsync(string encoding, string body)
    {
        using var packed = new MemoryStream();
        await using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        }) await packing.WriteAsync(Encoding.UTF8.GetBytes(body));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(packed.ToArray()) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Json);
        request.Content.Headers.ContentEncoding.Add(encoding);
        return await Door.Http.SendAsync(request);
    }

    private static async Task<string> CodeAsync(HttpResponseMessage response) =>
        new Answer(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement).Errors.Single().Code;
}
