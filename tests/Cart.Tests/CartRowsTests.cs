using CommerceKata.ServiceDefaults.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.Cart.Tests;

/// <summary>Several carts in one statement.</summary>
internal sealed class CartRowsTests : CartFixture
{
    private static readonly Guid Kettle = Guid.NewGuid();
    private static readonly Guid Twine = Guid.NewGuid();

    private Database Database => Service.Services.GetRequiredService<Database>();

    [Test]
    public async Task Each_cart_gets_its_own_lines_and_one_that_was_overtaken_is_left_as_it_is()
    {
        var (known, overtaken) = (await MakeAsync(Kettle), await MakeAsync(Kettle));
        var now = (await WriteAsync(new CartChange(overtaken, overtaken.Add(Twine, 9))))[overtaken.Id];
        var brandNew = New();

        var written = await WriteAsync(
            new(overtaken, overtaken.Add(Kettle, 5)), new(known, known.Add(Kettle, 2).Add(Twine, 3)), new(brandNew, brandNew.Add(Kettle, 7), IsNew: true));

        written.Keys.ShouldBe([known.Id, brandNew.Id], ignoreOrder: true);
        await ShouldBeAsync(known, version: 2, (Kettle, 3), (Twine, 3));
        await ShouldBeAsync(brandNew, version: 1, (Kettle, 7));
        await ShouldBeAsync(overtaken, version: 2, (Kettle, 1), (Twine, 9));
        written[known.Id].UpdatedAt.ShouldBe((await FindAsync(known)).UpdatedAt);
        (await FindAsync(overtaken)).UpdatedAt.ShouldBe(now.UpdatedAt);
    }

    [Test]
    public async Task Lines_go_from_the_cart_that_they_were_taken_out_of_alone()
    {
        var (one, other) = (await MakeAsync(Kettle, Twine), await MakeAsync(Kettle, Twine));
        await WriteAsync(new(one, one.Remove(one.Lines[0].Id)), new(other, other.Remove(other.Lines[1].Id)));
        await ShouldBeAsync(one, version: 2, (Twine, 1));
        await ShouldBeAsync(other, version: 2, (Kettle, 1));
    }

    [Test]
    public async Task User_who_has_a_cart_by_now_gets_no_second_one()
    {
        var there = await MakeAsync(Kettle);
        var second = New() with { UserId = there.UserId };
        (await WriteAsync(new CartChange(second, second.Add(Twine, 1), IsNew: true))).ShouldBeEmpty();
        await ShouldBeAsync(there, version: 1, (Kettle, 1));
    }

    private static Cart New() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), Version: 0, UpdatedAt: default, []);

    private async Task<Cart> MakeAsync(params Guid[] products)
    {
        var cart = New();
        return (await WriteAsync(new CartChange(cart, products.Aggregate(cart, (filled, product) => filled.Add(product, 1)), IsNew: true)))[cart.Id];
    }

    private Task<IReadOnlyDictionary<Guid, Cart>> WriteAsync(params CartChange[] changes) => CartRows.WriteAsync(Database, changes, DateTime.UtcNow, CancellationToken.None);

    private async Task<Cart> FindAsync(Cart cart) => (await CartRows.FindAsync(Database, CartRows.OfUsers, [cart.UserId], CancellationToken.None)).ShouldHaveSingleItem();

    private async Task ShouldBeAsync(Cart cart, long version, params (Guid ProductId, int Quantity)[] lines)
    {
        var found = await FindAsync(cart);
        found.Version.ShouldBe(version);
        found.Lines.Select(line => (line.ProductId, line.Quantity)).ShouldBe(lines);
    }
}
