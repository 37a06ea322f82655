-- What a guest's session and the one that they logged in or registered with have in common; null stands for the session's own id. See ADR 0022.
ALTER TABLE session ADD journey_id uuid;
