INSERT INTO category (id, slug, name) VALUES ($1, $2, $3);

INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING;

INSERT INTO product (id, sku, slug, name, description, category_id, price_minor, currency, image_url, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, (SELECT id FROM category WHERE slug = $6),
        $7, $8, NULLIF($9, ''), $10, $10)
ON CONFLICT DO NOTHING;

INSERT INTO search_word (word)
SELECT DISTINCT w.word FROM product p LEFT JOIN category c ON c.id = p.category_id,
    plain_words(concat_ws(' ', p.name, c.name, p.description)) AS w (word);

SELECT 'outbox to ' || d.name AS queue,
    (SELECT count(*) FROM outbox o WHERE o.destination = d.name) AS depth,
    COALESCE((SELECT EXTRACT(EPOCH FROM now() - min(o.occurred_at)) FROM outbox o WHERE o.destination = d.name), 0)::float8 AS oldest_seconds,
    (SELECT count(*) FROM dead_letter l WHERE l.destination = d.name) AS dead
FROM unnest(ARRAY['Inventory']) AS d (name);

SELECT 1;

SELECT EXISTS (SELECT FROM category WHERE slug = $1);

SELECT EXISTS (SELECT FROM product WHERE sku = $1);

SELECT EXISTS (SELECT FROM product) OR EXISTS (SELECT FROM category);

SELECT c.id, c.slug, c.name, (SELECT count(*)::int FROM (
    SELECT FROM product p WHERE p.category_id = c.id AND NOT p.archived LIMIT 10000) AS shelf) AS product_count FROM category c ORDER BY c.name;

SELECT c.id, c.slug, c.name, NULL::int AS product_count FROM category c WHERE c.id = ANY($1);

SELECT id, destination, type, aggregateid, attempts, last_error, died_at
FROM dead_letter ORDER BY died_at DESC LIMIT $1;

SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at FROM product p WHERE p.id = $1;

SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at FROM product p WHERE p.id = ANY($1);

SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at FROM product p WHERE p.slug = $1;

SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at, (p.created_at)::text AS sort_key FROM product p
WHERE NOT p.archived AND true
ORDER BY p.created_at DESC, p.id DESC LIMIT $1;

UPDATE product SET archived = true, updated_at = $1 WHERE id = $2;

UPDATE product SET in_stock = $1, stock_version = $2 WHERE id = $3 AND stock_version < $2;

UPDATE product SET name = name;

WITH due AS (
    SELECT seq FROM outbox WHERE destination = $1 AND due_at <= now()
    ORDER BY due_at, seq LIMIT $2 FOR UPDATE SKIP LOCKED)
UPDATE outbox q SET attempts = q.attempts + 1, due_at = now() + $3
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.id, q.aggregatetype, q.aggregateid, q.type, q.payload, q.traceparent, q.occurred_at;

WITH matched AS MATERIALIZED (SELECT 1 FROM product p WHERE p.search @@ (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery))) AND NOT p.archived) SELECT count(*)::int FROM (SELECT FROM matched LIMIT 1000) AS counted;

WITH matched AS MATERIALIZED (SELECT 1 FROM product p WHERE p.sku LIKE $1 AND NOT p.archived) SELECT count(*)::int FROM (SELECT FROM matched LIMIT 1000) AS counted;

WITH matched AS MATERIALIZED (SELECT FROM product p WHERE NOT p.archived AND p.search @@ (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery)))) SELECT EXISTS (SELECT FROM matched);

WITH matched AS MATERIALIZED (SELECT FROM product p WHERE NOT p.archived AND p.sku LIKE $1) SELECT EXISTS (SELECT FROM matched);

WITH matched AS MATERIALIZED (SELECT p.category_id FROM product p WHERE p.search @@ (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery))) AND NOT p.archived)
SELECT c.id, c.slug, c.name, shelf.matches FROM category c JOIN (
    SELECT counted.category_id, count(*)::int AS matches FROM (SELECT category_id FROM matched LIMIT 10000) AS counted
    GROUP BY counted.category_id) AS shelf ON shelf.category_id = c.id
ORDER BY shelf.matches DESC, c.name;

WITH matched AS MATERIALIZED (SELECT p.category_id FROM product p WHERE p.sku LIKE $1 AND NOT p.archived)
SELECT c.id, c.slug, c.name, shelf.matches FROM category c JOIN (
    SELECT counted.category_id, count(*)::int AS matches FROM (SELECT category_id FROM matched LIMIT 10000) AS counted
    GROUP BY counted.category_id) AS shelf ON shelf.category_id = c.id
ORDER BY shelf.matches DESC, c.name;

