using CommerceKata.TestKit;

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
        var request = new Commerce.Cart.V1.MergeCartsRequest { FromUserId = Somebody().UserId, IntoUserId = Somebody().UserId };
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
    public async Task Merge_with_bad_input_names_every_field()
    {
        await AsService.MergeCartsAsync(new()).ShouldViolateAsync("from_user_id", "into_user_id");
        var same = Somebody().UserId;
        await AsService.MergeCartsAsync(new() { FromUserId = same, IntoUserId = same }).ShouldViolateAsync("into_user_id");
    }
}
