--
-- PostgreSQL database dump
--

\restrict GVMhpjK328YV7cV189YevMbFYdef3CXy8uWcovfAPv0sVaA5SS2I0aWizn486cI

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
-- Name: note_stock_crossing(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.note_stock_crossing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO stock_crossing (product_id, kind, available, threshold)
    VALUES (NEW.product_id, TG_ARGV[0], NEW.on_hand - NEW.reserved, NEW.threshold);
    RETURN NULL;
END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

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
-- Name: goods_receipt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.goods_receipt (
    id uuid NOT NULL,
    purchase_order_id uuid NOT NULL,
    quantity integer NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT goods_receipt_quantity_check CHECK ((quantity > 0))
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
-- Name: purchase_order; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.purchase_order (
    seq bigint NOT NULL,
    id uuid NOT NULL,
    product_id uuid NOT NULL,
    status text NOT NULL,
    quantity integer NOT NULL,
    received integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    placed_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    expected_at timestamp with time zone,
    CONSTRAINT purchase_order_check CHECK (((placed_at IS NULL) = (status = ANY (ARRAY['SUGGESTED'::text, 'CANCELLED'::text])))),
    CONSTRAINT purchase_order_check1 CHECK (((confirmed_at IS NULL) = (expected_at IS NULL))),
    CONSTRAINT purchase_order_quantity_check CHECK (((quantity >= 1) AND (quantity <= 1000000))),
    CONSTRAINT purchase_order_status_fits_received CHECK (
CASE status
    WHEN 'SUGGESTED'::text THEN (received = 0)
    WHEN 'CANCELLED'::text THEN (received = 0)
    WHEN 'PLACED'::text THEN (received = 0)
    WHEN 'PARTIALLY_RECEIVED'::text THEN ((received > 0) AND (received < quantity))
    WHEN 'RECEIVED'::text THEN (received = quantity)
    ELSE false
END)
);


--
-- Name: purchase_order_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.purchase_order ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.purchase_order_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reservation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reservation (
    order_id uuid NOT NULL,
    status text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT reservation_check CHECK (((status <> 'ACTIVE'::text) OR (expires_at IS NOT NULL))),
    CONSTRAINT reservation_check1 CHECK (((status = 'ACTIVE'::text) = (ended_at IS NULL))),
    CONSTRAINT reservation_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'SETTLED'::text, 'RELEASED'::text, 'EXPIRED'::text, 'CANCELLED'::text])))
);


