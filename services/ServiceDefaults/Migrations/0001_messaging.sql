-- What every service keeps for talking to the others. The column names are those of Debezium's outbox event router.

-- Facts on their way out: one row per fact and destination, gone once delivered.
CREATE TABLE outbox (
    seq           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            uuid        NOT NULL,
    destination   text        NOT NULL,
    aggregatetype text        NOT NULL,
    aggregateid   text        NOT NULL,
    type          text        NOT NULL,
    payload       bytea       NOT NULL,
    traceparent   text,
    occurred_at   timestamptz NOT NULL DEFAULT now(),
    attempts      int         NOT NULL DEFAULT 0,
    -- When it may be taken: now, after a pause, or when the lease of whoever took it ends.
    due_at        timestamptz NOT NULL DEFAULT now(),
    last_error    text,
    UNIQUE (id, destination)
);
CREATE INDEX outbox_due ON outbox (destination, due_at, seq);

-- Facts that were given up on. An admin sees them and puts them back.
CREATE TABLE dead_letter (
    id            uuid        NOT NULL,
    destination   text        NOT NULL,
    aggregatetype text        NOT NULL,
    aggregateid   text        NOT NULL,
    type          text        NOT NULL,
    payload       bytea       NOT NULL,
    traceparent   text,
    occurred_at   timestamptz NOT NULL,
    attempts      int         NOT NULL,
    last_error    text,
    died_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id, destination)
);

-- Facts that came in and were applied: each once.
CREATE TABLE inbox (
    event_id    uuid        PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inbox_received ON inbox (received_at);
