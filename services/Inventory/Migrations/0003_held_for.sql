-- The session whose order holds the units; null for those reserved before, and by versions before.
ALTER TABLE reservation ADD COLUMN session_id uuid;
-- Only new rows have a session, so nothing is indexed now. What a session's own order holds, its carts count as available.
CREATE INDEX reservation_held_for ON reservation (session_id) WHERE status = 'ACTIVE' AND session_id IS NOT NULL;
