using Commerce.Cart.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.TestKit;
using Grpc.Core;
using Client = Commerce.Cart.V1.CartService.CartServiceClient;
using Proto = Commerce.Cart.V1;

namespace CommerceKata.Cart.Tests;

/// <summary>What is put in a cart can be sold at that moment, if Inventory says how many there are.</summary>
internal sealed class StockTests : CartFixture
{
    // What the line holds, what is added, what can be sold; what the answer says.
    [TestCase(0, 99, 33, LineProblem.TooFew)]
    [TestCase(0, 34, 33, LineProblem.TooFew)]
    [TestCase(30, 4, 33, LineProblem.TooFew)]
    [TestCase(1, 1, 1, LineProblem.TooFew)]
    [TestCase(0, 1, 0, LineProblem.OutOfStock)]
    [TestCase(5, 1, 0, LineProblem.OutOfStock)]
    public async Task Add_of_more_than_can_be_sold_changes_nothing_and_says_how_many_there_are(
        int there, int added, int available, LineProblem problem)
    {
        var (_, client) = Somebody();
        var cart = there == 0 ? await FillAsync(client) : await FillAsync(client, there);
        Inventory.Has(Products[0], available);
        var answer = await AddAsync(client, added);
        answer.OutOfStock.Lines.ShouldHaveSingleItem().ShouldBe(Short(there + added, available, problem));
        (answer.Cart, answer.CartChanged).ShouldBe((cart, null));
        (await client.GetCartAsync(new())).Cart.ShouldBe(cart);
    }

    [TestCase(0, 33, 33)]
    [TestCase(30, 3, 33)]
    [TestCase(0, 1, 1)]
    public async Task Add_of_all_that_can_be_sold_goes_through(int there, int added, int available)
    {
        var (_, client) = Somebody();
        if (there > 0) await FillAsync(client, there);
        Inventory.Has(Products[0], available);
        var answer = await AddAsync(client, added);
        answer.OutOfStock.ShouldBeNull();
        Lines(answer.Cart).ShouldBe([(Products[0], there + added)]);
    }

    [Test]
    public async Task Add_looks_at_its_own_line_alone()
    {
        var (_, client) = Somebody();
        await FillAsync(client, 9);
        Inventory.Has(Products[0], 2);
        var answer = await client.AddLineAsync(new() { ProductId = Products[1], Quantity = 1 });
        answer.OutOfStock.ShouldBeNull();
        Lines(answer.Cart).ShouldBe([(Products[0], 9), (Products[1], 1)]);
    }

