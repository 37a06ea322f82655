-- Whether this request came before: OrdersStore.FindByKeyAsync.
SELECT load.uuid7() AS order_id, load.uuid7() AS guest, gen_random_uuid() AS key, load.uuid7() AS cart, load.uuid7() AS event,
    load.uuid7() AS session \gset
SELECT q.seq, q.attempts, q.id, q.number, q.user_id, q.idempotency_key, q.fingerprint, q.status AS status_text, q.cart_id, q.cart_version,
    q.currency, q.subtotal_minor, q.shipping_minor, q.shipping_option_id, q.shipping_option, q.email, q.address, q.payment_method,
    q.placed_at, q.pay_by, q.payment_status, q.payment_brand, q.payment_last4, q.decline_code, q.decline_message, q.short_lines,
    q.refunded_minor, q.return_count, q.tracking_number, q.traceparent,
    (SELECT json_agg(l ORDER BY l.position) FROM order_line l WHERE l.order_id = q.id) AS lines,
    (SELECT json_agg(e ORDER BY e.id) FROM order_event e WHERE e.order_id = q.id) AS history,
    (SELECT json_agg(r ORDER BY r.seq) FROM (
        SELECT t.*, (SELECT json_agg(l ORDER BY l.position) FROM return_line l WHERE l.return_id = t.id) AS lines
        FROM order_return t WHERE t.order_id = q.id) r) AS returns
FROM orders q WHERE q.user_id = :guest AND q.idempotency_key = :key;
-- An order of this session that waits for its payment: CheckoutStore.FindUnpaidAsync.
SELECT q.seq, q.attempts, q.id, q.number, q.user_id, q.idempotency_key, q.fingerprint, q.status AS status_text, q.cart_id, q.cart_version,
    q.currency, q.subtotal_minor, q.shipping_minor, q.shipping_option_id, q.shipping_option, q.email, q.address, q.payment_method,
    q.placed_at, q.pay_by, q.payment_status, q.payment_brand, q.payment_last4, q.decline_code, q.decline_message, q.short_lines,
    q.refunded_minor, q.return_count, q.tracking_number, q.traceparent,
    (SELECT json_agg(l ORDER BY l.position) FROM order_line l WHERE l.order_id = q.id) AS lines,
    (SELECT json_agg(e ORDER BY e.id) FROM order_event e WHERE e.order_id = q.id) AS history,
    (SELECT json_agg(r ORDER BY r.seq) FROM (
        SELECT t.*, (SELECT json_agg(l ORDER BY l.position) FROM return_line l WHERE l.return_id = t.id) AS lines
        FROM order_return t WHERE t.order_id = q.id) r) AS returns
FROM orders q WHERE q.session_id = :session AND q.status = 'AWAITING_PAYMENT' AND q.user_id = :guest
ORDER BY q.cart_id IS NOT DISTINCT FROM CAST(:cart AS uuid) DESC, q.seq DESC LIMIT 1;
-- Declined payments before it: CheckoutLimits.FindDeclinesAsync. A client address of its own stands for many.
\startpipeline
BEGIN;
SELECT pg_advisory_xact_lock(hashtextextended(CAST(:guest AS text), 1));
SELECT 'declined_session' AS name, placed_at FROM (
    SELECT placed_at FROM orders WHERE user_id = :guest AND session_id = :session
    AND (status = 'PENDING' OR (status = 'PAYMENT_FAILED' AND end_reason IS NULL)) AND placed_at > now() - interval '1 hour'
    ORDER BY placed_at DESC OFFSET 9 LIMIT 1) AS of_session
UNION ALL SELECT 'declined_cart', placed_at FROM (
    SELECT placed_at FROM orders WHERE user_id = :guest AND cart_id = :cart
    AND (status = 'PENDING' OR (status = 'PAYMENT_FAILED' AND end_reason IS NULL)) AND placed_at > now() - interval '1 hour'
    ORDER BY placed_at DESC OFFSET 9 LIMIT 1) AS of_cart
UNION ALL SELECT 'declined_email', placed_at FROM (
    SELECT placed_at FROM orders WHERE email = 'ada@example.com'
    AND status = 'PAYMENT_FAILED' AND end_reason IS NULL AND placed_at > now() - interval '1 hour'
    ORDER BY placed_at DESC OFFSET 49 LIMIT 1) AS of_email
UNION ALL SELECT 'declined_address', placed_at FROM (
    SELECT placed_at FROM orders WHERE client_address = CAST(:key AS text)
    AND status = 'PAYMENT_FAILED' AND end_reason IS NULL AND placed_at > now() - interval '1 hour'
    ORDER BY placed_at DESC OFFSET 199 LIMIT 1) AS of_address;
