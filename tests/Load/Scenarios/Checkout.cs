using CommerceKata.Standalone;

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

    public override double Requests => 5;

    public override IReadOnlyList<(string Script, double Times)> Sql => [("checkout", 1), ("guest", 1)];

    /// <summary>As many confirmed orders, charges and emails, and twice as many units sold; nothing left on its way.</summary>
    public override IReadOnlyList<Count> Counts =>
    [
        new("confirmed orders", "orders", "SELECT count(*) FROM orders WHERE status = 'CONFIRMED'", 1),
        new("payments", "billing", "SELECT count(*) FROM payment WHERE status = 'Succeeded'", 1),
        new("reservations settled", "inventory", "SELECT count(*) FROM reservation WHERE status = 'SETTLED'", 1),
        new("units sold", "inventory", "SELECT COALESCE(-sum(on_hand), 0) FROM stock_movement WHERE reason = 'SOLD'", 2),
        new("emails sent", "notifications", "SELECT count(*) FROM email WHERE template = 'order-confirmed' AND status = 'SENT'", 1),
        new("carts told of what was bought", "cart", "SELECT count(*) FROM inbox", 1),
        new("orders without an end", "orders", "SELECT count(*) FROM orders WHERE due_at < 'infinity'", 0),
        new("events of Orders on their way", "orders", "SELECT count(*) FROM outbox", 0),
        new("emails on their way", "notifications", "SELECT count(*) FROM email WHERE status = 'QUEUED'", 0),
        Reserve.Differences,
    ];

    private sealed class Visitor(Stage stage, int number) : IVisitor
    {
        private const int Tries = 5;

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
            using var bought = await BuyAsync(Door.Body(Mutation, new { input }), token);
            bought.Check(bought.Data.At("checkout.order.status").ValueEquals("CONFIRMED") && bought.Data.At("checkout.order.lines").GetArrayLength() == 2, "a confirmed order");
        }

        /// <summary>Whoever gets no answer in time does not know what became of it, and asks again with the same key.</summary>
        private async Task<Answer> BuyAsync(byte[] body, string token)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await stage.Door.AskAsync(body, token);
                }
                catch (LoadException error) when (attempt < Tries && error.Code == "TIMEOUT")
                {
                    // The time of all tries is this operation's.
                }
            }
        }
    }
}
