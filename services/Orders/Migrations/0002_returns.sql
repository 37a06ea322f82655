-- Returns (flow C). Additive: the version before knows none of it, and writes orders that have no returns.

ALTER TABLE orders
    -- Returns that were not rejected. It stands here, under the lock of the order, so that a cancellation and a return exclude
    -- each other: one moves the order, the other this number, and both are the same row.
    ADD COLUMN return_count   int    NOT NULL DEFAULT 0 CHECK (return_count >= 0),
    -- What inspected returns give back: paid back already, or on its way.
    ADD COLUMN returned_minor bigint NOT NULL DEFAULT 0 CHECK (returned_minor BETWEEN 0 AND total_minor),
    ADD CONSTRAINT orders_returned_are_sold CHECK (return_count = 0 OR status IN ('CONFIRMED', 'SHIPPED', 'DELIVERED')),
    ADD CONSTRAINT orders_refund_was_decided CHECK (return_count = 0 OR refunded_minor <= returned_minor);

ALTER TABLE order_line
    -- Units of returns that were requested or approved.
    ADD COLUMN in_return int NOT NULL DEFAULT 0,
    -- Units of these that came back.
    ADD COLUMN returned  int NOT NULL DEFAULT 0,
    ADD CONSTRAINT order_line_returns_what_was_bought CHECK (0 <= returned AND returned <= in_return AND in_return <= quantity);

CREATE TABLE order_return (
    seq          bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    id           uuid        PRIMARY KEY,
    order_id     uuid        NOT NULL REFERENCES orders,
    status       text        NOT NULL CHECK (status IN ('REQUESTED', 'REJECTED', 'REFUNDING', 'REFUNDED', 'REFUND_FAILED')),
    reason       text        NOT NULL,
    note         text        NOT NULL DEFAULT '',
    requested_at timestamptz NOT NULL,
    currency     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    -- What it gives back: decided once, when it is inspected.
    refund_minor bigint      CHECK (refund_minor >= 0),
    -- Names the refund at Billing. A refund that Billing calls failed never pays any more: the next attempt has another id.
    refund_id    uuid        NOT NULL UNIQUE,
    -- Why the last refund failed, as the payment gateway calls it.
    refund_error text,
    -- The refunds' queue: when somebody should ask Billing; never, when nothing is to be asked.
    due_at       timestamptz NOT NULL DEFAULT 'infinity',
    attempts     int         NOT NULL DEFAULT 0,
    last_error   text,
    CHECK ((status IN ('REQUESTED', 'REJECTED')) = (refund_minor IS NULL))
);
CREATE INDEX order_return_due ON order_return (due_at, seq) WHERE due_at < 'infinity';
CREATE INDEX order_return_of_order ON order_return (order_id, seq);
CREATE INDEX order_return_by_status ON order_return (status, seq);

CREATE TABLE return_line (
    return_id     uuid NOT NULL REFERENCES order_return,
    order_line_id uuid NOT NULL REFERENCES order_line,
    position      int  NOT NULL,
    quantity      int  NOT NULL CHECK (quantity > 0),
    sellable      int  CHECK (sellable >= 0),
    damaged       int  CHECK (damaged >= 0),
    PRIMARY KEY (return_id, order_line_id),
    CHECK ((sellable IS NULL) = (damaged IS NULL)),
    CHECK (sellable + damaged <= quantity)
);
