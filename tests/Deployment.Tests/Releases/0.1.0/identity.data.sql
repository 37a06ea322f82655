--
-- PostgreSQL database dump
--

\restrict fzPEaCifXKZ3zBxYqOJN5VTOAcWC7HbLXOaqmrQza1gZ91cGzqWFiZGuFXa322V

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

INSERT INTO public.account (id, role, email, password_hash, email_verified, created_at, updated_at) VALUES
	('01a20a69-f61a-7900-98f1-acab2724c934', 'admin', 'admin@commerce-kata.example', 'AQAAAAIAAzRQAAAAEPC6aVzOksF9P/DzqQNflBPTi0yFFck+8Ow5yzA+Xyef7zQJ/Hvu5zP+Uyab+CmQxg==', false, '2026-11-23 21:57:26.169929+00', '2026-11-23 21:57:26.169929+00'),
	('01a20a69-fab6-7fcf-b25e-6809edb0188a', 'customer', 'demo@commerce-kata.example', 'AQAAAAIAAzRQAAAAEGo3CBKWdmIBdWz6u/ttQHcdc3wSa5pYpZ/3Y1M8Zk54qdy1R9zEUqid/JaNLL3BAw==', false, '2026-11-23 21:57:27.350935+00', '2026-11-23 21:57:27.350935+00'),
	('01a20a6a-09d3-7d23-8010-faa608e7d22e', 'guest', NULL, NULL, false, '2026-11-23 21:57:31.219759+00', '2026-11-23 21:57:31.219759+00'),
	('01a20a6a-316b-7675-a161-fdbfc864f102', 'guest', NULL, NULL, false, '2026-11-23 21:57:41.355377+00', '2026-11-23 21:57:41.355377+00'),
	('01a20a6a-38f8-7ec6-b987-8985b1e68a50', 'guest', NULL, NULL, false, '2026-11-23 21:57:43.288151+00', '2026-11-23 21:57:43.288151+00'),
	('01a20a6a-3a66-708a-8841-b83e81d780bf', 'guest', NULL, NULL, false, '2026-11-23 21:57:43.654867+00', '2026-11-23 21:57:43.654867+00'),
	('01a20a6a-3bab-71e9-90a9-50bca775d417', 'guest', NULL, NULL, false, '2026-11-23 21:57:43.979579+00', '2026-11-23 21:57:43.979579+00'),
	('01a20a6a-414d-724b-9523-ca3d2f9822ed', 'guest', NULL, NULL, false, '2026-11-23 21:57:45.421524+00', '2026-11-23 21:57:45.421524+00'),
	('01a20a6a-4516-7a29-98de-1c205f2a381b', 'guest', NULL, NULL, false, '2026-11-23 21:57:46.390361+00', '2026-11-23 21:57:46.390361+00'),
	('01a20a6a-4e8a-75a3-bfb2-5f982bf3a3e1', 'guest', NULL, NULL, false, '2026-11-23 21:57:48.810699+00', '2026-11-23 21:57:48.810699+00'),
	('01a20a6a-4ea6-70f9-b88e-6f143e087236', 'guest', NULL, NULL, false, '2026-11-23 21:57:48.838369+00', '2026-11-23 21:57:48.838369+00'),
	('01a20a6a-4eae-7aac-b1e0-df8f13f107ec', 'guest', NULL, NULL, false, '2026-11-23 21:57:48.846822+00', '2026-11-23 21:57:48.846822+00'),
	('01a20a6a-4ecf-745b-8422-ab0a3bb70306', 'guest', NULL, NULL, false, '2026-11-23 21:57:48.879945+00', '2026-11-23 21:57:48.879945+00'),
	('01a20a6a-4ea7-7113-ac29-d17d2c0d0ba6', 'guest', NULL, NULL, false, '2026-11-23 21:57:48.83902+00', '2026-11-23 21:57:48.83902+00'),
	('01a20a6a-4ed0-75cf-868f-f17ca3d5893f', 'guest', NULL, NULL, false, '2026-11-23 21:57:48.880609+00', '2026-11-23 21:57:48.880609+00'),
	('01a20a6a-4fb6-746f-93c3-f05c1b7fe55f', 'guest', NULL, NULL, false, '2026-11-23 21:57:49.110794+00', '2026-11-23 21:57:49.110794+00'),
	('01a20a6a-4ea7-7942-a1b0-90623392dcc8', 'guest', NULL, NULL, false, '2026-11-23 21:57:48.839538+00', '2026-11-23 21:57:48.839538+00');


