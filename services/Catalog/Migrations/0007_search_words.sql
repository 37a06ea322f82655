-- Words are made ready to compare by the service, for what is kept and for what is typed by the same code, so that neither the
-- locale nor the dictionaries of a database decide what is found. See ADR 0036.

-- By which rules of the service "search" and "named" were made; 0 for none yet. Rows that are here, and those that a version before
-- writes, wait for it: they are found by the words that the trigger gives them meanwhile.
ALTER TABLE product ADD COLUMN words_version int NOT NULL DEFAULT 0;
CREATE INDEX product_without_words ON product (id) WHERE words_version < 1;

CREATE OR REPLACE FUNCTION product_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.name, NEW.sku, NEW.category_id, NEW.description)
            IS NOT DISTINCT FROM (OLD.name, OLD.sku, OLD.category_id, OLD.description) THEN
        RETURN NEW;
    END IF;
    NEW.words_version := 0;
    -- Who writes "search" too, be it empty, has the words follow in the same transaction.
    IF (CASE TG_OP WHEN 'INSERT' THEN NEW.search IS NULL ELSE NEW.search IS NOT DISTINCT FROM OLD.search END) THEN
        NEW.named := setweight(product_words(NEW.name), 'A');
        NEW.search := NEW.named || setweight(to_tsvector('simple', translate(NEW.sku, '-', ' ')), 'B')
            || setweight(product_words(COALESCE((SELECT name FROM category WHERE id = NEW.category_id), '')), 'C')
            || setweight(to_tsvector('english', NEW.description), 'D');
    END IF;
    RETURN NEW;
END $$;

-- The service adds the words that a mistyped one may mean, with each three letters of them that stand side by side.
DROP TRIGGER learn_words_of_new ON product;
DROP TRIGGER learn_words_of_changed ON product;
DROP FUNCTION learn_words();
-- Null for words that a version before added, until a product that has them is seen to.
ALTER TABLE search_word ADD COLUMN triples text[];
CREATE INDEX search_word_triples ON search_word USING gin (triples);
DROP INDEX search_word_alike;

-- Names in the order of people, in every database: a collation that PostgreSQL brings along.
DROP INDEX product_by_name;
DROP INDEX product_by_category_name;
CREATE INDEX product_by_name ON product (name COLLATE "und-x-icu", id) WHERE NOT archived;
CREATE INDEX product_by_category_name ON product (category_id, name COLLATE "und-x-icu", id) WHERE NOT archived;
-- Half-typed SKUs, in capitals or not, are found by product_by_sku_without_case.
DROP INDEX product_by_sku;
