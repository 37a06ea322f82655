DELETE FROM stock_crossing WHERE seq = $1 AND attempts = $2;

INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING;

INSERT INTO purchase_order (id, product_id, status, quantity) VALUES ($1, $2, 'SUGGESTED', $3)
ON CONFLICT (product_id) WHERE status = 'SUGGESTED' DO NOTHING;

INSERT INTO reservation (order_id, status, ended_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING;

INSERT INTO stock_receipt (id) VALUES ($1) ON CONFLICT DO NOTHING;

SELECT 'outbox to ' || d.name AS queue,
    (SELECT count(*) FROM outbox o WHERE o.destination = d.name) AS depth,
    COALESCE((SELECT EXTRACT(EPOCH FROM now() - min(o.occurred_at)) FROM outbox o WHERE o.destination = d.name), 0)::float8 AS oldest_seconds,
    (SELECT count(*) FROM dead_letter l WHERE l.destination = d.name) AS dead
FROM unnest(ARRAY['Notifications', 'Catalog']) AS d (name);

SELECT 1;

SELECT count(*)::int FROM purchase_order WHERE status = ANY($1);

SELECT count(*)::int FROM purchase_order WHERE true;

SELECT count(*)::int FROM stock WHERE on_hand - reserved < threshold;

SELECT damaged FROM stock WHERE product_id = $1;

SELECT id, destination, type, aggregateid, attempts, last_error, died_at
FROM dead_letter ORDER BY died_at DESC LIMIT $1;

SELECT order_id FROM reservation WHERE status = 'ACTIVE' AND expires_at <= now() ORDER BY expires_at LIMIT $1;

SELECT product_id, on_hand, reserved, damaged, threshold FROM stock WHERE on_hand - reserved < threshold 
ORDER BY on_hand - reserved ASC, product_id ASC LIMIT $1;

SELECT product_id, on_hand, reserved, damaged, threshold FROM stock WHERE product_id = ANY($1);

SELECT purchase_order_id, quantity FROM goods_receipt WHERE id = $1;

SELECT r.status = 'ACTIVE' AND r.expires_at > now() AS holds, r.expires_at, l.product_id, COALESCE(l.quantity, 0) AS quantity
FROM reservation r LEFT JOIN reservation_line l USING (order_id) WHERE r.order_id = $1;

SELECT s.sku, s.name, s.on_hand - s.reserved AS available, s.threshold,
    (SELECT COALESCE(sum(quantity - received), 0) FROM purchase_order o
     WHERE o.product_id = s.product_id AND o.status IN ('PLACED', 'PARTIALLY_RECEIVED')) AS on_order
FROM stock s WHERE s.product_id = $1;

SELECT seq, id, product_id, status, quantity, received, created_at, confirmed_at, expected_at FROM purchase_order WHERE id = $1;

SELECT seq, id, product_id, status, quantity, received, created_at, confirmed_at, expected_at FROM purchase_order WHERE id = ANY($1);

SELECT seq, id, product_id, status, quantity, received, created_at, confirmed_at, expected_at FROM purchase_order WHERE product_id = $1 AND status = 'SUGGESTED';

SELECT seq, id, product_id, status, quantity, received, created_at, confirmed_at, expected_at FROM purchase_order WHERE status = ANY($1)  ORDER BY seq DESC LIMIT $2;

SELECT seq, id, product_id, status, quantity, received, created_at, confirmed_at, expected_at FROM purchase_order WHERE true  ORDER BY seq DESC LIMIT $1;

SELECT status FROM reservation WHERE order_id = $1;

UPDATE purchase_order SET status = 'PLACED', placed_at = now() WHERE id = $1 AND status = 'SUGGESTED';

UPDATE reservation SET expires_at = now() WHERE order_id = $1;

UPDATE stock SET threshold = $1 WHERE product_id = $2 RETURNING product_id, on_hand, reserved, damaged, threshold;

WITH changed AS (
    UPDATE stock SET on_hand = on_hand + $1
    WHERE product_id = $2 AND on_hand + $1 BETWEEN reserved AND $3 RETURNING product_id, on_hand, reserved, damaged, threshold),
ledger AS (
    INSERT INTO stock_movement (product_id, on_hand, reason, reference, note)
    SELECT product_id, $1, $4, $5, $6 FROM changed)
SELECT product_id, on_hand, reserved, damaged, threshold FROM changed;

WITH due AS (
    SELECT seq FROM outbox WHERE destination = $1 AND due_at <= now()
    ORDER BY due_at, seq LIMIT $2 FOR UPDATE SKIP LOCKED)
UPDATE outbox q SET attempts = q.attempts + 1, due_at = now() + $3
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.id, q.aggregatetype, q.aggregateid, q.type, q.payload, q.traceparent, q.occurred_at;

WITH due AS (
    SELECT seq FROM stock_crossing WHERE true AND due_at <= now()
    ORDER BY due_at, seq LIMIT $1 FOR UPDATE SKIP LOCKED)
UPDATE stock_crossing q SET attempts = q.attempts + 1, due_at = now() + $2
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.id, q.product_id, q.kind, q.available, q.threshold;

WITH held AS MATERIALIZED (
    SELECT product_id FROM stock WHERE product_id = (SELECT product_id FROM purchase_order WHERE id = $1) FOR NO KEY UPDATE),
received AS (
    UPDATE purchase_order p SET received = p.received + $2,
        status = CASE WHEN p.received + $2 = p.quantity THEN 'RECEIVED' ELSE 'PARTIALLY_RECEIVED' END
    FROM (SELECT count(*) FROM held) AS shelf_is_held
    WHERE p.id = $1 AND p.status IN ('PLACED', 'PARTIALLY_RECEIVED') AND p.received + $2 <= p.quantity
        AND NOT EXISTS (SELECT FROM goods_receipt WHERE id = $3)
    RETURNING p.*),
receipt AS (
    INSERT INTO goods_receipt (id, purchase_order_id, quantity) SELECT $3, id, $2 FROM received),
shelf AS (
    UPDATE stock s SET on_hand = s.on_hand + $2 FROM received r WHERE s.product_id = r.product_id),
ledger AS (
    INSERT INTO stock_movement (product_id, on_hand, reason, reference)
    SELECT product_id, $2, $4, $3 FROM received)
SELECT seq, id, product_id, status, quantity, received, created_at, confirmed_at, expected_at FROM received;

WITH instead AS (
    UPDATE purchase_order SET status = 'CANCELLED' WHERE product_id = $1 AND status = 'SUGGESTED')
INSERT INTO purchase_order (id, product_id, status, quantity, placed_at)
SELECT $2, product_id, 'PLACED', $3, now() FROM stock WHERE product_id = $1
RETURNING seq, id, product_id, status, quantity, received, created_at, confirmed_at, expected_at;

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
    INSERT INTO stock (product_id, on_hand, threshold, sku, name) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING RETURNING product_id, on_hand)
INSERT INTO stock_movement (product_id, on_hand, reason, reference)
SELECT product_id, on_hand, $6, product_id FROM opened WHERE on_hand <> 0;

insert into "schemaversions" (ScriptName, Applied) values ($1, $2);