--
-- Data for Name: address; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.address (id, user_id, name, line1, line2, city, region, postal_code, country_code, phone, is_default, created_at, updated_at) VALUES
	('01a20a69-fd2a-7e06-96c0-7e17663a81a9', '01a20a69-fab6-7fcf-b25e-6809edb0188a', 'Demo Customer', '12 Harbour Street', '', 'Portland', 'OR', '97201', 'US', '+1 503 555 0100', true, '2026-11-23 21:57:27.992366+00', '2026-11-23 21:57:27.992366+00');


--
-- Data for Name: dead_letter; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: inbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: session; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.session (id, user_id, created_at, ended_at) VALUES
	('01a20a6a-09d3-72db-9c2a-07a8cc85abba', '01a20a6a-09d3-7d23-8010-faa608e7d22e', '2026-11-23 21:57:31.219759+00', NULL),
	('01a20a6a-316b-7704-bf7d-4d0158f8f180', '01a20a6a-316b-7675-a161-fdbfc864f102', '2026-11-23 21:57:41.355377+00', NULL),
	('01a20a6a-38f8-7bb2-a093-787bb939c1d5', '01a20a6a-38f8-7ec6-b987-8985b1e68a50', '2026-11-23 21:57:43.288151+00', NULL),
	('01a20a6a-3a65-7e2c-bcef-d3734030564e', '01a20a6a-3a66-708a-8841-b83e81d780bf', '2026-11-23 21:57:43.654867+00', NULL),
	('01a20a6a-3bab-7ba8-8dca-bf0684f3d990', '01a20a6a-3bab-71e9-90a9-50bca775d417', '2026-11-23 21:57:43.979579+00', NULL),
	('01a20a6a-414d-72c2-b280-2953255816ef', '01a20a6a-414d-724b-9523-ca3d2f9822ed', '2026-11-23 21:57:45.421524+00', NULL),
	('01a20a6a-4516-7a15-ac0e-cb016311cf3c', '01a20a6a-4516-7a29-98de-1c205f2a381b', '2026-11-23 21:57:46.390361+00', NULL),
	('01a20a6a-4ba5-7bea-b8da-aebae6e5e26c', '01a20a69-f61a-7900-98f1-acab2724c934', '2026-11-23 21:57:48.069223+00', NULL),
	('01a20a6a-4e8a-7a96-af44-4f96d9377989', '01a20a6a-4e8a-75a3-bfb2-5f982bf3a3e1', '2026-11-23 21:57:48.810699+00', NULL),
	('01a20a6a-4ea6-7188-bbed-e2affbff742f', '01a20a6a-4ea6-70f9-b88e-6f143e087236', '2026-11-23 21:57:48.838369+00', NULL),
	('01a20a6a-4eae-7079-af32-6b2233925f7d', '01a20a6a-4eae-7aac-b1e0-df8f13f107ec', '2026-11-23 21:57:48.846822+00', NULL),
	('01a20a6a-4ecf-7393-8a0c-3fc4ace2bbd7', '01a20a6a-4ecf-745b-8422-ab0a3bb70306', '2026-11-23 21:57:48.879945+00', NULL),
	('01a20a6a-4ea6-7cd7-a33e-4f71ed2d559a', '01a20a6a-4ea7-7113-ac29-d17d2c0d0ba6', '2026-11-23 21:57:48.83902+00', NULL),
	('01a20a6a-4ed0-73de-86c0-f1529a01968d', '01a20a6a-4ed0-75cf-868f-f17ca3d5893f', '2026-11-23 21:57:48.880609+00', NULL),
	('01a20a6a-4fb6-7805-91a1-7869567987a0', '01a20a6a-4fb6-746f-93c3-f05c1b7fe55f', '2026-11-23 21:57:49.110794+00', NULL),
	('01a20a6a-4ea7-7208-a2ab-67749d0d1642', '01a20a6a-4ea7-7942-a1b0-90623392dcc8', '2026-11-23 21:57:48.839538+00', NULL);