\endpipeline
-- The order as it was placed: CheckoutStore.PlaceAsync.
\startpipeline
WITH placed AS (
    INSERT INTO orders (id, number, user_id, session_id, client_address, idempotency_key, fingerprint, status, cart_id, cart_version, currency, subtotal_minor,
        shipping_minor, total_minor, shipping_option_id, shipping_option, email, address, payment_method, placed_at, pay_by, due_at, traceparent)
    VALUES (:order_id, 'LOAD-' || CAST(:key AS text), :guest, :session, CAST(:key AS text), CAST(:key AS uuid), '\x00', 'PENDING', :cart, 2, 'USD', 2000,
        500, 2500, 'standard', 'Standard', 'ada@example.com',
        '{"Name": "Ada Lovelace", "Line1": "12 Analytical Way", "Line2": "", "City": "Portland", "Region": "OR", "PostalCode": "97201", "CountryCode": "US", "Phone": ""}',
        'pm_card_visa', now(), now() + interval '30 minutes', now() + interval '30 seconds', NULL)
    RETURNING id),
lines AS (
    INSERT INTO order_line (id, order_id, position, product_id, sku, name, quantity, unit_price_minor)
    SELECT l.id, placed.id, l.position, l.product_id, l.sku, l.name, l.quantity, l.price
    FROM placed, unnest(ARRAY[load.uuid7(), load.uuid7()], ARRAY[gen_random_uuid(), gen_random_uuid()], ARRAY['W-1', 'W-2'],
        ARRAY['Small Walnut Kettle 1', 'Small Walnut Grinder 2'], ARRAY[1, 1], ARRAY[1000, 1000]) WITH ORDINALITY
        AS l (id, product_id, sku, name, quantity, price, position))
INSERT INTO order_event (order_id, status, at, note) SELECT id, 'PENDING', now(), 'Placed.' FROM placed;
COMMIT;
\endpipeline
-- Confirmed, and the event for Inventory, Cart and Notifications: OrdersStore.MoveAsync.
\startpipeline
BEGIN;
WITH moved AS (
    UPDATE orders SET status = 'CONFIRMED', due_at = CASE WHEN attempts = 0 THEN 'infinity' ELSE now() END, attempts = attempts + 1, last_error = NULL,
        payment_status = COALESCE('SUCCEEDED', payment_status), payment_brand = COALESCE('visa', payment_brand),
        payment_last4 = COALESCE('4242', payment_last4), decline_code = NULL, decline_message = NULL,
        short_lines = NULL, tracking_number = COALESCE(NULL, tracking_number)
    WHERE id = :order_id AND status = 'PENDING' AND ('CONFIRMED' <> 'CANCELLED' OR return_count = 0)
    RETURNING id)
INSERT INTO order_event (order_id, status, at, note) SELECT id, 'CONFIRMED', now(), 'Paid.' FROM moved RETURNING true;
SELECT q.seq, q.attempts, q.id, q.number, q.user_id, q.idempotency_key, q.fingerprint, q.status AS status_text, q.cart_id, q.cart_version,
    q.currency, q.subtotal_minor, q.shipping_minor, q.shipping_option_id, q.shipping_option, q.email, q.address, q.payment_method,
    q.placed_at, q.pay_by, q.payment_status, q.payment_brand, q.payment_last4, q.decline_code, q.decline_message, q.short_lines,
    q.refunded_minor, q.return_count, q.tracking_number, q.traceparent,
    (SELECT json_agg(l ORDER BY l.position) FROM order_line l WHERE l.order_id = q.id) AS lines,
    (SELECT json_agg(e ORDER BY e.id) FROM order_event e WHERE e.order_id = q.id) AS history,
    (SELECT json_agg(r ORDER BY r.seq) FROM (
        SELECT t.*, (SELECT json_agg(l ORDER BY l.position) FROM return_line l WHERE l.return_id = t.id) AS lines
        FROM order_return t WHERE t.order_id = q.id) r) AS returns
FROM orders q WHERE q.id = :order_id;
\endpipeline
\startpipeline
INSERT INTO outbox (id, destination, aggregatetype, aggregateid, type, payload, traceparent, session_id)
SELECT :event, destination, 'order', :order_id, 'commerce.orders.v1.OrderConfirmed', convert_to(repeat('An order. ', 60), 'UTF8'), NULL, NULL
FROM unnest(ARRAY['Inventory', 'Cart', 'Notifications']) AS destination;
COMMIT;
\endpipeline
-- Those who watch the order: OrderChanges.
SELECT pg_notify('order_changed', replace(:order_id, '-', ''));
-- Three relays each take the events of many orders at once: for one order that is a claim of three rows, and their end.
WITH due AS (
    SELECT seq FROM outbox WHERE id = :event AND due_at <= now()
    ORDER BY due_at, seq LIMIT 100 FOR UPDATE SKIP LOCKED)
UPDATE outbox q SET attempts = q.attempts + 1, due_at = now() + interval '8 seconds'
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.id, q.aggregatetype, q.aggregateid, q.type, q.payload, q.traceparent, q.session_id, q.occurred_at;
DELETE FROM outbox q WHERE q.id = :event;
