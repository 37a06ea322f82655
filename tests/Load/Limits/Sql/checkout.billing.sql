-- A payment begun: PaymentStore.OpenAsync.
SELECT o.id AS order_id, 'pi_load_' || o.id AS gateway_id FROM (SELECT load.uuid7() AS id) AS o \gset
\startpipeline
INSERT INTO payment (order_id, status, amount_minor, currency, payment_method, description, created_at, updated_at)
VALUES (:order_id, 'Processing', 2500, 'USD', 'pm_card_visa', 'Order LOAD', now(), now())
ON CONFLICT (order_id) DO NOTHING;
SELECT order_id, status, amount_minor, currency, payment_method, description, gateway_id, attempt,
    captured_minor, refunded_minor, brand, last4, decline_code, decline_message, gateway_closed, created_at
FROM payment WHERE order_id = :order_id;
\endpipeline
-- The gateway's intent named: GatewayInbox.AttachAsync.
\startpipeline
BEGIN;
SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:gateway_id, 0));
SELECT order_id, status, amount_minor, currency, payment_method, description, gateway_id, attempt,
    captured_minor, refunded_minor, brand, last4, decline_code, decline_message, gateway_closed, created_at
FROM payment WHERE order_id = :order_id FOR UPDATE;
SELECT fact::text FROM gateway_event WHERE gateway_id = :gateway_id AND applied_at IS NULL ORDER BY received_at, id;
\endpipeline
\startpipeline
UPDATE payment SET status = 'Processing', gateway_id = :gateway_id, captured_minor = 0, refunded_minor = 0,
    brand = NULL, last4 = NULL, decline_code = NULL, decline_message = NULL, gateway_closed = false, updated_at = now()
WHERE order_id = :order_id;
COMMIT;
\endpipeline
-- The gateway's answer: PaymentStore.ApplyAsync.
\startpipeline
BEGIN;
SELECT order_id, status, amount_minor, currency, payment_method, description, gateway_id, attempt,
    captured_minor, refunded_minor, brand, last4, decline_code, decline_message, gateway_closed, created_at
FROM payment WHERE order_id = :order_id FOR UPDATE;
\endpipeline
\startpipeline
UPDATE payment SET status = 'Succeeded', gateway_id = :gateway_id, captured_minor = 2500, refunded_minor = 0,
    brand = 'visa', last4 = '4242', decline_code = NULL, decline_message = NULL, gateway_closed = false, updated_at = now()
WHERE order_id = :order_id;
COMMIT;
\endpipeline
-- The gateway's webhook, which brings nothing new: GatewayInbox.ReceiveAsync.
SELECT order_id, status, amount_minor, currency, payment_method, description, gateway_id, attempt,
    captured_minor, refunded_minor, brand, last4, decline_code, decline_message, gateway_closed, created_at
FROM payment WHERE gateway_id = :gateway_id;
