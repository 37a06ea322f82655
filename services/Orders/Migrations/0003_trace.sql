-- The trace that the order was placed in, for whoever goes on with it later. See ADR 0022.
ALTER TABLE orders ADD traceparent text;