--
-- Name: reservation_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reservation_line (
    order_id uuid NOT NULL,
    product_id uuid NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT reservation_line_quantity_check CHECK ((quantity > 0))
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
-- Name: stock; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stock (
    product_id uuid NOT NULL,
    on_hand integer NOT NULL,
    reserved integer DEFAULT 0 NOT NULL,
    damaged integer DEFAULT 0 NOT NULL,
    threshold integer NOT NULL,
    sku text DEFAULT ''::text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    CONSTRAINT stock_covers_reserved CHECK ((reserved <= on_hand)),
    CONSTRAINT stock_damaged_check CHECK ((damaged >= 0)),
    CONSTRAINT stock_on_hand_check CHECK ((on_hand <= 1000000000)),
    CONSTRAINT stock_reserved_check CHECK ((reserved >= 0)),
    CONSTRAINT stock_threshold_check CHECK ((threshold >= 0))
)
WITH (fillfactor='50');


--
-- Name: stock_crossing; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stock_crossing (
    seq bigint NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    product_id uuid NOT NULL,
    kind text NOT NULL,
    available integer NOT NULL,
    threshold integer NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    last_error text,
    CONSTRAINT stock_crossing_kind_check CHECK ((kind = ANY (ARRAY['RAN_LOW'::text, 'SOLD_OUT'::text, 'IN_STOCK'::text])))
);


--
-- Name: stock_crossing_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.stock_crossing ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.stock_crossing_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: stock_movement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stock_movement (
    id bigint NOT NULL,
    product_id uuid NOT NULL,
    on_hand integer NOT NULL,
    damaged integer DEFAULT 0 NOT NULL,
    reason text NOT NULL,
    reference uuid NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT stock_movement_check CHECK (((on_hand <> 0) OR (damaged <> 0)))
);


--
-- Name: stock_movement_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.stock_movement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.stock_movement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: stock_receipt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stock_receipt (
    id uuid NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL
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
-- Name: dead_letter dead_letter_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dead_letter
    ADD CONSTRAINT dead_letter_pkey PRIMARY KEY (id, destination);


--
-- Name: goods_receipt goods_receipt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.goods_receipt
    ADD CONSTRAINT goods_receipt_pkey PRIMARY KEY (id);


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
-- Name: purchase_order purchase_order_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.purchase_order
    ADD CONSTRAINT purchase_order_pkey PRIMARY KEY (id);


--
-- Name: purchase_order purchase_order_seq_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.purchase_order
    ADD CONSTRAINT purchase_order_seq_key UNIQUE (seq);


--
-- Name: reservation_line reservation_line_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reservation_line
    ADD CONSTRAINT reservation_line_pkey PRIMARY KEY (order_id, product_id);


--
-- Name: reservation reservation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reservation
    ADD CONSTRAINT reservation_pkey PRIMARY KEY (order_id);


--
-- Name: stock_crossing stock_crossing_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_crossing
    ADD CONSTRAINT stock_crossing_pkey PRIMARY KEY (seq);


--
-- Name: stock_movement stock_movement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_movement
    ADD CONSTRAINT stock_movement_pkey PRIMARY KEY (id);


--
-- Name: stock_movement stock_movement_reason_check; Type: CHECK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE public.stock_movement
    ADD CONSTRAINT stock_movement_reason_check CHECK ((reason = ANY (ARRAY['OPENED'::text, 'SOLD'::text, 'CANCELLED'::text, 'RETURNED'::text, 'ADJUSTED'::text, 'RECEIVED'::text]))) NOT VALID;


--
-- Name: stock_movement stock_movement_reference_reason_product_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_movement
    ADD CONSTRAINT stock_movement_reference_reason_product_id_key UNIQUE (reference, reason, product_id);


--
-- Name: stock stock_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock
    ADD CONSTRAINT stock_pkey PRIMARY KEY (product_id);


--
-- Name: stock_receipt stock_receipt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_receipt
    ADD CONSTRAINT stock_receipt_pkey PRIMARY KEY (id);


--
-- Name: inbox_received; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX inbox_received ON public.inbox USING btree (received_at);


--
-- Name: outbox_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_due ON public.outbox USING btree (destination, due_at, seq);


--
-- Name: purchase_order_by_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX purchase_order_by_status ON public.purchase_order USING btree (status, seq);


--
-- Name: purchase_order_one_suggestion; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX purchase_order_one_suggestion ON public.purchase_order USING btree (product_id) WHERE (status = 'SUGGESTED'::text);


--
-- Name: purchase_order_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX purchase_order_open ON public.purchase_order USING btree (product_id) WHERE (status = ANY (ARRAY['PLACED'::text, 'PARTIALLY_RECEIVED'::text]));


--
-- Name: reservation_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reservation_due ON public.reservation USING btree (expires_at) WHERE (status = 'ACTIVE'::text);


--
-- Name: stock_crossing_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX stock_crossing_due ON public.stock_crossing USING btree (due_at, seq);


--
-- Name: stock stock_in_stock; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stock_in_stock AFTER UPDATE OF on_hand, reserved ON public.stock FOR EACH ROW WHEN (((old.on_hand = old.reserved) AND (new.on_hand > new.reserved))) EXECUTE FUNCTION public.note_stock_crossing('IN_STOCK');


--
-- Name: stock stock_opened; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stock_opened AFTER INSERT ON public.stock FOR EACH ROW WHEN ((new.on_hand > new.reserved)) EXECUTE FUNCTION public.note_stock_crossing('IN_STOCK');


--
-- Name: stock stock_opened_empty; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stock_opened_empty AFTER INSERT ON public.stock FOR EACH ROW WHEN ((new.on_hand = new.reserved)) EXECUTE FUNCTION public.note_stock_crossing('SOLD_OUT');


--
-- Name: stock stock_opened_low; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stock_opened_low AFTER INSERT ON public.stock FOR EACH ROW WHEN (((new.on_hand - new.reserved) < new.threshold)) EXECUTE FUNCTION public.note_stock_crossing('RAN_LOW');


--
-- Name: stock stock_ran_low; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stock_ran_low AFTER UPDATE OF on_hand, reserved, threshold ON public.stock FOR EACH ROW WHEN ((((old.on_hand - old.reserved) >= old.threshold) AND ((new.on_hand - new.reserved) < new.threshold))) EXECUTE FUNCTION public.note_stock_crossing('RAN_LOW');


--
-- Name: stock stock_sold_out; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stock_sold_out AFTER UPDATE OF on_hand, reserved ON public.stock FOR EACH ROW WHEN (((old.on_hand > old.reserved) AND (new.on_hand = new.reserved))) EXECUTE FUNCTION public.note_stock_crossing('SOLD_OUT');


--
-- Name: goods_receipt goods_receipt_purchase_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.goods_receipt
    ADD CONSTRAINT goods_receipt_purchase_order_id_fkey FOREIGN KEY (purchase_order_id) REFERENCES public.purchase_order(id);


--
-- Name: reservation_line reservation_line_order_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reservation_line
    ADD CONSTRAINT reservation_line_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.reservation(order_id);


--
-- Name: reservation_line reservation_line_product_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reservation_line
    ADD CONSTRAINT reservation_line_product_id_fkey FOREIGN KEY (product_id) REFERENCES public.stock(product_id);


--
-- Name: stock_crossing stock_crossing_product_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_crossing
    ADD CONSTRAINT stock_crossing_product_id_fkey FOREIGN KEY (product_id) REFERENCES public.stock(product_id);


--
-- Name: stock_movement stock_movement_product_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_movement
    ADD CONSTRAINT stock_movement_product_id_fkey FOREIGN KEY (product_id) REFERENCES public.stock(product_id);


--
-- PostgreSQL database dump complete
--

\unrestrict GVMhpjK328YV7cV189YevMbFYdef3CXy8uWcovfAPv0sVaA5SS2I0aWizn486cI

