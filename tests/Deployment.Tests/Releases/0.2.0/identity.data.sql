--
-- PostgreSQL database dump
--

\restrict 2tWTklbIVwMHC3ng4ubFt8hPPukUPL3ljlhniQhgyNNc66kgQoCSZYrSWx6mjIN

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
-- Data for Name: account; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.account (id, role, email, password_hash, email_verified, created_at, updated_at, merged_into) VALUES
	('01a20a7e-5d9a-737d-a817-1d672a831159', 'admin', 'admin@commerce-kata.example', 'AQAAAAIAAzRQAAAAEKzd8FEAq9Ummj3FgzrVjvQPEUjSsmP1Yhkiw8zz5IViK724KjSgTSTAzp5JC5+04A==', false, '2026-11-23 22:19:43.386502+00', '2026-11-23 22:19:43.386502+00', NULL),
	('01a20a7e-5ec3-7aa2-8f68-47830f4fee76', 'customer', 'demo@commerce-kata.example', 'AQAAAAIAAzRQAAAAEKa2qFYGmcYc4+EOI9ssSInxeVRUj5VRTZyxsZDGRUd3Hlj/YRCX+KcxAv/1PdS8fQ==', false, '2026-11-23 22:19:43.683549+00', '2026-11-23 22:19:43.683549+00', NULL),
	('01a20a7e-66e2-7893-bbab-91eade9dcffb', 'guest', NULL, NULL, false, '2026-11-23 22:19:45.762483+00', '2026-11-23 22:19:45.762483+00', NULL),
	('01a20a7e-6f85-75f6-98aa-4ed7098adb9b', 'guest', NULL, NULL, false, '2026-11-23 22:19:47.973679+00', '2026-11-23 22:19:47.973679+00', NULL),
	('01a20a7e-7220-7bd8-8edc-cd0aa14f30f2', 'guest', NULL, NULL, false, '2026-11-23 22:19:48.640039+00', '2026-11-23 22:19:48.640039+00', NULL),
	('01a20a7e-72ca-7ebe-a210-b5e07c5e4e50', 'guest', NULL, NULL, false, '2026-11-23 22:19:48.810549+00', '2026-11-23 22:19:48.810549+00', NULL),
	('01a20a7e-72f7-7617-8b35-ff78bbd16d3c', 'guest', NULL, NULL, false, '2026-11-23 22:19:48.855994+00', '2026-11-23 22:19:48.855994+00', NULL),
	('01a20a7e-7516-7cef-b31b-d1f4f38230ab', 'guest', NULL, NULL, false, '2026-11-23 22:19:49.3984+00', '2026-11-23 22:19:49.3984+00', NULL),
	('01a20a7e-76c4-7674-bd8f-0e8939c22214', 'guest', NULL, NULL, false, '2026-11-23 22:19:49.828689+00', '2026-11-23 22:19:49.828689+00', NULL),
	('01a20a7e-7a0a-7f0b-8598-4298ecd85863', 'guest', NULL, NULL, false, '2026-11-23 22:19:50.666799+00', '2026-11-23 22:19:50.666799+00', NULL),
	('01a20a7e-7a0b-7c3e-8d19-4c31662a596c', 'guest', NULL, NULL, false, '2026-11-23 22:19:50.667165+00', '2026-11-23 22:19:50.667165+00', NULL),
	('01a20a7e-7a07-792c-9599-e5778fbcbebd', 'guest', NULL, NULL, false, '2026-11-23 22:19:50.66381+00', '2026-11-23 22:19:50.66381+00', NULL),
	('01a20a7e-7a07-79e5-a3e7-dcdc85171b15', 'guest', NULL, NULL, false, '2026-11-23 22:19:50.663085+00', '2026-11-23 22:19:50.663085+00', NULL),
	('01a20a7e-7a0e-7a0d-af82-2381c473903f', 'guest', NULL, NULL, false, '2026-11-23 22:19:50.670379+00', '2026-11-23 22:19:50.670379+00', NULL),
	('01a20a7e-7a10-7dbf-ad0b-24661e99b938', 'guest', NULL, NULL, false, '2026-11-23 22:19:50.672856+00', '2026-11-23 22:19:50.672856+00', NULL),
	('01a20a7e-7a17-7f07-9eb6-287768cd18ba', 'guest', NULL, NULL, false, '2026-11-23 22:19:50.679241+00', '2026-11-23 22:19:50.679241+00', NULL),
	('01a20a7e-7a14-78f5-ac95-cf8cd8654dd6', 'guest', NULL, NULL, false, '2026-11-23 22:19:50.676988+00', '2026-11-23 22:19:50.676988+00', NULL);


--
-- Data for Name: address; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.address (id, user_id, name, line1, line2, city, region, postal_code, country_code, phone, is_default, created_at, updated_at) VALUES
	('01a20a7e-60ae-7ef7-9798-bee290466100', '01a20a7e-5ec3-7aa2-8f68-47830f4fee76', 'Demo Customer', '12 Harbour Street', '', 'Portland', 'OR', '97201', 'US', '+1 503 555 0100', true, '2026-11-23 22:19:44.184904+00', '2026-11-23 22:19:44.184904+00');


