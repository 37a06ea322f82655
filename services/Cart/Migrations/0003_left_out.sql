-- Units that a merge left out, until the line is changed. The version before this one leaves it as it is: 0, as long as
-- no line was merged by this one.
ALTER TABLE cart_line ADD COLUMN left_out int NOT NULL DEFAULT 0 CHECK (left_out >= 0);
