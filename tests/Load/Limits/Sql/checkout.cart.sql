-- Two products into a new cart: CartStore.ChangeOrCreateAsync.
SELECT load.uuid7() AS guest, load.uuid7() AS cart, load.uuid7() AS line1, load.uuid7() AS line2, load.uuid7() AS event, 1 AS version \gset
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = :guest ORDER BY l.position;
WITH head AS (
    INSERT INTO cart (id, user_id, version, created_at, updated_at) VALUES (:cart, :guest, 1, now(), now()) ON CONFLICT (user_id) DO NOTHING RETURNING id, updated_at),
gone AS (
    DELETE FROM cart_line l USING head WHERE l.cart_id = head.id AND l.id = ANY(ARRAY[]::uuid[])),
put AS (
    INSERT INTO cart_line (id, cart_id, product_id, quantity)
    SELECT line.id, head.id, line.product_id, line.quantity
    FROM head CROSS JOIN unnest(ARRAY[:line1::uuid], ARRAY[gen_random_uuid()], ARRAY[1]) WITH ORDINALITY AS line (id, product_id, quantity, place) ORDER BY line.place
    ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity)
SELECT updated_at FROM head;
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = :guest ORDER BY l.position;
WITH head AS (
    UPDATE cart SET version = version + 1, updated_at = now() WHERE id = :cart AND version = :version RETURNING id, updated_at),
gone AS (
    DELETE FROM cart_line l USING head WHERE l.cart_id = head.id AND l.id = ANY(ARRAY[]::uuid[])),
put AS (
    INSERT INTO cart_line (id, cart_id, product_id, quantity)
    SELECT line.id, head.id, line.product_id, line.quantity
    FROM head CROSS JOIN unnest(ARRAY[:line2::uuid], ARRAY[gen_random_uuid()], ARRAY[1]) WITH ORDINALITY AS line (id, product_id, quantity, place) ORDER BY line.place
    ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity)
SELECT updated_at FROM head;
-- For the delivery options, and for the order: CartStore.FindAsync.
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = :guest ORDER BY l.position;
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = :guest ORDER BY l.position;
-- OrderConfirmed: DropWhatWasBought.
\startpipeline
BEGIN;
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.id = :cart ORDER BY l.position;
\endpipeline
\set version 2
WITH head AS (
    UPDATE cart SET version = version + 1, updated_at = now() WHERE id = :cart AND version = :version RETURNING id, updated_at),
gone AS (
    DELETE FROM cart_line l USING head WHERE l.cart_id = head.id AND l.id = ANY(ARRAY[:line1, :line2]::uuid[])),
put AS (
    INSERT INTO cart_line (id, cart_id, product_id, quantity)
    SELECT line.id, head.id, line.product_id, line.quantity
    FROM head CROSS JOIN unnest(ARRAY[]::uuid[], ARRAY[]::uuid[], ARRAY[]::int[]) WITH ORDINALITY AS line (id, product_id, quantity, place) ORDER BY line.place
    ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity)
SELECT updated_at FROM head;
\startpipeline
INSERT INTO inbox (event_id) VALUES (:event);
COMMIT;
\endpipeline
