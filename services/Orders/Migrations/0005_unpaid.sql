-- Orders that replace an unpaid one of the same session, and limits of what a session or an address may try and hold (ADR 0035).
-- Additive: rows of the version before have no session and no address, and count for none.
ALTER TABLE orders
    ADD COLUMN session_id     uuid,
    -- The client's address; of IPv6 its network.
    ADD COLUMN client_address text,
    ADD COLUMN radar_session  text,
    -- The unpaid order that this one replaced. Inventory moved its stock to this one.
    ADD COLUMN taken_over_id  uuid REFERENCES orders,
    -- Why an order ended where its status does not say so: another one replaced it, or too much was held unpaid.
    ADD COLUMN end_reason     text CHECK (end_reason IN ('TAKEN_OVER', 'HOLD_LIMIT'));

CREATE INDEX orders_unpaid ON orders (id) WHERE status = 'AWAITING_PAYMENT';
-- Few rows each: what is unpaid now, and what was declined.
CREATE INDEX orders_unpaid_by_session ON orders (session_id) WHERE status = 'AWAITING_PAYMENT';
CREATE INDEX orders_unpaid_by_address ON orders (client_address) WHERE status = 'AWAITING_PAYMENT';
CREATE INDEX orders_declined_by_session ON orders (session_id, placed_at) WHERE status = 'PAYMENT_FAILED';
CREATE INDEX orders_declined_by_address ON orders (client_address, placed_at) WHERE status = 'PAYMENT_FAILED';
CREATE INDEX orders_declined_by_email ON orders (email, placed_at) WHERE status = 'PAYMENT_FAILED';
CREATE INDEX orders_declined_by_cart ON orders (cart_id, placed_at) WHERE status = 'PAYMENT_FAILED';
