-- The best 20 products of one word, one more to tell whether there are more, and how many there are: ProductListSql.
-- A user's next word is read now and then only: the service has it in the request.
\if :turn % 16 = 0
\set w random(0, :words - 1)
SELECT query FROM load.word WHERE n = :w \gset
\endif
\set turn :turn + 1
WITH matched AS NOT MATERIALIZED (
    SELECT p.id, ts_rank(p.search, CAST(:query AS tsquery)) AS rank FROM product p
    WHERE p.search @@ CAST(:query AS tsquery) AND NOT p.archived),
few AS MATERIALIZED (SELECT id, rank FROM matched LIMIT 1000),
named AS NOT MATERIALIZED (
    SELECT p.id, ts_rank(p.search, CAST(:query AS tsquery)) AS rank FROM product p
    WHERE p.named @@ CAST(:query AS tsquery) AND NOT p.archived),
best AS (
    SELECT id, rank FROM (
        (SELECT id, rank FROM named WHERE (SELECT count(*) FROM few) = 1000 LIMIT 1000) UNION SELECT id, rank FROM few) AS candidate
    ORDER BY rank DESC, id DESC LIMIT 21)
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at,
    of_product.slug AS category_slug, of_product.name AS category_name, best.rank::text AS sort_key, LEAST((SELECT count(*) FROM few), 1000)::int AS total
FROM best JOIN product p ON p.id = best.id LEFT JOIN category of_product ON of_product.id = p.category_id
ORDER BY best.rank DESC, best.id DESC;
