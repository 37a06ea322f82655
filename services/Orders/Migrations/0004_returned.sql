-- An order of which everything came back before it shipped is RETURNED. The new CHECKs hold for what is written from now
-- on; the rows that are there are checked by the next script, in a transaction of its own, whose lock no writer waits for.
ALTER TABLE orders
    DROP CONSTRAINT orders_status_check,
    DROP CONSTRAINT orders_returned_are_sold,
    ADD CONSTRAINT orders_status_check CHECK (status IN (
        'PENDING', 'AWAITING_PAYMENT', 'CONFIRMED', 'SHIPPED', 'DELIVERED',
        'OUT_OF_STOCK', 'PAYMENT_FAILED', 'CANCELLED', 'EXPIRED', 'RETURNED')) NOT VALID,
    ADD CONSTRAINT orders_returned_are_sold CHECK (return_count = 0 OR status IN ('CONFIRMED', 'SHIPPED', 'DELIVERED', 'RETURNED')) NOT VALID,
    ADD CONSTRAINT orders_returned_have_returns CHECK (return_count > 0 OR status <> 'RETURNED') NOT VALID;
