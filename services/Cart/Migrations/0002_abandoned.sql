-- Carts are cleared that nobody changed for long, the oldest first.
CREATE INDEX cart_updated ON cart (updated_at);
