using System.Net;

namespace CommerceKata.StripeSandbox.Tests;

/// <summary>Who can make the sandbox fail can stop a developer's shop: no page of somebody else's.</summary>
[CancelAfter(20_000)]
internal sealed class ControlTests
{
    [TestCase(null, null, HttpStatusCode.NoContent)]
    [TestCase(null, "localhost", HttpStatusCode.NoContent)]
    [TestCase(null, "evil.example", HttpStatusCode.Forbidden)]
    [TestCase("http://evil.example", null, HttpStatusCode.Forbidden)]
    [TestCase("http://localhost:5173", null, HttpStatusCode.Forbidden)]
    [TestCase("null", null, HttpStatusCode.Forbidden)]
    public async Task Control_answers_no_page_of_another_origin_and_no_host_but_this_machine(
        string? origin, string? host, HttpStatusCode status, CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, sandbox.Url + "/_sandbox/idempotency-keys/forget");
        if (origin is not null) request.Headers.Add("Origin", origin);
        if (host is not null) request.Headers.Host = host;
        using var answer = await http.SendAsync(request, cancel);
        answer.StatusCode.ShouldBe(status);
    }
}
