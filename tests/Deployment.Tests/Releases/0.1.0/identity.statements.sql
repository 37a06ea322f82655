INSERT INTO account (id, role, email, password_hash, email_verified, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $6);

INSERT INTO address (id, user_id, name, line1, line2, city, region, postal_code, country_code, phone, is_default, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, false, $11, $11);

INSERT INTO refresh_token (hash, session_id, expires_at) VALUES ($1, $2, $3);

INSERT INTO session (id, user_id, created_at) VALUES ($1, $2, $3);

INSERT INTO signing_key (id, private_key, created_at) VALUES ($1, $2, $3);

SELECT 1;

SELECT EXISTS (SELECT FROM signing_key);

SELECT FROM account WHERE id = $1 FOR NO KEY UPDATE;

SELECT count(*)::int FROM address WHERE user_id = $1;

SELECT id, name, line1, line2, city, region, postal_code, country_code, phone, is_default FROM address WHERE id = $1 AND user_id = $2;

SELECT id, name, line1, line2, city, region, postal_code, country_code, phone, is_default FROM address WHERE user_id = $1 ORDER BY is_default DESC, id;

SELECT id, private_key FROM signing_key ORDER BY created_at DESC, id DESC;

SELECT id, role, email, email_verified, created_at FROM account WHERE id = $1;

SELECT id, role, email, email_verified, created_at, password_hash FROM account WHERE lower(email) = lower($1);

UPDATE account SET role = $1, email = $2, password_hash = $3, updated_at = $4
WHERE id = $5 AND role = $6 RETURNING id, role, email, email_verified, created_at;

UPDATE address SET is_default = true
WHERE id = (SELECT id FROM address WHERE user_id = $1 ORDER BY (id = $2) <> $3, id LIMIT 1)
  AND NOT EXISTS (SELECT FROM address WHERE user_id = $1 AND is_default);

UPDATE session SET ended_at = $1
WHERE id IN (SELECT id FROM session WHERE user_id = $2 AND ended_at IS NULL ORDER BY id FOR UPDATE);

UPDATE session SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL;

insert into "schemaversions" (ScriptName, Applied) values ($1, $2);
