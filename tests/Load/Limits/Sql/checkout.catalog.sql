-- Each of two products when it is added, and the cart's after it; then both for the delivery options and for the order:
-- CatalogStore.GetManyAsync.
\set n random(0, :products - 1)
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at,
    of_product.slug AS category_slug, of_product.name AS category_name
FROM product p LEFT JOIN category of_product ON of_product.id = p.category_id WHERE p.id = ANY((SELECT page[1:1] FROM load.ware WHERE n = :n)::uuid[]);
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at,
    of_product.slug AS category_slug, of_product.name AS category_name
FROM product p LEFT JOIN category of_product ON of_product.id = p.category_id WHERE p.id = ANY((SELECT page[1:1] FROM load.ware WHERE n = :n)::uuid[]);
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at,
    of_product.slug AS category_slug, of_product.name AS category_name
FROM product p LEFT JOIN category of_product ON of_product.id = p.category_id WHERE p.id = ANY((SELECT page[2:2] FROM load.ware WHERE n = :n)::uuid[]);
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at,
    of_product.slug AS category_slug, of_product.name AS category_name
FROM product p LEFT JOIN category of_product ON of_product.id = p.category_id WHERE p.id = ANY((SELECT page[1:2] FROM load.ware WHERE n = :n)::uuid[]);
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at,
    of_product.slug AS category_slug, of_product.name AS category_name
FROM product p LEFT JOIN category of_product ON of_product.id = p.category_id WHERE p.id = ANY((SELECT page[1:2] FROM load.ware WHERE n = :n)::uuid[]);
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at,
    of_product.slug AS category_slug, of_product.name AS category_name
FROM product p LEFT JOIN category of_product ON of_product.id = p.category_id WHERE p.id = ANY((SELECT page[1:2] FROM load.ware WHERE n = :n)::uuid[]);
