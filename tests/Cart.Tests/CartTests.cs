using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Cart.Tests;

internal sealed class CartTests
{
    private static readonly Availability Unknown = Availability.Unknown;

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
        guest = guest.Merge(Empty.Add(full.Lines[0].ProductId, 5), Unknown).Into;
        var (merged, left, units) = full.Merge(guest, Unknown);
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
        var full = Enumerable.Range(0, 5)
            .Aggregate(Empty, (cart, _) => cart.Merge(Filled(Cart.MaxLines), Unknown).Into);
        var guest = Filled(3).Add(full.Lines[7].ProductId, 4);
        var (merged, left, _) = full.Merge(guest, Unknown);
        merged.Lines.Count.ShouldBe(Cart.MaxMergedLines);
        merged.Lines[7].Quantity.ShouldBe(5);
        left.Lines.ShouldBe(guest.Lines.Take(3));
    }

    [Test]
    public void Merge_of_more_units_than_a_line_holds_says_how_many_it_left_out()
    {
        var mine = Empty.Add(Guid.NewGuid(), 90);
        var (merged, left, units) = mine.Merge(Empty.Add(mine.Lines[0].ProductId, 20), Unknown);
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

    // What is there, what comes, what can be sold; what the line holds, and how many it says were left out.
    [TestCase(60, 60, null, 99, 21)]
    [TestCase(99, 99, null, 99, 99)]
    [TestCase(50, 49, null, 99, 0)]
    [TestCase(0, 99, null, 99, 0)]
    [TestCase(60, 60, 1_000, 99, 21)]
    [TestCase(60, 60, 120, 99, 21)]
    [TestCase(60, 60, 98, 98, 22)]
    [TestCase(3, 4, 7, 7, 0)]
    [TestCase(3, 4, 6, 6, 1)]
    [TestCase(3, 4, 1, 1, 6)]
    [TestCase(0, 4, 3, 3, 1)]
    [TestCase(8, 1, 5, 5, 4)]
    [TestCase(3, 4, 0, 4, 3)]
    [TestCase(4, 3, 0, 4, 3)]
    [TestCase(99, 99, 0, 99, 99)]
    [TestCase(0, 4, 0, 4, 0)]
    public void Merge_keeps_what_a_line_holds_and_can_be_sold_and_says_the_rest(
        int mine, int theirs, int? available, int kept, int leftOut)
    {
        var product = Guid.NewGuid();
        var into = mine == 0 ? Empty : Empty.Add(product, mine);
        var (merged, left, units) = into.Merge(Empty.Add(product, theirs), Stock((product, available)));
        var line = merged.Lines.ShouldHaveSingleItem();
        (line.Quantity, line.LeftOut, units).ShouldBe((kept, leftOut, leftOut));
        left.Lines.ShouldBeEmpty();
    }

    [Test]
    public void Units_that_merges_left_out_add_up_until_the_line_is_changed()
    {
        var product = Guid.NewGuid();
        var merged = new[] { 60, 5 }.Aggregate(
            Empty.Add(product, 60), (cart, units) => cart.Merge(Empty.Add(product, units), Unknown).Into);
        merged.Lines[0].ShouldBe(merged.Lines[0] with { Quantity = 99, LeftOut = 26 });
        merged.Add(Guid.NewGuid(), 1).Lines[0].LeftOut.ShouldBe(26);
        Empty.Merge(merged, Unknown).Into.Lines[0].LeftOut.ShouldBe(26);
        merged.SetQuantity(merged.Lines[0].Id, 99).Lines[0].LeftOut.ShouldBe(0);
        merged.SetQuantity(merged.Lines[0].Id, 50).Add(product, 1).Lines[0].LeftOut.ShouldBe(0);
        merged.Drop([(product, 9)]).Lines[0].ShouldBe(merged.Lines[0] with { Quantity = 90, LeftOut = 0 });
    }

    // What the line holds, what it shall hold, what can be sold; whether it may.
    [TestCase(0, 5, 5, true)]
    [TestCase(0, 5, 4, false)]
    [TestCase(0, 1, 0, false)]
    [TestCase(0, 99, 33, false)]
    [TestCase(3, 4, 3, false)]
    [TestCase(3, 4, null, true)]
    [TestCase(9, 8, 2, true)]
    [TestCase(9, 9, 2, true)]
    [TestCase(9, 1, 0, true)]
    [TestCase(9, 10, 2, false)]
    public void Line_grows_no_further_than_what_can_be_sold_and_may_always_shrink(
        int before, int after, int? available, bool may)
    {
        var product = Guid.NewGuid();
        var other = Empty.Add(Guid.NewGuid(), 1);
        var cart = before == 0 ? other : other.Add(product, before);
        var wanted = before == 0 ? cart.Add(product, after) : cart.SetQuantity(cart.Lines[1].Id, after);
        var edit = CartEdit.Checked(cart, wanted, Stock((product, available)));
        edit.Cart.ShouldBe(may ? wanted : cart);
        edit.Short.ShouldBe(may ? [] : [new ShortLine(product, after, available!.Value)]);
    }

    private static Availability Stock(params (Guid ProductId, int? Units)[] known) => new(
        known.Where(one => one.Units is not null).ToDictionary(one => one.ProductId, one => one.Units!.Value));

    private static Cart Filled(int products) => Enumerable.Range(0, products).Aggregate(Empty, (cart, _) => cart.Add(Guid.NewGuid(), 1));
}
