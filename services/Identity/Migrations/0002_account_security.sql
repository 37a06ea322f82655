-- A guest who logged in is that user from then on: the account stays behind, is merged once, and never registers.
ALTER TABLE account ADD merged_into uuid REFERENCES account CHECK (merged_into IS NULL OR role = 'guest');

-- What a mail carries to prove that its reader has the address. Of each kind a user has one: a new one replaces it.
CREATE TABLE mailed_token (
    user_id    uuid        NOT NULL REFERENCES account,
    purpose    text        NOT NULL CHECK (purpose IN ('verify-email', 'reset-password')),
    hash       bytea       NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, purpose)
);
CREATE INDEX mailed_token_end ON mailed_token (expires_at);

-- Requests for a new password wait here, known address or not: whoever asks cannot tell by the time it takes.
CREATE TABLE reset_request (
    seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email      text        NOT NULL,
    attempts   int         NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    due_at     timestamptz NOT NULL DEFAULT now(),
    last_error text,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reset_request_due ON reset_request (due_at, seq);

-- How often something was tried, by whom or for whom. The key is a keyed hash: nobody's address is here.
CREATE TABLE attempt_count (
    key           bytea PRIMARY KEY CHECK (octet_length(key) = 32),
    attempts      int         NOT NULL CHECK (attempts >= 0),
    blocked_until timestamptz NOT NULL,
    forget_at     timestamptz NOT NULL
);
CREATE INDEX attempt_count_end ON attempt_count (forget_at);

-- A key is published before it signs, so that everybody has it by then.
ALTER TABLE signing_key ADD signs_from timestamptz NOT NULL DEFAULT now();
UPDATE signing_key SET signs_from = created_at;

-- For the cleaner.
CREATE INDEX session_ended ON session (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX refresh_token_end ON refresh_token (expires_at);
