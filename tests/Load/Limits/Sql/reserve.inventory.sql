-- One unit of one product for everybody: ReservationStore.ReserveAsync.
WITH wanted AS (
    SELECT * FROM unnest(ARRAY[:product]::uuid[], ARRAY[1]) AS w (product_id, quantity)),
held AS MATERIALIZED (
    SELECT product_id, on_hand - reserved AS available FROM stock WHERE product_id = ANY(ARRAY[:product]::uuid[])
    ORDER BY product_id FOR NO KEY UPDATE),
short AS MATERIALIZED (
    SELECT w.product_id, w.quantity AS requested, COALESCE(h.available, 0) AS available
    FROM wanted w LEFT JOIN held h USING (product_id) WHERE w.quantity > COALESCE(h.available, 0)),
taken AS (
    INSERT INTO reservation (order_id, session_id, status, expires_at)
    SELECT load.uuid7(), load.uuid7(), 'ACTIVE', clock_timestamp() + make_interval(secs => 900) WHERE NOT EXISTS (SELECT FROM short)
    ON CONFLICT DO NOTHING RETURNING order_id, expires_at),
lines AS (
    INSERT INTO reservation_line (order_id, product_id, quantity)
    SELECT t.order_id, w.product_id, w.quantity FROM taken t CROSS JOIN wanted w),
shelf AS (
    UPDATE stock s SET reserved = s.reserved + w.quantity FROM taken t CROSS JOIN wanted w WHERE s.product_id = w.product_id)
SELECT expires_at, NULL::uuid AS product_id, 0 AS requested, 0 AS available FROM taken
UNION ALL SELECT NULL, product_id, requested, available FROM short;
