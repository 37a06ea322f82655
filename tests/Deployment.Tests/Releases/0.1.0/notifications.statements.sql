INSERT INTO email (id, message_key, recipient, template, subject, text, html, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (message_key) DO NOTHING;

INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING;

SELECT 'emails' AS queue, (SELECT count(*) FROM email WHERE status = 'QUEUED') AS depth,
    COALESCE((SELECT EXTRACT(EPOCH FROM now() - min(created_at)) FROM email WHERE status = 'QUEUED'), 0)::float8 AS oldest_seconds,
    (SELECT count(*) FROM email WHERE status = 'DEAD') AS dead;

SELECT 1;

SELECT 1 FROM email WHERE message_key LIKE '%' || $1 AND status = 'QUEUED' LIMIT 1;

SELECT template FROM email WHERE message_key LIKE '%' || $1 AND status = 'SENT' AND attempts = 1 ORDER BY seq;

WITH due AS (
    SELECT seq FROM email WHERE status = 'QUEUED' AND due_at <= now()
    ORDER BY due_at, seq LIMIT $1 FOR UPDATE SKIP LOCKED)
UPDATE email q SET attempts = q.attempts + 1, due_at = now() + $2
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.id, q.message_key, q.recipient, q.template, q.subject, q.text, q.html, q.created_at;

insert into "schemaversions" (ScriptName, Applied) values ($1, $2);
