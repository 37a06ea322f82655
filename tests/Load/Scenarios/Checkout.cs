using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.Load.Scenarios;

/// <summary>A whole purchase: a new guest, two products, what delivery costs, the payment, the confirmed order.</summary>
internal sealed class Checkout : Scenario
{
    private const string Options = "query Options($address: AddressInput!) { shippingOptions(address: $address) { id name price { amount currency } } }";

    private const string Mutation = """
        mutation Buy($input: CheckoutInput!) {
          checkout(input: $input) {
            order { id number status total { amount currency } lines { name quantity } payment { brand last4 } }
            errors { __typename ... on Error { message } }
          }
        }
        """;

    private static readonly object Address = new { name = "Ada Lovelace", line1 = "12 Analytical Way", city = "Portland", region = "OR", postalCode = "97201", countryCode = "US" };
    private static readonly byte[] OptionsBody = Door.Body(Options, new { address = Address });

    public override string Name => "checkout";

    public override IVisitor NewVisitor(Stage stage, int number) => new Visitor(stage, number);

    /// <summary>Once everything behind the answers has been done: as many confirmed orders, charges and emails, and twice as many units sold.</summary>
    public override async Task<IReadOnlyList<string>> CheckAsync(Stage stage, long done)
    {
        const string sold = "SELECT COALESCE(-sum(on_hand), 0) FROM stock_movement WHERE reason = 'SOLD'";
        const string off = """
            SELECT count(*) FROM stock s WHERE reserved <> 0
                OR on_hand <> (SELECT sum(m.on_hand) FROM stock_movement m WHERE m.product_id = s.product_id)
            """;
        (string What, string Database, string Sql, long Right)[] counts =
        [
            ("confirmed orders", "orders", "SELECT count(*) FROM orders WHERE status = 'CONFIRMED' AND number NOT LIKE 'PAST-%'", done),
            ("payments", "billing", "SELECT count(*) FROM payment WHERE status = 'SUCCEEDED'", done),
            ("units sold", "inventory", sold, 2 * done),
            ("emails sent", "notifications", "SELECT count(*) FROM email WHERE template = 'order-confirmed' AND status = 'SENT'", done),
            ("events of Orders on their way", "orders", "SELECT count(*) FROM outbox", 0),
            ("stock counts that differ from their ledger", "inventory", off, 0),
        ];
        var found = new long[counts.Length];
        try
        {
            await Eventually.HoldsAsync(async () =>
            {
                // The long one last, and only when the others agree.
                for (var i = 0; i < counts.Length; i++)
                {
                    found[i] = await stage.Database(counts[i].Database, counts[i].Sql);
                    if (found[i] != counts[i].Right) return false;
                }

                return true;
            }, "the work behind the answers", TimeSpan.FromMinutes(5));
        }
        catch (TimeoutException)
        {
            return [.. counts.Zip(found).Where(each => each.First.Right != each.Second).Select(each => $"{each.Second} {each.First.What}, not {each.First.Right}")];
        }

        return [];
    }

    private sealed class Visitor(Stage stage, int number) : IVisitor
    {
        private readonly byte[][] _adding = [.. stage.Products.Select(id => Door.Body(AddToCart.Mutation, new { id }))];
        private int _turn = number * 61;

        public async Task ActAsync()
        {
            var token = await stage.Door.GuestAsync();
            for (var item = 1; item <= 2; item++)
            {
                using var cart = await stage.Door.AskAsync(_adding[_turn++ % _adding.Length], token);
                cart.Check(cart.Data.At("addToCart.cart.totalQuantity").GetInt32() == item, "the cart");
            }

            using var options = await stage.Door.AskAsync(OptionsBody, token);
            var input = new
            {
                idempotencyKey = Guid.NewGuid(),
                email = "ada@example.com",
                address = Address,
                shippingOptionId = options.Data.GetProperty("shippingOptions")[0].GetProperty("id").GetString(),
                paymentMethod = "pm_card_visa",
            };
            using var bought = await stage.Door.AskAsync(Door.Body(Mutation, new { input }), token);
            bought.Check(bought.Data.At("checkout.order.status").ValueEquals("CONFIRMED") && bought.Data.At("checkout.order.lines").GetArrayLength() == 2, "a confirmed order");
        }
    }
}
