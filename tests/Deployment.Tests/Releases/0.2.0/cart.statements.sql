DELETE FROM cart_line WHERE id = ANY($1);

INSERT INTO cart (id, user_id, version, created_at, updated_at) VALUES ($1, $2, 0, $3, $3) ON CONFLICT (user_id) DO NOTHING;

INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING;

SELECT 1;

SELECT c.id, c.user_id, c.version, c.updated_at, l.id AS line_id, l.product_id, l.quantity
FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.user_id = $1 ORDER BY l.position;

SELECT cart_id, id, product_id, quantity FROM cart_line WHERE cart_id = ANY($1) ORDER BY position;

SELECT id, user_id, version, updated_at FROM cart WHERE id = $1 ORDER BY id FOR UPDATE;

SELECT id, user_id, version, updated_at FROM cart WHERE user_id = $1 ORDER BY id FOR UPDATE;

UPDATE cart SET version = version + 1, updated_at = $1 WHERE id = $2 RETURNING id, user_id, version, updated_at;

insert into "schemaversions" (ScriptName, Applied) values ($1, $2);
