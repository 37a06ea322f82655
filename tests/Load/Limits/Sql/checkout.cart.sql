-- Two products into a new cart: CartStore.ChangeOrCreateAsync.
SELECT load.uuid7() AS guest, load.uuid7() AS cart, load.uuid7() AS line1, load.uuid7() AS line2, load.uuid7() AS event, 1 AS version \gset
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity, l.left_out
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = ANY(ARRAY[:guest::uuid]) ORDER BY l.position;
WITH made AS (
    INSERT INTO cart (id, user_id, version, created_at, updated_at)
    SELECT id, user_id, 1, now(), now() FROM unnest(ARRAY[:cart::uuid], ARRAY[:guest::uuid]) AS n (id, user_id) ORDER BY user_id
    ON CONFLICT (user_id) DO NOTHING RETURNING id, updated_at),
held AS MATERIALIZED (
    SELECT id FROM cart WHERE id = ANY(ARRAY[]::uuid[]) AND (id, version) IN (SELECT * FROM unnest(ARRAY[]::uuid[], ARRAY[]::bigint[])) ORDER BY id FOR NO KEY UPDATE),
counted AS (
    UPDATE cart c SET version = c.version + 1, updated_at = now() FROM held WHERE c.id = held.id RETURNING c.id, c.updated_at),
head AS (
    SELECT * FROM made UNION ALL SELECT * FROM counted),
gone AS (
    DELETE FROM cart_line l USING head WHERE l.cart_id = head.id AND l.id = ANY(ARRAY[]::uuid[])),
put AS (
    INSERT INTO cart_line (id, cart_id, product_id, quantity, left_out)
    SELECT line.id, head.id, line.product_id, line.quantity, line.left_out
    FROM unnest(ARRAY[:line1::uuid], ARRAY[:cart::uuid], ARRAY[gen_random_uuid()], ARRAY[1], ARRAY[0]) WITH ORDINALITY AS line (id, cart_id, product_id, quantity, left_out, place)
    JOIN head ON head.id = line.cart_id ORDER BY line.place
    ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity, left_out = excluded.left_out)
SELECT * FROM head;
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity, l.left_out
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = ANY(ARRAY[:guest::uuid]) ORDER BY l.position;
WITH made AS (
    INSERT INTO cart (id, user_id, version, created_at, updated_at)
    SELECT id, user_id, 1, now(), now() FROM unnest(ARRAY[]::uuid[], ARRAY[]::uuid[]) AS n (id, user_id) ORDER BY user_id
    ON CONFLICT (user_id) DO NOTHING RETURNING id, updated_at),
held AS MATERIALIZED (
    SELECT id FROM cart WHERE id = ANY(ARRAY[:cart::uuid]) AND (id, version) IN (SELECT * FROM unnest(ARRAY[:cart::uuid], ARRAY[:version::bigint])) ORDER BY id FOR NO KEY UPDATE),
counted AS (
    UPDATE cart c SET version = c.version + 1, updated_at = now() FROM held WHERE c.id = held.id RETURNING c.id, c.updated_at),
head AS (
    SELECT * FROM made UNION ALL SELECT * FROM counted),
gone AS (
    DELETE FROM cart_line l USING head WHERE l.cart_id = head.id AND l.id = ANY(ARRAY[]::uuid[])),
put AS (
    INSERT INTO cart_line (id, cart_id, product_id, quantity, left_out)
    SELECT line.id, head.id, line.product_id, line.quantity, line.left_out
    FROM unnest(ARRAY[:line2::uuid], ARRAY[:cart::uuid], ARRAY[gen_random_uuid()], ARRAY[1], ARRAY[0]) WITH ORDINALITY AS line (id, cart_id, product_id, quantity, left_out, place)
    JOIN head ON head.id = line.cart_id ORDER BY line.place
    ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity, left_out = excluded.left_out)
SELECT * FROM head;
-- For the delivery options, and for the order: CartStore.FindAsync.
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity, l.left_out
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = ANY(ARRAY[:guest::uuid]) ORDER BY l.position;
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity, l.left_out
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = ANY(ARRAY[:guest::uuid]) ORDER BY l.position;
-- OrderConfirmed: DropWhatWasBought.
\startpipeline
BEGIN;
SELECT c.id FROM cart c WHERE c.id = ANY(ARRAY[:cart::uuid]) ORDER BY c.id FOR UPDATE;
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity, l.left_out
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.id = ANY(ARRAY[:cart::uuid]) ORDER BY l.position;
\endpipeline
\set version 2
WITH made AS (
    INSERT INTO cart (id, user_id, version, created_at, updated_at)
    SELECT id, user_id, 1, now(), now() FROM unnest(ARRAY[]::uuid[], ARRAY[]::uuid[]) AS n (id, user_id) ORDER BY user_id
    ON CONFLICT (user_id) DO NOTHING RETURNING id, updated_at),
held AS MATERIALIZED (
    SELECT id FROM cart WHERE id = ANY(ARRAY[:cart::uuid]) AND (id, version) IN (SELECT * FROM unnest(ARRAY[:cart::uuid], ARRAY[:version::bigint])) ORDER BY id FOR NO KEY UPDATE),
counted AS (
    UPDATE cart c SET version = c.version + 1, updated_at = now() FROM held WHERE c.id = held.id RETURNING c.id, c.updated_at),
head AS (
    SELECT * FROM made UNION ALL SELECT * FROM counted),
gone AS (
    DELETE FROM cart_line l USING head WHERE l.cart_id = head.id AND l.id = ANY(ARRAY[:line1, :line2]::uuid[])),
put AS (
    INSERT INTO cart_line (id, cart_id, product_id, quantity, left_out)
    SELECT line.id, head.id, line.product_id, line.quantity, line.left_out
    FROM unnest(ARRAY[]::uuid[], ARRAY[]::uuid[], ARRAY[]::uuid[], ARRAY[]::int[], ARRAY[]::int[]) WITH ORDINALITY AS line (id, cart_id, product_id, quantity, left_out, place)
    JOIN head ON head.id = line.cart_id ORDER BY line.place
    ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity, left_out = excluded.left_out)
SELECT * FROM head;
\startpipeline
INSERT INTO inbox (event_id) VALUES (:event);
COMMIT;
\endpipeline
