using System.Runtime.CompilerServices;
using Commerce.Catalog.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.TestKit;

namespace CommerceKata.Gateway.Tests;

/// <summary>A token that does not count is as good as none, and the client hears why.</summary>
internal sealed class RefusedTokenTests : OneDoorFixture
{
    private const string Public = "{ categories { name } }";

    private static IEnumerable<TestCaseData> TokensThatDoNotCount() =>
    [
        new(TestTokens.User(Who.Customer, lifetime: TimeSpan.FromMinutes(-5)), RefusedToken.Expired),
        new(TestTokens.Forged(), RefusedToken.Invalid),
        new("nonsense", RefusedToken.Invalid),
        new("x.y.z", RefusedToken.Invalid),
    ];

    [OneTimeSetUp]
    public void Sell() => Shop.On<ListCategoriesRequest>(_ => new ListCategoriesResponse { Categories = { new Category { Name = "Kitchen" } } });

    [TestCaseSource(nameof(TokensThatDoNotCount))]
    public async Task Public_field_answers_with_a_hint(string token, RefusedToken why)
    {
        var answer = await Door.AskAsync(Public, token: token);
        answer.Data();
        answer["categories.0.name"].ShouldBe("Kitchen");
        Hint(answer).ShouldBe((why.Code, why.Message));
    }

    [Test]
    public async Task Good_token_and_none_get_no_hint()
    {
        Hint(await Door.AskAsync(Public)).ShouldBeNull();
        Hint(await Door.AskAsync(Public, token: TestTokens.User(Who.Guest))).ShouldBeNull();
        Hint(await Door.AskAsync("{ me { id } }")).ShouldBeNull();
    }

    [Test]
    public async Task Field_that_needs_a_session_says_so()
    {
        var answer = await Door.AskAsync("{ me { id } categories { name } }", token: "nonsense");
        answer.Errors.Single().Code.ShouldBe("UNAUTHENTICATED");
        answer.Errors.Single().Message.ShouldBe(RefusedToken.Invalid.Message);
        answer["categories.0.name"].ShouldBe("Kitchen");
        Hint(answer).ShouldNotBeNull();
    }

    [Test]
    public async Task Operation_over_a_socket_gets_the_hint_too()
    {
        using var socket = await TestSocket.OpenAsync(Door, "nonsense");
        var answer = (await socket.AskAsync(new { query = Public })).GetProperty("payload");
        answer.GetProperty("extensions").GetProperty("token").GetProperty("code").GetString().ShouldBe("TOKEN_INVALID");
    }

    /// <summary>4403: graphql-ws connects again, with whatever token the client has by then. An error would end the subscription for good.</summary>
    [Test]
    public async Task Subscription_whose_token_ends_is_closed_with_a_code_that_clients_try_again()
    {
        Shop.OnStream<WatchOrderRequest>((_, left) => EndAsync(left));
        using var socket = await TestSocket.OpenAsync(Door, TestTokens.User(Who.Guest, lifetime: TimeSpan.FromSeconds(2)));
        var query = $"subscription {{ orderChanged(id: \"{Some.Global("Order", Some.Id())}\") {{ number }} }}";
        (await socket.AskAsync(new { query })).GetProperty("type").GetString().ShouldBe("next");
        (await socket.ClosedAsync()).ShouldBe(4403);
    }

    private static async IAsyncEnumerable<object> EndAsync([EnumeratorCancellation] CancellationToken left)
    {
        yield return new WatchOrderResponse { Order = Some.Order() };
        await Task.Yield();
        left.ThrowIfCancellationRequested();
        throw Fault.Unauthenticated(RefusedToken.Expired);
    }

    private static (string Code, string Message)? Hint(Answer answer)
    {
        if (!answer.Body.TryGetProperty("extensions", out var extensions) || !extensions.TryGetProperty("token", out var token)) return null;
        return (token.GetProperty("code").GetString()!, token.GetProperty("message").GetString()!);
    }
}
