-- A guest is an account without an address or a password, and becomes a customer by getting both.
CREATE TABLE account (
    id             uuid PRIMARY KEY,
    role           text        NOT NULL CHECK (role IN ('guest', 'customer', 'admin')),
    email          text        CHECK (length(email) <= 254),
    password_hash  text,
    email_verified boolean     NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    CHECK ((role = 'guest') = (email IS NULL)),
    CHECK ((email IS NULL) = (password_hash IS NULL))
);
CREATE UNIQUE INDEX account_email ON account (lower(email));

-- All refresh tokens that come from one login are a family: they end together.
CREATE TABLE session (
    id         uuid PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL,
    ended_at   timestamptz
);
CREATE INDEX session_by_user ON session (user_id);

-- A spent token stays, so that its reuse is noticed.
CREATE TABLE refresh_token (
    hash       bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    session_id uuid        NOT NULL REFERENCES session ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX refresh_token_by_session ON refresh_token (session_id);
-- Of a family, one token is good.
CREATE UNIQUE INDEX refresh_token_unused ON refresh_token (session_id) WHERE used_at IS NULL;

CREATE TABLE address (
    id           uuid PRIMARY KEY,
    user_id      uuid        NOT NULL REFERENCES account,
    name         text        NOT NULL,
    line1        text        NOT NULL,
    line2        text        NOT NULL,
    city         text        NOT NULL,
    region       text        NOT NULL,
    postal_code  text        NOT NULL,
    country_code text        NOT NULL CHECK (country_code ~ '^[A-Z]{2}$'),
    phone        text        NOT NULL,
    is_default   boolean     NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL
);
CREATE INDEX address_by_user ON address (user_id);
CREATE UNIQUE INDEX address_default ON address (user_id) WHERE is_default;

CREATE TABLE signing_key (
    -- The tokens' "kid".
    id          uuid PRIMARY KEY,
    -- PKCS#8 under AES-256-GCM: nonce, tag, ciphertext.
    private_key bytea       NOT NULL,
    created_at  timestamptz NOT NULL
);
