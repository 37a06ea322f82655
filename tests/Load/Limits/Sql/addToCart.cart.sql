-- One product into the cart: CartStore.ChangeOrCreateAsync. After five, the cart of a new guest.
\set version :turn % 5
\if :version = 0
SELECT load.uuid7() AS guest, load.uuid7() AS cart \gset
\endif
\set turn :turn + 1
SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = :guest ORDER BY l.position;
\if :version = 0
WITH head AS (
    INSERT INTO cart (id, user_id, version, created_at, updated_at) VALUES (:cart, :guest, 1, now(), now()) ON CONFLICT (user_id) DO NOTHING RETURNING id, updated_at),
gone AS (
    DELETE FROM cart_line l USING head WHERE l.cart_id = head.id AND l.id = ANY(ARRAY[]::uuid[])),
put AS (
    INSERT INTO cart_line (id, cart_id, product_id, quantity)
    SELECT line.id, head.id, line.product_id, line.quantity
    FROM head CROSS JOIN unnest(ARRAY[load.uuid7()], ARRAY[gen_random_uuid()], ARRAY[1]) WITH ORDINALITY AS line (id, product_id, quantity, place) ORDER BY line.place
    ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity)
SELECT updated_at FROM head;
\else
WITH head AS (
    UPDATE cart SET version = version + 1, updated_at = now() WHERE id = :cart AND version = :version RETURNING id, updated_at),
gone AS (
    DELETE FROM cart_line l USING head WHERE l.cart_id = head.id AND l.id = ANY(ARRAY[]::uuid[])),
put AS (
    INSERT INTO cart_line (id, cart_id, product_id, quantity)
    SELECT line.id, head.id, line.product_id, line.quantity
    FROM head CROSS JOIN unnest(ARRAY[load.uuid7()], ARRAY[gen_random_uuid()], ARRAY[1]) WITH ORDINALITY AS line (id, product_id, quantity, place) ORDER BY line.place
    ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity)
SELECT updated_at FROM head;
\endif
