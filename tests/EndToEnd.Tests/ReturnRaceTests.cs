using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>A refund whose call is stopped just after Billing has done it (FC.3, promise 9).</summary>
internal sealed class ReturnRaceTests() : RelayFixture
{
    [Test]
    public async Task Refund_whose_answer_is_lost_is_made_once()
    {
        var admin = Shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        var guest = await Shop.GuestAsync();
        var product = await guest.ProductAsync("OUT-MAP-CSE");
        var order = (await guest.BuyAsync(product.Id)).At("order");
        var asked = (await guest.RequestReturnAsync(order, (0, 1))).At("return");

        var refunded = Billing.After("Refund");
        await admin.ApproveAsync(asked, (1, 0));
        await refunded.Arrived;
        // The money is gone, and nobody knows: it is not called done, and not called failed.
        (await Back.RefundsAsync(order)).ShouldHaveSingleItem();
        (await guest.ReturnAsync(asked)).At("status").GetString().ShouldBe("REFUNDING");
        // The worker stops waiting for the first answer, and asks again.
        await guest.ReturnReachedAsync(asked, "REFUNDED");
        refunded.Release();

        await Back.SettledAsync(order);
        (await Back.RefundsAsync(order)).ShouldHaveSingleItem().Status.ShouldBe("succeeded");
        (await guest.OrderAsync(order)).At("payment.status").GetString().ShouldBe("REFUNDED");
        (await Back.AllEmailsAsync(order)).ShouldBe(["order-confirmed", "return-received", "refund-issued"], ignoreOrder: true);
        (await guest.ProductAsync("OUT-MAP-CSE")).Available.ShouldBe(product.Available);
    }
}