--
-- Data for Name: attempt_count; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.attempt_count (key, attempts, blocked_until, forget_at) VALUES
	('\x9720e983e9006f312ee9e6dea6ac0368b471348835dd4902e40d8ae0f8650449', 0, '-infinity', '2026-11-23 23:19:50.050788+00');


--
-- Data for Name: dead_letter; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: inbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: mailed_token; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: session; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.session (id, user_id, created_at, ended_at) VALUES
	('01a20a7e-66e2-7967-b18d-1b344a768a52', '01a20a7e-66e2-7893-bbab-91eade9dcffb', '2026-11-23 22:19:45.762483+00', NULL),
	('01a20a7e-6f85-7fed-aa1c-8d4c885edaaa', '01a20a7e-6f85-75f6-98aa-4ed7098adb9b', '2026-11-23 22:19:47.973679+00', NULL),
	('01a20a7e-721f-7069-88d3-9fa82bbfc9db', '01a20a7e-7220-7bd8-8edc-cd0aa14f30f2', '2026-11-23 22:19:48.640039+00', NULL),
	('01a20a7e-72ca-72f4-9253-e15eec7c0bc3', '01a20a7e-72ca-7ebe-a210-b5e07c5e4e50', '2026-11-23 22:19:48.810549+00', NULL),
	('01a20a7e-72f7-7108-8ef0-c2c72a04cd51', '01a20a7e-72f7-7617-8b35-ff78bbd16d3c', '2026-11-23 22:19:48.855994+00', NULL),
	('01a20a7e-7516-76f4-bf02-8f82c55a42f3', '01a20a7e-7516-7cef-b31b-d1f4f38230ab', '2026-11-23 22:19:49.3984+00', NULL),
	('01a20a7e-76c4-743d-bd9c-0432cc43cb0d', '01a20a7e-76c4-7674-bd8f-0e8939c22214', '2026-11-23 22:19:49.828689+00', NULL),
	('01a20a7e-78f2-7c87-97e3-acb2730a4e5d', '01a20a7e-5d9a-737d-a817-1d672a831159', '2026-11-23 22:19:50.38684+00', NULL),
	('01a20a7e-7a0a-71a7-abce-e6db97c0db16', '01a20a7e-7a0a-7f0b-8598-4298ecd85863', '2026-11-23 22:19:50.666799+00', NULL),
	('01a20a7e-7a07-702a-b72a-e98b159e9703', '01a20a7e-7a07-79e5-a3e7-dcdc85171b15', '2026-11-23 22:19:50.663085+00', NULL),
	('01a20a7e-7a07-7bd3-a37b-3f2ad0004503', '01a20a7e-7a07-792c-9599-e5778fbcbebd', '2026-11-23 22:19:50.66381+00', NULL),
	('01a20a7e-7a0e-7edb-b170-d3af9bc0bb68', '01a20a7e-7a0e-7a0d-af82-2381c473903f', '2026-11-23 22:19:50.670379+00', NULL),
	('01a20a7e-7a0b-72ec-a795-43a741173304', '01a20a7e-7a0b-7c3e-8d19-4c31662a596c', '2026-11-23 22:19:50.667165+00', NULL),
	('01a20a7e-7a17-7ef3-9332-2e12504e08d7', '01a20a7e-7a17-7f07-9eb6-287768cd18ba', '2026-11-23 22:19:50.679241+00', NULL),
	('01a20a7e-7a10-7d66-b9bd-29e863506cc6', '01a20a7e-7a10-7dbf-ad0b-24661e99b938', '2026-11-23 22:19:50.672856+00', NULL),
	('01a20a7e-7a14-7a91-86ef-801f8d55b5a1', '01a20a7e-7a14-78f5-ac95-cf8cd8654dd6', '2026-11-23 22:19:50.676988+00', NULL);


