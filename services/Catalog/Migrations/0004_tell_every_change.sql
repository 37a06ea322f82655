-- A change of any column tells that the catalog changed, also of those that later migrations add. Only those do not
-- count that are named here: they say when a product was changed, and which message of Inventory was the last. See ADR 0026.

-- Emptied in both rows, the rest is compared byte by byte: that costs next to nothing, and fits columns of any type.
-- Without the setting PostgreSQL compares each row with every other row of the statement.
CREATE OR REPLACE FUNCTION tell_catalog_changed() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
DECLARE
    not_counted CONSTANT jsonb := '{"updated_at": null, "stock_version": null}';
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'product' THEN
        IF NOT EXISTS (SELECT FROM told LEFT JOIN known USING (id) WHERE CASE WHEN known.id IS NULL THEN true
                ELSE jsonb_populate_record(told, not_counted) *<> jsonb_populate_record(known, not_counted) END) THEN
            RETURN NULL;
        END IF;
    END IF;
    PERFORM pg_notify('catalog_changed', '');
    RETURN NULL;
END $$;

-- What an admin looks through to restore something. Other orders and searches are sorted and filtered from these.
CREATE INDEX product_archived_by_newest ON product (created_at, id) WHERE archived;
CREATE INDEX product_archived_by_category ON product (category_id, created_at, id) WHERE archived;
