using System.Text.Json;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Flow B through the front door (FB.1 to FB.4).</summary>
internal sealed class RestockTests : ShopFixture
{
    private const string OrderFields = "id status quantity received confirmedAt expectedAt product { sku available }";

    [Test]
    public async Task Product_that_is_bought_below_its_threshold_is_ordered_received_in_parts_and_there_again()
    {
        var admin = await AdminAsync();
        var guest = await Shop.GuestAsync();
        var tape = await guest.ProductAsync("STA-TPE-WSH");
        await AdjustAsync(admin, tape.Id, 6 - tape.Available, "counted");

        // FB.1: sold down from 6 to 2, past the threshold.
        (await guest.BuyAsync(tape.Id, 4)).At("order.status").GetString().ShouldBe("CONFIRMED");
        var suggested = await SuggestedAsync(admin, tape.Id);
        suggested.At("product.available").GetInt32().ShouldBe(2);
        var low = await admin.AskAsync("{ lowStock(first: 50) { nodes { available threshold product { sku } } } }");
        var stock = low.At("lowStock.nodes").EnumerateArray().Single(node => node.At("product.sku").GetString() == "STA-TPE-WSH");
        var threshold = stock.At("threshold").GetInt32();
        stock.At("available").GetInt32().ShouldBe(2);

        // FB.2: the admin hears of it by mail, once, and places what is suggested.
        var quantity = suggested.At("quantity").GetInt32();
        quantity.ShouldBe((3 * threshold) - 2);
        (await MailsAsync("STA-TPE-WSH")).ShouldHaveSingleItem().ShouldContain($"a purchase order of {quantity}");
        await guest.BuyAsync(tape.Id, 2);
        (await guest.ProductAsync("STA-TPE-WSH")).Available.ShouldBe(0);
        // By now two more are missing, and it says so.
        quantity += 2;
        var placed = await PlaceAsync(admin, new { purchaseOrderId = suggested.At("id").GetString() });
        placed.At("purchaseOrder.status").GetString().ShouldBe("PLACED");
        (await OrderAsync(admin, suggested)).At("quantity").GetInt32().ShouldBe(quantity);
        await Eventually.HoldsAsync(
            async () => (await OrderAsync(admin, suggested)).At("confirmedAt").ValueKind == JsonValueKind.String, "the supplier to confirm");

        // FB.3: it comes in two parts, and not a unit too many.
        var first = new { purchaseOrderId = suggested.At("id").GetString(), quantity = quantity - 3, receiptId = Guid.NewGuid() };
        (await ReceiveAsync(admin, first)).At("purchaseOrder.status").GetString().ShouldBe("PARTIALLY_RECEIVED");
        (await ReceiveAsync(admin, first)).At("purchaseOrder.received").GetInt32().ShouldBe(quantity - 3);
        // FB.4: there again, at once.
        (await guest.ProductAsync("STA-TPE-WSH")).Available.ShouldBe(quantity - 3);
        var tooMany = await ReceiveAsync(admin, first with { quantity = 4, receiptId = Guid.NewGuid() });
        tooMany.At("errors")[0].At("field").GetString().ShouldBe("quantity");
        var rest = await ReceiveAsync(admin, first with { quantity = 3, receiptId = Guid.NewGuid() });
        rest.At("purchaseOrder.status").GetString().ShouldBe("RECEIVED");
        (await ReceiveAsync(admin, first with { quantity = 1, receiptId = Guid.NewGuid() })).At("errors")[0].At("status").GetString().ShouldBe("RECEIVED");
        (await guest.ProductAsync("STA-TPE-WSH")).Available.ShouldBe(quantity);
        (await guest.BuyAsync(tape.Id)).At("order.status").GetString().ShouldBe("CONFIRMED");
        (await MailsAsync("STA-TPE-WSH")).Length.ShouldBe(1);
    }

