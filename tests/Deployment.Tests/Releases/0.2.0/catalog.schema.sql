--
-- PostgreSQL database dump
--

\restrict DWlyLfiDCW0RGnj99BgMNM8UIGIkJEdvROHwbYVwUgDujeWkFHD6XFJHiaJkEli

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: learn_words(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.learn_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        -- Most changes are of stock and price.
        IF NOT EXISTS (SELECT FROM told JOIN known USING (id)
            WHERE (told.name, told.category_id, told.description) IS DISTINCT FROM (known.name, known.category_id, known.description)) THEN
            RETURN NULL;
        END IF;
    END IF;
    INSERT INTO search_word (word)
    SELECT DISTINCT w.word FROM told t LEFT JOIN category c ON c.id = t.category_id,
        plain_words(concat_ws(' ', t.name, c.name, t.description)) AS w (word)
    WHERE NOT EXISTS (SELECT FROM search_word k WHERE k.word = w.word)
    ORDER BY w.word
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;


--
-- Name: plain_words(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plain_words(words text) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT word FROM unnest(tsvector_to_array(to_tsvector('simple', words))) AS w (word)
    WHERE length(word) BETWEEN 3 AND 30 AND word !~ '[^[:alpha:]\u0080-\uffff]'
$$;


--
-- Name: product_search(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.product_search() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.named := setweight(product_words(NEW.name), 'A');
    NEW.search := NEW.named || setweight(to_tsvector('simple', translate(NEW.sku, '-', ' ')), 'B')
        || setweight(product_words(COALESCE((SELECT name FROM category WHERE id = NEW.category_id), '')), 'C')
        || setweight(to_tsvector('english', NEW.description), 'D');
    RETURN NEW;
END $$;


--
-- Name: product_words(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.product_words(words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT to_tsvector('english', words) || ts_delete(to_tsvector('simple', words), tsvector_to_array(to_tsvector('english', words)))
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: category; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.category (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL
);


--
-- Name: dead_letter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dead_letter (
    id uuid NOT NULL,
    destination text NOT NULL,
    aggregatetype text NOT NULL,
    aggregateid text NOT NULL,
    type text NOT NULL,
    payload bytea NOT NULL,
    traceparent text,
    occurred_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    last_error text,
    died_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: inbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.inbox (
    event_id uuid NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: outbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outbox (
    seq bigint NOT NULL,
    id uuid NOT NULL,
    destination text NOT NULL,
    aggregatetype text NOT NULL,
    aggregateid text NOT NULL,
    type text NOT NULL,
    payload bytea NOT NULL,
    traceparent text,
    occurred_at timestamp with time zone DEFAULT now() NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    last_error text
);


--
-- Name: outbox_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.outbox ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: product; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.product (
    id uuid NOT NULL,
    sku text NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    category_id uuid,
    price_minor bigint NOT NULL,
    currency text NOT NULL,
    image_url text,
    archived boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    search tsvector NOT NULL,
    in_stock boolean DEFAULT false NOT NULL,
    stock_version bigint DEFAULT 0 NOT NULL,
    named tsvector DEFAULT ''::tsvector NOT NULL,
    CONSTRAINT product_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT product_price_minor_check CHECK ((price_minor >= 0))
);


--
-- Name: schemaversions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schemaversions (
    schemaversionsid integer NOT NULL,
    scriptname character varying(255) NOT NULL,
    applied timestamp without time zone NOT NULL
);


--
-- Name: schemaversions_schemaversionsid_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.schemaversions_schemaversionsid_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: schemaversions_schemaversionsid_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.schemaversions_schemaversionsid_seq OWNED BY public.schemaversions.schemaversionsid;


--
-- Name: search_word; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.search_word (
    word text NOT NULL
);


--
-- Name: schemaversions schemaversionsid; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schemaversions ALTER COLUMN schemaversionsid SET DEFAULT nextval('public.schemaversions_schemaversionsid_seq'::regclass);


--
-- Name: schemaversions PK_schemaversions_Id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schemaversions
    ADD CONSTRAINT "PK_schemaversions_Id" PRIMARY KEY (schemaversionsid);


--
-- Name: category category_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_pkey PRIMARY KEY (id);


--
-- Name: category category_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_slug_key UNIQUE (slug);


--
-- Name: dead_letter dead_letter_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dead_letter
    ADD CONSTRAINT dead_letter_pkey PRIMARY KEY (id, destination);


--
-- Name: inbox inbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (event_id);


--
-- Name: outbox outbox_id_destination_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_id_destination_key UNIQUE (id, destination);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (seq);


--
-- Name: product product_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.product
    ADD CONSTRAINT product_pkey PRIMARY KEY (id);


--
-- Name: product product_sku_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.product
    ADD CONSTRAINT product_sku_key UNIQUE (sku);


--
-- Name: product product_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.product
    ADD CONSTRAINT product_slug_key UNIQUE (slug);


--
-- Name: search_word search_word_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.search_word
    ADD CONSTRAINT search_word_pkey PRIMARY KEY (word);


--
-- Name: inbox_received; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX inbox_received ON public.inbox USING btree (received_at);


--
-- Name: outbox_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_due ON public.outbox USING btree (destination, due_at, seq);


--
-- Name: product_by_category_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX product_by_category_name ON public.product USING btree (category_id, lower(name), id) WHERE (NOT archived);


--
-- Name: product_by_category_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX product_by_category_newest ON public.product USING btree (category_id, created_at, id) WHERE (NOT archived);


--
-- Name: product_by_category_price; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX product_by_category_price ON public.product USING btree (category_id, price_minor, id) WHERE (NOT archived);


--
-- Name: product_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX product_by_name ON public.product USING btree (lower(name), id) WHERE (NOT archived);


--
-- Name: product_by_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX product_by_newest ON public.product USING btree (created_at, id) WHERE (NOT archived);


--
-- Name: product_by_price; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX product_by_price ON public.product USING btree (price_minor, id) WHERE (NOT archived);


--
-- Name: product_by_sku; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX product_by_sku ON public.product USING btree (sku text_pattern_ops) WHERE (NOT archived);


--
-- Name: product_by_stock; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX product_by_stock ON public.product USING btree (in_stock, category_id) WHERE (NOT archived);


--
-- Name: product_found; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX product_found ON public.product USING gin (search) WITH (gin_pending_list_limit='1024') WHERE (NOT archived);


--
-- Name: product_named; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX product_named ON public.product USING gin (named) WITH (gin_pending_list_limit='1024') WHERE (NOT archived);


--
-- Name: search_word_alike; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX search_word_alike ON public.search_word USING gin (word public.gin_trgm_ops);


--
-- Name: product learn_words_of_changed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER learn_words_of_changed AFTER UPDATE ON public.product REFERENCING OLD TABLE AS known NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION public.learn_words();


--
-- Name: product learn_words_of_new; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER learn_words_of_new AFTER INSERT ON public.product REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION public.learn_words();


--
-- Name: product product_search; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER product_search BEFORE INSERT OR UPDATE OF name, sku, category_id, description ON public.product FOR EACH ROW EXECUTE FUNCTION public.product_search();


--
-- Name: product product_category_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.product
    ADD CONSTRAINT product_category_id_fkey FOREIGN KEY (category_id) REFERENCES public.category(id);


--
-- PostgreSQL database dump complete
--

\unrestrict DWlyLfiDCW0RGnj99BgMNM8UIGIkJEdvROHwbYVwUgDujeWkFHD6XFJHiaJkEli

