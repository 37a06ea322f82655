using CommerceKata.TestKit;

namespace CommerceKata.Telemetry.Tests;

/// <summary>What was done once is counted once, though some of it was asked for twice (R2.4, R4.4, R5.4).</summary>
internal sealed class CountTests
{
    [TestCase("orders_transitions_total{status='pending'}", 1)]
    [TestCase("orders_transitions_total{status='confirmed'}", 1)]
    [TestCase("orders_transitions_total{status='delivered'}", 1)]
    [TestCase("orders_units_sold_total", Scenario.Quantity)]
    [TestCase("orders_returns_total{status='refunded'}", 1)]
    [TestCase("checkout_duration_seconds_count{outcome='confirmed'}", 1)]
    [TestCase("checkout_duration_seconds_count{outcome='repeated'}", 1)]
    [TestCase("checkout_step_duration_seconds_count{step='charge', outcome='ok'}", 1)]
    [TestCase("billing_payments_total{status='succeeded'}", 1)]
    [TestCase("billing_refunds_total{status='succeeded'}", 1)]
    [TestCase("billing_charge_duration_seconds_count{outcome='succeeded'}", 1)]
    [TestCase("inventory_reservations_total{outcome='held'}", 1)]
    [TestCase("inventory_units_reserved_total", Scenario.Quantity)]
    [TestCase("inventory_units_received_total", 5)]
    [TestCase("inventory_reservations_ended_total{ending='settled'}", 1)]
    [TestCase("inventory_crossings_total{kind='ran_low'}", 1)]
    [TestCase("identity_registrations_total{outcome='registered'}", 1)]
    [TestCase("identity_guests_started_total", 1)]
    [TestCase("cart_created_total", 1)]
    [TestCase("cart_lines_added_total", 1)]
    [TestCase("catalog_search_duration_seconds_count{outcome='none'}", 1)]
    [TestCase("catalog_search_duration_seconds_count{outcome='found'}", 1)]
    [TestCase("notifications_emails_total{template='order-confirmed', outcome='sent'}", 1)]
    [TestCase("notifications_emails_total{template='refund-issued', outcome='sent'}", 1)]
    public async Task Day_is_counted_once(string expression, int expected) => await ShouldBecomeAsync($"sum({expression})", expected);

    [Test]
    public async Task Money_is_counted_to_the_cent()
    {
        await ShouldBecomeAsync("orders_revenue_minor_total{currency='USD'}", ObservedShop.Day.TotalMinor);
        await ShouldBecomeAsync("billing_captured_minor_total{currency='USD'}", ObservedShop.Day.TotalMinor);
        await ShouldBecomeAsync("billing_refunded_minor_total{currency='USD'}", ObservedShop.Day.RefundMinor);
    }

    [Test]
    public async Task Queues_are_empty_in_the_end_and_gave_nothing_up()
    {
        foreach (var expression in (string[])["sum(queue_depth)", "sum(queue_dead)"])
            await Eventually.HoldsAsync(async () => (await ObservedShop.Prometheus.QueryAsync(expression)) is [{ Value: 0 }], expression);
        (await ObservedShop.Prometheus.QueryAsync("queue_depth")).Select(series => series.Labels["queue"])
            .ShouldBeSubsetOf([.. (await ObservedShop.Prometheus.QueryAsync("queue_oldest_age_seconds")).Select(series => series.Labels["queue"])]);
    }

    /// <summary>The next scrape may still be to come; what is more than it should be stays so.</summary>
    private static async Task ShouldBecomeAsync(string expression, double expected)
    {
        var last = double.NaN;
        try
        {
            await Eventually.HoldsAsync(async () => (last = (await ObservedShop.Prometheus.QueryAsync(expression)) is [var only] ? only.Value : double.NaN) >= expected, expression, TimeSpan.FromSeconds(10));
        }
        catch (TimeoutException)
        {
            // What it is instead is said below.
        }

        last.ShouldBe(expected, expression);
    }
}
