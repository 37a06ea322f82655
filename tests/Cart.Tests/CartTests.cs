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
    public void Merge_into_a_full_cart_adds_to_its_lines_and_leaves_out_the_rest()
    {
        var full = Filled(Cart.MaxLines);
        var guest = Empty.Add(Guid.NewGuid(), 1).Add(full.Lines[0].ProductId, 5);
        var merged = full.Merge(guest);
        merged.Lines.Count.ShouldBe(Cart.MaxLines);
        merged.Lines[0].Quantity.ShouldBe(6);
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
