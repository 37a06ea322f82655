using Commerce.Inventory.V1;
using Commerce.Notifications.V1;
using Commerce.Orders.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs.Shared;

namespace CommerceKata.Gateway.Tests;

/// <summary>Each thing that may stand in the way of a change says so in its own words, whatever its state.</summary>
internal sealed class WrongStateTests
{
    private static readonly IReadOnlyDictionary<string, string>[] All =
        [WrongStates.OfOrder, WrongStates.OfReturn, WrongStates.OfPurchaseOrder, WrongStates.OfEmail];

    [Test]
    public void Every_status_has_words()
    {
        WrongStates.OfOrder.Keys.ShouldBe(
            [.. Statuses<OrderStatus>(), "RETURN_WINDOW_OVER", "RETURN_REQUESTED"], ignoreOrder: true);
        WrongStates.OfReturn.Keys.ShouldBe(Statuses<ReturnStatus>(), ignoreOrder: true);
        WrongStates.OfPurchaseOrder.Keys.ShouldBe(Statuses<PurchaseOrderStatus>(), ignoreOrder: true);
        WrongStates.OfEmail.Keys.ShouldBe(Statuses<EmailStatus>(), ignoreOrder: true);
    }

    [Test]
    public void Words_name_the_thing_and_not_its_status()
    {
        foreach (var (words, thing) in All.Zip(["order", "return", "purchase order", "email"]))
        {
            foreach (var (status, message) in words)
            {
                message.ShouldContain(thing, Case.Sensitive, status);
                message.ShouldNotContain(status, Case.Sensitive);
                message.ShouldEndWith(".", Case.Sensitive, status);
            }
        }

        All.SelectMany(words => words.Values).ShouldBeUnique();
    }

    [Test]
    public void Status_of_a_later_version_names_the_thing_too()
    {
        Message(WrongStates.PurchaseOrder(null, "LOST"))
            .ShouldBe("The state of this purchase order does not allow it. Read it again.");
        Message(WrongStates.Email("LOST")).ShouldBe("The state of this email does not allow it. Read it again.");
    }

    private static string Message(Payload payload) => ((WrongStateError)payload.Errors!.Single()).Message;

    private static IEnumerable<string> Statuses<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Where(status => Convert.ToInt32(status, null) != 0)
            .Select(status => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString()));
}
