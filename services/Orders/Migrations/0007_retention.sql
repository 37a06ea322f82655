-- When an order that was never paid lost its personal data. The row stays, and its idempotency key answers.
ALTER TABLE orders ADD COLUMN blanked_at timestamptz;
CREATE INDEX orders_to_blank ON orders (placed_at)
    WHERE blanked_at IS NULL AND status IN ('OUT_OF_STOCK', 'PAYMENT_FAILED', 'CANCELLED', 'EXPIRED') AND payment_status IS DISTINCT FROM 'SUCCEEDED';
