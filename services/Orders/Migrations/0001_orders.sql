CREATE TABLE orders (
    seq                bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    id                 uuid        PRIMARY KEY,
    number             text        NOT NULL UNIQUE,
    user_id            uuid        NOT NULL,
    -- The same key and the same input give the same answer: the fingerprint is the input's hash.
    idempotency_key    uuid        NOT NULL,
    fingerprint        bytea       NOT NULL,
    status             text        NOT NULL CHECK (status IN (
        'PENDING', 'AWAITING_PAYMENT', 'CONFIRMED', 'SHIPPED', 'DELIVERED',
        'OUT_OF_STOCK', 'PAYMENT_FAILED', 'CANCELLED', 'EXPIRED')),

    -- The record of what was bought, as it was: never changed after.
    cart_id            uuid,
    cart_version       bigint,
    currency           text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    subtotal_minor     bigint      NOT NULL CHECK (subtotal_minor >= 0),
    shipping_minor     bigint      NOT NULL CHECK (shipping_minor >= 0),
    total_minor        bigint      NOT NULL CHECK (total_minor = subtotal_minor + shipping_minor),
    shipping_option_id text        NOT NULL,
    shipping_option    text        NOT NULL,
    email              text        NOT NULL,
    address            jsonb       NOT NULL,
    payment_method     text        NOT NULL,
    placed_at          timestamptz NOT NULL,

    -- How it went.
    payment_status     text        CHECK (payment_status IN ('REQUIRES_ACTION', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    payment_brand      text,
    payment_last4      text,
    decline_code       text,
    decline_message    text,
    short_lines        jsonb,
    refunded_minor     bigint      NOT NULL DEFAULT 0 CHECK (refunded_minor BETWEEN 0 AND total_minor),
    tracking_number    text,
    pay_by             timestamptz NOT NULL,

    -- The saga's queue: when somebody should look at the order again; never, when all is settled.
    due_at             timestamptz NOT NULL,
    attempts           int         NOT NULL DEFAULT 0,
    last_error         text,

    UNIQUE (user_id, idempotency_key)
);

-- A state of a cart is bought once. After a failure the customer may try again with it.
CREATE UNIQUE INDEX orders_cart_once ON orders (cart_id, cart_version)
    WHERE cart_id IS NOT NULL AND status NOT IN ('OUT_OF_STOCK', 'PAYMENT_FAILED', 'CANCELLED', 'EXPIRED');
CREATE INDEX orders_due ON orders (due_at, seq) WHERE due_at < 'infinity';
CREATE INDEX orders_newest ON orders (placed_at, id);
CREATE INDEX orders_of_user ON orders (user_id, placed_at, id);

CREATE TABLE order_line (
    id               uuid   PRIMARY KEY,
    order_id         uuid   NOT NULL REFERENCES orders,
    position         int    NOT NULL,
    product_id       uuid   NOT NULL,
    sku              text   NOT NULL,
    name             text   NOT NULL,
    quantity         int    NOT NULL CHECK (quantity > 0),
    unit_price_minor bigint NOT NULL CHECK (unit_price_minor >= 0),
    UNIQUE (order_id, position),
    UNIQUE (order_id, product_id)
);

CREATE TABLE order_event (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id uuid        NOT NULL REFERENCES orders,
    status   text        NOT NULL,
    at       timestamptz NOT NULL,
    note     text        NOT NULL
);
CREATE INDEX order_event_of_order ON order_event (order_id, id);
