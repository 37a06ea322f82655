using CommerceKata.TestKit;
using Grpc.Core;
using Client = Commerce.Cart.V1.CartService.CartServiceClient;

namespace CommerceKata.Cart.Tests;

internal sealed class LineTests : CartFixture
{
    [Test]
    public async Task Cart_before_the_first_item_is_empty()
    {
        var (_, client) = Somebody();
        (await client.GetCartAsync(new())).Cart.ShouldBeNull();
        (await client.ClearCartAsync(new())).Cart.ShouldBeNull();
        (await client.RemoveLineAsync(new() { LineId = Guid.NewGuid().ToString() })).Cart.ShouldBeNull();
        await client.SetLineQuantityAsync(new() { LineId = Guid.NewGuid().ToString(), Quantity = 1 }).ShouldFailAsync(StatusCode.NotFound);
    }

    [Test]
    public async Task Add_puts_units_on_top_in_the_order_of_first_adding()
    {
        var (userId, client) = Somebody();
        await FillAsync(client, 1, 2, 3);
        var answer = (await client.AddLineAsync(new() { ProductId = Products[0], Quantity = 4 })).Cart;
        Lines(answer).ShouldBe([(Products[0], 5), (Products[1], 2), (Products[2], 3)]);
        answer.UserId.ShouldBe(userId);
        answer.Version.ShouldBe(4);
        (await client.GetCartAsync(new())).Cart.ShouldBe(answer);
    }

    [Test]
    public async Task Add_at_once_loses_nothing()
    {
        var (_, client) = Somebody();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => client.AddLineAsync(new() { ProductId = Products[n % 2], Quantity = 1 }).ResponseAsync));
        var cart = (await client.GetCartAsync(new())).Cart;
        Lines(cart).ShouldBe([(Products[0], 20), (Products[1], 20)], ignoreOrder: true);
        cart.Version.ShouldBe(40);
    }

    [Test]
    public async Task Add_beyond_99_is_refused_and_changes_nothing()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 98);
        await client.AddLineAsync(new() { ProductId = Products[0], Quantity = 2 }).ShouldViolateAsync("quantity");
        (await client.GetCartAsync(new())).Cart.ShouldBe(cart);
        Lines((await client.AddLineAsync(new() { ProductId = Products[0], Quantity = 1 })).Cart).ShouldBe([(Products[0], 99)]);
    }

    [TestCase("", 0, "product_id", "quantity")]
    [TestCase("not-a-uuid", 100, "product_id", "quantity")]
    [TestCase("01900000-0000-7000-8000-000000000000", -1, "quantity")]
    public async Task Add_with_bad_input_names_every_field(string productId, int quantity, params string[] fields) =>
        await Somebody().Client.AddLineAsync(new() { ProductId = productId, Quantity = quantity }).ShouldViolateAsync(fields);

    [Test]
    public async Task Add_of_what_is_not_on_sale_is_NOT_FOUND()
    {
        var (_, client) = Somebody();
        await client.AddLineAsync(new() { ProductId = Guid.NewGuid().ToString(), Quantity = 1 }).ShouldFailAsync(StatusCode.NotFound);
        var archived = Products[^1];
        await CatalogAdmin.ArchiveProductAsync(new() { Id = archived });
        await client.AddLineAsync(new() { ProductId = archived, Quantity = 1 }).ShouldFailAsync(StatusCode.NotFound);
        (await client.GetCartAsync(new())).Cart.ShouldBeNull();
    }

    [Test]
    public async Task Add_while_the_Catalog_is_away_is_UNAVAILABLE_and_the_rest_goes_on()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 3);
        var nobody = $"http://127.0.0.1:{FreePort.Take()}";
        var alone = await TestService.StartOnAsync(
            CartHost.Build, Service.ConnectionString, Neighbours(("Services:Catalog", nobody)));
        var lonely = alone.Client<Client>(TestTokens.User(ServiceDefaults.Auth.Who.Guest, Guid.Parse(cart.UserId)));
        await lonely.AddLineAsync(new() { ProductId = Products[0], Quantity = 1 }).ShouldFailAsync(StatusCode.Unavailable);
        var changed = await lonely.SetLineQuantityAsync(new() { LineId = cart.Lines[0].Id, Quantity = 5 });
        await alone.StopAsync();
        Lines(changed.Cart).ShouldBe([(Products[0], 5)]);
    }

    [Test]
    public async Task Set_changes_the_quantity_and_0_removes_the_line()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 1, 2);
        var more = (await client.SetLineQuantityAsync(new() { LineId = cart.Lines[0].Id, Quantity = 7 })).Cart;
        Lines(more).ShouldBe([(Products[0], 7), (Products[1], 2)]);
        more.Version.ShouldBe(cart.Version + 1);
        var same = (await client.SetLineQuantityAsync(new() { LineId = cart.Lines[0].Id, Quantity = 7 })).Cart;
        same.ShouldBe(more);
        Lines((await client.SetLineQuantityAsync(new() { LineId = cart.Lines[0].Id, Quantity = 0 })).Cart).ShouldBe([(Products[1], 2)]);
        await client.SetLineQuantityAsync(new() { LineId = cart.Lines[1].Id, Quantity = 100 }).ShouldViolateAsync("quantity");
        await client.SetLineQuantityAsync(new() { LineId = "1", Quantity = -1 }).ShouldViolateAsync("line_id", "quantity");
    }

    [Test]
    public async Task Remove_and_clear_may_be_repeated_and_count_once()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 1, 2, 3);
        var removed = (await client.RemoveLineAsync(new() { LineId = cart.Lines[1].Id })).Cart;
        Lines(removed).ShouldBe([(Products[0], 1), (Products[2], 3)]);
        (await client.RemoveLineAsync(new() { LineId = cart.Lines[1].Id })).Cart.ShouldBe(removed);
        var cleared = (await client.ClearCartAsync(new())).Cart;
        cleared.Lines.ShouldBeEmpty();
        cleared.Version.ShouldBe(cart.Version + 2);
        (await client.ClearCartAsync(new())).Cart.ShouldBe(cleared);
        await client.RemoveLineAsync(new() { LineId = "1" }).ShouldViolateAsync("line_id");
    }
}
