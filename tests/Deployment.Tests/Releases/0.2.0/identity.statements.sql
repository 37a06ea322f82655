DELETE FROM address WHERE id = $1 AND user_id = $2;

DELETE FROM attempt_count WHERE key = $1;

DELETE FROM attempt_count WHERE key IN (
    SELECT key FROM attempt_count WHERE forget_at < $1 AND blocked_until < $1
    ORDER BY forget_at LIMIT $2 FOR UPDATE SKIP LOCKED);

DELETE FROM mailed_token WHERE hash = $1 AND purpose = $2 AND expires_at > $3 RETURNING user_id;

DELETE FROM mailed_token WHERE hash IN (
    SELECT hash FROM mailed_token WHERE expires_at < $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED);

DELETE FROM refresh_token WHERE hash IN (
    SELECT hash FROM refresh_token WHERE expires_at < $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED);

DELETE FROM reset_request WHERE seq = $1 AND attempts = $2;

DELETE FROM session WHERE id IN (
    SELECT id FROM session WHERE ended_at < $1 ORDER BY ended_at LIMIT $2 FOR UPDATE SKIP LOCKED);

DELETE FROM session WHERE id IN (
    SELECT s.id FROM refresh_token t JOIN session s ON s.id = t.session_id
    WHERE t.expires_at < $1 AND t.used_at IS NULL ORDER BY t.expires_at LIMIT $2 FOR UPDATE OF s SKIP LOCKED);

INSERT INTO account (id, role, email, password_hash, email_verified, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $6);

INSERT INTO address (id, user_id, name, line1, line2, city, region, postal_code, country_code, phone, is_default, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, false, $11, $11);

INSERT INTO mailed_token (user_id, purpose, hash, expires_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (user_id, purpose) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at;

INSERT INTO refresh_token (hash, session_id, expires_at) VALUES ($1, $2, $3);

INSERT INTO reset_request (email) VALUES ($1);

INSERT INTO session (id, user_id, created_at) VALUES ($1, $2, $3);

INSERT INTO signing_key (id, private_key, created_at, signs_from) VALUES ($1, $2, $3, $4);

SELECT 'outbox to ' || d.name AS queue,
    (SELECT count(*) FROM outbox o WHERE o.destination = d.name) AS depth,
    COALESCE((SELECT EXTRACT(EPOCH FROM now() - min(o.occurred_at)) FROM outbox o WHERE o.destination = d.name), 0)::float8 AS oldest_seconds,
    (SELECT count(*) FROM dead_letter l WHERE l.destination = d.name) AS dead
FROM unnest(ARRAY['Notifications', 'Cart', 'Orders']) AS d (name);

SELECT 'password resets' AS queue, count(*) AS depth,
    COALESCE(EXTRACT(EPOCH FROM now() - min(created_at)), 0)::float8 AS oldest_seconds, 0::bigint AS dead
FROM reset_request;

SELECT 1;

SELECT EXISTS (SELECT FROM mailed_token WHERE hash = $1 AND purpose = $2 AND expires_at > $3);

SELECT EXISTS (SELECT FROM signing_key);

SELECT FROM account WHERE id = $1 FOR NO KEY UPDATE;

SELECT count(*)::int FROM address WHERE user_id = $1;

SELECT id FROM account WHERE id = $1 AND password_hash = $2 FOR SHARE;

SELECT id, destination, type, aggregateid, attempts, last_error, died_at
FROM dead_letter ORDER BY died_at DESC LIMIT $1;

SELECT id, name, line1, line2, city, region, postal_code, country_code, phone, is_default FROM address WHERE id = $1 AND user_id = $2;

SELECT id, name, line1, line2, city, region, postal_code, country_code, phone, is_default FROM address WHERE user_id = $1 ORDER BY is_default DESC, id;

SELECT id, private_key, signs_from FROM signing_key;

SELECT id, role, email, email_verified, created_at FROM account WHERE id = $1;

SELECT id, role, email, email_verified, created_at, password_hash FROM account WHERE lower(email) = lower($1);

SELECT t.session_id, s.user_id, t.expires_at, t.used_at, s.ended_at
FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE t.hash = $1 FOR UPDATE;

UPDATE account SET merged_into = $1, updated_at = $2 WHERE id = $3 AND role = $4 AND merged_into IS NULL;

UPDATE account SET role = $1, email = $2, password_hash = $3, updated_at = $4
WHERE id = $5 AND role = $6 AND merged_into IS NULL RETURNING id, role, email, email_verified, created_at;

UPDATE address SET is_default = true
WHERE id = (SELECT id FROM address WHERE user_id = $1 ORDER BY (id = $2) <> $3, id LIMIT 1)
  AND NOT EXISTS (SELECT FROM address WHERE user_id = $1 AND is_default);

UPDATE address SET name = $1, line1 = $2, line2 = $3, city = $4, region = $5,
    postal_code = $6, country_code = $7, phone = $8, updated_at = $9
WHERE id = $10 AND user_id = $11;

UPDATE attempt_count
SET attempts = attempts - 1, blocked_until = CASE WHEN attempts <= $1 THEN '-infinity' ELSE blocked_until END
WHERE key = $2 AND attempts > 0;

UPDATE session SET ended_at = $1
WHERE id IN (SELECT id FROM session WHERE user_id = $2 AND ended_at IS NULL ORDER BY id FOR UPDATE);

UPDATE session SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL;

UPDATE signing_key SET signs_from = created_at;

WITH due AS (
    SELECT seq FROM outbox WHERE destination = $1 AND due_at <= now()
    ORDER BY due_at, seq LIMIT $2 FOR UPDATE SKIP LOCKED)
UPDATE outbox q SET attempts = q.attempts + 1, due_at = now() + $3
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.id, q.aggregatetype, q.aggregateid, q.type, q.payload, q.traceparent, q.occurred_at;

WITH due AS (
    SELECT seq FROM reset_request WHERE true AND due_at <= now()
    ORDER BY due_at, seq LIMIT $1 FOR UPDATE SKIP LOCKED)
UPDATE reset_request q SET attempts = q.attempts + 1, due_at = now() + $2
FROM due WHERE q.seq = due.seq
RETURNING q.seq, q.attempts, q.email;

insert into "schemaversions" (ScriptName, Applied) values ($1, $2);
