-- A guest and their session, in one round trip and one commit: SessionStore.OpenForGuestAsync, with nobody else in the round.
SELECT load.uuid7() AS guest, load.uuid7() AS session \gset
\startpipeline
INSERT INTO account (id, role, email_verified, created_at, updated_at)
SELECT id, role, false, created_at, created_at FROM unnest(ARRAY[:guest::uuid], ARRAY['guest'], ARRAY[now()]) AS g (id, role, created_at);
INSERT INTO session (id, user_id, created_at) SELECT * FROM unnest(ARRAY[:session::uuid], ARRAY[:guest::uuid], ARRAY[now()]);
INSERT INTO refresh_token (hash, session_id, expires_at)
SELECT * FROM unnest(ARRAY[sha256(uuid_send(gen_random_uuid()))], ARRAY[:session::uuid], ARRAY[now() + interval '30 days']);
\endpipeline
