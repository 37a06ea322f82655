-- Every process keeps what it read of the catalog until it hears that something changed. See ADR 0026.

-- Once per transaction, at its commit. What nobody is shown (when it was changed, which news of the stock it was) is no change.
CREATE FUNCTION tell_catalog_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'product' THEN
        IF NOT EXISTS (SELECT FROM told JOIN known USING (id)
            WHERE (told.sku, told.slug, told.name, told.description, told.category_id, told.price_minor, told.currency, told.image_url,
                    told.archived, told.created_at, told.in_stock)
                IS DISTINCT FROM (known.sku, known.slug, known.name, known.description, known.category_id, known.price_minor, known.currency,
                    known.image_url, known.archived, known.created_at, known.in_stock)) THEN
            RETURN NULL;
        END IF;
    END IF;
    PERFORM pg_notify('catalog_changed', '');
    RETURN NULL;
END $$;
CREATE TRIGGER tell_product_there_or_gone AFTER INSERT OR DELETE OR TRUNCATE ON product
    FOR EACH STATEMENT EXECUTE FUNCTION tell_catalog_changed();
CREATE TRIGGER tell_product_changed AFTER UPDATE ON product
    REFERENCING OLD TABLE AS known NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_catalog_changed();
CREATE TRIGGER tell_category_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON category
    FOR EACH STATEMENT EXECUTE FUNCTION tell_catalog_changed();
