--
-- PostgreSQL database dump
--

\restrict osiYH5mnGH9mNP33iZdejnBLXfHALlvRQhB7SHKWygKG60iY4H6OQyJ4DZtfyIT

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
-- Data for Name: cart; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: cart_line; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: dead_letter; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: inbox; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.inbox (event_id, received_at) VALUES
	('01a20a7e-699a-7335-966a-4466a9c44a21', '2026-11-23 22:19:46.529355+00'),
	('01a20a7e-72b9-7a4b-b5ca-1e5a80ec1127', '2026-11-23 22:19:48.827642+00'),
	('01a20a7e-7787-7beb-bbd1-d8946d266e60', '2026-11-23 22:19:50.047823+00'),
	('01a20a7e-7b0a-7c29-9227-f6335e9bca74', '2026-11-23 22:19:51.045851+00'),
	('01a20a7e-7b78-7cda-903d-3a012a7997b8', '2026-11-23 22:19:51.161734+00'),
	('01a20a7e-7b94-7d0e-b0b8-f3b3adf2ecbf', '2026-11-23 22:19:51.173452+00'),
	('01a20a7e-7bd3-7867-99e6-85b6e15876c5', '2026-11-23 22:19:51.301403+00'),
	('01a20a7e-7bfd-7fe6-a2cd-553e2b024276', '2026-11-23 22:19:51.395274+00'),
	('01a20a7e-7c33-7c26-8dec-87e1733bcbdd', '2026-11-23 22:19:51.457713+00'),
	('01a20a7e-7c42-7bdf-ba1a-7aa6c58f0ad3', '2026-11-23 22:19:51.481207+00'),
	('01a20a7e-7c4e-701f-ae3c-1612d1c9e813', '2026-11-23 22:19:51.535032+00'),
	('01a20a7e-7c57-7a8d-808f-0c6725aaf962', '2026-11-23 22:19:51.54431+00'),
	('01a20a7e-7c5b-75e1-89f6-fdf34da42993', '2026-11-23 22:19:51.57047+00'),
	('01a20a7e-7c5a-7f22-87a2-878bcf1e2178', '2026-11-23 22:19:51.582071+00'),
	('01a20a7e-7c71-70c9-9558-6ac23a178ddd', '2026-11-23 22:19:51.697055+00'),
	('01a20a7e-7c78-7555-b669-abd24c90eb1b', '2026-11-23 22:19:51.71986+00'),
	('01a20a7e-7c7c-74b8-ab0d-cdfe1128aeeb', '2026-11-23 22:19:51.757049+00'),
	('01a20a7e-7c77-78c5-8c73-599d5b55c042', '2026-11-23 22:19:51.763821+00'),
	('01a20a7e-7ce8-7874-b786-41be6f77ef55', '2026-11-23 22:19:51.786893+00'),
	('01a20a7e-7cf2-7ab3-843b-cffff6814597', '2026-11-23 22:19:51.865056+00'),
	('01a20a7e-7d51-7a78-b501-096acb6897ed', '2026-11-23 22:19:51.878456+00'),
	('01a20a7e-7e26-7f25-a114-c614cb063001', '2026-11-23 22:19:51.90738+00'),
	('01a20a7e-7e8e-7d62-931c-dacd6ecd3eb0', '2026-11-23 22:19:52.058009+00'),
	('01a20a7e-7ea1-7c7c-b6a2-c4b007fe3be4', '2026-11-23 22:19:52.058788+00'),
	('01a20a7e-7eb0-7283-8c1a-4d2be038b690', '2026-11-23 22:19:52.059385+00'),
	('01a20a7e-7eba-7ba4-ac4d-0737f69f5f0e', '2026-11-23 22:19:52.060661+00'),
	('01a20a7e-7edb-7a65-a80e-1ca459154e73', '2026-11-23 22:19:52.06134+00'),
	('01a20a7e-7ee4-7f80-a5ee-d7bd15a5d398', '2026-11-23 22:19:52.061863+00'),
	('01a20a7e-7ee4-7763-8d29-97bca4833470', '2026-11-23 22:19:52.062462+00'),
	('01a20a7e-7efb-761e-8043-6a5aedfd943a', '2026-11-23 22:19:52.062952+00'),
	('01a20a7e-7f58-71ca-bb77-14566fa7afbd', '2026-11-23 22:19:52.12026+00'),
	('01a20a7e-7f5b-76c8-a7ab-4253c43ce0b7', '2026-11-23 22:19:52.123714+00'),
	('01a20a7e-7f82-7cfa-98a7-d98f59c619e9', '2026-11-23 22:19:52.12744+00'),
	('01a20a7e-7f86-72c9-8d77-64c2c2df69ce', '2026-11-23 22:19:52.127866+00'),
	('01a20a7e-7f88-781f-a10f-d883eb823b0a', '2026-11-23 22:19:52.129569+00'),
	('01a20a7e-7fbd-7f07-ac36-0a430226db45', '2026-11-23 22:19:52.203693+00'),
	('01a20a7e-807f-7fcf-b903-87007520d1ff', '2026-11-23 22:19:52.532794+00'),
	('01a20a7e-80dc-7efd-b01b-cf660a6cd03a', '2026-11-23 22:19:52.595811+00'),
	('01a20a7e-80d9-7a09-9b02-c9162242bf75', '2026-11-23 22:19:52.648745+00'),
	('01a20a7e-80f6-7bf2-a591-f710a767dfb2', '2026-11-23 22:19:52.839499+00'),
	('01a20a7e-81a0-7ec8-9e58-e32d1f49ecc2', '2026-11-23 22:19:52.916253+00'),
	('01a20a7e-81a8-75ea-98bd-bde426e2cd98', '2026-11-23 22:19:52.943147+00'),
	('01a20a7e-81b1-7ccb-b30b-7bda074bae78', '2026-11-23 22:19:52.971759+00'),
	('01a20a7e-81e0-7a58-9c44-0caa2b8ea3ec', '2026-11-23 22:19:52.983827+00'),
	('01a20a7e-81e8-7221-ba94-7404baaa469d', '2026-11-23 22:19:53.236745+00'),
	('01a20a7e-81e7-7f79-8a0e-ee085cc44483', '2026-11-23 22:19:53.311762+00'),
	('01a20a7e-81ee-7023-9228-e6ec81011edf', '2026-11-23 22:19:53.418747+00'),
	('01a20a7e-8219-76a2-81f5-f589520e0a57', '2026-11-23 22:19:53.428112+00'),
	('01a20a7e-8224-7dc3-8d97-b6fdce3fffa0', '2026-11-23 22:19:53.439865+00'),
	('01a20a7e-8237-7c83-af99-797fc113dbcf', '2026-11-23 22:19:53.779575+00'),
	('01a20a7e-823b-77c0-b574-be2e992e106a', '2026-11-23 22:19:53.924231+00'),
	('01a20a7e-8285-76f8-83b5-734656b6f687', '2026-11-23 22:19:53.935212+00'),
	('01a20a7e-85cf-787a-9944-d11adbd65fd6', '2026-11-23 22:19:54.381359+00');


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: schemaversions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.schemaversions (schemaversionsid, scriptname, applied) VALUES
	(1, 'shared/0001_messaging.sql', '2026-11-23 22:19:42.620556'),
	(2, 'Migrations/0001_cart.sql', '2026-11-23 22:19:42.652368'),
	(3, 'Migrations/0002_abandoned.sql', '2026-11-23 22:19:42.691683');


--
-- Name: cart_line_position_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.cart_line_position_seq', 1, false);


--
-- Name: outbox_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.outbox_seq_seq', 1, false);


--
-- Name: schemaversions_schemaversionsid_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.schemaversions_schemaversionsid_seq', 3, true);


--
-- PostgreSQL database dump complete
--

\unrestrict osiYH5mnGH9mNP33iZdejnBLXfHALlvRQhB7SHKWygKG60iY4H6OQyJ4DZtfyIT

