using System.Net;
using System.Runtime.CompilerServices;
using Commerce.Orders.V1;
using CommerceKata.Gateway.Limits;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Gateway.Tests.Limits;

/// <summary>Subscriptions and sockets are counted, and forgotten when they end.</summary>
internal sealed class SubscriptionTests : DoorFixture
{
    private static readonly string Document = $"subscription {{ orderChanged(id: \"{Some.Global("Order", Some.Id())}\") {{ number }} }}";

    protected override string[] Settings =>
        ["GraphQL:MaxSubscriptions=3", "GraphQL:MaxSubscriptionsPerCaller=2", "GraphQL:MaxSockets=1", "GraphQL:MaxExecutions=1", "GraphQL:DeadlineSeconds=1"];

    private LiveBounds Bounds => Door.Services.GetRequiredService<LiveBounds>();

    [SetUp]
    public void Sell() => Shop.OnStream<WatchOrderRequest>((_, left) => Follow(left));

    [Test]
    public async Task Subscription_past_a_bound_is_refused_until_another_ends()
    {
        var (ada, bob) = (TestTokens.User(Who.Guest), TestTokens.User(Who.Guest));
        // None of them holds a turn of the one that there is for operations.
        using var first = await FollowAsync(ada, "CK-");
        using var second = await FollowAsync(ada, "CK-");
        using var third = await FollowAsync(ada, "TOO_MANY_SUBSCRIPTIONS");
        using var others = await FollowAsync(bob, "CK-");
        using var full = await FollowAsync(bob, "TOO_MANY_SUBSCRIPTIONS");
        (await Door.AskAsync("{ __typename }")).Data();

        first.Dispose();
        await OpenAsync(2);

        using var again = await FollowAsync(ada, "CK-");
        Bounds.Subscriptions.ShouldBe(3);
        foreach (var open in (TestEvents[])[second, others, again]) open.Dispose();
        await OpenAsync(0);
    }

    [Test]
    public async Task Socket_past_the_bound_is_503_until_another_closes_and_its_subscriptions_end_with_it()
    {
        using (var socket = await TestSocket.OpenAsync(Door, TestTokens.User(Who.Guest)))
        {
            (await socket.AskAsync(new { query = Document })).GetProperty("type").GetString().ShouldBe("next");
            Bounds.Subscriptions.ShouldBe(1);
            (await TestSocket.TryOpenAsync(Door)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        await OpenAsync(0);
        await Eventually.HoldsAsync(() => Task.FromResult(Bounds.Sockets == 0), "the socket to be forgotten");
        using var again = await TestSocket.OpenAsync(Door);
    }

    private async Task<TestEvents> FollowAsync(string token, string expected)
    {
        var events = await TestEvents.OpenAsync(Door, Document, token: token);
        (await events.NextAsync()).ShouldContain(expected);
        return events;
    }

    private Task OpenAsync(int subscriptions) => Eventually.HoldsAsync(() => Task.FromResult(Bounds.Subscriptions == subscriptions), $"{subscriptions} subscriptions to be left");

    private static async IAsyncEnumerable<object> Follow([EnumeratorCancellation] CancellationToken left)
    {
        yield return new WatchOrderResponse { Order = Some.Order() };
        var ends = new TaskCompletionSource();
        await using var leaving = left.Register(ends.SetResult);
        await ends.Task;
    }
}
