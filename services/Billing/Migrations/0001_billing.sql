-- One payment per order, however often it is charged. The row is there before the gateway hears of it.
CREATE TABLE payment (
    order_id        uuid PRIMARY KEY,
    status          text        NOT NULL CHECK (status IN ('Processing', 'RequiresAction', 'Failed', 'Cancelled', 'Succeeded')),
    -- These three are null for an order that was cancelled before it was charged.
    amount_minor    bigint,
    currency        text        CHECK (currency ~ '^[A-Z]{3}$'),
    payment_method  text,
    description     text,
    -- The gateway's payment intent. Money moves only through the one that is named here.
    gateway_id      text        UNIQUE,
    -- Part of the gateway's idempotency keys; the next one when a key only ever repeats an error.
    attempt         int         NOT NULL DEFAULT 1,
    captured_minor  bigint      NOT NULL DEFAULT 0,
    refunded_minor  bigint      NOT NULL DEFAULT 0,
    brand           text,
    last4           text        CHECK (last4 ~ '^[0-9]{4}$'),
    decline_code    text,
    decline_message text,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CHECK (0 <= refunded_minor AND refunded_minor <= captured_minor AND captured_minor <= coalesce(amount_minor, 0)),
    CHECK ((status = 'Succeeded') = (captured_minor > 0)),
    CHECK (captured_minor = 0 OR gateway_id IS NOT NULL),
    CHECK (num_nulls(amount_minor, currency, payment_method) IN (0, 3)),
    CHECK (amount_minor IS NOT NULL OR status = 'Cancelled')
);

-- Reserved before the gateway hears of it: what is pending counts against what is left.
CREATE TABLE refund (
    id           uuid PRIMARY KEY,
    order_id     uuid        NOT NULL REFERENCES payment,
    amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
    status       text        NOT NULL CHECK (status IN ('Pending', 'Succeeded', 'Failed')),
    gateway_id   text        UNIQUE,
    failure_code text,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL
);
CREATE INDEX refund_by_order ON refund (order_id);

-- What the gateway's webhooks told, each event once. Of a card it holds brand and last four digits at most.
CREATE TABLE gateway_event (
    id          text PRIMARY KEY,
    type        text        NOT NULL,
    -- The payment intent that it is about.
    gateway_id  text        NOT NULL,
    fact        jsonb       NOT NULL,
    received_at timestamptz NOT NULL,
    -- Null while no payment has that intent.
    applied_at  timestamptz
);
CREATE INDEX gateway_event_waiting ON gateway_event (gateway_id, received_at) WHERE applied_at IS NULL;
CREATE INDEX gateway_event_received ON gateway_event (received_at);
