using Commerce.Cart.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Cart.Tests;

internal sealed class MergeTests : CartFixture
{
    [Test]
    public async Task Merge_adds_quantities_up_to_99_and_empties_the_guests_cart()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody();
        await FillAsync(guest, 60, 2, 3);
        await FillAsync(user, 50, 1);
        var merged = (await AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId })).Cart;
        merged.UserId.ShouldBe(userId);
        Lines(merged).ShouldBe([(Products[0], 99), (Products[1], 3), (Products[2], 3)]);
        (await guest.GetCartAsync(new())).Cart.Lines.ShouldBeEmpty();

        var again = (await AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId })).Cart;
        again.ShouldBe(merged);
    }

    [Test]
    public async Task Merge_says_on_the_line_what_it_left_out_until_the_line_is_changed()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody();
        await FillAsync(guest, 60, 30, 4, 2);
        await FillAsync(user, 60, 20, 3);
        Inventory.Has(Products[1], 33);
        Inventory.Has(Products[2], 0);
        var merged = (await AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId })).Cart;
        Kept(merged).ShouldBe([(99, 21), (33, 17), (4, 3), (2, 0)]);
        (await user.GetCartAsync(new())).Cart.ShouldBe(merged);
        (await AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId })).Cart.ShouldBe(merged);

        await user.SetLineQuantityAsync(new() { LineId = merged.Lines[0].Id, Quantity = 98 });
        await user.AddLineAsync(new() { ProductId = Products[3], Quantity = 1 });
        Kept((await user.GetCartAsync(new())).Cart).ShouldBe([(98, 0), (33, 17), (4, 3), (3, 0)]);
    }

    [Test]
    public async Task Merge_while_Inventory_is_away_adds_up_to_99()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody();
        await FillAsync(guest, 60);
        await FillAsync(user, 60);
        Inventory.Has(Products[0], 5);
        Inventory.Before = _ => throw Fault.Unavailable("Away.");
        var merged = (await AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId })).Cart;
        Kept(merged).ShouldBe([(99, 21)]);
    }

    [Test]
    public async Task Merge_asks_Inventory_once_for_what_the_guest_has_and_not_at_all_for_nothing()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody();
        await FillAsync(guest, 1, 2, 3);
        await FillAsync(user, 1);
        Inventory.Reset();
        await AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId });
        Inventory.Asked.ShouldHaveSingleItem().ShouldBe(Products.Take(3));
        await AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId });
        Inventory.Asked.Count.ShouldBe(1);
    }

    [Test]
    public async Task Merge_waits_for_Inventory_without_a_lock_and_takes_along_what_is_added_meanwhile()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody();
        await FillAsync(guest, 4);
        await FillAsync(user, 3);
        Inventory.Has(Products[0], 5);
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        Inventory.Before = cancel =>
        {
            asked.TrySetResult();
            return go.Task.WaitAsync(cancel);
        };
        var merging = AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId }).ResponseAsync;
        await asked.Task;
        Inventory.Before = _ => Task.CompletedTask;
        await guest.AddLineAsync(new() { ProductId = Products[1], Quantity = 2 });
        await user.AddLineAsync(new() { ProductId = Products[1], Quantity = 1 });
        go.SetResult();
        var merged = (await merging).Cart;
        Lines(merged).ShouldBe([(Products[0], 5), (Products[1], 3)]);
        Kept(merged).ShouldBe([(5, 2), (3, 0)]);
    }

    [Test]
    public async Task Merge_into_somebody_without_a_cart_gives_them_the_lines()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody();
        await FillAsync(guest, 1, 2);
        var merged = (await AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId })).Cart;
        Lines(merged).ShouldBe([(Products[0], 1), (Products[1], 2)]);
        (await user.GetCartAsync(new())).Cart.ShouldBe(merged);
    }

    [Test]
    public async Task Merge_of_nothing_makes_no_cart()
    {
        var request = new MergeCartsRequest { FromUserId = Somebody().UserId, IntoUserId = Somebody().UserId };
        (await AsService.MergeCartsAsync(request)).Cart.ShouldBeNull();
        (await AsService.GetCartAsync(new() { UserId = request.IntoUserId })).Cart.ShouldBeNull();
    }

    [Test]
    public async Task Merge_both_ways_at_once_loses_nothing()
    {
        var (oneId, one) = Somebody();
        var (twoId, two) = Somebody();
        await FillAsync(one, 5);
        await FillAsync(two, 6);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => AsService.MergeCartsAsync(
            n % 2 == 0 ? new() { FromUserId = oneId, IntoUserId = twoId } : new() { FromUserId = twoId, IntoUserId = oneId }).ResponseAsync));
        Lines((await one.GetCartAsync(new())).Cart).Concat(Lines((await two.GetCartAsync(new())).Cart)).ShouldBe([(Products[0], 11)]);
    }

    [Test]
    public async Task Merge_is_seen_whole_or_not_at_all()
    {
        var (oneId, one) = Somebody();
        var (twoId, _) = Somebody();
        await FillAsync(one, 5, 6);
        var database = Service.Services.GetRequiredService<Database>();
        var merges = Task.WhenAll(Enumerable.Range(0, 30).Select(n => AsService.MergeCartsAsync(
            n % 2 == 0 ? new() { FromUserId = oneId, IntoUserId = twoId } : new() { FromUserId = twoId, IntoUserId = oneId }).ResponseAsync));
        do
        {
            const string units = "SELECT sum(quantity) FROM cart_line l JOIN cart c ON c.id = l.cart_id WHERE c.user_id = ANY(@users)";
            (await database.QuerySingleOrDefaultAsync<long>(units, new { users = new[] { Guid.Parse(oneId), Guid.Parse(twoId) } }, default)).ShouldBe(11);
        }
        while (!merges.IsCompleted);
        await merges;
    }

    [Test]
    public async Task Merge_while_both_carts_are_added_to_loses_nothing()
    {
        var (guestId, guest) = Somebody();
        var (userId, user) = Somebody();
        var request = new MergeCartsRequest { FromUserId = guestId, IntoUserId = userId };
        await Task.WhenAll(Enumerable.Range(0, 60).Select(n => (n % 3) switch
        {
            0 => guest.AddLineAsync(new() { ProductId = Products[n % 4], Quantity = 1 }).ResponseAsync,
            1 => user.AddLineAsync(new() { ProductId = Products[n % 4], Quantity = 1 }).ResponseAsync,
            _ => (Task)AsService.MergeCartsAsync(request).ResponseAsync,
        }));
        var merged = (await AsService.MergeCartsAsync(request)).Cart;
        merged.Lines.Sum(line => line.Quantity).ShouldBe(40);
        (await guest.GetCartAsync(new())).Cart.Lines.ShouldBeEmpty();
    }

    [Test]
    public async Task Merge_of_many_guests_at_once_into_somebody_without_a_cart_keeps_all()
    {
        var (userId, user) = Somebody();
        var guests = Enumerable.Range(0, 8).Select(_ => Somebody()).ToList();
        foreach (var (at, guest) in guests.Index()) await guest.Client.AddLineAsync(new() { ProductId = Products[at % 4], Quantity = 3 });
        await Task.WhenAll(guests.Concat(guests).Select(guest =>
            AsService.MergeCartsAsync(new() { FromUserId = guest.UserId, IntoUserId = userId }).ResponseAsync));
        Lines((await user.GetCartAsync(new())).Cart).ShouldBe([.. Products.Take(4).Select(product => (product, 6))], ignoreOrder: true);
    }

    [Test]
    public async Task Merge_of_two_full_carts_keeps_200_lines_which_can_be_changed_but_not_grow_in_number()
    {
        var (guestId, _) = Somebody();
        var (userId, user) = Somebody();
        await FullAsync(guestId);
        await FullAsync(userId);
        var merged = (await AsService.MergeCartsAsync(new() { FromUserId = guestId, IntoUserId = userId })).Cart;
        merged.Lines.Count.ShouldBe(2 * Cart.MaxLines);
        await user.AddLineAsync(new() { ProductId = Products[0], Quantity = 1 }).ShouldViolateAsync("product_id");
        var changed = (await user.SetLineQuantityAsync(new() { LineId = merged.Lines[^1].Id, Quantity = 9 })).Cart;
        changed.Lines[^1].Quantity.ShouldBe(9);
    }

    [Test]
    public async Task Merge_with_bad_input_names_every_field()
    {
        await AsService.MergeCartsAsync(new()).ShouldViolateAsync("from_user_id", "into_user_id");
        var same = Somebody().UserId;
        await AsService.MergeCartsAsync(new() { FromUserId = same, IntoUserId = same }).ShouldViolateAsync("into_user_id");
    }

    /// <summary>A cart with as many lines as it can be filled with. The shop has fewer products: these are made up.</summary>
    private Task FullAsync(string userId)
    {
        return Service.Services.GetRequiredService<CartStore>().ChangeOrCreateAsync(
            Guid.Parse(userId), null, cart => new(Filled(cart), []), default);

        static Cart Filled(Cart cart) => Enumerable.Range(0, Cart.MaxLines)
            .Aggregate(cart, (grown, _) => grown.Add(Guid.NewGuid(), 1));
    }
}
