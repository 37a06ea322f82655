CREATE TABLE category (
    id   uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL
);

CREATE TABLE product (
    id          uuid PRIMARY KEY,
    sku         text        NOT NULL UNIQUE,
    slug        text        NOT NULL UNIQUE,
    name        text        NOT NULL,
    description text        NOT NULL,
    category_id uuid        REFERENCES category,
    price_minor bigint      NOT NULL CHECK (price_minor >= 0),
    currency    text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    image_url   text,
    archived    boolean     NOT NULL DEFAULT false,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    -- What can be found; kept by the trigger below.
    search      tsvector    NOT NULL
);

-- A name says more of a product than its shelf does, and that more than its description.
CREATE FUNCTION product_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.search := setweight(to_tsvector('english', NEW.name), 'A') || setweight(to_tsvector('english', NEW.sku), 'A')
        || setweight(to_tsvector('english', COALESCE((SELECT name FROM category WHERE id = NEW.category_id), '')), 'B')
        || setweight(to_tsvector('english', NEW.description), 'C');
    RETURN NEW;
END $$;
CREATE TRIGGER product_search BEFORE INSERT OR UPDATE OF name, sku, category_id, description ON product
    FOR EACH ROW EXECUTE FUNCTION product_search();

CREATE INDEX product_search ON product USING gin (search);
-- One index per order of the list; the id makes each place in it unique.
CREATE INDEX product_by_newest ON product (created_at, id) WHERE NOT archived;
CREATE INDEX product_by_price ON product (price_minor, id) WHERE NOT archived;
CREATE INDEX product_by_name ON product (lower(name), id) WHERE NOT archived;
CREATE INDEX product_by_category ON product (category_id) WHERE NOT archived;
