-- Two products into a new cart: CartStore.ChangeOrCreateAsync.
SELECT load.uuid7() AS guest, load.uuid7() AS cart, load.uuid7() AS line1, load.uuid7() AS line2, load.uuid7() AS event \gset
\startpipeline
BEGIN;
INSERT INTO cart (id, user_id, version, created_at, updated_at) VALUES (:cart, :guest, 0, now(), now()) ON CONFLICT (user_id) DO NOTHING RETURNING true;
SELECT id, user_id, version, updated_at FROM cart WHERE user_id = :guest ORDER BY id FOR UPDATE;
SELECT cart_id, id, product_id, quantity FROM cart_line WHERE cart_id IN (SELECT id FROM cart WHERE user_id = :guest) ORDER BY position;
\endpipeline
\startpipeline
INSERT INTO cart_line (id, cart_id, product_id, quantity)
SELECT id, :cart, product_id, quantity
FROM unnest(ARRAY[:line1::uuid], ARRAY[gen_random_uuid()], ARRAY[1]) WITH ORDINALITY AS line (id, product_id, quantity, place) ORDER BY place
ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity;
UPDATE cart SET version = version + 1, updated_at = now() WHERE id = :cart RETURNING id, user_id, version, updated_at;
\endpipeline
COMMIT;
\startpipeline
BEGIN;
INSERT INTO cart (id, user_id, version, created_at, updated_at) VALUES (:cart, :guest, 0, now(), now()) ON CONFLICT (user_id) DO NOTHING RETURNING true;
SELECT id, user_id, version, updated_at FROM cart WHERE user_id = :guest ORDER BY id FOR UPDATE;
SELECT cart_id, id, product_id, quantity FROM cart_line WHERE cart_id IN (SELECT id FROM cart WHERE user_id = :guest) ORDER BY position;
\endpipeline
\startpipeline
INSERT INTO cart_line (id, cart_id, product_id, quantity)
SELECT id, :cart, product_id, quantity
FROM unnest(ARRAY[:line2::uuid], ARRAY[gen_random_uuid()], ARRAY[1]) WITH ORDINALITY AS line (id, product_id, quantity, place) ORDER BY place
ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity;
UPDATE cart SET version = version + 1, updated_at = now() WHERE id = :cart RETURNING id, user_id, version, updated_at;
\endpipeline
COMMIT;
-- For the delivery options, and for the order: CartStore.FindAsync.
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = :guest ORDER BY l.position;
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = :guest ORDER BY l.position;
-- OrderConfirmed: DropWhatWasBought.
\startpipeline
BEGIN;
INSERT INTO inbox (event_id) VALUES (:event) ON CONFLICT DO NOTHING;
\endpipeline
\startpipeline
SELECT id, user_id, version, updated_at FROM cart WHERE id = :cart ORDER BY id FOR UPDATE;
SELECT cart_id, id, product_id, quantity FROM cart_line WHERE cart_id IN (SELECT id FROM cart WHERE id = :cart) ORDER BY position;
\endpipeline
\startpipeline
DELETE FROM cart_line WHERE id = ANY(ARRAY[:line1, :line2]::uuid[]);
UPDATE cart SET version = version + 1, updated_at = now() WHERE id = :cart RETURNING id, user_id, version, updated_at;
\endpipeline
COMMIT;
