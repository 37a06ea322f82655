-- Whether a payment that failed was refused by the gateway for good, rather than declined by a bank. The version before writes false for both.
ALTER TABLE payment ADD COLUMN is_refused boolean NOT NULL DEFAULT false;
