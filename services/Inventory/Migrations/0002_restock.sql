-- As the Catalog named the product when its record was opened; empty for those that were opened before.
ALTER TABLE stock ADD COLUMN sku text NOT NULL DEFAULT '', ADD COLUMN name text NOT NULL DEFAULT '';

-- Not validated, since that would read the whole ledger under a lock: what stands there kept the narrower rule.
ALTER TABLE stock_movement DROP CONSTRAINT stock_movement_reason_check;
ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_reason_check
    CHECK (reason IN ('OPENED', 'SOLD', 'CANCELLED', 'RETURNED', 'ADJUSTED', 'RECEIVED')) NOT VALID;

-- What is ordered from suppliers, or should be. No foreign key to stock, whose rows are never removed: its check would
-- lock the row (FOR KEY SHARE) without waiting its turn, and PostgreSQL then has statements that lock a row and update it
-- wait for each other's place in the queue for it, in a circle.
CREATE TABLE purchase_order (
    seq          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id           uuid PRIMARY KEY,
    product_id   uuid        NOT NULL,
    status       text        NOT NULL,
    quantity     int         NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
    received     int         NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    placed_at    timestamptz,
    -- The supplier's word, and its promise.
    confirmed_at timestamptz,
    expected_at  timestamptz,
    CONSTRAINT purchase_order_status_fits_received CHECK (CASE status
        WHEN 'SUGGESTED' THEN received = 0
        WHEN 'CANCELLED' THEN received = 0
        WHEN 'PLACED' THEN received = 0
        WHEN 'PARTIALLY_RECEIVED' THEN received > 0 AND received < quantity
        WHEN 'RECEIVED' THEN received = quantity
        ELSE false END),
    CHECK ((placed_at IS NULL) = (status IN ('SUGGESTED', 'CANCELLED'))),
    CHECK ((confirmed_at IS NULL) = (expected_at IS NULL))
);
CREATE INDEX purchase_order_by_status ON purchase_order (status, seq);
CREATE INDEX purchase_order_open ON purchase_order (product_id) WHERE status IN ('PLACED', 'PARTIALLY_RECEIVED');
-- Nobody suggests the same twice.
CREATE UNIQUE INDEX purchase_order_one_suggestion ON purchase_order (product_id) WHERE status = 'SUGGESTED';

-- Goods that arrived: each delivery once. Their sums are the counts of the purchase orders.
CREATE TABLE goods_receipt (
    id                uuid PRIMARY KEY,
    purchase_order_id uuid        NOT NULL REFERENCES purchase_order,
    quantity          int         NOT NULL CHECK (quantity > 0),
    received_at       timestamptz NOT NULL DEFAULT now()
);

-- A line that what can be sold of a product (on_hand - reserved) went over: below the threshold, to nothing, from
-- nothing. Written with the change that did it, and worked off by CrossingWorker, which tells the others. Changes of
-- a product are one after the other, so its rows have growing seqs.
CREATE TABLE stock_crossing (
    seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         uuid        NOT NULL DEFAULT gen_random_uuid(),
    product_id uuid        NOT NULL REFERENCES stock,
    kind       text        NOT NULL CHECK (kind IN ('RAN_LOW', 'SOLD_OUT', 'IN_STOCK')),
    available  int         NOT NULL,
    threshold  int         NOT NULL,
    attempts   int         NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL DEFAULT now(),
    last_error text
);
CREATE INDEX stock_crossing_due ON stock_crossing (due_at, seq);

CREATE FUNCTION note_stock_crossing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO stock_crossing (product_id, kind, available, threshold)
    VALUES (NEW.product_id, TG_ARGV[0], NEW.on_hand - NEW.reserved, NEW.threshold);
    RETURN NULL;
END $$;

-- The conditions are looked at in place, with the row at hand: an update that crosses nothing queues nothing.
CREATE TRIGGER stock_ran_low AFTER UPDATE OF on_hand, reserved, threshold ON stock FOR EACH ROW
    WHEN (OLD.on_hand - OLD.reserved >= OLD.threshold AND NEW.on_hand - NEW.reserved < NEW.threshold)
    EXECUTE FUNCTION note_stock_crossing('RAN_LOW');
CREATE TRIGGER stock_sold_out AFTER UPDATE OF on_hand, reserved ON stock FOR EACH ROW
    WHEN (OLD.on_hand > OLD.reserved AND NEW.on_hand = NEW.reserved)
    EXECUTE FUNCTION note_stock_crossing('SOLD_OUT');
CREATE TRIGGER stock_in_stock AFTER UPDATE OF on_hand, reserved ON stock FOR EACH ROW
    WHEN (OLD.on_hand = OLD.reserved AND NEW.on_hand > NEW.reserved)
    EXECUTE FUNCTION note_stock_crossing('IN_STOCK');
CREATE TRIGGER stock_opened_low AFTER INSERT ON stock FOR EACH ROW
    WHEN (NEW.on_hand - NEW.reserved < NEW.threshold) EXECUTE FUNCTION note_stock_crossing('RAN_LOW');
CREATE TRIGGER stock_opened_empty AFTER INSERT ON stock FOR EACH ROW
    WHEN (NEW.on_hand = NEW.reserved) EXECUTE FUNCTION note_stock_crossing('SOLD_OUT');
CREATE TRIGGER stock_opened AFTER INSERT ON stock FOR EACH ROW
    WHEN (NEW.on_hand > NEW.reserved) EXECUTE FUNCTION note_stock_crossing('IN_STOCK');

-- Nobody was told of what is there already.
INSERT INTO stock_crossing (product_id, kind, available, threshold)
SELECT product_id, CASE WHEN on_hand > reserved THEN 'IN_STOCK' ELSE 'SOLD_OUT' END, on_hand - reserved, threshold FROM stock
UNION ALL SELECT product_id, 'RAN_LOW', on_hand - reserved, threshold FROM stock WHERE on_hand - reserved < threshold;