--
-- Data for Name: refresh_token; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.refresh_token (hash, session_id, expires_at, used_at) VALUES
	('\x2766688baa06b2276d51406c309c7970e5128a28ff7d900b59f30a4bf01da07f', '01a20a7e-66e2-7967-b18d-1b344a768a52', '2026-12-23 22:19:45.762483+00', NULL),
	('\xd024c52615309edde2f4ffd309b735c6644bc7c8ed117f32f690a026792faaa8', '01a20a7e-6f85-7fed-aa1c-8d4c885edaaa', '2026-12-23 22:19:47.973679+00', NULL),
	('\x5a44a6340bc15dbac002d921c9cc2f1b67b8f08b51eb7fa7712f7a1b7714e6bb', '01a20a7e-721f-7069-88d3-9fa82bbfc9db', '2026-12-23 22:19:48.640039+00', NULL),
	('\xbedce660ee279e7742c6bc3dfeb5ff6b7b88579d302f83f6b5d46e27cfcbfbd4', '01a20a7e-72ca-72f4-9253-e15eec7c0bc3', '2026-12-23 22:19:48.810549+00', NULL),
	('\xc00de17b89fc18255cbe35710bcbc614330e980b1615ed1124d972ff0595f0fe', '01a20a7e-72f7-7108-8ef0-c2c72a04cd51', '2026-12-23 22:19:48.855994+00', NULL),
	('\x4910891c256f7f09a087789e8aa29cd06eecb60bb994cddd85d58911f9680c46', '01a20a7e-7516-76f4-bf02-8f82c55a42f3', '2026-12-23 22:19:49.3984+00', NULL),
	('\xee3a7524f9b2be403265ea289fa4954ddff816c9ca6184f6bc81daeb4f406f5b', '01a20a7e-76c4-743d-bd9c-0432cc43cb0d', '2026-12-23 22:19:49.828689+00', NULL),
	('\x9febdcbb0d9ebafc33482caf04a71b4a8e2c34de1c8d945928f33ed0a34cb08d', '01a20a7e-78f2-7c87-97e3-acb2730a4e5d', '2026-12-23 22:19:50.38684+00', NULL),
	('\xef1208767f88bc91c566b76e340dd31b10b46850c92d15639318ee199cba3e36', '01a20a7e-7a0a-71a7-abce-e6db97c0db16', '2026-12-23 22:19:50.666799+00', NULL),
	('\xe57752c64ee766574e51b42288e6a7efcc72e4f6d82cd9ca2e9e3b6b0ba29be8', '01a20a7e-7a0b-72ec-a795-43a741173304', '2026-12-23 22:19:50.667165+00', NULL),
	('\x5b57a29de43e944f1a04d04cc3026954c410e4b7354fcec6610d10adbf03a331', '01a20a7e-7a17-7ef3-9332-2e12504e08d7', '2026-12-23 22:19:50.679241+00', NULL),
	('\x69d1f304a8432facd253deca00bbaae64601179e8c60063d9d0b908cc43bbf18', '01a20a7e-7a0e-7edb-b170-d3af9bc0bb68', '2026-12-23 22:19:50.670379+00', NULL),
	('\x0372a3a0c2652af3281f0e0664e8706bf924379c425421c00233049ca7328761', '01a20a7e-7a10-7d66-b9bd-29e863506cc6', '2026-12-23 22:19:50.672856+00', NULL),
	('\x75e8989d53ed55e048d94cb60a91c33f2a0754a8048eb0a1af92299f1265bc20', '01a20a7e-7a07-7bd3-a37b-3f2ad0004503', '2026-12-23 22:19:50.66381+00', NULL),
	('\xced8db84d0e284643f7f485f6e26a4625c6042cf75f72b4a2ebe1391c6f2e5ba', '01a20a7e-7a07-702a-b72a-e98b159e9703', '2026-12-23 22:19:50.663085+00', NULL),
	('\xf7958cb88399b19d55a8d85e1da251d3d8a43446c2dfc392bb1fab98f54dc53d', '01a20a7e-7a14-7a91-86ef-801f8d55b5a1', '2026-12-23 22:19:50.676988+00', NULL);


--
-- Data for Name: reset_request; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: schemaversions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.schemaversions (schemaversionsid, scriptname, applied) VALUES
	(1, 'shared/0001_messaging.sql', '2026-11-23 22:19:42.794114'),
	(2, 'Migrations/0001_identity.sql', '2026-11-23 22:19:43.032457'),
	(3, 'Migrations/0002_account_security.sql', '2026-11-23 22:19:43.298171');


--
-- Data for Name: signing_key; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.signing_key (id, private_key, created_at, signs_from) VALUES
	('01a20a7e-5d88-79eb-88db-b4e8d2e10371', '\x29809d807573125baa3ea2a73944e7a9eec0133349a8af3a957702a71cb9dec909fad46d39e57bdcd47021d3bd1de5fc5dff1218cd039aa2c073985bd5706612a22249001f8bd312c5f56a227094b416193cecb79b095423223a449abe184631f22032d85e14c8141a9b22304291103070d8ad63fedc69d9a75ea9d9945899a487f8525600b970fa9617d2cf30238e33cffe184da584906024385dbd2826942031e4b75eab69', '2026-11-23 22:19:43.373561+00', '2026-11-23 22:19:43.368618+00');


--
-- Name: outbox_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.outbox_seq_seq', 1, false);


--
-- Name: reset_request_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reset_request_seq_seq', 1, false);


--
-- Name: schemaversions_schemaversionsid_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.schemaversions_schemaversionsid_seq', 3, true);


--
-- PostgreSQL database dump complete
--

\unrestrict 2tWTklbIVwMHC3ng4ubFt8hPPukUPL3ljlhniQhgyNNc66kgQoCSZYrSWx6mjIN