WITH matched AS MATERIALIZED (SELECT p.id, (1.0 / length(p.sku))::real AS rank FROM product p WHERE p.sku LIKE $1 AND NOT p.archived),
named AS MATERIALIZED (SELECT p.id, (1.0 / length(p.sku))::real AS rank FROM product p WHERE false AND NOT p.archived),
best AS (
    SELECT id, rank FROM (
        (SELECT id, rank FROM named LIMIT 1000) UNION (SELECT id, rank FROM matched LIMIT 1000)) AS candidate
    WHERE true ORDER BY rank DESC, id DESC LIMIT $2)
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at, best.rank::text AS sort_key FROM best JOIN product p ON p.id = best.id
ORDER BY best.rank DESC, best.id DESC;

WITH matched AS MATERIALIZED (SELECT p.id, ts_rank(p.search, (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery)))) AS rank FROM product p WHERE p.search @@ (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery))) AND NOT p.archived),
named AS MATERIALIZED (SELECT p.id, ts_rank(p.search, (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery)))) AS rank FROM product p WHERE p.named @@ (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery))) AND NOT p.archived),
best AS (
    SELECT id, rank FROM (
        (SELECT id, rank FROM named LIMIT 1000) UNION (SELECT id, rank FROM matched LIMIT 1000)) AS candidate
    WHERE true ORDER BY rank DESC, id DESC LIMIT $4)
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at, best.rank::text AS sort_key FROM best JOIN product p ON p.id = best.id
ORDER BY best.rank DESC, best.id DESC;

WITH matched AS NOT MATERIALIZED (SELECT 1 FROM product p WHERE p.search @@ (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery))) AND NOT p.archived) SELECT count(*)::int FROM (SELECT FROM matched LIMIT 1000) AS counted;

WITH matched AS NOT MATERIALIZED (SELECT 1 FROM product p WHERE p.search @@ websearch_to_tsquery('english', $1) AND NOT p.archived) SELECT count(*)::int FROM (SELECT FROM matched LIMIT 1000) AS counted;

WITH matched AS NOT MATERIALIZED (SELECT p.category_id FROM product p WHERE p.search @@ (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery))) AND NOT p.archived)
SELECT c.id, c.slug, c.name, shelf.matches FROM category c JOIN (
    SELECT counted.category_id, count(*)::int AS matches FROM (SELECT category_id FROM matched LIMIT 10000) AS counted
    GROUP BY counted.category_id) AS shelf ON shelf.category_id = c.id
ORDER BY shelf.matches DESC, c.name;

WITH matched AS NOT MATERIALIZED (SELECT p.category_id FROM product p WHERE p.search @@ websearch_to_tsquery('english', $1) AND NOT p.archived)
SELECT c.id, c.slug, c.name, shelf.matches FROM category c JOIN (
    SELECT counted.category_id, count(*)::int AS matches FROM (SELECT category_id FROM matched LIMIT 10000) AS counted
    GROUP BY counted.category_id) AS shelf ON shelf.category_id = c.id
ORDER BY shelf.matches DESC, c.name;

WITH matched AS NOT MATERIALIZED (SELECT p.id, ts_rank(p.search, (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery)))) AS rank FROM product p WHERE p.search @@ (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery))) AND NOT p.archived),
named AS NOT MATERIALIZED (SELECT p.id, ts_rank(p.search, (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery)))) AS rank FROM product p WHERE p.named @@ (websearch_to_tsquery('english', $1) || (websearch_to_tsquery('english', $2) && CAST($3 AS tsquery))) AND NOT p.archived),
best AS (
    SELECT id, rank FROM (
        (SELECT id, rank FROM named LIMIT 1000) UNION (SELECT id, rank FROM matched LIMIT 1000)) AS candidate
    WHERE true ORDER BY rank DESC, id DESC LIMIT $4)
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at, best.rank::text AS sort_key FROM best JOIN product p ON p.id = best.id
ORDER BY best.rank DESC, best.id DESC;

WITH matched AS NOT MATERIALIZED (SELECT p.id, ts_rank(p.search, websearch_to_tsquery('english', $1)) AS rank FROM product p WHERE p.search @@ websearch_to_tsquery('english', $1) AND NOT p.archived),
named AS NOT MATERIALIZED (SELECT p.id, ts_rank(p.search, websearch_to_tsquery('english', $1)) AS rank FROM product p WHERE p.named @@ websearch_to_tsquery('english', $1) AND NOT p.archived),
best AS (
    SELECT id, rank FROM (
        (SELECT id, rank FROM named LIMIT 1000) UNION (SELECT id, rank FROM matched LIMIT 1000)) AS candidate
    WHERE true ORDER BY rank DESC, id DESC LIMIT $2)
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at, best.rank::text AS sort_key FROM best JOIN product p ON p.id = best.id
ORDER BY best.rank DESC, best.id DESC;

insert into "schemaversions" (ScriptName, Applied) values ($1, $2);
