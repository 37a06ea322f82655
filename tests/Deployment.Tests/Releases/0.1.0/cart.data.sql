--
-- PostgreSQL database dump
--

\restrict GFcWHChF5F3Nwp1XAgsoKmh7DL29YUWCfxMMUFmr5jjbI0WXP6yTaYPJck0qSr3

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
	('01a20a6a-1a76-79bb-9836-8af742111f85', '2026-11-23 21:57:35.726014+00'),
	('01a20a6a-3a40-75a8-91d7-479cc181ca2e', '2026-11-23 21:57:43.70849+00'),
	('01a20a6a-45a6-727b-97d0-ba39f8e57ece', '2026-11-23 21:57:46.71493+00'),
	('01a20a6a-58f9-7e47-a425-9e587d55d298', '2026-11-23 21:57:51.633398+00'),
	('01a20a6a-5aff-7a07-a15b-52ff74a66c41', '2026-11-23 21:57:52.163115+00'),
	('01a20a6a-5afe-7b64-a6ba-5fefc63c15ef', '2026-11-23 21:57:52.176153+00'),
	('01a20a6a-5aff-7877-ac4a-cbb27912b933', '2026-11-23 21:57:52.178467+00'),
	('01a20a6a-5afa-7610-8e26-67c6613dd68a', '2026-11-23 21:57:52.599434+00'),
	('01a20a6a-5b68-7bc7-a7ee-c63f982e1133', '2026-11-23 21:57:52.645967+00'),
	('01a20a6a-5b8d-7ba5-888e-d7f48382e48f', '2026-11-23 21:57:52.649593+00'),
	('01a20a6a-5cd7-7627-8eaa-9a03769b7e94', '2026-11-23 21:57:52.669334+00'),
	('01a20a6a-5cfa-7452-915b-1e09268fb0a6', '2026-11-23 21:57:53.627566+00'),
	('01a20a6a-5cfe-7d96-b404-d60e8518abfe', '2026-11-23 21:57:53.776203+00'),
	('01a20a6a-5d26-76a0-b840-c167119b4ef9', '2026-11-23 21:57:53.810543+00'),
	('01a20a6a-5d33-7d40-9801-430483c82d85', '2026-11-23 21:57:53.815873+00'),
	('01a20a6a-5d33-7a17-ac94-a422e9678501', '2026-11-23 21:57:53.854513+00'),
	('01a20a6a-5d34-7e1c-9e80-380137a35316', '2026-11-23 21:57:53.894433+00'),
	('01a20a6a-5d46-7365-bc88-cf1cad8e441c', '2026-11-23 21:57:53.952691+00'),
	('01a20a6a-5d5a-7e11-9461-a49f97ee0edf', '2026-11-23 21:57:53.986038+00'),
	('01a20a6a-6282-7ddc-9703-c09f93866878', '2026-11-23 21:57:54.507434+00'),
	('01a20a6a-6356-7192-80d4-37720cac49ee', '2026-11-23 21:57:54.584428+00'),
	('01a20a6a-63fe-7b00-9677-b1f0bf530bbe', '2026-11-23 21:57:54.824668+00'),
	('01a20a6a-64bd-758d-94dd-305a72a925c4', '2026-11-23 21:57:54.825376+00'),
	('01a20a6a-6512-724d-96ce-f4e636d930db', '2026-11-23 21:57:54.891464+00'),
	('01a20a6a-6519-7e65-8717-124014059d61', '2026-11-23 21:57:54.927187+00'),
	('01a20a6a-6519-73de-879d-4e407df73cab', '2026-11-23 21:57:54.953673+00'),
	('01a20a6a-65c6-79b7-95ce-fda506f1c871', '2026-11-23 21:57:55.16247+00'),
	('01a20a6a-6610-7082-ade7-e587273547f9', '2026-11-23 21:57:55.178569+00'),
	('01a20a6a-6617-758c-829c-93d894348e9a', '2026-11-23 21:57:55.58172+00'),
	('01a20a6a-6643-76d0-8644-3b71d7cde666', '2026-11-23 21:57:55.629716+00'),
	('01a20a6a-66a1-7cb7-a914-50bd6ee9e5fc', '2026-11-23 21:57:55.690974+00'),
	('01a20a6a-66e7-73d8-a703-0e2eb16ace1b', '2026-11-23 21:57:55.785332+00'),
	('01a20a6a-66e7-7754-a47f-fb55148e34d3', '2026-11-23 21:57:55.866628+00'),
	('01a20a6a-66e8-714d-a452-05a7017aeb83', '2026-11-23 21:57:55.965707+00'),
	('01a20a6a-675f-7c92-a2f9-7c65624c5035', '2026-11-23 21:57:56.044869+00'),
	('01a20a6a-6a7c-736d-8882-b747aaf74ced', '2026-11-23 21:57:56.070451+00'),
	('01a20a6a-6a94-7be3-aee6-48ffea4dc71b', '2026-11-23 21:57:56.096872+00'),
	('01a20a6a-6acd-7ab8-8a62-52327ec4c0d7', '2026-11-23 21:57:56.537239+00'),
	('01a20a6a-6ae2-706e-a31e-1fb806d11c01', '2026-11-23 21:57:56.549264+00'),
	('01a20a6a-6c25-7e88-8ce2-64e20a24ddb8', '2026-11-23 21:57:56.873329+00'),
	('01a20a6a-6c25-76ac-b123-865ad195ca51', '2026-11-23 21:57:56.928204+00'),
	('01a20a6a-6c26-70f8-b2ec-13bab0c30a72', '2026-11-23 21:57:56.973159+00'),
	('01a20a6a-6cf4-7329-9b75-aa107e1e45cf', '2026-11-23 21:57:57.221229+00'),
	('01a20a6a-6d0b-7117-9a1d-598d21b959cf', '2026-11-23 21:57:57.229228+00'),
	('01a20a6a-6d1f-766e-8e7c-580be4e9b1cb', '2026-11-23 21:57:57.252081+00'),
	('01a20a6a-6d53-7569-ba8a-7d78f8d28c58', '2026-11-23 21:57:57.279207+00'),
	('01a20a6a-6d4b-7679-aab6-4b79396586e9', '2026-11-23 21:57:57.509056+00'),
	('01a20a6a-6d85-762a-b81c-ad61c8b3b0bd', '2026-11-23 21:57:57.529253+00'),
	('01a20a6a-6da8-74c9-92ef-82e051a2f033', '2026-11-23 21:57:57.529886+00'),
	('01a20a6a-6e47-7404-94a4-fea3dc114886', '2026-11-23 21:57:57.53091+00'),
	('01a20a6a-6f92-71e8-af87-daa188d8ac40', '2026-11-23 21:57:57.53199+00'),
	('01a20a6a-7035-7e9d-ad22-cd90c64213e4', '2026-11-23 21:57:57.681276+00'),
	('01a20a6a-70d5-714d-b37a-d461c7cb117a', '2026-11-23 21:57:57.739435+00');


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: schemaversions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.schemaversions (schemaversionsid, scriptname, applied) VALUES
	(1, 'shared/0001_messaging.sql', '2026-11-23 21:57:25.482784'),
	(2, 'Migrations/0001_cart.sql', '2026-11-23 21:57:25.512589');


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

SELECT pg_catalog.setval('public.schemaversions_schemaversionsid_seq', 2, true);


--
-- PostgreSQL database dump complete
--

\unrestrict GFcWHChF5F3Nwp1XAgsoKmh7DL29YUWCfxMMUFmr5jjbI0WXP6yTaYPJck0qSr3

