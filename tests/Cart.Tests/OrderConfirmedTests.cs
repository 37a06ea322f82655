using Commerce.Events.V1;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using Google.Protobuf;
using Client = Commerce.Events.V1.EventSubscriberService.EventSubscriberServiceClient;

namespace CommerceKata.Cart.Tests;

internal sealed class OrderConfirmedTests : CartFixture
{
    [Test]
    public async Task Confirmed_order_takes_out_what_was_bought_and_leaves_what_was_added_meanwhile()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 2, 3);
        await client.AddLineAsync(new() { ProductId = Products[1], Quantity = 4 });
        await client.AddLineAsync(new() { ProductId = Products[2], Quantity = 1 });
        (await DeliverAsync(Confirmed(cart.Id, (Products[0], 2), (Products[1], 3)))).Failures.ShouldBeEmpty();
        var left = (await client.GetCartAsync(new())).Cart;
        Lines(left).ShouldBe([(Products[1], 4), (Products[2], 1)]);
        left.Version.ShouldBe(cart.Version + 3);
    }

    [Test]
    public async Task Confirmed_orders_of_one_delivery_each_take_out_of_their_own_cart()
    {
        var (_, one) = Somebody();
        var (_, other) = Somebody();
        var (ones, others) = (await FillAsync(one, 2, 3), await FillAsync(other, 5, 1));
        var answer = await DeliverAsync(
            Confirmed(ones.Id, (Products[0], 2)), Confirmed(others.Id, (Products[0], 4)), Confirmed(ones.Id, (Products[1], 1)), Confirmed(Guid.NewGuid().ToString(), (Products[0], 2)));
        answer.Failures.ShouldBeEmpty();
        Lines((await one.GetCartAsync(new())).Cart).ShouldBe([(Products[1], 2)]);
        Lines((await other.GetCartAsync(new())).Cart).ShouldBe([(Products[0], 1), (Products[1], 1)]);
    }

    [Test]
    public async Task Confirmed_order_delivered_again_takes_nothing_more()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 10);
        var fact = Confirmed(cart.Id, (Products[0], 4));
        (await DeliverAsync(fact, fact)).Failures.ShouldBeEmpty();
        (await DeliverAsync(fact)).Failures.ShouldBeEmpty();
        var left = (await client.GetCartAsync(new())).Cart;
        Lines(left).ShouldBe([(Products[0], 6)]);
        left.Version.ShouldBe(cart.Version + 1);
    }

    [Test]
    public async Task Confirmed_order_leaves_on_the_other_lines_what_a_merge_left_out()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody();
        await FillAsync(guest, 60, 60);
        await FillAsync(user, 60, 60);
        var cart = (await AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId })).Cart;
        (await DeliverAsync(Confirmed(cart.Id, (Products[0], 9)))).Failures.ShouldBeEmpty();
        Kept((await user.GetCartAsync(new())).Cart).ShouldBe([(90, 0), (99, 21)]);
    }

    [Test]
    public async Task Confirmed_order_of_more_than_is_left_removes_the_line()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 2, 1);
        await DeliverAsync(Confirmed(cart.Id, (Products[0], 3)));
        Lines((await client.GetCartAsync(new())).Cart).ShouldBe([(Products[1], 1)]);
    }

    [Test]
    public async Task Confirmed_order_of_no_cart_or_of_one_that_is_gone_changes_nothing()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 2);
        var answer = await DeliverAsync(Confirmed("", (Products[0], 2)), Confirmed(Guid.NewGuid().ToString(), (Products[0], 2)));
        answer.Failures.ShouldBeEmpty();
        (await client.GetCartAsync(new())).Cart.ShouldBe(cart);
    }

    [Test]
    public async Task Poisoned_event_is_named_and_does_not_hold_up_its_batch()
    {
        var (_, client) = Somebody();
        var cart = await FillAsync(client, 2);
        var poison = Confirmed("not-a-uuid", (Products[0], 2));
        var answer = await DeliverAsync(poison, Confirmed(cart.Id, (Products[0], 2)));
        answer.Failures.ShouldHaveSingleItem().EventId.ShouldBe(poison.Id);
        (await client.GetCartAsync(new())).Cart.Lines.ShouldBeEmpty();
    }

    private static Event Confirmed(string cartId, params (string ProductId, int Quantity)[] lines)
    {
        var order = new Order { Id = Guid.CreateVersion7().ToString() };
        order.Lines.Add(lines.Select(line => new OrderLine { ProductId = line.ProductId, Quantity = line.Quantity }));
        return new()
        {
            Id = Guid.CreateVersion7().ToString(),
            Type = OrderConfirmed.Descriptor.FullName,
            AggregateType = "order",
            AggregateId = order.Id,
            Payload = new OrderConfirmed { Order = order, CartId = cartId }.ToByteString(),
        };
    }

    private Task<DeliverResponse> DeliverAsync(params Event[] events) =>
        Service.Client<Client>(Who.Service).DeliverAsync(new() { Events = { events } }).ResponseAsync;
}
