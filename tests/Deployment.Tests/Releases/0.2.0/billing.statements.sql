INSERT INTO gateway_event (id, type, gateway_id, fact, received_at) VALUES ($1, $2, $3, $4::jsonb, $5)
ON CONFLICT (id) DO NOTHING;

INSERT INTO payment (order_id, status, amount_minor, currency, payment_method, description, created_at, updated_at)
VALUES ($1, 'Processing', $2, $3, $4, $5, $6, $6)
ON CONFLICT (order_id) DO NOTHING;

INSERT INTO payment AS p (order_id, status, created_at, updated_at) VALUES ($1, 'Cancelled', $2, $2)
ON CONFLICT (order_id) DO UPDATE SET status = 'Cancelled', updated_at = $2
WHERE p.status = 'Processing' AND p.gateway_id IS NULL;

INSERT INTO refund (id, order_id, amount_minor, status, created_at, updated_at)
VALUES ($1, $2, $3, 'Pending', $4, $4);

INSERT INTO refund (id, order_id, amount_minor, status, gateway_id, failure_code, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
ON CONFLICT (id) DO UPDATE SET
    status = excluded.status, gateway_id = excluded.gateway_id, failure_code = excluded.failure_code, updated_at = excluded.updated_at;

SELECT 'outbox to ' || d.name AS queue,
    (SELECT count(*) FROM outbox o WHERE o.destination = d.name) AS depth,
    COALESCE((SELECT EXTRACT(EPOCH FROM now() - min(o.occurred_at)) FROM outbox o WHERE o.destination = d.name), 0)::float8 AS oldest_seconds,
    (SELECT count(*) FROM dead_letter l WHERE l.destination = d.name) AS dead
FROM unnest(ARRAY['Orders']) AS d (name);

SELECT 1;

SELECT 1 FROM outbox WHERE aggregateid = $1::text LIMIT 1;

SELECT coalesce(sum(amount_minor), 0)::bigint FROM refund WHERE order_id = $1 AND status = ANY($2);

SELECT fact::text FROM gateway_event WHERE gateway_id = $1 AND applied_at IS NULL ORDER BY received_at, id;

SELECT id, destination, type, aggregateid, attempts, last_error, died_at
FROM dead_letter ORDER BY died_at DESC LIMIT $1;

SELECT id, order_id, amount_minor, status, gateway_id, failure_code FROM refund WHERE id = $1 OR gateway_id = $2 FOR UPDATE;

SELECT order_id, status, amount_minor, currency, payment_method, description, gateway_id, attempt,
captured_minor, refunded_minor, brand, last4, decline_code, decline_message, gateway_closed, created_at FROM payment WHERE gateway_id = $1 FOR UPDATE;

SELECT order_id, status, amount_minor, currency, payment_method, description, gateway_id, attempt,
captured_minor, refunded_minor, brand, last4, decline_code, decline_message, gateway_closed, created_at FROM payment WHERE order_id = $1;

SELECT order_id, status, amount_minor, currency, payment_method, description, gateway_id, attempt,
captured_minor, refunded_minor, brand, last4, decline_code, decline_message, gateway_closed, created_at FROM payment WHERE order_id = $1 FOR UPDATE;

UPDATE gateway_event SET applied_at = $1 WHERE id = $2;

UPDATE payment SET status = $1, gateway_id = $2, captured_minor = $3, refunded_minor = $4,
    brand = $5, last4 = $6, decline_code = $7, decline_message = $8,
    gateway_closed = $9, updated_at = $10
WHERE order_id = $11;

WITH due AS (
    SELECT id FROM refund WHERE status = 'Pending' AND greatest(checked_at, updated_at) < $1
    ORDER BY greatest(checked_at, updated_at) LIMIT $2 FOR UPDATE SKIP LOCKED)
UPDATE refund r SET checked_at = $3 FROM due WHERE r.id = due.id
RETURNING r.id, r.order_id, r.amount_minor, r.status, r.gateway_id, r.failure_code;

WITH due AS (
    SELECT order_id FROM payment
    WHERE status <> 'Succeeded' AND NOT gateway_closed AND amount_minor IS NOT NULL AND greatest(checked_at, updated_at) < $1
    ORDER BY greatest(checked_at, updated_at) LIMIT $2 FOR UPDATE SKIP LOCKED)
UPDATE payment p SET checked_at = $3 FROM due WHERE p.order_id = due.order_id
RETURNING p.order_id;

WITH due AS (
    SELECT seq FROM outbox WHERE destination = $1 AND due_at <= now()
    ORDER BY due_at, seq LIMIT $2 FOR UPDATE SKIP LOCKED)
UPDATE outbox q SET attempts = q.attempts + 1, due_at = now() + $3
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.id, q.aggregatetype, q.aggregateid, q.type, q.payload, q.traceparent, q.occurred_at;

WITH old AS (
    SELECT id FROM gateway_event WHERE received_at < $1
    ORDER BY received_at LIMIT $2 FOR UPDATE SKIP LOCKED)
DELETE FROM gateway_event e USING old WHERE e.id = old.id;

insert into "schemaversions" (ScriptName, Applied) values ($1, $2);
