-- What the gateway saw of the customer's browser, for its fraud checks. Kept so that an intent that is asked for again is
-- asked for with the same input.
ALTER TABLE payment ADD COLUMN radar_session text;
