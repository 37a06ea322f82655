-- Search by what people type: prefixes, typing mistakes, what is in stock.

-- For the words that were nearly typed right. A trusted extension: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Whether it can be sold, as Inventory last said; an older word of it than this version is dropped.
ALTER TABLE product ADD COLUMN in_stock boolean NOT NULL DEFAULT false;
ALTER TABLE product ADD COLUMN stock_version bigint NOT NULL DEFAULT 0;
-- The part of "search" that is the name's, so that a search which a great many products match can look at names first.
ALTER TABLE product ADD COLUMN named tsvector NOT NULL DEFAULT '';

-- The words of a text by their stems, and beside them those that their stem does not begin with: "insulated" is kept as "insul",
-- which the half-typed "insula" would miss.
CREATE FUNCTION product_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector('english', words) || ts_delete(to_tsvector('simple', words), tsvector_to_array(to_tsvector('english', words)))
$$;

-- A name says more of a product than its SKU does, that more than its shelf, and that more than its description.
CREATE OR REPLACE FUNCTION product_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.named := setweight(product_words(NEW.name), 'A');
    NEW.search := NEW.named || setweight(to_tsvector('simple', translate(NEW.sku, '-', ' ')), 'B')
        || setweight(product_words(COALESCE((SELECT name FROM category WHERE id = NEW.category_id), '')), 'C')
        || setweight(to_tsvector('english', NEW.description), 'D');
    RETURN NEW;
END $$;
UPDATE product SET name = name;

-- New rows wait in a list beside the index, which every search reads whole: a short one.
CREATE INDEX product_found ON product USING gin (search) WITH (gin_pending_list_limit = 1024) WHERE NOT archived;
CREATE INDEX product_named ON product USING gin (named) WITH (gin_pending_list_limit = 1024) WHERE NOT archived;
DROP INDEX product_search;
-- Half-typed SKUs, whatever the database's collation.
CREATE INDEX product_by_sku ON product (sku text_pattern_ops) WHERE NOT archived;
-- The orders of one category.
CREATE INDEX product_by_category_newest ON product (category_id, created_at, id) WHERE NOT archived;
CREATE INDEX product_by_category_price ON product (category_id, price_minor, id) WHERE NOT archived;
CREATE INDEX product_by_category_name ON product (category_id, lower(name), id) WHERE NOT archived;
DROP INDEX product_by_category;
-- For the rarer of the two, and to count each shelf; where most are in stock, any other index finds enough of them.
CREATE INDEX product_by_stock ON product (in_stock, category_id) WHERE NOT archived;

-- Every word that a product was ever described with: what a mistyped one can be corrected to.
CREATE TABLE search_word (word text PRIMARY KEY);
CREATE INDEX search_word_alike ON search_word USING gin (word gin_trgm_ops);

-- The words of a text that somebody could mean: no numbers, no sizes.
CREATE FUNCTION plain_words(words text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT word FROM unnest(tsvector_to_array(to_tsvector('simple', words))) AS w (word)
    WHERE length(word) BETWEEN 3 AND 30 AND word !~ '[^[:alpha:]\u0080-\uffff]'
$$;

-- Sorted, so that two who add the same new words wait for each other in one direction only.
CREATE FUNCTION learn_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        -- Most changes are of stock and price.
        IF NOT EXISTS (SELECT FROM told JOIN known USING (id)
            WHERE (told.name, told.category_id, told.description) IS DISTINCT FROM (known.name, known.category_id, known.description)) THEN
            RETURN NULL;
        END IF;
    END IF;
    INSERT INTO search_word (word)
    SELECT DISTINCT w.word FROM told t LEFT JOIN category c ON c.id = t.category_id,
        plain_words(concat_ws(' ', t.name, c.name, t.description)) AS w (word)
    WHERE NOT EXISTS (SELECT FROM search_word k WHERE k.word = w.word)
    ORDER BY w.word
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER learn_words_of_new AFTER INSERT ON product
    REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION learn_words();
CREATE TRIGGER learn_words_of_changed AFTER UPDATE ON product
    REFERENCING OLD TABLE AS known NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION learn_words();

INSERT INTO search_word (word)
SELECT DISTINCT w.word FROM product p LEFT JOIN category c ON c.id = p.category_id,
    plain_words(concat_ws(' ', p.name, c.name, p.description)) AS w (word);
