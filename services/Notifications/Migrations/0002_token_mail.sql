-- A mail that carries a token: its bodies are gone once it is sent or given up, so that the token is in the mailbox only.
ALTER TABLE email ADD secret boolean NOT NULL DEFAULT false;
