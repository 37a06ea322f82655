-- What the hosts of these tests keep.

-- A queue of its own.
CREATE TABLE job (
    seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL,
    attempts   int         NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL DEFAULT now(),
    last_error text,
    state      text        NOT NULL DEFAULT 'waiting'
);

-- What was heard: a row each time, so that hearing twice shows.
CREATE TABLE heard (
    what text NOT NULL
);

-- What cannot be applied, for now.
CREATE TABLE poison (
    what text PRIMARY KEY
);
