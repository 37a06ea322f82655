-- OrderConfirmed: the email is queued by NotificationsStore.QueueAsync.
SELECT load.uuid7() AS email, load.uuid7() AS event \gset
\startpipeline
BEGIN;
INSERT INTO email (id, message_key, recipient, template, subject, text, html, secret, created_at, traceparent, session_id)
VALUES (:email, 'order-confirmed.' || CAST(:event AS text), 'ada@example.com', 'order-confirmed', 'Your order LOAD',
    repeat('What was bought. ', 40), repeat('<p>What was bought.</p> ', 120), false, now(), NULL, NULL)
ON CONFLICT (message_key) DO NOTHING;
\endpipeline
\startpipeline
INSERT INTO inbox (event_id) VALUES (:event);
COMMIT;
\endpipeline
-- Taken and sent: NotificationsStore.Queue. The worker takes the next one as it notes that one was sent: a commit more here.
WITH due AS (
    SELECT seq FROM email WHERE id = :email AND status = 'QUEUED' AND due_at <= now()
    ORDER BY due_at, seq LIMIT 100 FOR UPDATE SKIP LOCKED)
UPDATE email q SET attempts = q.attempts + 1, due_at = now() + interval '15 seconds'
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.id, q.message_key, q.recipient, q.template, q.subject, q.text, q.html, q.created_at, q.traceparent, q.session_id \gset
WITH keys AS (SELECT * FROM unnest(ARRAY[CAST(:seq AS bigint)], ARRAY[CAST(:attempts AS int)], ARRAY[NULL]) AS k (seq, attempts, error))
UPDATE email q SET status = 'SENT', sent_at = now(),
    text = CASE WHEN q.secret THEN '' ELSE q.text END, html = CASE WHEN q.secret THEN '' ELSE q.html END
FROM keys WHERE q.seq = keys.seq AND q.attempts = keys.attempts;
