-- Counts per product. available = on_hand - reserved; damaged units are not on hand.
-- Half-empty pages keep the many updates of one row on its page, without touching the index.
CREATE TABLE stock (
    product_id uuid PRIMARY KEY,
    on_hand    int NOT NULL CHECK (on_hand <= 1000000000),
    reserved   int NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    damaged    int NOT NULL DEFAULT 0 CHECK (damaged >= 0),
    threshold  int NOT NULL CHECK (threshold >= 0),
    CONSTRAINT stock_covers_reserved CHECK (reserved <= on_hand)
) WITH (fillfactor = 50);

-- What an order holds, or held. A row stays after the end, so that nothing happens twice;
-- one without lines says that the order ended before it could reserve.
CREATE TABLE reservation (
    order_id   uuid PRIMARY KEY,
    status     text        NOT NULL CHECK (status IN ('ACTIVE', 'SETTLED', 'RELEASED', 'EXPIRED', 'CANCELLED')),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    ended_at   timestamptz,
    CHECK (status <> 'ACTIVE' OR expires_at IS NOT NULL),
    CHECK ((status = 'ACTIVE') = (ended_at IS NULL))
);
CREATE INDEX reservation_due ON reservation (expires_at) WHERE status = 'ACTIVE';

CREATE TABLE reservation_line (
    order_id   uuid NOT NULL REFERENCES reservation,
    product_id uuid NOT NULL REFERENCES stock,
    quantity   int  NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, product_id)
);

-- The ledger: every change of on_hand and damaged. Its sums are the counts of stock;
-- what is reserved is the sum of the lines of ACTIVE reservations.
CREATE TABLE stock_movement (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    product_id uuid        NOT NULL REFERENCES stock,
    on_hand    int         NOT NULL,
    damaged    int         NOT NULL DEFAULT 0,
    reason     text        NOT NULL CHECK (reason IN ('OPENED', 'SOLD', 'CANCELLED', 'RETURNED', 'ADJUSTED')),
    -- The product, order, order, receipt, or adjustment that it comes from.
    reference  uuid        NOT NULL,
    note       text        NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (on_hand <> 0 OR damaged <> 0),
    -- Nothing is sold, cancelled or returned twice.
    UNIQUE (reference, reason, product_id)
);

-- Returns that were put back: each once.
CREATE TABLE stock_receipt (
    id          uuid PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT now()
);
