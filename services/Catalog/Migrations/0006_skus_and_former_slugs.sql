-- SKUs are compared without case, and slugs that products had before still lead to them. See ADR 0037.

-- Which of two SKUs is to be another one, only the merchant knows.
DO $$
DECLARE
    clashes text;
BEGIN
    SELECT string_agg(same.skus, '; ' ORDER BY same.skus) INTO clashes FROM (
        SELECT string_agg(sku, ', ' ORDER BY sku COLLATE "C") AS skus FROM product
        GROUP BY upper(sku COLLATE "C") HAVING count(*) > 1) AS same;
    IF clashes IS NOT NULL THEN
        RAISE EXCEPTION 'These SKUs differ only in case, and nothing was changed. Give all but one of each another SKU, and migrate again: %', clashes
            USING ERRCODE = 'unique_violation';
    END IF;
END $$;
-- The constraint of 0001 stays beside it: the version before looks SKUs up in that one.
CREATE UNIQUE INDEX product_by_sku_without_case ON product (upper(sku COLLATE "C"));

-- Slugs that a product had before. The present ones are in product.
CREATE TABLE product_slug (
    slug       text PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE
);
CREATE INDEX product_slug_of_product ON product_slug (product_id);

-- The triggers run after the unique index of product.slug has waited for others who write the same slug, and see what those committed.
CREATE FUNCTION refuse_former_slug() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    taken text;
BEGIN
    SELECT t.slug INTO taken FROM told t JOIN product_slug s USING (slug) WHERE s.product_id <> t.id LIMIT 1;
    IF taken IS NOT NULL THEN
        RAISE EXCEPTION 'the slug % leads to another product', taken USING ERRCODE = 'unique_violation', CONSTRAINT = 'product_slug_pkey';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER refuse_former_slug_of_new AFTER INSERT ON product
    REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION refuse_former_slug();

CREATE FUNCTION keep_former_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM product_slug WHERE slug = NEW.slug AND product_id = NEW.id;
    IF EXISTS (SELECT FROM product_slug WHERE slug = NEW.slug) THEN
        RAISE EXCEPTION 'the slug % leads to another product', NEW.slug USING ERRCODE = 'unique_violation', CONSTRAINT = 'product_slug_pkey';
    END IF;
    INSERT INTO product_slug (slug, product_id) VALUES (OLD.slug, NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER keep_former_slug AFTER UPDATE OF slug ON product
    FOR EACH ROW WHEN (NEW.slug <> OLD.slug) EXECUTE FUNCTION keep_former_slug();
