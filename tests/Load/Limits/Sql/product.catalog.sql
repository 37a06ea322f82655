-- A product by its slug, and its category: CatalogStore.FindBySlugAsync and GetCategoriesAsync.
\set n random(0, :products - 1)
SELECT p.id, p.sku, p.slug, p.name, p.description, p.category_id, p.price_minor, p.currency, p.image_url, p.archived, p.created_at
FROM product p WHERE p.slug = 'ware-' || :n \gset
SELECT c.id, c.slug, c.name, NULL::int AS product_count FROM category c WHERE c.id = ANY(ARRAY[:category_id]::uuid[]);
