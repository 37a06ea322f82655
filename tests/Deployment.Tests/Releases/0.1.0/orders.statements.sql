INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING;

SELECT 'outbox to ' || d.name AS queue,
    (SELECT count(*) FROM outbox o WHERE o.destination = d.name) AS depth,
    COALESCE((SELECT EXTRACT(EPOCH FROM now() - min(o.occurred_at)) FROM outbox o WHERE o.destination = d.name), 0)::float8 AS oldest_seconds,
    (SELECT count(*) FROM dead_letter l WHERE l.destination = d.name) AS dead
FROM unnest(ARRAY['Inventory', 'Cart', 'Notifications']) AS d (name);

SELECT 1;

SELECT 1 FROM orders WHERE id = $1 AND due_at < 'infinity' LIMIT 1;

SELECT 1 FROM outbox WHERE aggregateid = $1::text LIMIT 1;

SELECT q.seq, q.attempts, q.id, q.number, q.user_id, q.idempotency_key, q.fingerprint, q.status AS status_text, q.cart_id, q.cart_version,
q.currency, q.subtotal_minor, q.shipping_minor, q.shipping_option_id, q.shipping_option, q.email, q.address, q.payment_method,
q.placed_at, q.pay_by, q.payment_status, q.payment_brand, q.payment_last4, q.decline_code, q.decline_message, q.short_lines,
q.refunded_minor, q.tracking_number,
(SELECT json_agg(l ORDER BY l.position) FROM order_line l WHERE l.order_id = q.id) AS lines,
(SELECT json_agg(e ORDER BY e.id) FROM order_event e WHERE e.order_id = q.id) AS history FROM orders q WHERE q.id = $1;

SELECT q.seq, q.attempts, q.id, q.number, q.user_id, q.idempotency_key, q.fingerprint, q.status AS status_text, q.cart_id, q.cart_version,
q.currency, q.subtotal_minor, q.shipping_minor, q.shipping_option_id, q.shipping_option, q.email, q.address, q.payment_method,
q.placed_at, q.pay_by, q.payment_status, q.payment_brand, q.payment_last4, q.decline_code, q.decline_message, q.short_lines,
q.refunded_minor, q.tracking_number,
(SELECT json_agg(l ORDER BY l.position) FROM order_line l WHERE l.order_id = q.id) AS lines,
(SELECT json_agg(e ORDER BY e.id) FROM order_event e WHERE e.order_id = q.id) AS history FROM orders q WHERE q.user_id = $1 AND q.idempotency_key = $2;

UPDATE orders SET due_at = now(), attempts = attempts + 1 WHERE id = $1;

UPDATE orders SET refunded_minor = $1 WHERE id = $2 AND refunded_minor < $1;

WITH due AS (
    SELECT seq FROM orders WHERE due_at < 'infinity' AND due_at <= now()
    ORDER BY due_at, seq LIMIT $1 FOR UPDATE SKIP LOCKED)
UPDATE orders q SET attempts = q.attempts + 1, due_at = now() + $2
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.id, q.number, q.user_id, q.idempotency_key, q.fingerprint, q.status AS status_text, q.cart_id, q.cart_version,
q.currency, q.subtotal_minor, q.shipping_minor, q.shipping_option_id, q.shipping_option, q.email, q.address, q.payment_method,
q.placed_at, q.pay_by, q.payment_status, q.payment_brand, q.payment_last4, q.decline_code, q.decline_message, q.short_lines,
q.refunded_minor, q.tracking_number,
(SELECT json_agg(l ORDER BY l.position) FROM order_line l WHERE l.order_id = q.id) AS lines,
(SELECT json_agg(e ORDER BY e.id) FROM order_event e WHERE e.order_id = q.id) AS history;

WITH due AS (
    SELECT seq FROM outbox WHERE destination = $1 AND due_at <= now()
    ORDER BY due_at, seq LIMIT $2 FOR UPDATE SKIP LOCKED)
UPDATE outbox q SET attempts = q.attempts + 1, due_at = now() + $3
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.id, q.aggregatetype, q.aggregateid, q.type, q.payload, q.traceparent, q.occurred_at;

WITH moved AS (
    UPDATE orders SET status = $1, due_at = CASE WHEN attempts = $2 THEN $3 ELSE now() END, attempts = attempts + 1, last_error = NULL,
        payment_status = COALESCE($4, payment_status), payment_brand = COALESCE($5, payment_brand),
        payment_last4 = COALESCE($6, payment_last4), decline_code = $7, decline_message = $8,
        short_lines = $9, tracking_number = COALESCE($10, tracking_number)
    WHERE id = $11 AND status = $12
    RETURNING id)
INSERT INTO order_event (order_id, status, at, note) SELECT id, $1, $13, $14 FROM moved;

insert into "schemaversions" (ScriptName, Applied) values ($1, $2);
