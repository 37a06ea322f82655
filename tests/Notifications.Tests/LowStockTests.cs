using Commerce.Events.V1;
using Commerce.Inventory.V1;
using Google.Protobuf;

namespace CommerceKata.Notifications.Tests;

/// <summary>FB.2: the admins hear of low stock, each once per crossing.</summary>
internal sealed class LowStockTests
{
    private static readonly EmailTemplates Templates = new();

    [Test]
    public async Task Crossing_is_one_mail_to_each_admin_however_often_it_is_told()
    {
        using var mailbox = new Mailbox();
        await using var shop = await Shop.OpenAsync(
            mailbox.Setting, ("Mail:Admins:0", "ada@example.com"), ("Mail:Admins:1", "grace@example.com"));
        var fact = RanLow();
        var told = Told(fact);
        // The same event again, and the same crossing under another event's id, as a dead letter of old may come.
        (await shop.DeliverAsync(told, told, Told(fact))).ShouldBeEmpty();
        await shop.AllSentAsync(2);
        var emails = await shop.EmailsAsync();
        emails.Select(email => email.To).ShouldBe(["ada@example.com", "grace@example.com"], ignoreOrder: true);
        emails.ShouldAllBe(email => email.Template == "low-stock" && email.Subject == "Low stock: Kettle");
        mailbox.Files.ShouldNotContain(file => file.Contains("ada", StringComparison.Ordinal));

        (await shop.DeliverAsync(Told(RanLow()))).ShouldBeEmpty();
        await shop.AllSentAsync(4);
    }

    [Test]
    public async Task Shop_that_names_no_admins_takes_the_event_and_sends_nothing()
    {
        using var mailbox = new Mailbox();
        await using var shop = await Shop.OpenAsync(mailbox.Setting);
        (await shop.DeliverAsync(Told(RanLow()))).ShouldBeEmpty();
        (await shop.EmailsAsync()).ShouldBeEmpty();
    }

    [Test]
    public void Mail_says_what_is_left_and_what_is_suggested()
    {
        var content = Render(RanLow());
        content.Text.ShouldContain("Kettle (KET-1) has run low: 4 left to sell, and its threshold is 5.\n\nSuggested: a purchase order of 11.");
        content.Text.ShouldNotContain("On order");
        content.Html.ShouldContain("<strong>11</strong>");
    }

    [Test]
    public void Mail_of_a_product_with_enough_on_order_says_so()
    {
        var content = Render(new(RanLow()) { PurchaseOrderId = "", SuggestedQuantity = 0, OnOrder = 30 });
        content.Text.ShouldContain("On order: 30.\nNothing more needs to be ordered.");
        content.Html.ShouldContain("Nothing more needs to be ordered.");
        content.Html.ShouldNotContain("Suggested");
    }

    [Test]
    public void Product_without_a_name_is_told_by_its_id()
    {
        var fact = new StockRanLow(RanLow()) { Name = "", Sku = "" };
        Render(fact).Text.ShouldContain($"{fact.ProductId} has run low");
    }

    [Test]
    public void Values_are_escaped_in_HTML() =>
        Render(new(RanLow()) { Name = "<img src=x>" }).Html.ShouldContain("<strong>&lt;img src=x&gt;</strong>");

    private static EmailContent Render(StockRanLow fact) => Templates.Render("low-stock", LowStockMail.From(fact));

    private static StockRanLow RanLow() => new()
    {
        ProductId = Guid.CreateVersion7().ToString(), Available = 4, Threshold = 5, PurchaseOrderId = Guid.CreateVersion7().ToString(),
        SuggestedQuantity = 11, Sku = "KET-1", Name = "Kettle", CrossingId = Guid.CreateVersion7().ToString(),
    };

    private static Event Told(StockRanLow fact) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        Type = StockRanLow.Descriptor.FullName,
        AggregateType = "product",
        AggregateId = fact.ProductId,
        Payload = fact.ToByteString(),
    };
}
