-- Whom a mail about an order that nobody paid goes to: the key of the address. Few of them leave in an hour.
ALTER TABLE email ADD unpaid_to text;
CREATE INDEX email_unpaid ON email (unpaid_to, created_at) WHERE unpaid_to IS NOT NULL;
-- Bodies of sent mails are not kept for ever.
CREATE INDEX email_with_body ON email (sent_at) WHERE status = 'SENT' AND text <> '';
