-- What the scripts need of each database, beside what is the service's; dropped when they have run.
DROP SCHEMA IF EXISTS load CASCADE;
CREATE SCHEMA load;

-- As services make their ids: the newest go to the end of an index.
CREATE FUNCTION load.uuid7() RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- Products by number, each with itself and the nineteen after it; and what people search for.
CREATE TABLE load.ware (n int PRIMARY KEY, id uuid NOT NULL, page uuid[] NOT NULL);
INSERT INTO load.ware SELECT place - 1, id, (@Products || @Products)[place : place + 19] FROM unnest(@Products) WITH ORDINALITY AS p (id, place);
CREATE TABLE load.word (n int PRIMARY KEY, query text NOT NULL);
INSERT INTO load.word SELECT place - 1, query FROM unnest(@Queries) WITH ORDINALITY AS w (query, place);
ANALYZE load.ware;
ANALYZE load.word
