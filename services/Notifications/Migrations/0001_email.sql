-- The email queue: rendered when it is queued, so that a mail says what was true when it became due.
CREATE TABLE email (
    seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid        NOT NULL UNIQUE,
    -- What it is about: the same fact makes one mail, however often it is told. Also the mail's Message-ID and file name.
    message_key text        NOT NULL UNIQUE CHECK (message_key ~ '^[a-z0-9.-]{1,200}$'),
    recipient   text        NOT NULL CHECK (recipient <> ''),
    template    text        NOT NULL,
    subject     text        NOT NULL,
    text        text        NOT NULL,
    html        text        NOT NULL,
    status      text        NOT NULL DEFAULT 'QUEUED' CHECK (status IN ('QUEUED', 'SENT', 'DEAD')),
    attempts    int         NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- When it may be taken: now, after a pause, or when the lease of whoever took it ends.
    due_at      timestamptz NOT NULL DEFAULT now(),
    last_error  text,
    created_at  timestamptz NOT NULL,
    sent_at     timestamptz,
    CHECK ((status = 'SENT') = (sent_at IS NOT NULL))
);

CREATE INDEX email_due ON email (due_at, seq) WHERE status = 'QUEUED';
CREATE INDEX email_by_status ON email (status, seq);
