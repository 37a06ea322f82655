using System.Net;
using System.Net.Http.Headers;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using static Commerce.Events.V1.EventSubscriberService;
using Serving = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>What gRPC's own documents promise to every client: statuses, health, gRPC-Web.</summary>
internal sealed class CallProtocolTests
{
    private const string Subscriber = "commerce.events.v1.EventSubscriberService";

    private TestService _service = null!;

    private Health.HealthClient Health => _service.Client<Health.HealthClient>(token: null);

    [OneTimeSetUp]
    public async Task StartAsync() => _service = await TestService.StartAsync(TestHosts.Listener);

    [OneTimeTearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [TestCase("")]
    [TestCase(Subscriber)]
    public async Task Health_of_what_is_served(string service)
    {
        (await Health.CheckAsync(new() { Service = service })).Status.ShouldBe(Serving.Serving);
        (await FirstWatchedAsync(service)).ShouldBe(Serving.Serving);
    }

    [TestCase("commerce.events.v1.NoSuchService")]
    [TestCase("commerce.catalog.v1.CatalogService")]
    [TestCase("EventSubscriberService")]
    public async Task Health_of_what_is_not_served_here(string service)
    {
        await Health.CheckAsync(new() { Service = service }).ShouldFailAsync(StatusCode.NotFound);
        (await FirstWatchedAsync(service)).ShouldBe(Serving.ServiceUnknown);
    }

    private static IEnumerable<TestCaseData> Callers() =>
    [
        new(null, StatusCode.Unauthenticated, "NO_TOKEN"),
        new(TestTokens.User(Who.Admin, lifetime: TimeSpan.FromMinutes(-5)), StatusCode.Unauthenticated, "TOKEN_EXPIRED"),
        new("x.y.z", StatusCode.Unauthenticated, "TOKEN_INVALID"),
        new(TestTokens.Forged(), StatusCode.Unauthenticated, "TOKEN_INVALID"),
        new(TestTokens.User(Who.Admin), StatusCode.PermissionDenied, "FORBIDDEN"),
    ];

    [TestCaseSource(nameof(Callers))]
    public async Task Call_that_is_not_let_in_gets_a_status_with_details(string? token, StatusCode code, string reason)
    {
        await ShouldFailAsync(_service.Client<EventSubscriberServiceClient>(token), code, reason);
        using var channel = Web(_service);
        await ShouldFailAsync(new EventSubscriberServiceClient(channel), code, reason, token);
    }

    [Test]
    public async Task Call_that_is_not_let_in_is_answered_with_HTTP_200()
    {
        using var http = new HttpClient();
        using var request = Request(_service.GrpcAddress, $"/{Subscriber}/Deliver", "application/grpc");
        using var answer = await http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/grpc");
        answer.Headers.GetValues("grpc-status").ShouldBe(["16"]);
    }

    [TestCase($"/{Subscriber}/NoSuchMethod")]
    [TestCase("/commerce.none.v1.NoSuchService/Get")]
    [TestCase("/x")]
    public async Task Method_that_is_not_there_is_unimplemented_for_everybody(string path)
    {
        foreach (var token in new[] { null, TestTokens.Service(), TestTokens.User(Who.Guest), "x.y.z" })
        {
            using var http = new HttpClient();
            using var request = Request(_service.GrpcAddress, path, "application/grpc");
            if (token is not null) request.Headers.Authorization = new("Bearer", token);
            using var answer = await http.SendAsync(request);
            ((int)answer.StatusCode, answer.Headers.GetValues("grpc-status").Single()).ShouldBe((200, "12"), token);
        }
    }

    [Test]
    public async Task Path_that_is_not_there_is_404()
    {
        using var http = new HttpClient();
        (await http.GetAsync(_service.HttpAddress + "/no/such/path")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Token_that_does_not_count_is_told_where_none_is_needed()
    {
        var call = _service.Client<Health.HealthClient>(TestTokens.User(Who.Guest, lifetime: TimeSpan.FromMinutes(-5))).CheckAsync(new());
        await call;
        RefusedToken.Read((await call.ResponseHeadersAsync).GetValue(RefusedToken.Header)).ShouldBe(RefusedToken.Expired);
        var good = _service.Client<Health.HealthClient>(TestTokens.User(Who.Guest)).CheckAsync(new());
        await good;
        (await good.ResponseHeadersAsync).GetValue(RefusedToken.Header).ShouldBeNull();
    }

    [Test]
    public async Task Call_by_gRPC_Web_over_HTTP_1()
    {
        using var channel = Web(_service);
        (await new Health.HealthClient(channel).CheckAsync(new())).Status.ShouldBe(Serving.Serving);
        var heard = await new EventSubscriberServiceClient(channel).DeliverAsync(new(), new Metadata { { "authorization", "Bearer " + TestTokens.Service() } });
        heard.Failures.ShouldBeEmpty();
    }

    [TestCase("http://localhost:5173", true)]
    [TestCase("http://127.0.0.1:3000", true)]
    [TestCase("https://shop.example", false)]
    [TestCase("http://localhost.evil.example", false)]
    public async Task Pages_of_this_machine_may_call_by_gRPC_Web(string origin, bool may)
    {
        using var http = new HttpClient();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, _service.HttpAddress + $"/{Subscriber}/Deliver");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-grpc-web");
        using var answer = await http.SendAsync(preflight);
        answer.Headers.TryGetValues("Access-Control-Allow-Origin", out _).ShouldBe(may);
    }

    [Test]
    public async Task gRPC_Web_can_be_switched_off()
    {
        await using var without = await TestService.StartAsync(TestHosts.Listener, ("Listen:GrpcWeb", "false"));
        using var channel = Web(without);
        await new Health.HealthClient(channel).CheckAsync(new()).ShouldFailAsync(StatusCode.Internal);
    }

    private async Task<Serving> FirstWatchedAsync(string service)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var watch = Health.Watch(new() { Service = service }, cancellationToken: patience.Token);
        (await watch.ResponseStream.MoveNext(patience.Token)).ShouldBeTrue();
        return watch.ResponseStream.Current.Status;
    }

    private static async Task ShouldFailAsync(EventSubscriberServiceClient client, StatusCode code, string reason, string? token = null)
    {
        var refused = await Should.ThrowAsync<RpcException>(
            async () => await client.DeliverAsync(new(), token is null ? [] : new Metadata { { "authorization", "Bearer " + token } }));
        refused.StatusCode.ShouldBe(code);
        refused.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason.ShouldBe(reason);
    }

    private static GrpcChannel Web(TestService service) => GrpcChannel.ForAddress(
        service.HttpAddress, new() { HttpHandler = new GrpcWebHandler(new HttpClientHandler()), HttpVersion = HttpVersion.Version11, DisposeHttpClient = true });

    private static HttpRequestMessage Request(string address, string path, string type) => new(HttpMethod.Post, address + path)
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Content = new ByteArrayContent([0, 0, 0, 0, 0]) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
    };
}
