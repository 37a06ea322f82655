using System.Text.Json;
using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>A shop that takes nothing back (FC.1).</summary>
internal sealed class ReturnWindowTests() : ShopFixture("Returns:Window=00:00:00")
{
    [Test]
    public async Task Window_that_is_over_and_somebody_elses_order_are_refused()
    {
        var guest = await Shop.GuestAsync();
        var order = (await guest.BuyAsync((await guest.ProductAsync("GRD-SED-HRB")).Id)).At("order");
        var late = await guest.RequestReturnAsync(order, (0, 1));
        late.At("return").ValueKind.ShouldBe(JsonValueKind.Null);
        (late.At("errors")[0].At("__typename").GetString(), late.At("errors")[0].At("status").GetString()).ShouldBe(("WrongStateError", "RETURN_WINDOW_OVER"));

        var stranger = await Shop.GuestAsync();
        (await stranger.RequestReturnAsync(order, await guest.LinesAsync(order), (0, 1))).At("errors")[0].At("__typename").GetString().ShouldBe("NotFoundError");
    }
}