--
-- Data for Name: refresh_token; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.refresh_token (hash, session_id, expires_at, used_at) VALUES
	('\xd6a094ddf2d6fb9a1c2f888e430bce9a33c847170a9b767bfd3c3339584a46f1', '01a20a6a-09d3-72db-9c2a-07a8cc85abba', '2026-12-23 21:57:31.219759+00', NULL),
	('\x8c53191be6ef85381a2735c9dc0640d43705483d25dc1cd546748c89994032a3', '01a20a6a-316b-7704-bf7d-4d0158f8f180', '2026-12-23 21:57:41.355377+00', NULL),
	('\xb7756660f57ddcb14ef8d07b2014d7f2622318b0167a12eeb94ea42c6ae93146', '01a20a6a-38f8-7bb2-a093-787bb939c1d5', '2026-12-23 21:57:43.288151+00', NULL),
	('\xf8b5350b7e1a8697a6911f45fc4bd9a0876dceae8076cb8c8bfb016cba9b6c46', '01a20a6a-3a65-7e2c-bcef-d3734030564e', '2026-12-23 21:57:43.654867+00', NULL),
	('\xdccf4378e73d71061b59561944e53fbb720c6d21a4e5892731d79f2cbd5af756', '01a20a6a-3bab-7ba8-8dca-bf0684f3d990', '2026-12-23 21:57:43.979579+00', NULL),
	('\x73799b284e68856a880d45f229dedfc6e2058e24a0a7a597c174c1dfd9cf7322', '01a20a6a-414d-72c2-b280-2953255816ef', '2026-12-23 21:57:45.421524+00', NULL),
	('\xdccdf50499335fa209ea7be94ea9bbf2a3dd57016bda014e550f8f66df95e0a8', '01a20a6a-4516-7a15-ac0e-cb016311cf3c', '2026-12-23 21:57:46.390361+00', NULL),
	('\xc2f32746380808622b6bf82c949c8ceead47f75a0d7579e391b8d0e2d9c9a63d', '01a20a6a-4ba5-7bea-b8da-aebae6e5e26c', '2026-12-23 21:57:48.069223+00', NULL),
	('\x16e6a547f38a9f7c6680ab56eece290b335b6327767bf6aed03842b17fa53baf', '01a20a6a-4e8a-7a96-af44-4f96d9377989', '2026-12-23 21:57:48.810699+00', NULL),
	('\x43d60369ee8810836502aa3b7deffcb120b297ddc4363a5618175aea9a423adb', '01a20a6a-4ea6-7188-bbed-e2affbff742f', '2026-12-23 21:57:48.838369+00', NULL),
	('\xf6e84160ac29bc004d897a9edef774816a7e308b6f22974b0294f34720ed9a5c', '01a20a6a-4eae-7079-af32-6b2233925f7d', '2026-12-23 21:57:48.846822+00', NULL),
	('\xb7400dfd15926fcbb27857d8e285dd356d5d401b8a163340dde28fcb0f77a1f6', '01a20a6a-4ecf-7393-8a0c-3fc4ace2bbd7', '2026-12-23 21:57:48.879945+00', NULL),
	('\x2ee4a2bafd145e99185ac2d94e70d0597c8223d713d6c5398ffa6dc24c97dd78', '01a20a6a-4ea6-7cd7-a33e-4f71ed2d559a', '2026-12-23 21:57:48.83902+00', NULL),
	('\xa59e78708cb7431e0834ec4990b0cffe329fe870127b818dfcc1876a1e327cf5', '01a20a6a-4ed0-73de-86c0-f1529a01968d', '2026-12-23 21:57:48.880609+00', NULL),
	('\x3eaf96b20b4e8b61e7fca57de4cc640287f7266ef9ee15c4a240e1004b27cc85', '01a20a6a-4fb6-7805-91a1-7869567987a0', '2026-12-23 21:57:49.110794+00', NULL),
	('\x76f4630720bf6f686837bd5d93d878f3901fefa63ad94dd9e20a34bf53f1f897', '01a20a6a-4ea7-7208-a2ab-67749d0d1642', '2026-12-23 21:57:48.839538+00', NULL);


--
-- Data for Name: schemaversions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.schemaversions (schemaversionsid, scriptname, applied) VALUES
	(1, 'shared/0001_messaging.sql', '2026-11-23 21:57:25.697217'),
	(2, 'Migrations/0001_identity.sql', '2026-11-23 21:57:25.792872');


--
-- Data for Name: signing_key; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.signing_key (id, private_key, created_at) VALUES
	('01a20a69-f553-7d5e-b5c3-aab35ede34f0', '\xe33cd24f5baf9db9d1cc53619ba8dc466a95cb71647f25df9be90b0957fd405c98887b2fe9d9a9ce9f496132e3f2f4845af65bbd77fde7a947c437166abbea8352e5814f50d324d979883af5c024ae8dc440891a17ba9f743831efe32cb37f3bb9a93e5768f5bf63c2cdd8d070fe17c664af74bebf66621a4d72ece0096202718f62a225dc6714c3705367c200a6acdbbf9201399abc65665359dc2d3d552934cdaba894f0ff', '2026-11-23 21:57:25.982436+00');


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

\unrestrict fzPEaCifXKZ3zBxYqOJN5VTOAcWC7HbLXOaqmrQza1gZ91cGzqWFiZGuFXa322V

