using CommerceKata.ServiceDefaults.Data;
using Microsoft.Extensions.Options;

namespace CommerceKata.Orders;

/// <summary>
/// Blanks the personal data of orders that were never paid. The rows stay, with what was wanted and how it went; of the address the country.
/// </summary>
internal sealed class OrderCleaner(Database database, IOptions<OrdersOptions> options, TimeProvider time, ILogger<OrderCleaner> log)
    : Cleaner("orders that were never paid", database, time, log)
{
    /// <inheritdoc />
    protected override IEnumerable<Retention> Retentions { get; } =
    [
        new("orders that were never paid lost their personal data", options.Value.KeepUnpaid, $"""
            UPDATE orders SET blanked_at = now(), email = '', payment_method = '', client_address = NULL, radar_session = NULL,
                address = (SELECT jsonb_object_agg(key, CASE WHEN key = 'country_code' THEN value ELSE '""'::jsonb END) FROM jsonb_each(address))
            WHERE id IN (
                SELECT id FROM orders
                WHERE blanked_at IS NULL AND {OrdersStore.NeverPaid} AND placed_at < @Before AND due_at = 'infinity'
                ORDER BY placed_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            """),
    ];
}
