using Commerce.Cart.V1;
using CommerceKata.TestKit;
using Grpc.Core;

namespace CommerceKata.Cart.Tests;

/// <summary>One cart, changed from two places that have not seen each other's changes.</summary>
internal sealed class TwoTabsTests : CartFixture
{
    [Test]
    public async Task Change_of_the_version_that_was_seen_goes_through()
    {
        var (_, client) = Somebody();
        var cart = (await client.AddLineAsync(new() { ProductId = Products[0], Quantity = 1, ExpectedVersion = 0 })).Cart;
        cart = (await client.SetLineQuantityAsync(new() { LineId = cart.Lines[0].Id, Quantity = 5, ExpectedVersion = cart.Version })).Cart;
        cart = (await client.AddLineAsync(new() { ProductId = Products[1], Quantity = 2, ExpectedVersion = cart.Version })).Cart;
        cart = (await client.RemoveLineAsync(new() { LineId = cart.Lines[0].Id, ExpectedVersion = cart.Version })).Cart;
        Lines(cart).ShouldBe([(Products[1], 2)]);
        var cleared = await client.ClearCartAsync(new() { ExpectedVersion = cart.Version });
        cleared.CartChanged.ShouldBeNull();
        cleared.Cart.Lines.ShouldBeEmpty();
    }

    [Test]
    public async Task Change_of_a_version_that_is_gone_does_nothing_and_shows_the_cart_as_it_is()
    {
        var (_, client) = Somebody();
        var seen = await FillAsync(client, 2, 3);
        var now = (await client.SetLineQuantityAsync(new() { LineId = seen.Lines[0].Id, Quantity = 7 })).Cart;

        var added = await client.AddLineAsync(new() { ProductId = Products[2], Quantity = 1, ExpectedVersion = seen.Version });
        (added.CartChanged, added.Cart).ShouldBe((new CartChanged(), now));
        var set = await client.SetLineQuantityAsync(new() { LineId = seen.Lines[0].Id, Quantity = 1, ExpectedVersion = seen.Version });
        (set.CartChanged, set.Cart).ShouldBe((new CartChanged(), now));
        var removed = await client.RemoveLineAsync(new() { LineId = seen.Lines[1].Id, ExpectedVersion = seen.Version });
        (removed.CartChanged, removed.Cart).ShouldBe((new CartChanged(), now));
        var cleared = await client.ClearCartAsync(new() { ExpectedVersion = seen.Version });
        (cleared.CartChanged, cleared.Cart).ShouldBe((new CartChanged(), now));
        (await client.GetCartAsync(new())).Cart.ShouldBe(now);
    }

    [Test]
    public async Task Version_of_no_cart_is_0()
    {
        var (_, client) = Somebody();
        (await client.ClearCartAsync(new() { ExpectedVersion = 0 })).CartChanged.ShouldBeNull();
        (await client.ClearCartAsync(new() { ExpectedVersion = 3 })).CartChanged.ShouldNotBeNull();
        (await client.SetLineQuantityAsync(new() { LineId = Guid.NewGuid().ToString(), ExpectedVersion = 3 })).CartChanged.ShouldNotBeNull();
        (await client.AddLineAsync(new() { ProductId = Products[0], Quantity = 1, ExpectedVersion = 1 })).CartChanged.ShouldNotBeNull();
        (await client.GetCartAsync(new())).Cart?.Lines.ShouldBeEmpty();
    }

    [Test]
    public async Task Version_below_0_is_refused_with_whatever_else_is_wrong()
    {
        var (_, client) = Somebody();
        await client.AddLineAsync(new() { ProductId = "x", Quantity = 0, ExpectedVersion = -1 }).ShouldViolateAsync("product_id", "quantity", "expected_version");
        await client.SetLineQuantityAsync(new() { LineId = "x", Quantity = -1, ExpectedVersion = -1 }).ShouldViolateAsync("line_id", "quantity", "expected_version");
        await client.RemoveLineAsync(new() { LineId = "x", ExpectedVersion = -1 }).ShouldViolateAsync("line_id", "expected_version");
        await client.ClearCartAsync(new() { ExpectedVersion = -1 }).ShouldViolateAsync("expected_version");
    }

    [Test]
    public async Task Changes_at_once_of_the_same_version_go_through_once()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 1);
        var answers = await Task.WhenAll(Enumerable.Range(2, 20).Select(quantity => client.SetLineQuantityAsync(
            new() { LineId = cart.Lines[0].Id, Quantity = quantity, ExpectedVersion = cart.Version }).ResponseAsync));
        var winner = answers.Where(answer => answer.CartChanged is null).ShouldHaveSingleItem();
        answers.ShouldAllBe(answer => answer.Cart.Equals(winner.Cart));
        (await client.GetCartAsync(new())).Cart.ShouldBe(winner.Cart);
    }

    [Test]
    public async Task Changes_at_once_without_a_version_are_all_kept()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 1, 1, 1);
        await Task.WhenAll(Enumerable.Range(0, 10).SelectMany(_ => new Task[]
        {
            client.AddLineAsync(new() { ProductId = Products[0], Quantity = 1 }).ResponseAsync,
            client.AddLineAsync(new() { ProductId = Products[3], Quantity = 2 }).ResponseAsync,
            client.SetLineQuantityAsync(new() { LineId = cart.Lines[1].Id, Quantity = 8 }).ResponseAsync,
            client.RemoveLineAsync(new() { LineId = cart.Lines[2].Id }).ResponseAsync,
        }));
        Lines((await client.GetCartAsync(new())).Cart).ShouldBe([(Products[0], 11), (Products[1], 8), (Products[3], 20)]);
    }

    [Test]
    public async Task Carts_that_many_change_at_once_hold_each_what_their_own_owner_put_in()
    {
        var people = Enumerable.Range(1, 30).Select(number => (Number: number, Somebody().Client)).ToList();
        await Task.WhenAll(people.SelectMany(one => new[] { 0, one.Number % Products.Count, 0 }.Select(product =>
            one.Client.AddLineAsync(new() { ProductId = Products[product], Quantity = one.Number }).ResponseAsync)));
        foreach (var (number, client) in people)
        {
            var expected = new[] { (Products[0], number), (Products[number % Products.Count], number), (Products[0], number) }
                .GroupBy(line => line.Item1, line => line.Item2).Select(line => (line.Key, line.Sum()));
            var cart = (await client.GetCartAsync(new())).Cart;
            Lines(cart).ShouldBe(expected, ignoreOrder: true);
            cart.Version.ShouldBe(3);
        }
    }

    [Test]
    public async Task Set_of_a_line_that_was_removed_elsewhere_is_NOT_FOUND()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 1, 2);
        await client.RemoveLineAsync(new() { LineId = cart.Lines[0].Id });
        await client.SetLineQuantityAsync(new() { LineId = cart.Lines[0].Id, Quantity = 3 }).ShouldFailAsync(StatusCode.NotFound);
        Lines((await client.GetCartAsync(new())).Cart).ShouldBe([(Products[1], 2)]);
    }
}