    [Test]
    public async Task Admin_sets_thresholds_and_counts_and_orders_what_nobody_suggested()
    {
        var admin = await AdminAsync();
        var twine = await admin.ProductAsync("GRD-TWN-JUT");
        const string set = "mutation($input: SetStockThresholdInput!) { setStockThreshold(input: $input) { stock { threshold available } errors { __typename } } }";

        var adjusted = await AdjustAsync(admin, twine.Id, -1, "broken in the store");
        adjusted.At("stock.onHand").GetInt32().ShouldBe(twine.Available - 1);
        adjusted.At("stock.product.stock.onHand").GetInt32().ShouldBe(twine.Available - 1);
        (await AdjustAsync(admin, twine.Id, -1_000_000, " ")).At("errors")[0].At("field").GetString().ShouldBe("reason");

        var threshold = twine.Available + 5;
        (await admin.AskAsync(set, new { input = new { productId = twine.Id, threshold } })).At("setStockThreshold.stock.threshold").GetInt32().ShouldBe(threshold);
        var suggested = await SuggestedAsync(admin, twine.Id);
        var placed = (await PlaceAsync(admin, new { productId = twine.Id, quantity = 7 })).At("purchaseOrder");
        (placed.At("status").GetString(), placed.At("quantity").GetInt32()).ShouldBe(("PLACED", 7));
        (await OrderAsync(admin, suggested)).At("status").GetString().ShouldBe("CANCELLED");
    }

    [Test]
    public async Task Restocking_is_for_admins()
    {
        var guest = await Shop.GuestAsync();
        foreach (var query in new[] { "{ lowStock { totalCount } }", "{ purchaseOrders { totalCount } }", "{ products(first: 1) { nodes { stock { onHand } } } }" })
            (await guest.PostAsync(query)).At("errors")[0].At("extensions.code").GetString().ShouldBe("FORBIDDEN");
    }

    private async Task<Visitor> AdminAsync()
    {
        var admin = Shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        return admin;
    }

    private static async Task<JsonElement> AdjustAsync(Visitor admin, string productId, int delta, string reason) => (await admin.PostAsync(
        """
        mutation($input: AdjustStockInput!) {
          adjustStock(input: $input) { stock { onHand product { stock { onHand } } } errors { __typename ... on ValidationError { field } } }
        }
        """,
        new { input = new { productId, delta, reason } })).At("data.adjustStock");

    /// <summary>The purchase order that Inventory suggests for a product, once it does.</summary>
    private static async Task<JsonElement> SuggestedAsync(Visitor admin, string productId)
    {
        JsonElement? found = null;
        await Eventually.HoldsAsync(async () =>
        {
            var orders = await admin.AskAsync($$"""{ purchaseOrders(status: [SUGGESTED], first: 50) { nodes { {{OrderFields}} product { id } } } }""");
            var mine = orders.At("purchaseOrders.nodes").EnumerateArray().Where(order => order.At("product.id").GetString() == productId).ToArray();
            if (mine.Length > 0) found = mine.ShouldHaveSingleItem();
            return found is not null;
        }, "a suggested purchase order");
        return found!.Value;
    }

    private static async Task<JsonElement> OrderAsync(Visitor admin, JsonElement order) => (await admin.AskAsync(
        $$"""query($id: ID!) { node(id: $id) { ... on PurchaseOrder { {{OrderFields}} } } }""", new { id = order.At("id").GetString() })).At("node");

    private static async Task<JsonElement> PlaceAsync(Visitor admin, object input) => (await admin.PostAsync(
        $$"""mutation($input: PlacePurchaseOrderInput!) { placePurchaseOrder(input: $input) { purchaseOrder { {{OrderFields}} } errors { __typename } } }""",
        new { input })).At("data.placePurchaseOrder");

    private static async Task<JsonElement> ReceiveAsync(Visitor admin, object input) => (await admin.PostAsync(
        $$"""
        mutation($input: ReceiveGoodsInput!) {
          receiveGoods(input: $input) { purchaseOrder { {{OrderFields}} } errors { __typename ... on ValidationError { field } ... on WrongStateError { status } } }
        }
        """,
        new { input })).At("data.receiveGoods");

    /// <summary>The mails about a product that ran low, once there is one.</summary>
    private Task<string[]> MailsAsync(string sku) => Eventually.GetAsync<string[]>(async () =>
    {
        if (!Directory.Exists(Shop.Shop.Mailbox)) return null;
        List<string> found = [];
        foreach (var file in Directory.GetFiles(Shop.Shop.Mailbox, "low-stock.*.eml"))
        {
            var mail = await File.ReadAllTextAsync(file);
            if (mail.Contains($"({sku})", StringComparison.Ordinal)) found.Add(mail.ReplaceLineEndings(" "));
        }

        return found.Count > 0 ? [.. found] : null;
    }, "the mail about low stock");
}
