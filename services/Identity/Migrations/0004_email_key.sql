-- What an account is found by: the same for all ways to write an email address. The service makes it, since PostgreSQL knows neither the
-- capital letters of all alphabets nor the two forms of a domain. Null where a version before wrote the row: then lower(email) counts.
ALTER TABLE account ADD email_key text;
-- Two accounts whose addresses became one when the key came. Both go on: this one is found by its address as it is written.
ALTER TABLE account ADD email_clashes boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX account_email_key ON account (email_key) WHERE NOT email_clashes;
CREATE INDEX account_by_email_key ON account (email_key);
CREATE INDEX account_without_email_key ON account (id) WHERE email_key IS NULL AND email IS NOT NULL;

-- The form in which the password was hashed; null for as it was typed, as versions before did.
ALTER TABLE account ADD password_form text CHECK (password_form = 'nfkc');
