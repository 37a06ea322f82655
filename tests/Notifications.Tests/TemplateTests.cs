using Commerce.Orders.V1;

namespace CommerceKata.Notifications.Tests;

internal sealed class TemplateTests
{
    private static readonly EmailTemplates Templates = new();

    [Test]
    public void Values_are_escaped_in_HTML_and_plain_in_text()
    {
        var order = Shop.NewOrder(product: "<script>alert('owned')</script> & more");
        order.Address.Name = "\"><img src=x>";
        order.ShippingOption = "{{ total }}";
        var content = Render(order);
        content.Html.ShouldNotContain("<script");
        content.Html.ShouldNotContain("<img");
        content.Html.ShouldContain("&lt;script&gt;alert(&#x27;owned&#x27;)&lt;/script&gt; &amp; more");
        content.Text.ShouldContain("1 x <script>alert('owned')</script> & more at 49.00 USD: 49.00 USD\n");
        content.Text.ShouldContain("Shipping ({{ total }}): 5.95 USD");
    }

    [Test]
    public void Line_break_in_a_value_does_not_leave_the_subject()
    {
        var order = Shop.NewOrder();
        order.Number = "CK-1\r\nBcc: spy@example.com";
        Render(order).Subject.ShouldBe("Your order CK-1");
    }

    [Test]
    public void Money_is_written_with_the_digits_of_its_currency()
    {
        var order = Shop.NewOrder();
        order.Total = new Google.Type.Money { CurrencyCode = "JPY", Units = 12500 };
        Render(order).Text.ShouldContain("Total: 12500 JPY\n");
    }

    [Test]
    public void Empty_parts_of_an_address_take_no_room()
    {
        var order = Shop.NewOrder();
        order.Address.Region = "";
        Render(order).Text.ShouldContain("\nDana Example\n1 Test Street\nSpringfield 97477\nUS\n");
    }

    [Test]
    public async Task Preview_prints_a_mail_and_saves_both_forms()
    {
        using var mailbox = new Mailbox();
        await using var output = new StringWriter();
        (await Preview.RunAsync(["order-confirmed"], output)).ShouldBe(0);
        output.ToString().ShouldStartWith("Subject: Your order CK-7F3K-2M9Q is confirmed");
        (await Preview.RunAsync(["order-confirmed", mailbox.Folder], output)).ShouldBe(0);
        mailbox.Files.ShouldBe(["order-confirmed.txt", "order-confirmed.html"], ignoreOrder: true);
    }

    [Test]
    public async Task Preview_of_an_unknown_template_says_which_there_are()
    {
        await using var output = new StringWriter();
        (await Preview.RunAsync(["nothing"], output)).ShouldBe(2);
        output.ToString().ShouldContain("order-confirmed");
    }

    private static EmailContent Render(Order order) => Templates.Render("order-confirmed", OrderConfirmedMail.From(order));
}
