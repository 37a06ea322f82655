using CommerceKata.ServiceDefaults;
using CsCheck;

namespace CommerceKata.Orders.Tests;

/// <summary>What returns give back, over random orders that go back bit by bit (FC.3).</summary>
internal sealed class RefundAmountTests
{
    /// <summary>Lines of some units that cost something together, which need not divide by them; and the shipping.</summary>
    private static readonly Gen<((int Bought, long Paid)[] Lines, long Shipping, long Step)> AnyOrder = Gen.Select(
        Gen.Select(Gen.Int[1, 12], Gen.Long[0, 100_000]).Array[1, 5], Gen.Long[0, 5_000],
        Gen.OneOf(Gen.Const(1L), Gen.Const(10L), Gen.Const(100L)),
        (lines, shipping, step) =>
            (lines.Select(line => (line.Item1, line.Item2 * step)).ToArray(), shipping * step, step));

    [Test]
    public void Order_that_comes_back_bit_by_bit_gives_back_to_the_cent_what_was_paid() =>
        Gen.Select(AnyOrder, Gen.Int[0, 999].Array[80]).Sample((order, picks) =>
        {
            var before = new int[order.Lines.Length];
            long refunded = 0;
            var paid = order.Lines.Sum(line => line.Paid) + order.Shipping;
            foreach (var now in Portions(order.Lines, picks))
            {
                var refund = RefundAmount.Of(LinesOf(order.Lines, before, now), order.Shipping, order.Step);
                refund.ShouldBeGreaterThanOrEqualTo(0);
                (refund % order.Step).ShouldBe(0);
                refunded += refund;
                refunded.ShouldBeLessThanOrEqualTo(paid);
                for (var i = 0; i < now.Length; i++) before[i] += now[i];
                if (before.Sum() < order.Lines.Sum(line => line.Bought)) refunded.ShouldBeLessThanOrEqualTo(paid - order.Shipping);
            }

            before.ShouldBe(order.Lines.Select(line => line.Bought));
            refunded.ShouldBe(paid);
        });

    [Test]
    public void Unit_gives_back_its_price_to_within_a_cent() =>
        Gen.Select(Gen.Int[1, 12], Gen.Long[0, 100_000]).SelectMany(line => Gen.Select(Gen.Const(line), Gen.Int[0, line.Item1 - 1])).Sample((line, before) =>
        {
            var refund = RefundAmount.Of([new(line.Item1, line.Item2, before, 1), new(1, 0, 0, 0)], 0, 1);
            Math.Abs((refund * line.Item1) - line.Item2).ShouldBeLessThan(line.Item1);
        });

    [Test]
    public void Shipping_goes_back_with_the_last_unit_only()
    {
        RefundAmount.Of([new(2, 1_000, 0, 1), new(1, 700, 0, 1)], 490, 1).ShouldBe(1_200);
        RefundAmount.Of([new(2, 1_000, 1, 1), new(1, 700, 1, 0)], 490, 1).ShouldBe(990);
        RefundAmount.Of([new(2, 1_000, 0, 2), new(1, 700, 0, 1)], 490, 1).ShouldBe(2_190);
        RefundAmount.Of([new(2, 1_000, 2, 0), new(1, 700, 1, 0)], 490, 1).ShouldBe(0);
    }

    [Test]
    public void Share_is_a_multiple_of_what_can_be_charged_and_the_last_one_brings_the_rest()
    {
        // Three for 1.000 KWD together: 0.330, 0.330 and 0.340.
        RefundAmount.Of([new(3, 1_000, 0, 1), new(1, 500, 0, 0)], 0, 10).ShouldBe(330);
        RefundAmount.Of([new(3, 1_000, 1, 1), new(1, 500, 0, 0)], 0, 10).ShouldBe(330);
        RefundAmount.Of([new(3, 1_000, 2, 1), new(1, 500, 0, 0)], 0, 10).ShouldBe(340);
    }

    [Test]
    public void Largest_line_of_every_currency_can_be_shared()
    {
        foreach (var currency in Currencies.All)
        {
            var paid = currency.MaxPrice * CheckoutInput.MaxQuantity;
            RefundAmount.Of([new(CheckoutInput.MaxQuantity, paid, 0, 1), new(1, 0, 0, 0)], 0, currency.Step)
                .ShouldBe(currency.MaxPrice);
        }
    }

    /// <summary>The units of an order in random portions, until nothing is left.</summary>
    private static IEnumerable<int[]> Portions((int Bought, long Paid)[] lines, int[] picks)
    {
        var left = lines.Select(line => line.Bought).ToArray();
        for (var turn = 0; left.Sum() > 0; turn++)
        {
            var now = left.Select((units, i) => picks[((turn * lines.Length) + i) % picks.Length] % (units + 1)).ToArray();
            if (now.Sum() == 0) now[Array.FindIndex(left, units => units > 0)] = 1;
            for (var i = 0; i < now.Length; i++) left[i] -= now[i];
            yield return now;
        }
    }

    private static RefundLine[] LinesOf((int Bought, long Paid)[] lines, int[] before, int[] now) =>
        [.. lines.Select((line, i) => new RefundLine(line.Bought, line.Paid, before[i], now[i]))];
}
