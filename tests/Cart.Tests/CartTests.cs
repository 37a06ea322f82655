using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Cart.Tests;

internal sealed class CartTests
{
    private static readonly Cart Empty = new(Guid.NewGuid(), Guid.NewGuid(), 0, DateTime.UnixEpoch, []);

    [Test]
    public void Cart_holds_100_products_and_no_more()
    {
        var full = Filled(Cart.MaxLines);
        Should.Throw<Fault>(() => full.Add(Guid.NewGuid(), 1)).Violations.ShouldHaveSingleItem().Field.ShouldBe("product_id");
        full.Add(full.Lines[0].ProductId, 1).Lines[0].Quantity.ShouldBe(2);
    }

    [Test]
    public void Merge_into_a_full_cart_keeps_every_line_and_nothing_more_can_be_added()
    {
        var (full, guest) = (Filled(Cart.MaxLines), Filled(Cart.MaxLines));
        guest = guest.Merge(Empty.Add(full.Lines[0].ProductId, 5)).Into;
        var (merged, left, units) = full.Merge(guest);
        merged.Lines.Count.ShouldBe(2 * Cart.MaxLines);
        merged.Lines[0].Quantity.ShouldBe(6);
        left.Lines.ShouldBeEmpty();
        units.ShouldBe(0);
        Should.Throw<Fault>(() => merged.Add(Guid.NewGuid(), 1)).Violations.ShouldHaveSingleItem().Field.ShouldBe("product_id");
        merged.Add(merged.Lines[^1].ProductId, 1).Lines[^1].Quantity.ShouldBe(2);
    }

    [Test]
    public void Merge_beyond_500_lines_leaves_the_rest_where_it_was()
    {
        var full = Enumerable.Range(0, 5).Aggregate(Empty, (cart, _) => cart.Merge(Filled(Cart.MaxLines)).Into);
        var guest = Filled(3).Add(full.Lines[7].ProductId, 4);
        var (merged, left, _) = full.Merge(guest);
        merged.Lines.Count.ShouldBe(Cart.MaxMergedLines);
        merged.Lines[7].Quantity.ShouldBe(5);
        left.Lines.ShouldBe(guest.Lines.Take(3));
    }

    [Test]
    public void Merge_of_more_units_than_a_line_holds_says_how_many_it_left_out()
    {
        var mine = Empty.Add(Guid.NewGuid(), 90);
        var (merged, left, units) = mine.Merge(Empty.Add(mine.Lines[0].ProductId, 20));
        merged.Lines.ShouldHaveSingleItem().Quantity.ShouldBe(Cart.MaxQuantity);
        left.Lines.ShouldBeEmpty();
        units.ShouldBe(11);
    }

    [Test]
    public void Drop_of_one_product_in_two_order_lines_takes_both()
    {
        var cart = Empty.Add(Guid.NewGuid(), 10);
        var product = cart.Lines[0].ProductId;
        cart.Drop([(product, 3), (product, 4)]).Lines.ShouldHaveSingleItem().Quantity.ShouldBe(3);
        cart.Drop([(product, 7), (product, 7)]).Lines.ShouldBeEmpty();
    }

    private static Cart Filled(int products) => Enumerable.Range(0, products).Aggregate(Empty, (cart, _) => cart.Add(Guid.NewGuid(), 1));
}
