-- What can be sold of each product, for the Cart, then of the cart's one, then of its two: InventoryStore.GetAvailabilityAsync.
\set n random(0, :products - 1)
SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY((SELECT page[1:1] FROM load.ware WHERE n = :n)::uuid[]);
SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY((SELECT page[2:2] FROM load.ware WHERE n = :n)::uuid[]);
SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY((SELECT page[1:1] FROM load.ware WHERE n = :n)::uuid[]);
SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY((SELECT page[1:2] FROM load.ware WHERE n = :n)::uuid[]);
-- One unit of each for an order: ReservationStore.ReserveAsync.
SELECT load.uuid7() AS order_id, load.uuid7() AS event, page[1] AS first, page[2] AS second FROM load.ware WHERE n = :n \gset
WITH wanted AS (
    SELECT * FROM unnest(ARRAY[:first, :second]::uuid[], ARRAY[1, 1]) AS w (product_id, quantity)),
held AS MATERIALIZED (
    SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY(ARRAY[:first, :second]::uuid[])
    ORDER BY product_id FOR NO KEY UPDATE),
short AS MATERIALIZED (
    SELECT w.product_id, w.quantity AS requested, COALESCE(h.available, 0) AS available
    FROM wanted w LEFT JOIN held h USING (product_id) WHERE w.quantity > COALESCE(h.available, 0)),
taken AS (
    INSERT INTO reservation (order_id, session_id, status, expires_at)
    SELECT :order_id, load.uuid7(), 'ACTIVE', clock_timestamp() + make_interval(secs => 900) WHERE NOT EXISTS (SELECT FROM short)
    ON CONFLICT DO NOTHING RETURNING order_id, expires_at),
lines AS (
    INSERT INTO reservation_line (order_id, product_id, quantity)
    SELECT t.order_id, w.product_id, w.quantity FROM taken t CROSS JOIN wanted w),
shelf AS (
    UPDATE stock s SET reserved = s.reserved + w.quantity FROM taken t CROSS JOIN wanted w WHERE s.product_id = w.product_id)
SELECT expires_at, NULL::uuid AS product_id, 0 AS requested, 0 AS available FROM taken
UNION ALL SELECT NULL, product_id, requested, available FROM short;
-- OrderConfirmed: ReservationStore.EndAsync.
\startpipeline
BEGIN;
WITH line AS (
    SELECT order_id, product_id, quantity FROM reservation_line WHERE order_id = ANY(ARRAY[:order_id]::uuid[])),
held AS MATERIALIZED (
    SELECT product_id FROM stock WHERE product_id IN (SELECT product_id FROM line)
    ORDER BY product_id FOR NO KEY UPDATE),
moved AS (
    UPDATE reservation r SET status = 'SETTLED', ended_at = now() FROM (SELECT count(*) FROM held) AS all_are_held
    WHERE r.order_id = ANY(ARRAY[:order_id]::uuid[]) AND r.status = 'ACTIVE' RETURNING r.order_id),
units AS (
    SELECT product_id, sum(quantity)::int AS quantity FROM line JOIN moved USING (order_id) GROUP BY product_id),
shelf AS (
    UPDATE stock s SET on_hand = s.on_hand - u.quantity, reserved = s.reserved - u.quantity
    FROM units u WHERE s.product_id = u.product_id),
ledger AS (
    INSERT INTO stock_movement (product_id, on_hand, reason, reference)
    SELECT product_id, -quantity, 'SOLD', order_id FROM line JOIN moved USING (order_id))
SELECT count(*)::int FROM moved;
\endpipeline
\startpipeline
INSERT INTO inbox (event_id) VALUES (:event);
COMMIT;
\endpipeline
