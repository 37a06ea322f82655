CREATE TABLE half_done (id int);

DO $$
BEGIN
    IF to_regclass('make_migrations_fail') IS NOT NULL THEN RAISE EXCEPTION 'told to fail'; END IF;
END
$$;