    [Test]
    public async Task Set_beyond_what_can_be_sold_changes_nothing_and_fewer_than_before_is_always_allowed()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 9, 1);
        var line = cart.Lines[0].Id;
        Inventory.Has(Products[0], 4);
        var more = await SetAsync(client, line, 10);
        more.OutOfStock.Lines.ShouldHaveSingleItem().ShouldBe(Short(10, 4, LineProblem.TooFew));
        more.Cart.ShouldBe(cart);
        (await SetAsync(client, line, 9)).OutOfStock.ShouldBeNull();

        Lines((await SetAsync(client, line, 6)).Cart).ShouldBe([(Products[0], 6), (Products[1], 1)]);
        Inventory.Has(Products[0], 0);
        Lines((await SetAsync(client, line, 2)).Cart).ShouldBe([(Products[0], 2), (Products[1], 1)]);
        (await SetAsync(client, line, 3)).OutOfStock.Lines.ShouldHaveSingleItem()
            .ShouldBe(Short(3, 0, LineProblem.OutOfStock));
        Lines((await SetAsync(client, line, 0)).Cart).ShouldBe([(Products[1], 1)]);
    }

    [Test]
    public async Task Set_asks_Inventory_for_a_line_that_grows_alone()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 5);
        Inventory.Reset();
        foreach (var quantity in new[] { 5, 4, 1, 0 })
            await SetAsync(client, cart.Lines[0].Id, quantity);
        Inventory.Asked.ShouldBeEmpty();
        cart = await FillAsync(client, 5);
        await SetAsync(client, cart.Lines[0].Id, 6);
        Inventory.Asked.Last().ShouldBe([Products[0]]);
    }

    [Test]
    public async Task What_the_sessions_own_order_holds_counts_as_there_and_what_anothers_holds_does_not()
    {
        var session = Guid.CreateVersion7();
        var (_, client) = Somebody(sessionId: session);
        await FillAsync(client, 3);
        Inventory.Has(Products[0], 0);
        Inventory.Holds(Products[0], session, 4);
        var added = await AddAsync(client, 1);
        added.OutOfStock.ShouldBeNull();
        var line = added.Cart.Lines.Single().Id;
        (await AddAsync(client, 1)).OutOfStock.Lines.ShouldHaveSingleItem().ShouldBe(Short(5, 4, LineProblem.TooFew));
        (await SetAsync(client, line, 3)).OutOfStock.ShouldBeNull();
        (await SetAsync(client, line, 4)).OutOfStock.ShouldBeNull();

        var (_, other) = Somebody();
        (await AddAsync(other, 1)).OutOfStock.Lines.ShouldHaveSingleItem().ShouldBe(Short(1, 0, LineProblem.OutOfStock));
    }

    [Test]
    public async Task Bad_input_comes_first_then_the_version_then_the_stock()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 5);
        Inventory.Has(Products[0], 2);
        await AddAsync(client, 100, 7).ShouldViolateAsync("quantity");
        await AddAsync(client, 95, cart.Version).ShouldViolateAsync("quantity");
        var added = await AddAsync(client, 1, 7);
        (added.CartChanged, added.OutOfStock, added.Cart).ShouldBe((new CartChanged(), null, cart));
        added = await AddAsync(client, 1, cart.Version);
        (added.CartChanged, added.OutOfStock is null, added.Cart).ShouldBe((null, false, cart));

        var line = cart.Lines[0].Id;
        await SetAsync(client, line, 100, 7).ShouldViolateAsync("quantity");
        var set = await SetAsync(client, line, 6, 7);
        (set.CartChanged, set.OutOfStock).ShouldBe((new CartChanged(), null));
        set = await SetAsync(client, line, 6, cart.Version);
        (set.CartChanged, set.OutOfStock is null).ShouldBe((null, false));
    }

    [Test]
    public async Task Add_of_what_is_not_sold_is_NOT_FOUND_whatever_there_is_of_it()
    {
        var (_, client) = Somebody();
        var unknown = Guid.NewGuid().ToString();
        Inventory.Has(unknown, 0);
        await client.AddLineAsync(new() { ProductId = unknown, Quantity = 1 }).ShouldFailAsync(StatusCode.NotFound);
    }

    [TestCase(StatusCode.Unavailable)]
    [TestCase(StatusCode.Internal)]
    [TestCase(StatusCode.ResourceExhausted)]
    public async Task Change_while_Inventory_does_not_say_is_made_unchecked(StatusCode status)
    {
        var (_, client) = Somebody();
        Inventory.Has(Products[0], 1);
        Inventory.Before = _ => throw new Fault(status, "NOT_NOW", "Not now.");
        var cart = await FillAsync(client, 50);
        Lines(cart).ShouldBe([(Products[0], 50)]);
        Lines((await SetAsync(client, cart.Lines[0].Id, 99)).Cart).ShouldBe([(Products[0], 99)]);
    }

    [Test]
    public async Task Change_while_Inventory_is_too_slow_is_made_unchecked()
    {
        Inventory.Has(Products[0], 1);
        Inventory.Before = cancel => Task.Delay(Timeout.Infinite, cancel);
        await WithReplicaAsync(
            [("Cart:StockPatience", "00:00:00.05")],
            async client => Lines(await FillAsync(client, 50)).ShouldBe([(Products[0], 50)]));
    }

    [Test]
    public async Task Change_while_Inventory_is_away_is_made_unchecked() => await WithReplicaAsync(
        [("Services:Inventory", $"http://127.0.0.1:{FreePort.Take()}"), ("Cart:StockPatience", "00:00:00.5")],
        async client => Lines(await FillAsync(client, 50)).ShouldBe([(Products[0], 50)]));

    [Test]
    public async Task Adds_at_once_from_many_tabs_never_go_beyond_what_can_be_sold()
    {
        var (_, client) = Somebody();
        Inventory.Has(Products[0], 10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => AddAsync(client, 1).ResponseAsync));
        answers.Count(answer => answer.OutOfStock is null).ShouldBe(10);
        Lines((await client.GetCartAsync(new())).Cart).ShouldBe([(Products[0], 10)]);
    }

    private Proto.ShortLine Short(int requested, int available, LineProblem problem) =>
        new() { ProductId = Products[0], Requested = requested, Available = available, Problem = problem };

    /// <summary>Adds units of the first product.</summary>
    private AsyncUnaryCall<AddLineResponse> AddAsync(Client client, int quantity, long? version = null)
    {
        var request = new AddLineRequest { ProductId = Products[0], Quantity = quantity };
        if (version is { } expected) request.ExpectedVersion = expected;
        return client.AddLineAsync(request);
    }

    private static AsyncUnaryCall<SetLineQuantityResponse> SetAsync(
        Client client, string lineId, int quantity, long? version = null)
    {
        var request = new SetLineQuantityRequest { LineId = lineId, Quantity = quantity };
        if (version is { } expected) request.ExpectedVersion = expected;
        return client.SetLineQuantityAsync(request);
    }

    private async Task WithReplicaAsync((string Key, string Value)[] settings, Func<Client, Task> work)
    {
        var replica = await TestService.StartOnAsync(CartHost.Build, Service.ConnectionString, Neighbours(settings));
        try
        {
            await work(replica.Client<Client>(TestTokens.User(Who.Guest, Guid.CreateVersion7())));
        }
        finally
        {
            await replica.StopAsync();
        }
    }
}
