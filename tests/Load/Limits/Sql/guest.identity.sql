-- A guest and their session: IdentityStore.AddGuestAsync.
SELECT load.uuid7() AS guest, load.uuid7() AS session \gset
\startpipeline
BEGIN;
INSERT INTO account (id, role, email, password_hash, email_verified, created_at, updated_at) VALUES (:guest, 'guest', NULL, NULL, false, now(), now());
\endpipeline
INSERT INTO session (id, user_id, created_at, journey_id)
VALUES (:session, :guest, now(), (SELECT COALESCE(journey_id, id) FROM session WHERE user_id = NULL::uuid ORDER BY created_at DESC LIMIT 1));
INSERT INTO refresh_token (hash, session_id, expires_at)
VALUES (sha256(uuid_send(gen_random_uuid())), :session, now() + interval '30 days');
COMMIT;
