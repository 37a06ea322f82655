-- The trace that a mail was queued in, and the session: its sending is one more part of it. See ADR 0022.
ALTER TABLE email ADD traceparent text;
ALTER TABLE email ADD session_id text;
