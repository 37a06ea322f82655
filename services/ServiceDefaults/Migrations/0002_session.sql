-- Which customer's session a fact came of, for traces: an opaque id, not a token. See ADR 0022.
ALTER TABLE outbox ADD session_id text;
ALTER TABLE dead_letter ADD session_id text;
