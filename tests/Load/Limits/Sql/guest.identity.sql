-- A guest and their session, in one round trip and one commit: SessionStore.OpenForGuestAsync.
SELECT load.uuid7() AS guest, load.uuid7() AS session \gset
\startpipeline
INSERT INTO account (id, role, email_verified, created_at, updated_at) VALUES (:guest, 'guest', false, now(), now());
INSERT INTO session (id, user_id, created_at) VALUES (:session, :guest, now());
INSERT INTO refresh_token (hash, session_id, expires_at)
VALUES (sha256(uuid_send(gen_random_uuid())), :session, now() + interval '30 days');
\endpipeline
