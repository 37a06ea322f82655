INSERT INTO category (id, slug, name) VALUES ($1, $2, $3);

INSERT INTO product (id, sku, slug, name, description, category_id, price_minor, currency, image_url, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, (SELECT id FROM category WHERE slug = $6),
        $7, $8, NULLIF($9, ''), $10, $10)
ON CONFLICT DO NOTHING;

SELECT 'outbox to ' || d.name AS queue,
    (SELECT count(*) FROM outbox o WHERE o.destination = d.name) AS depth,
    COALESCE((SELECT EXTRACT(EPOCH FROM now() - min(o.occurred_at)) FROM outbox o WHERE o.destination = d.name), 0)::float8 AS oldest_seconds,
    (SELECT count(*) FROM dead_letter l WHERE l.destination = d.name) AS dead
FROM unnest(ARRAY['Inventory']) AS d (name);

SELECT 1;

SELECT EXISTS (SELECT FROM category WHERE slug = $1);

SELECT EXISTS (SELECT FROM product) OR EXISTS (SELECT FROM category);

SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at FROM product p WHERE p.id = ANY($1);

SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at, (p.created_at)::text AS sort_key FROM product p
WHERE NOT p.archived 
ORDER BY p.created_at DESC, p.id DESC LIMIT $1;

SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at, (ts_rank(p.search, websearch_to_tsquery('english', $1)))::text AS sort_key FROM product p
WHERE NOT p.archived AND p.search @@ websearch_to_tsquery('english', $1) 
ORDER BY ts_rank(p.search, websearch_to_tsquery('english', $1)) DESC, p.id DESC LIMIT $2;

WITH due AS (
    SELECT seq FROM outbox WHERE destination = $1 AND due_at <= now()
    ORDER BY due_at, seq LIMIT $2 FOR UPDATE SKIP LOCKED)
UPDATE outbox q SET attempts = q.attempts + 1, due_at = now() + $3
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.id, q.aggregatetype, q.aggregateid, q.type, q.payload, q.traceparent, q.occurred_at;

insert into "schemaversions" (ScriptName, Applied) values ($1, $2);
