-- One product into the cart: CartStore.ChangeOrCreateAsync. After five, the cart of a new guest.
\if :turn % 5 = 0
SELECT load.uuid7() AS guest, load.uuid7() AS cart \gset
\endif
\set turn :turn + 1
\startpipeline
BEGIN;
INSERT INTO cart (id, user_id, version, created_at, updated_at) VALUES (:cart, :guest, 0, now(), now()) ON CONFLICT (user_id) DO NOTHING RETURNING true;
SELECT id, user_id, version, updated_at FROM cart WHERE user_id = :guest ORDER BY id FOR UPDATE;
SELECT cart_id, id, product_id, quantity FROM cart_line WHERE cart_id IN (SELECT id FROM cart WHERE user_id = :guest) ORDER BY position;
\endpipeline
\startpipeline
INSERT INTO cart_line (id, cart_id, product_id, quantity)
SELECT id, :cart, product_id, quantity
FROM unnest(ARRAY[load.uuid7()], ARRAY[gen_random_uuid()], ARRAY[1]) WITH ORDINALITY AS line (id, product_id, quantity, place) ORDER BY place
ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity;
UPDATE cart SET version = version + 1, updated_at = now() WHERE id = :cart RETURNING id, user_id, version, updated_at;
\endpipeline
COMMIT;
