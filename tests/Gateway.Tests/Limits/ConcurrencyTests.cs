using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Commerce.Cart.V1;
using CommerceKata.Gateway.Limits;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Gateway.Tests.Limits;

/// <summary>One operation at a time, and one that waits.</summary>
internal sealed class ConcurrencyTests : DoorFixture
{
    private const string Cart = "{ cart { id } }";

    private ManualResetEventSlim _open = null!;

    protected override string[] Settings => ["GraphQL:MaxExecutions=1", "GraphQL:MaxWaiting=1"];

    private ExecutionGate Gate => Door.Services.GetRequiredService<ExecutionGate>();

    [SetUp]
    public void Hold()
    {
        _open = new ManualResetEventSlim();
        Shop.On<GetCartRequest>(_ =>
        {
            _open.Wait();
            return new GetCartResponse();
        });
    }

    [TearDown]
    public void Release()
    {
        _open.Set();
        _open.Dispose();
    }

    [Test]
    public async Task Operation_without_a_turn_is_503_on_HTTP_and_an_error_elsewhere_and_who_waited_is_answered()
    {
        var (running, waiting) = await FillAsync();

        using var refused = await Door.Http.PostAsync(new Uri("/graphql", UriKind.Relative), JsonContent.Create(new { query = Cart }));
        using var events = await TestEvents.OpenAsync(Door, Cart);
        using var socket = await TestSocket.OpenAsync(Door);

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        new Answer(JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement).Errors.Single().Code.ShouldBe("OVERLOADED");
        (await events.NextAsync()).ShouldContain("OVERLOADED");
        (await socket.AskAsync(new { query = Cart })).GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("OVERLOADED");
        Shop.Calls.Count.ShouldBe(1);

        _open.Set();
        (await running).Data();
        (await waiting).Data();
        Gate.Free.ShouldBe(1);
    }

    [Test]
    public async Task Clients_that_leave_give_back_their_turn_and_their_place_in_the_queue()
    {
        using var leaves = new CancellationTokenSource();
        var running = Door.Http.PostAsync(new Uri("/graphql", UriKind.Relative), JsonContent.Create(new { query = Cart }), leaves.Token);
        await RunsAsync(1);
        var waiting = Door.Http.PostAsync(new Uri("/graphql", UriKind.Relative), JsonContent.Create(new { query = Cart }), leaves.Token);
        await WaitsAsync(1);

        await leaves.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(running);
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        await WaitsAsync(0);
        await Eventually.HoldsAsync(() => Task.FromResult(Gate.Free == 1), "the turn to be given back");
        _open.Set();
        (await Door.AskAsync(Cart)).Data();
    }

    private async Task<(Task<Answer> Running, Task<Answer> Waiting)> FillAsync()
    {
        var running = Door.AskAsync(Cart);
        await RunsAsync(1);
        var waiting = Door.AskAsync(Cart);
        await WaitsAsync(1);
        return (running, waiting);
    }

    private Task RunsAsync(int calls) => Eventually.HoldsAsync(() => Task.FromResult(Shop.Calls.Count == calls), "the shop to be asked");

    private Task WaitsAsync(int operations) => Eventually.HoldsAsync(() => Task.FromResult(Gate.Waiting == operations), $"{operations} to wait");
}

/// <summary>Nobody waits longer than an answer is of use, on any way.</summary>
internal sealed class PatienceTests : DoorFixture
{
    protected override string[] Settings => ["GraphQL:MaxExecutions=1", "GraphQL:MaxWaiting=1", "GraphQL:DeadlineSeconds=1"];

    [Test]
    public async Task Operation_that_waited_as_long_as_it_may_is_OVERLOADED()
    {
        using var turn = (await Door.Services.GetRequiredService<ExecutionGate>().EnterAsync(default)).ShouldNotBeNull();
        (await Door.AskAsync("{ __typename }")).Errors.Single().Code.ShouldBe("OVERLOADED");
    }

    [Test]
    public async Task Services_are_told_the_deadline_also_of_what_came_over_a_socket_or_as_events()
    {
        Shop.On<GetCartRequest>(_ => new GetCartResponse());
        using var socket = await TestSocket.OpenAsync(Door);
        await socket.AskAsync(new { query = "{ cart { id } }" });
        using var events = await TestEvents.OpenAsync(Door, "{ cart { id } }");
        await events.NextAsync();
        // Less than the 5 seconds that every client of ours has by itself.
        Shop.Calls.Count.ShouldBe(2);
        Shop.Calls.ShouldAllBe(call => call.Deadline < DateTime.UtcNow.AddSeconds(1));
    }
}
