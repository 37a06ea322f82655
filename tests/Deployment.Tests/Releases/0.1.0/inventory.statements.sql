INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING;

INSERT INTO reservation (order_id, status, ended_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING;

SELECT 1;

SELECT order_id FROM reservation WHERE status = 'ACTIVE' AND expires_at <= now() ORDER BY expires_at LIMIT $1;

SELECT r.status = 'ACTIVE' AND r.expires_at > now() AS holds, r.expires_at, l.product_id, COALESCE(l.quantity, 0) AS quantity
FROM reservation r LEFT JOIN reservation_line l USING (order_id) WHERE r.order_id = $1;

SELECT status FROM reservation WHERE order_id = $1;

UPDATE reservation SET expires_at = now() WHERE order_id = $1;

WITH line AS (
    SELECT order_id, product_id, quantity FROM reservation_line WHERE order_id = ANY($1)),
held AS MATERIALIZED (
    SELECT product_id FROM stock WHERE product_id IN (SELECT product_id FROM line)
    ORDER BY product_id FOR NO KEY UPDATE),
moved AS (
    UPDATE reservation r SET status = $2, ended_at = now() FROM (SELECT count(*) FROM held) AS all_are_held
    WHERE r.order_id = ANY($1) AND r.status = $3 RETURNING r.order_id),
units AS (
    SELECT product_id, sum(quantity)::int AS quantity FROM line JOIN moved USING (order_id) GROUP BY product_id),
shelf AS (
    UPDATE stock s SET on_hand = s.on_hand + $4 * u.quantity, reserved = s.reserved + $5 * u.quantity
    FROM units u WHERE s.product_id = u.product_id),
ledger AS (
    INSERT INTO stock_movement (product_id, on_hand, reason, reference)
    SELECT product_id, $4 * quantity, $6, order_id FROM line JOIN moved USING (order_id) WHERE $4 <> 0)
SELECT count(*)::int FROM moved;

WITH opened AS (
    INSERT INTO stock (product_id, on_hand, threshold) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING RETURNING product_id, on_hand)
INSERT INTO stock_movement (product_id, on_hand, reason, reference)
SELECT product_id, on_hand, $4, product_id FROM opened WHERE on_hand <> 0;

insert into "schemaversions" (ScriptName, Applied) values ($1, $2);
