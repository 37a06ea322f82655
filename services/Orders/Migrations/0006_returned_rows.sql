ALTER TABLE orders
    VALIDATE CONSTRAINT orders_status_check,
    VALIDATE CONSTRAINT orders_returned_are_sold,
    VALIDATE CONSTRAINT orders_returned_have_returns;

-- Orders that came back before this version are moved by the recovery worker, in an hour: the version before cannot read
-- the new status, and is gone by then. Until then it is markShipped that sees that nothing is left of them.
UPDATE orders o SET due_at = now() + interval '1 hour', attempts = attempts + 1
WHERE o.id IN (SELECT order_id FROM order_return WHERE status NOT IN ('REQUESTED', 'REJECTED'))
    AND o.status = 'CONFIRMED'
    AND NOT EXISTS (SELECT FROM order_line l WHERE l.order_id = o.id AND l.returned < l.quantity);
