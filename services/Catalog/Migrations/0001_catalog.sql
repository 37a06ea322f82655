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
    -- A name says more of a product than its description does.
    search      tsvector    NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', sku), 'A')
        || setweight(to_tsvector('english', description), 'C')) STORED
);

CREATE INDEX product_search ON product USING gin (search);
-- One index per order of the list; the id makes each place in it unique.
CREATE INDEX product_by_newest ON product (created_at, id) WHERE NOT archived;
CREATE INDEX product_by_price ON product (price_minor, id) WHERE NOT archived;
CREATE INDEX product_by_name ON product (lower(name), id) WHERE NOT archived;
CREATE INDEX product_by_category ON product (category_id) WHERE NOT archived;
