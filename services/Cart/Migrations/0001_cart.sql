CREATE TABLE cart (
    id         uuid PRIMARY KEY,
    user_id    uuid        NOT NULL UNIQUE,
    -- Grows with every change; 0 before the first.
    version    bigint      NOT NULL CHECK (version >= 0),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE TABLE cart_line (
    id         uuid PRIMARY KEY,
    cart_id    uuid   NOT NULL REFERENCES cart ON DELETE CASCADE,
    product_id uuid   NOT NULL,
    quantity   int    NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    -- The order in which they were added, which clocks of several replicas cannot tell.
    position   bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    UNIQUE (cart_id, product_id)
);
