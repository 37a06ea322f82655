--
-- PostgreSQL database dump
--

\restrict m2oSKfys5dL5JHXrLMjyip7CE6FvXBricPtQanzJDyfanNMljn8PlDgxHmFCom7

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
-- Data for Name: dead_letter; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: email; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.email (seq, id, message_key, recipient, template, subject, text, html, status, attempts, due_at, last_error, created_at, sent_at, secret) OVERRIDING SYSTEM VALUE VALUES
	(1, '01a20a7e-6a55-7c25-a478-b5040f8bf5ed', 'order-confirmed.01a20a7e-67c9-7443-8734-bdacf2826ffa', 'ada@example.com', 'order-confirmed', 'Your order CK-JZHG-K6JA is confirmed', 'Thank you for your order.

Order CK-JZHG-K6JA, placed on 23 November 2026, 22:19 UTC

2 x Bypass Secateurs at 47.00 USD: 94.00 USD

Subtotal: 94.00 USD
Shipping (Standard): 4.90 USD
Total: 98.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-JZHG-K6JA is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-JZHG-K6JA</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">2 &times; Bypass Secateurs</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">47.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">94.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">94.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>98.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:01.661377+00', NULL, '2026-11-23 22:19:46.645351+00', '2026-11-23 22:19:46.674846+00', false),
	(2, '01a20a7e-6c7c-72ee-9083-68cf440d0866', 'order-cancelled.01a20a7e-67c9-7443-8734-bdacf2826ffa', 'ada@example.com', 'order-cancelled', 'Your order CK-JZHG-K6JA is cancelled', 'Your order CK-JZHG-K6JA, placed on 23 November 2026, 22:19 UTC, is cancelled. Nothing of it will be sent.

2 x Bypass Secateurs

98.90 USD goes back to the card that you paid with. Banks take some days for that.

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-JZHG-K6JA is cancelled</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Your order is cancelled</h1>
    <p style="margin:0 0 16px">Order <strong>CK-JZHG-K6JA</strong>, placed on 23 November 2026, 22:19 UTC, is cancelled. Nothing of it will be sent.</p>
    <p style="margin:0 0 16px">
      2 x Bypass Secateurs<br>
    </p>
    <p style="margin:0"><strong>98.90 USD</strong> goes back to the card that you paid with. Banks take some days for that.</p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:02.225037+00', NULL, '2026-11-23 22:19:47.196714+00', '2026-11-23 22:19:47.228764+00', false),
	(3, '01a20a7e-7019-7601-8258-21f98d354383', 'order-cancelled.01a20a7e-6fad-77a9-bb96-b73883337190', 'ada@example.com', 'order-cancelled', 'Your order CK-7JRE-CZ1E is cancelled', 'Your order CK-7JRE-CZ1E, placed on 23 November 2026, 22:19 UTC, is cancelled. Nothing of it will be sent.

1 x Kneeling Pad

23.90 USD goes back to the card that you paid with. Banks take some days for that.

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-7JRE-CZ1E is cancelled</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Your order is cancelled</h1>
    <p style="margin:0 0 16px">Order <strong>CK-7JRE-CZ1E</strong>, placed on 23 November 2026, 22:19 UTC, is cancelled. Nothing of it will be sent.</p>
    <p style="margin:0 0 16px">
      1 x Kneeling Pad<br>
    </p>
    <p style="margin:0"><strong>23.90 USD</strong> goes back to the card that you paid with. Banks take some days for that.</p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:03.144748+00', NULL, '2026-11-23 22:19:48.122002+00', '2026-11-23 22:19:48.149038+00', false),
	(4, '01a20a7e-72c7-7343-b18d-f8b6809c6a37', 'order-confirmed.01a20a7e-7246-73f4-8950-4faf549ef063', 'ada@example.com', 'order-confirmed', 'Your order CK-5PD3-A40S is confirmed', 'Thank you for your order.

Order CK-5PD3-A40S, placed on 23 November 2026, 22:19 UTC

2 x Herb Seed Collection at 11.00 USD: 22.00 USD

Subtotal: 22.00 USD
Shipping (Standard): 4.90 USD
Total: 26.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-5PD3-A40S is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-5PD3-A40S</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">2 &times; Herb Seed Collection</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">11.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">22.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">22.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>26.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:03.822106+00', NULL, '2026-11-23 22:19:48.807596+00', '2026-11-23 22:19:48.834795+00', false),
	(5, '01a20a7e-73e0-7f54-af28-9ee3707a0565', 'order-cancelled.01a20a7e-731b-772e-8841-b53bbc6fe334', 'ada@example.com', 'order-cancelled', 'Your order CK-ZVT1-NCZZ is cancelled', 'Your order CK-ZVT1-NCZZ, placed on 23 November 2026, 22:19 UTC, is cancelled. Nothing of it will be sent.

1 x Watering Can, 5 l

Nothing was charged.

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-ZVT1-NCZZ is cancelled</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Your order is cancelled</h1>
    <p style="margin:0 0 16px">Order <strong>CK-ZVT1-NCZZ</strong>, placed on 23 November 2026, 22:19 UTC, is cancelled. Nothing of it will be sent.</p>
    <p style="margin:0 0 16px">
      1 x Watering Can, 5 l<br>
    </p>
    <p style="margin:0">Nothing was charged.</p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:04.093001+00', NULL, '2026-11-23 22:19:49.088708+00', '2026-11-23 22:19:49.09634+00', false),
	(6, '01a20a7e-77a1-767a-97d4-b43bc24c9309', 'order-confirmed.01a20a7e-7703-7647-84f4-a5cf02091658', 'ada@example.com', 'order-confirmed', 'Your order CK-8F4D-NKZ5 is confirmed', 'Thank you for your order.

Order CK-8F4D-NKZ5, placed on 23 November 2026, 22:19 UTC

2 x Herb Seed Collection at 11.00 USD: 22.00 USD

Subtotal: 22.00 USD
Shipping (Standard): 4.90 USD
Total: 26.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-8F4D-NKZ5 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-8F4D-NKZ5</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">2 &times; Herb Seed Collection</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">11.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">22.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">22.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>26.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:05.052463+00', NULL, '2026-11-23 22:19:50.04938+00', '2026-11-23 22:19:50.055454+00', false),
	(7, '01a20a7e-7937-7ce0-be02-c21af15a03be', 'order-shipped.01a20a7e-7703-7647-84f4-a5cf02091658', 'ada@example.com', 'order-shipped', 'Your order CK-8F4D-NKZ5 is on its way', 'Your order CK-8F4D-NKZ5, placed on 23 November 2026, 22:19 UTC, has left us.

2 x Herb Seed Collection

The carrier''s tracking number: 1Z999

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-8F4D-NKZ5 is on its way</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Your order is on its way</h1>
    <p style="margin:0 0 16px">Order <strong>CK-8F4D-NKZ5</strong>, placed on 23 November 2026, 22:19 UTC, has left us.</p>
    <p style="margin:0 0 16px">
      2 x Herb Seed Collection<br>
    </p>
    <p style="margin:0">The carrier''s tracking number: <strong>1Z999</strong></p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:05.456514+00', NULL, '2026-11-23 22:19:50.455179+00', '2026-11-23 22:19:50.458733+00', false),
	(8, '01a20a7e-7b89-7e9e-879f-d83b5a549feb', 'order-confirmed.01a20a7e-7a89-7a24-b585-52145d613598', 'ada@example.com', 'order-confirmed', 'Your order CK-WVX6-VHYB is confirmed', 'Thank you for your order.

Order CK-WVX6-VHYB, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-WVX6-VHYB is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-WVX6-VHYB</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.083387+00', NULL, '2026-11-23 22:19:51.0494+00', '2026-11-23 22:19:51.096724+00', false),
	(9, '01a20a7e-7c11-7520-bc3b-5e5e85a09f00', 'order-confirmed.01a20a7e-7a51-7f9e-bcf9-56928ecb2f12', 'ada@example.com', 'order-confirmed', 'Your order CK-JK8K-9AC1 is confirmed', 'Thank you for your order.

Order CK-JK8K-9AC1, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-JK8K-9AC1 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-JK8K-9AC1</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.238234+00', NULL, '2026-11-23 22:19:51.185545+00', '2026-11-23 22:19:51.252864+00', false),
	(10, '01a20a7e-7c62-7f25-928d-0daff542c701', 'order-confirmed.01a20a7e-7a50-7150-9d53-c194cbedf760', 'ada@example.com', 'order-confirmed', 'Your order CK-HA6Q-GK3A is confirmed', 'Thank you for your order.

Order CK-HA6Q-GK3A, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-HA6Q-GK3A is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-HA6Q-GK3A</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.268192+00', NULL, '2026-11-23 22:19:51.266333+00', '2026-11-23 22:19:51.344073+00', false),
	(11, '01a20a7e-7cca-7c2a-ab0f-bdeabed84201', 'order-confirmed.01a20a7e-7a52-7aea-a08a-839fd380ca82', 'ada@example.com', 'order-confirmed', 'Your order CK-DEH9-26ZY is confirmed', 'Thank you for your order.

Order CK-DEH9-26ZY, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-DEH9-26ZY is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-DEH9-26ZY</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.381391+00', NULL, '2026-11-23 22:19:51.370697+00', '2026-11-23 22:19:51.449241+00', false),
	(13, '01a20a7e-7d11-7d9b-b7a1-136895e0d92f', 'order-confirmed.01a20a7e-7a89-7e35-bb96-6ab37c4fe6ae', 'ada@example.com', 'order-confirmed', 'Your order CK-7ZE2-382F is confirmed', 'Thank you for your order.

Order CK-7ZE2-382F, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-7ZE2-382F is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-7ZE2-382F</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.474377+00', NULL, '2026-11-23 22:19:51.441752+00', '2026-11-23 22:19:51.500747+00', false),
	(15, '01a20a7e-7d23-70c7-8a92-4e8cf373c2e7', 'order-confirmed.01a20a7e-7acf-77ac-87b3-c41509a1fce1', 'ada@example.com', 'order-confirmed', 'Your order CK-84PH-X9KH is confirmed', 'Thank you for your order.

Order CK-84PH-X9KH, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-84PH-X9KH is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-84PH-X9KH</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.509202+00', NULL, '2026-11-23 22:19:51.459063+00', '2026-11-23 22:19:51.510599+00', false),
	(21, '01a20a7e-7e08-750d-bec4-49b1d45864b5', 'order-confirmed.01a20a7e-7ab1-7aeb-aad4-7e2f553607a7', 'ada@example.com', 'order-confirmed', 'Your order CK-M4DJ-2WB1 is confirmed', 'Thank you for your order.

Order CK-M4DJ-2WB1, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-M4DJ-2WB1 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-M4DJ-2WB1</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.913298+00', NULL, '2026-11-23 22:19:51.688631+00', '2026-11-23 22:19:51.924873+00', false),
	(12, '01a20a7e-7ce4-73c7-8769-ed2c8d43de1d', 'order-confirmed.01a20a7e-7ab2-7607-8bfd-e516a6e1de60', 'ada@example.com', 'order-confirmed', 'Your order CK-Q4BC-WGSK is confirmed', 'Thank you for your order.

Order CK-Q4BC-WGSK, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-Q4BC-WGSK is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-Q4BC-WGSK</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.452437+00', NULL, '2026-11-23 22:19:51.396947+00', '2026-11-23 22:19:51.467909+00', false),
	(14, '01a20a7e-7d1c-70d9-91d9-216f7b25499a', 'order-confirmed.01a20a7e-7ada-70ba-bafe-dca0c6c9c7c4', 'ada@example.com', 'order-confirmed', 'Your order CK-C5AG-7D80 is confirmed', 'Thank you for your order.

Order CK-C5AG-7D80, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-C5AG-7D80 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-C5AG-7D80</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.505177+00', NULL, '2026-11-23 22:19:51.452458+00', '2026-11-23 22:19:51.507774+00', false),
	(19, '01a20a7e-7d58-7b62-9c40-25102891584d', 'order-confirmed.01a20a7e-7ab4-7b8f-9f4f-2e2181bc93ee', 'ada@example.com', 'order-confirmed', 'Your order CK-JW0W-K0B3 is confirmed', 'Thank you for your order.

Order CK-JW0W-K0B3, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-JW0W-K0B3 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-JW0W-K0B3</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.7855+00', NULL, '2026-11-23 22:19:51.51279+00', '2026-11-23 22:19:51.873669+00', false),
	(16, '01a20a7e-7d2f-7c8b-8812-f7e4ed6aca31', 'order-confirmed.01a20a7e-7a86-74ad-a4b9-94384d31c607', 'ada@example.com', 'order-confirmed', 'Your order CK-TGN9-YJCY is confirmed', 'Thank you for your order.

Order CK-TGN9-YJCY, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-TGN9-YJCY is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-TGN9-YJCY</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.513949+00', NULL, '2026-11-23 22:19:51.471413+00', '2026-11-23 22:19:51.519794+00', false),
	(18, '01a20a7e-7d4f-7449-b7b5-6f2c6994c330', 'order-confirmed.01a20a7e-7a8d-794f-a162-6c3519850657', 'ada@example.com', 'order-confirmed', 'Your order CK-EVDW-RXK8 is confirmed', 'Thank you for your order.

Order CK-EVDW-RXK8, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-EVDW-RXK8 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-EVDW-RXK8</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.697472+00', NULL, '2026-11-23 22:19:51.503298+00', '2026-11-23 22:19:51.774382+00', false),
	(20, '01a20a7e-7d6a-7e49-93ea-e4cb75c59095', 'order-confirmed.01a20a7e-7adb-7c11-b384-cef5dec7e3b8', 'ada@example.com', 'order-confirmed', 'Your order CK-D2NK-HFZY is confirmed', 'Thank you for your order.

Order CK-D2NK-HFZY, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-D2NK-HFZY is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-D2NK-HFZY</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.877282+00', NULL, '2026-11-23 22:19:51.53037+00', '2026-11-23 22:19:51.900958+00', false),
	(17, '01a20a7e-7d47-7997-b6c1-f5f9793626e9', 'order-confirmed.01a20a7e-7ab2-7525-bfa1-82005aa36896', 'ada@example.com', 'order-confirmed', 'Your order CK-M5V3-ATCQ is confirmed', 'Thank you for your order.

Order CK-M5V3-ATCQ, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-M5V3-ATCQ is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-M5V3-ATCQ</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.523881+00', NULL, '2026-11-23 22:19:51.495485+00', '2026-11-23 22:19:51.693864+00', false),
	(22, '01a20a7e-7e27-7a4f-bef2-e26b75c40c1c', 'order-confirmed.01a20a7e-7ab5-7288-a35f-f244a1a498fd', 'ada@example.com', 'order-confirmed', 'Your order CK-WPV6-WSAR is confirmed', 'Thank you for your order.

Order CK-WPV6-WSAR, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-WPV6-WSAR is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-WPV6-WSAR</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:06.953537+00', NULL, '2026-11-23 22:19:51.719491+00', '2026-11-23 22:19:52.014202+00', false),
	(25, '01a20a7e-7ee8-74e5-89a8-8c9d16f05755', 'order-confirmed.01a20a7e-7c38-7b04-9fae-0f8625b36cd4', 'ada@example.com', 'order-confirmed', 'Your order CK-K6F2-7H98 is confirmed', 'Thank you for your order.

Order CK-K6F2-7H98, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-K6F2-7H98 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-K6F2-7H98</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.059689+00', NULL, '2026-11-23 22:19:51.912298+00', '2026-11-23 22:19:52.074877+00', false),
	(27, '01a20a7e-7fd4-7de1-92ed-5a2e3e8be5df', 'order-confirmed.01a20a7e-7c96-71d6-8ea0-488b1813a12e', 'ada@example.com', 'order-confirmed', 'Your order CK-447X-FYGV is confirmed', 'Thank you for your order.

Order CK-447X-FYGV, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-447X-FYGV is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-447X-FYGV</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.168972+00', NULL, '2026-11-23 22:19:52.148036+00', '2026-11-23 22:19:52.173677+00', false),
	(26, '01a20a7e-7f24-7a25-8402-8d34ae38369f', 'order-confirmed.01a20a7e-7cc3-7042-8c62-0a4b2ce2a89e', 'ada@example.com', 'order-confirmed', 'Your order CK-BX1S-BFZK is confirmed', 'Thank you for your order.

Order CK-BX1S-BFZK, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-BX1S-BFZK is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-BX1S-BFZK</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.079451+00', NULL, '2026-11-23 22:19:51.972607+00', '2026-11-23 22:19:52.088908+00', false),
	(28, '01a20a7e-7fd9-7a40-b0d1-f01f4965cc71', 'order-confirmed.01a20a7e-7d1d-7507-999c-7c20c282dd53', 'ada@example.com', 'order-confirmed', 'Your order CK-13QW-1JD6 is confirmed', 'Thank you for your order.

Order CK-13QW-1JD6, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-13QW-1JD6 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-13QW-1JD6</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.181123+00', NULL, '2026-11-23 22:19:52.153962+00', '2026-11-23 22:19:52.203159+00', false),
	(23, '01a20a7e-7ebb-783b-9f88-389276336121', 'order-confirmed.01a20a7e-7b04-77c0-a349-19722c99b3d2', 'ada@example.com', 'order-confirmed', 'Your order CK-8B5Q-HH6B is confirmed', 'Thank you for your order.

Order CK-8B5Q-HH6B, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-8B5Q-HH6B is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-8B5Q-HH6B</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.016939+00', NULL, '2026-11-23 22:19:51.86741+00', '2026-11-23 22:19:52.023301+00', false),
	(24, '01a20a7e-7ed7-7930-bc9a-8dac4f1b76fe', 'order-confirmed.01a20a7e-7c02-73e0-8a6c-043141b4f2c3', 'ada@example.com', 'order-confirmed', 'Your order CK-CYAZ-J0PR is confirmed', 'Thank you for your order.

Order CK-CYAZ-J0PR, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-CYAZ-J0PR is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-CYAZ-J0PR</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.02698+00', NULL, '2026-11-23 22:19:51.8959+00', '2026-11-23 22:19:52.049031+00', false),
	(29, '01a20a7e-7fdd-7719-8190-195050d1a571', 'order-confirmed.01a20a7e-7cff-7f8e-bd89-b5d5de6fc168', 'ada@example.com', 'order-confirmed', 'Your order CK-V51R-KXA8 is confirmed', 'Thank you for your order.

Order CK-V51R-KXA8, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-V51R-KXA8 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-V51R-KXA8</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.210223+00', NULL, '2026-11-23 22:19:52.15797+00', '2026-11-23 22:19:52.229558+00', false),
	(30, '01a20a7e-7ff7-7faf-b84f-b0bd1c61cdb5', 'order-confirmed.01a20a7e-7c87-732c-82a3-f60bc4df23f9', 'ada@example.com', 'order-confirmed', 'Your order CK-Y9MW-RQQ1 is confirmed', 'Thank you for your order.

Order CK-Y9MW-RQQ1, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-Y9MW-RQQ1 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-Y9MW-RQQ1</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.281704+00', NULL, '2026-11-23 22:19:52.183696+00', '2026-11-23 22:19:52.311252+00', false),
	(32, '01a20a7e-805c-798e-a5e1-2f28090e5291', 'order-confirmed.01a20a7e-7d27-7b66-a2ac-bc38630fd178', 'ada@example.com', 'order-confirmed', 'Your order CK-9E95-FWXY is confirmed', 'Thank you for your order.

Order CK-9E95-FWXY, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-9E95-FWXY is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-9E95-FWXY</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.403325+00', NULL, '2026-11-23 22:19:52.28439+00', '2026-11-23 22:19:52.415271+00', false),
	(31, '01a20a7e-8015-7548-9026-0295ded9816b', 'order-confirmed.01a20a7e-7d27-7699-9d3b-70a89a81761d', 'ada@example.com', 'order-confirmed', 'Your order CK-QD8V-R03A is confirmed', 'Thank you for your order.

Order CK-QD8V-R03A, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-QD8V-R03A is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-QD8V-R03A</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.317485+00', NULL, '2026-11-23 22:19:52.213799+00', '2026-11-23 22:19:52.345967+00', false),
	(33, '01a20a7e-806a-7da9-9243-07a4eb2834a7', 'order-confirmed.01a20a7e-7d2a-7ab1-93d2-8310777c301e', 'ada@example.com', 'order-confirmed', 'Your order CK-RXZ4-EMYD is confirmed', 'Thank you for your order.

Order CK-RXZ4-EMYD, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-RXZ4-EMYD is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-RXZ4-EMYD</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.429206+00', NULL, '2026-11-23 22:19:52.298112+00', '2026-11-23 22:19:52.4564+00', false),
	(34, '01a20a7e-807f-747d-afd0-30206558d141', 'order-confirmed.01a20a7e-7d4d-726b-8ff6-51656e722b77', 'ada@example.com', 'order-confirmed', 'Your order CK-KAKX-0G38 is confirmed', 'Thank you for your order.

Order CK-KAKX-0G38, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-KAKX-0G38 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-KAKX-0G38</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.515941+00', NULL, '2026-11-23 22:19:52.319537+00', '2026-11-23 22:19:52.557325+00', false),
	(37, '01a20a7e-819d-7504-8a26-d016fb8bf080', 'order-confirmed.01a20a7e-7d4d-7c68-ae3b-17e908da630a', 'ada@example.com', 'order-confirmed', 'Your order CK-7ZRK-B4A1 is confirmed', 'Thank you for your order.

Order CK-7ZRK-B4A1, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-7ZRK-B4A1 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-7ZRK-B4A1</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.721396+00', NULL, '2026-11-23 22:19:52.60569+00', '2026-11-23 22:19:52.747421+00', false),
	(38, '01a20a7e-81c0-78f0-9d79-94d520886aef', 'order-confirmed.01a20a7e-7d58-7791-ab77-f61c5800d035', 'ada@example.com', 'order-confirmed', 'Your order CK-88FB-MKC2 is confirmed', 'Thank you for your order.

Order CK-88FB-MKC2, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-88FB-MKC2 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-88FB-MKC2</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.754206+00', NULL, '2026-11-23 22:19:52.64024+00', '2026-11-23 22:19:52.844067+00', false),
	(41, '01a20a7e-822f-75e9-a1ab-3c56aeb57d78', 'order-confirmed.01a20a7e-7f6c-72d1-b29e-38d1caebd3c2', 'ada@example.com', 'order-confirmed', 'Your order CK-2MZP-0115 is confirmed', 'Thank you for your order.

Order CK-2MZP-0115, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-2MZP-0115 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-2MZP-0115</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.000408+00', NULL, '2026-11-23 22:19:52.751958+00', '2026-11-23 22:19:53.004595+00', false),
	(35, '01a20a7e-808b-7cac-906c-d1d59ab0b834', 'order-confirmed.01a20a7e-7d22-79e2-8a37-b3e1daeaf6f7', 'ada@example.com', 'order-confirmed', 'Your order CK-13C2-85KQ is confirmed', 'Thank you for your order.

Order CK-13C2-85KQ, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-13C2-85KQ is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-13C2-85KQ</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.586173+00', NULL, '2026-11-23 22:19:52.33144+00', '2026-11-23 22:19:52.647316+00', false),
	(39, '01a20a7e-81f8-7f4e-b805-e0015d6a6ee8', 'order-confirmed.01a20a7e-7e5b-7ecf-93c9-353d10532c9e', 'ada@example.com', 'order-confirmed', 'Your order CK-T4XG-BDHK is confirmed', 'Thank you for your order.

Order CK-T4XG-BDHK, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-T4XG-BDHK is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-T4XG-BDHK</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.894861+00', NULL, '2026-11-23 22:19:52.696922+00', '2026-11-23 22:19:52.907916+00', false),
	(42, '01a20a7e-8241-7e26-bbde-f0630f10e0da', 'order-confirmed.01a20a7e-7f6e-716b-83a4-7fc03843232a', 'ada@example.com', 'order-confirmed', 'Your order CK-AV1J-TEC3 is confirmed', 'Thank you for your order.

Order CK-AV1J-TEC3, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-AV1J-TEC3 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-AV1J-TEC3</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.007491+00', NULL, '2026-11-23 22:19:52.769261+00', '2026-11-23 22:19:53.012642+00', false),
	(36, '01a20a7e-8092-7677-a1e5-4b94030411b0', 'order-confirmed.01a20a7e-7d27-72c0-a686-e3f3b9fd2950', 'ada@example.com', 'order-confirmed', 'Your order CK-CW20-SW35 is confirmed', 'Thank you for your order.

Order CK-CW20-SW35, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-CW20-SW35 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-CW20-SW35</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.664055+00', NULL, '2026-11-23 22:19:52.338824+00', '2026-11-23 22:19:52.703662+00', false),
	(40, '01a20a7e-8225-76ae-87dd-2beab594b292', 'order-confirmed.01a20a7e-7d5e-78c9-814c-7b2c37cb9ebd', 'ada@example.com', 'order-confirmed', 'Your order CK-0T67-7GTV is confirmed', 'Thank you for your order.

Order CK-0T67-7GTV, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-0T67-7GTV is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-0T67-7GTV</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:07.958714+00', NULL, '2026-11-23 22:19:52.741968+00', '2026-11-23 22:19:52.999641+00', false),
	(43, '01a20a7e-8286-769d-babf-78b0351057e5', 'order-confirmed.01a20a7e-7f95-73b3-93ce-9757746fe8af', 'ada@example.com', 'order-confirmed', 'Your order CK-E0TX-D3V6 is confirmed', 'Thank you for your order.

Order CK-E0TX-D3V6, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-E0TX-D3V6 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-E0TX-D3V6</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.022181+00', NULL, '2026-11-23 22:19:52.838722+00', '2026-11-23 22:19:53.294272+00', false),
	(45, '01a20a7e-84af-77db-afe2-671896cd1dd3', 'order-confirmed.01a20a7e-7fe6-7b14-a877-4ba3ec1c5906', 'ada@example.com', 'order-confirmed', 'Your order CK-EMTN-77V3 is confirmed', 'Thank you for your order.

Order CK-EMTN-77V3, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-EMTN-77V3 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-EMTN-77V3</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.442218+00', NULL, '2026-11-23 22:19:53.391594+00', '2026-11-23 22:19:53.461289+00', false),
	(48, '01a20a7e-84dd-7a00-b708-4403a0255142', 'order-confirmed.01a20a7e-7ffe-7601-b842-5547fb4d4355', 'ada@example.com', 'order-confirmed', 'Your order CK-1KZ1-AD2Y is confirmed', 'Thank you for your order.

Order CK-1KZ1-AD2Y, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-1KZ1-AD2Y is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-1KZ1-AD2Y</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.632909+00', NULL, '2026-11-23 22:19:53.437842+00', '2026-11-23 22:19:53.645463+00', false),
	(44, '01a20a7e-8457-7062-99fc-39187f0e522a', 'order-confirmed.01a20a7e-7ff0-73f7-9a96-6eb8356bd160', 'ada@example.com', 'order-confirmed', 'Your order CK-ZSWK-FEWM is confirmed', 'Thank you for your order.

Order CK-ZSWK-FEWM, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-ZSWK-FEWM is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-ZSWK-FEWM</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.414943+00', NULL, '2026-11-23 22:19:53.303985+00', '2026-11-23 22:19:53.439301+00', false),
	(46, '01a20a7e-84b0-74b4-bbc8-24392f2cf757', 'order-confirmed.01a20a7e-8003-7002-bb70-6c51d3b705d9', 'ada@example.com', 'order-confirmed', 'Your order CK-SM08-SKYF is confirmed', 'Thank you for your order.

Order CK-SM08-SKYF, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-SM08-SKYF is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-SM08-SKYF</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.504888+00', NULL, '2026-11-23 22:19:53.392611+00', '2026-11-23 22:19:53.604419+00', false),
	(49, '01a20a7e-852e-764f-98a5-0824aa3bf498', 'order-confirmed.01a20a7e-8003-7e10-9dc2-ee3495dbe157', 'ada@example.com', 'order-confirmed', 'Your order CK-T8J8-8C5F is confirmed', 'Thank you for your order.

Order CK-T8J8-8C5F, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-T8J8-8C5F is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-T8J8-8C5F</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.648251+00', NULL, '2026-11-23 22:19:53.518017+00', '2026-11-23 22:19:53.657229+00', false),
	(51, '01a20a7e-858b-7291-9372-e51301bc6b19', 'order-confirmed.01a20a7e-8013-7a15-aa0b-5a7a306690c5', 'ada@example.com', 'order-confirmed', 'Your order CK-90W1-NAVX is confirmed', 'Thank you for your order.

Order CK-90W1-NAVX, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-90W1-NAVX is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-90W1-NAVX</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.772504+00', NULL, '2026-11-23 22:19:53.61106+00', '2026-11-23 22:19:53.785974+00', false),
	(53, '01a20a7e-85ab-7e00-aa6c-b71fc4348889', 'order-confirmed.01a20a7e-7ff0-795c-95a1-f11472c27845', 'ada@example.com', 'order-confirmed', 'Your order CK-NXXT-ER8C is confirmed', 'Thank you for your order.

Order CK-NXXT-ER8C, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-NXXT-ER8C is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-NXXT-ER8C</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.92057+00', NULL, '2026-11-23 22:19:53.643947+00', '2026-11-23 22:19:53.934695+00', false),
	(50, '01a20a7e-8576-71fc-a9e5-29261aa384c4', 'order-confirmed.01a20a7e-7fed-7cac-9281-981f2b4e7273', 'ada@example.com', 'order-confirmed', 'Your order CK-GTRP-N32R is confirmed', 'Thank you for your order.

Order CK-GTRP-N32R, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-GTRP-N32R is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-GTRP-N32R</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.676736+00', NULL, '2026-11-23 22:19:53.590234+00', '2026-11-23 22:19:53.705563+00', false),
	(52, '01a20a7e-859a-70ae-acc3-bd45af9709b8', 'order-confirmed.01a20a7e-8041-7fd4-90a2-c4bd284f84f4', 'ada@example.com', 'order-confirmed', 'Your order CK-AQA8-23PW is confirmed', 'Thank you for your order.

Order CK-AQA8-23PW, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-AQA8-23PW is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-AQA8-23PW</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.78736+00', NULL, '2026-11-23 22:19:53.626263+00', '2026-11-23 22:19:53.833243+00', false),
	(57, '01a20a7e-8624-7669-b7b4-b1541c609015', 'low-stock.7956641b-3472-483d-a7a8-fcff0d957718.a3405a2b505c9f41', 'admin@commerce-kata.example', 'low-stock', 'Low stock: Mixing Bowls, set of three', 'Mixing Bowls, set of three (KIT-BWL-MIX) has run low: 4 left to sell, and its threshold is 5.

Suggested: a purchase order of 15. Place it in the back office, or another one instead.

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Low stock: Mixing Bowls, set of three</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Low stock</h1>
    <p style="margin:0 0 16px"><strong>Mixing Bowls, set of three</strong> (KIT-BWL-MIX) has run low.</p>
    <table style="width:100%;border-collapse:collapse">
      <tr><td style="padding:6px 0;border-bottom:1px solid #eee">Left to sell</td><td style="border-bottom:1px solid #eee;text-align:right"><strong>4</strong></td></tr>
      <tr><td style="padding:6px 0;border-bottom:1px solid #eee">Threshold</td><td style="border-bottom:1px solid #eee;text-align:right">5</td></tr>
      <tr><td style="padding:6px 0"><strong>Suggested order</strong></td><td style="text-align:right"><strong>15</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">Place the suggested purchase order in the back office, or another one instead.</p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:09.320887+00', NULL, '2026-11-23 22:19:53.764791+00', '2026-11-23 22:19:54.43888+00', false),
	(47, '01a20a7e-84cb-7c87-9806-cdc26b1f7dfd', 'order-confirmed.01a20a7e-7fee-77b9-bb94-b1713ef78299', 'ada@example.com', 'order-confirmed', 'Your order CK-GD8N-VDVH is confirmed', 'Thank you for your order.

Order CK-GD8N-VDVH, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-GD8N-VDVH is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-GD8N-VDVH</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.627019+00', NULL, '2026-11-23 22:19:53.419731+00', '2026-11-23 22:19:53.630748+00', false),
	(54, '01a20a7e-85c3-7169-bd6f-1c28ebad69ad', 'order-confirmed.01a20a7e-7ff0-7a1d-9dd4-30ce0eea6977', 'ada@example.com', 'order-confirmed', 'Your order CK-5K48-N0N9 is confirmed', 'Thank you for your order.

Order CK-5K48-N0N9, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-5K48-N0N9 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-5K48-N0N9</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:08.946357+00', NULL, '2026-11-23 22:19:53.6679+00', '2026-11-23 22:19:54.230798+00', false),
	(55, '01a20a7e-85d4-77a6-97fb-54882e4ce67f', 'order-confirmed.01a20a7e-8057-74d9-89ea-56cec2560486', 'ada@example.com', 'order-confirmed', 'Your order CK-ZFDD-3NB0 is confirmed', 'Thank you for your order.

Order CK-ZFDD-3NB0, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-ZFDD-3NB0 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-ZFDD-3NB0</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:09.237572+00', NULL, '2026-11-23 22:19:53.684037+00', '2026-11-23 22:19:54.258211+00', false),
	(56, '01a20a7e-85dd-77bb-8ddd-cb4f53cca908', 'order-confirmed.01a20a7e-7ffc-7759-905c-a0c59c0360f6', 'ada@example.com', 'order-confirmed', 'Your order CK-9XFJ-S46F is confirmed', 'Thank you for your order.

Order CK-9XFJ-S46F, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-9XFJ-S46F is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-9XFJ-S46F</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:09.289236+00', NULL, '2026-11-23 22:19:53.69398+00', '2026-11-23 22:19:54.318338+00', false),
	(58, '01a20a7e-886d-72e4-ad9c-965c8d4db796', 'order-confirmed.01a20a7e-82d0-73de-8142-00a68316bea9', 'ada@example.com', 'order-confirmed', 'Your order CK-HR9K-Z16P is confirmed', 'Thank you for your order.

Order CK-HR9K-Z16P, placed on 23 November 2026, 22:19 UTC

1 x Mixing Bowls, set of three at 38.00 USD: 38.00 USD

Subtotal: 38.00 USD
Shipping (Standard): 4.90 USD
Total: 42.90 USD

It goes to:
Ada Lovelace
12 Analytical Way
Portland, OR 97201
US

--
Commerce Kata
Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-HR9K-Z16P is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-HR9K-Z16P</strong>, placed on 23 November 2026, 22:19 UTC</p>
    <table style="width:100%;border-collapse:collapse">
      <tr>
        <td style="padding:6px 0;border-bottom:1px solid #eee">1 &times; Mixing Bowls, set of three</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right;color:#777">38.00 USD</td>
        <td style="padding:6px 0;border-bottom:1px solid #eee;text-align:right">38.00 USD</td>
      </tr>
      <tr><td colspan="2" style="padding:6px 0">Subtotal</td><td style="text-align:right">38.00 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0">Shipping (Standard)</td><td style="text-align:right">4.90 USD</td></tr>
      <tr><td colspan="2" style="padding:6px 0"><strong>Total</strong></td><td style="text-align:right"><strong>42.90 USD</strong></td></tr>
    </table>
    <p style="margin:16px 0 0">It goes to:<br>
      Ada Lovelace<br>
      12 Analytical Way<br>
      Portland, OR 97201<br>
      US<br>
    </p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 22:20:09.462725+00', NULL, '2026-11-23 22:19:54.349901+00', '2026-11-23 22:19:54.55322+00', false);


--
-- Data for Name: inbox; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.inbox (event_id, received_at) VALUES
	('01a20a7e-699a-7335-966a-4466a9c44a21', '2026-11-23 22:19:46.615142+00'),
	('01a20a7e-6c39-7486-96f5-8c0a56d126d5', '2026-11-23 22:19:47.18931+00'),
	('01a20a7e-700f-7edf-ba34-a7006c2e6260', '2026-11-23 22:19:48.1212+00'),
	('01a20a7e-72b9-7a4b-b5ca-1e5a80ec1127', '2026-11-23 22:19:48.80315+00'),
	('01a20a7e-73d2-7ca2-ab75-b24c34776d06', '2026-11-23 22:19:49.083067+00'),
	('01a20a7e-75d9-78b1-bd2d-f653c66714c2', '2026-11-23 22:19:49.644967+00'),
	('01a20a7e-7787-7beb-bbd1-d8946d266e60', '2026-11-23 22:19:50.048288+00'),
	('01a20a7e-7924-731e-8367-76d95a4d17db', '2026-11-23 22:19:50.453792+00'),
	('01a20a7e-7b0a-7c29-9227-f6335e9bca74', '2026-11-23 22:19:51.043944+00'),
	('01a20a7e-7b78-7cda-903d-3a012a7997b8', '2026-11-23 22:19:51.183795+00'),
	('01a20a7e-7b94-7d0e-b0b8-f3b3adf2ecbf', '2026-11-23 22:19:51.241229+00'),
	('01a20a7e-7bd3-7867-99e6-85b6e15876c5', '2026-11-23 22:19:51.363517+00'),
	('01a20a7e-7bfd-7fe6-a2cd-553e2b024276', '2026-11-23 22:19:51.381203+00'),
	('01a20a7e-7c33-7c26-8dec-87e1733bcbdd', '2026-11-23 22:19:51.427097+00'),
	('01a20a7e-7c42-7bdf-ba1a-7aa6c58f0ad3', '2026-11-23 22:19:51.449412+00'),
	('01a20a7e-7c4e-701f-ae3c-1612d1c9e813', '2026-11-23 22:19:51.457273+00'),
	('01a20a7e-7c57-7a8d-808f-0c6725aaf962', '2026-11-23 22:19:51.4649+00'),
	('01a20a7e-7c5b-75e1-89f6-fdf34da42993', '2026-11-23 22:19:51.493897+00'),
	('01a20a7e-7c5a-7f22-87a2-878bcf1e2178', '2026-11-23 22:19:51.501172+00'),
	('01a20a7e-7c71-70c9-9558-6ac23a178ddd', '2026-11-23 22:19:51.508692+00'),
	('01a20a7e-7c78-7555-b669-abd24c90eb1b', '2026-11-23 22:19:51.524399+00'),
	('01a20a7e-7c7c-74b8-ab0d-cdfe1128aeeb', '2026-11-23 22:19:51.561584+00'),
	('01a20a7e-7c77-78c5-8c73-599d5b55c042', '2026-11-23 22:19:51.699967+00'),
	('01a20a7e-7ce8-7874-b786-41be6f77ef55', '2026-11-23 22:19:51.865592+00'),
	('01a20a7e-7cf2-7ab3-843b-cffff6814597', '2026-11-23 22:19:51.884133+00'),
	('01a20a7e-7d51-7a78-b501-096acb6897ed', '2026-11-23 22:19:51.898936+00'),
	('01a20a7e-7e26-7f25-a114-c614cb063001', '2026-11-23 22:19:51.954659+00'),
	('01a20a7e-7e8e-7d62-931c-dacd6ecd3eb0', '2026-11-23 22:19:52.145486+00'),
	('01a20a7e-7ea1-7c7c-b6a2-c4b007fe3be4', '2026-11-23 22:19:52.152749+00'),
	('01a20a7e-7eb0-7283-8c1a-4d2be038b690', '2026-11-23 22:19:52.156049+00'),
	('01a20a7e-7eba-7ba4-ac4d-0737f69f5f0e', '2026-11-23 22:19:52.179555+00'),
	('01a20a7e-7edb-7a65-a80e-1ca459154e73', '2026-11-23 22:19:52.212031+00'),
	('01a20a7e-7ee4-7f80-a5ee-d7bd15a5d398', '2026-11-23 22:19:52.278045+00'),
	('01a20a7e-7ee4-7763-8d29-97bca4833470', '2026-11-23 22:19:52.297621+00'),
	('01a20a7e-7efb-761e-8043-6a5aedfd943a', '2026-11-23 22:19:52.310954+00'),
	('01a20a7e-7f58-71ca-bb77-14566fa7afbd', '2026-11-23 22:19:52.329471+00'),
	('01a20a7e-7f5b-76c8-a7ab-4253c43ce0b7', '2026-11-23 22:19:52.337293+00'),
	('01a20a7e-7f82-7cfa-98a7-d98f59c619e9', '2026-11-23 22:19:52.597156+00'),
	('01a20a7e-7f86-72c9-8d77-64c2c2df69ce', '2026-11-23 22:19:52.63672+00'),
	('01a20a7e-7f88-781f-a10f-d883eb823b0a', '2026-11-23 22:19:52.682247+00'),
	('01a20a7e-7fbd-7f07-ac36-0a430226db45', '2026-11-23 22:19:52.730837+00'),
	('01a20a7e-807f-7fcf-b903-87007520d1ff', '2026-11-23 22:19:52.7508+00'),
	('01a20a7e-80dc-7efd-b01b-cf660a6cd03a', '2026-11-23 22:19:52.760764+00'),
	('01a20a7e-80d9-7a09-9b02-c9162242bf75', '2026-11-23 22:19:52.777234+00'),
	('01a20a7e-80f6-7bf2-a591-f710a767dfb2', '2026-11-23 22:19:53.293753+00'),
	('01a20a7e-81a0-7ec8-9e58-e32d1f49ecc2', '2026-11-23 22:19:53.391074+00'),
	('01a20a7e-81a8-75ea-98bd-bde426e2cd98', '2026-11-23 22:19:53.392276+00'),
	('01a20a7e-81b1-7ccb-b30b-7bda074bae78', '2026-11-23 22:19:53.419347+00'),
	('01a20a7e-81e0-7a58-9c44-0caa2b8ea3ec', '2026-11-23 22:19:53.433537+00'),
	('01a20a7e-81e8-7221-ba94-7404baaa469d', '2026-11-23 22:19:53.505661+00'),
	('01a20a7e-81e7-7f79-8a0e-ee085cc44483', '2026-11-23 22:19:53.525958+00'),
	('01a20a7e-81ee-7023-9228-e6ec81011edf', '2026-11-23 22:19:53.610505+00'),
	('01a20a7e-8219-76a2-81f5-f589520e0a57', '2026-11-23 22:19:53.625057+00'),
	('01a20a7e-8224-7dc3-8d97-b6fdce3fffa0', '2026-11-23 22:19:53.643524+00'),
	('01a20a7e-8237-7c83-af99-797fc113dbcf', '2026-11-23 22:19:53.649162+00'),
	('01a20a7e-823b-77c0-b574-be2e992e106a', '2026-11-23 22:19:53.681589+00'),
	('01a20a7e-8285-76f8-83b5-734656b6f687', '2026-11-23 22:19:53.688029+00'),
	('01a20a7e-851f-773a-98a2-ccbaec98963c', '2026-11-23 22:19:53.76147+00'),
	('01a20a7e-84b9-7035-b711-85dff4c50411', '2026-11-23 22:19:53.837297+00'),
	('01a20a7e-84db-7e3e-84b8-d2ae48bc3a57', '2026-11-23 22:19:53.924585+00'),
	('01a20a7e-8536-7cc7-b4a3-bedd9aaff623', '2026-11-23 22:19:54.098751+00'),
	('01a20a7e-858c-7fa7-a250-31169f77f3bd', '2026-11-23 22:19:54.119966+00'),
	('01a20a7e-85a0-77fe-8eda-a9a46b26f519', '2026-11-23 22:19:54.121264+00'),
	('01a20a7e-85ab-7d79-8dac-1006bc1dd783', '2026-11-23 22:19:54.134849+00'),
	('01a20a7e-85ac-7373-88b1-737e6a7337f2', '2026-11-23 22:19:54.1373+00'),
	('01a20a7e-85c1-70fc-a8d3-bbe041208f36', '2026-11-23 22:19:54.214384+00'),
	('01a20a7e-85c4-7421-9be5-bc7aa8fa5ed3', '2026-11-23 22:19:54.304114+00'),
	('01a20a7e-85cf-787a-9944-d11adbd65fd6', '2026-11-23 22:19:54.32069+00'),
	('01a20a7e-85ce-744e-90d9-b82363f759c0', '2026-11-23 22:19:54.393362+00'),
	('01a20a7e-85d6-7f3f-8de0-1397ee15d025', '2026-11-23 22:19:54.393807+00'),
	('01a20a7e-85ec-7040-8510-4dfa1eb36d7c', '2026-11-23 22:19:54.395524+00'),
	('01a20a7e-8611-7242-b59a-210b591593bf', '2026-11-23 22:19:54.397669+00'),
	('01a20a7e-862e-7c27-9750-9ecc28bf4ef8', '2026-11-23 22:19:54.410877+00'),
	('01a20a7e-86cb-7620-ad19-b67c4d00cc70', '2026-11-23 22:19:54.825713+00'),
	('01a20a7e-88e7-773f-b0b2-5349be0c3725', '2026-11-23 22:19:54.86361+00'),
	('01a20a7e-892e-7999-9f80-39c1c08a7000', '2026-11-23 22:19:54.887173+00'),
	('01a20a7e-8a29-7e05-9594-4d8d8eb86c31', '2026-11-23 22:19:55.010305+00'),
	('01a20a7e-8a2a-7931-b2e1-df11d4ccf093', '2026-11-23 22:19:55.031428+00'),
	('01a20a7e-8a2b-79f7-9cf9-57a366b29784', '2026-11-23 22:19:55.179724+00'),
	('01a20a7e-8a2b-7750-80f9-addf669441e6', '2026-11-23 22:19:55.183986+00'),
	('01a20a7e-8a3b-7051-b0db-093e4e691fc1', '2026-11-23 22:19:55.226153+00'),
	('01a20a7e-8a5d-70c4-9f15-dbe4615e06af', '2026-11-23 22:19:55.291576+00'),
	('01a20a7e-8aa9-71e8-a42b-c6534ecc9df6', '2026-11-23 22:19:55.311975+00'),
	('01a20a7e-8aaf-7bad-90aa-c7f43c6d5265', '2026-11-23 22:19:55.372714+00'),
	('01a20a7e-8ab0-7b8e-b3ac-2ce61c82395a', '2026-11-23 22:19:55.373248+00'),
	('01a20a7e-8ad3-77a5-a23a-2f2313b341e8', '2026-11-23 22:19:55.506271+00'),
	('01a20a7e-8ae5-7d5b-823f-d7e066394aea', '2026-11-23 22:19:55.521716+00'),
	('01a20a7e-8b11-7f63-bafa-26e1034f3ab7', '2026-11-23 22:19:55.533891+00'),
	('01a20a7e-8b0f-71c2-b3b6-9df09e31fce7', '2026-11-23 22:19:55.535251+00'),
	('01a20a7e-8c48-74e1-bfb9-ca8beb404047', '2026-11-23 22:19:55.559546+00'),
	('01a20a7e-8cd5-79a8-bc0f-720bc1477ec7', '2026-11-23 22:19:55.61996+00'),
	('01a20a7e-8cd6-710d-a320-ba0c0146dc1d', '2026-11-23 22:19:55.683381+00'),
	('01a20a7e-8ce3-7893-b8f5-d5e8e4367a14', '2026-11-23 22:19:55.698754+00'),
	('01a20a7e-8cf4-78b8-9ed3-26d56cd7e851', '2026-11-23 22:19:55.708915+00'),
	('01a20a7e-8cef-7797-950b-2039aa4f1516', '2026-11-23 22:19:55.722388+00'),
	('01a20a7e-8d00-7374-a44d-98ef69e1f0d3', '2026-11-23 22:19:55.729766+00'),
	('01a20a7e-8d16-76d9-a3ce-cdefe75f5f67', '2026-11-23 22:19:55.734148+00'),
	('01a20a7e-8d16-7481-a884-08e24a630e22', '2026-11-23 22:19:55.750467+00'),
	('01a20a7e-8d22-783e-8d89-44c22df2ec5d', '2026-11-23 22:19:55.758203+00'),
	('01a20a7e-8d20-7c2a-9b4f-ffb4734aac3f', '2026-11-23 22:19:55.764927+00'),
	('01a20a7e-8d62-7275-91fb-36e1b59cc17e', '2026-11-23 22:19:55.833677+00'),
	('01a20a7e-8d93-7ba1-be02-9f602c9d1c04', '2026-11-23 22:19:55.856473+00'),
	('01a20a7e-8da3-725d-a531-87d68224f0e2', '2026-11-23 22:19:55.864014+00'),
	('01a20a7e-8dc5-7ce5-973d-0b73fd845cfa', '2026-11-23 22:19:55.864543+00'),
	('01a20a7e-8de7-76dd-aed3-9fcb24d659e8', '2026-11-23 22:19:55.865129+00'),
	('01a20a7e-8e02-7226-b86b-137af57d84bc', '2026-11-23 22:19:55.877864+00'),
	('01a20a7e-8dfa-7da8-98e9-c535ed386584', '2026-11-23 22:19:55.929772+00'),
	('01a20a7e-8dfa-7a80-b12d-d153060b3729', '2026-11-23 22:19:55.946992+00'),
	('01a20a7e-8e12-7ee6-984c-aae685f19616', '2026-11-23 22:19:55.956572+00'),
	('01a20a7e-8e6e-7ccf-8d7a-147586deb69e', '2026-11-23 22:19:55.959739+00'),
	('01a20a7e-8e71-7026-8ec4-237b710834ab', '2026-11-23 22:19:55.964924+00'),
	('01a20a7e-8e85-7214-b573-074c322ee863', '2026-11-23 22:19:56.225166+00'),
	('01a20a7e-8ebd-773e-b7d7-a26930d4abf5', '2026-11-23 22:19:56.285428+00'),
	('01a20a7e-8edd-77f1-9651-6c2c414cc089', '2026-11-23 22:19:56.286068+00'),
	('01a20a7e-8f4b-7028-b7c6-5530caf9c5f5', '2026-11-23 22:19:56.286656+00'),
	('01a20a7e-8f4e-7c0d-9e2a-d57d248fa8c4', '2026-11-23 22:19:56.288402+00'),
	('01a20a7e-8f76-7d9f-bb16-a71f2831c86f', '2026-11-23 22:19:56.30236+00'),
	('01a20a7e-8f8e-720b-8c10-b7260c1432da', '2026-11-23 22:19:56.403912+00'),
	('01a20a7e-8fbe-7f4c-a24c-43ac9b318048', '2026-11-23 22:19:56.534855+00'),
	('01a20a7e-9000-72ac-b719-a90b6b3d61d3', '2026-11-23 22:19:56.584757+00'),
	('01a20a7e-900e-7e1d-8e55-20f388722a8f', '2026-11-23 22:19:56.637964+00'),
	('01a20a7e-901c-7f63-bc57-05b6b981dd5c', '2026-11-23 22:19:56.641524+00'),
	('01a20a7e-9035-7ebd-9832-d4b318d960b2', '2026-11-23 22:19:56.650616+00'),
	('01a20a7e-903a-7cf4-a954-86ba38dd44a3', '2026-11-23 22:19:56.686105+00'),
	('01a20a7e-9059-7842-abb5-218a99d69896', '2026-11-23 22:19:56.693724+00'),
	('01a20a7e-9074-7c74-8c7a-ac97bb4f5d93', '2026-11-23 22:19:56.705243+00'),
	('01a20a7e-9078-7c6b-85fa-21e6ec97cafe', '2026-11-23 22:19:56.74971+00'),
	('01a20a7e-90fa-706c-ae17-89a7e303284c', '2026-11-23 22:19:56.88653+00'),
	('01a20a7e-912e-7ba3-97d2-d8bcc556d626', '2026-11-23 22:19:56.903116+00'),
	('01a20a7e-90fc-74fc-9b2d-a0c2cefd1149', '2026-11-23 22:19:56.929964+00'),
	('01a20a7e-9174-72a5-8172-7614a5fcc0b1', '2026-11-23 22:19:56.939618+00'),
	('01a20a7e-9181-7540-9fc2-463c967d3b2d', '2026-11-23 22:19:56.94672+00'),
	('01a20a7e-918e-75f5-a2e7-bd41bde53330', '2026-11-23 22:19:56.957559+00'),
	('01a20a7e-91bf-7145-acce-4719942b7791', '2026-11-23 22:19:56.995484+00'),
	('01a20a7e-925c-782f-a938-0d51e3b5a0e1', '2026-11-23 22:19:57.137264+00'),
	('01a20a7e-928d-7fa3-9fb7-cc8d83e1b3b7', '2026-11-23 22:19:57.153885+00'),
	('01a20a7e-92a6-78ad-8f03-da6f909079bc', '2026-11-23 22:19:57.213784+00'),
	('01a20a7e-92ba-7f69-bb0f-4c9be3393ff2', '2026-11-23 22:19:57.247882+00'),
	('01a20a7e-92be-7a76-8d8f-73bdbbb34b0b', '2026-11-23 22:19:57.294801+00'),
	('01a20a7e-92c2-7630-8b9c-80e0691ec7ef', '2026-11-23 22:19:57.296121+00'),
	('01a20a7e-92db-7715-a4f9-f1f540ea167a', '2026-11-23 22:19:57.368979+00'),
	('01a20a7e-92ea-7d78-9868-1a2613389fb9', '2026-11-23 22:19:57.376558+00'),
	('01a20a7e-935a-748f-8f73-ced8daa6edbe', '2026-11-23 22:19:57.397462+00'),
	('01a20a7e-935f-7fc0-827c-f94734495914', '2026-11-23 22:19:57.641235+00'),
	('01a20a7e-935f-75f5-889f-2729d3f52cd2', '2026-11-23 22:19:57.643265+00'),
	('01a20a7e-939c-71c4-9ecf-9740947c0d7a', '2026-11-23 22:19:57.682467+00'),
	('01a20a7e-93a0-7fd4-afdc-79c029f3e729', '2026-11-23 22:19:57.706121+00'),
	('01a20a7e-93e0-712f-9cd0-ecba49ad7c82', '2026-11-23 22:19:57.711136+00'),
	('01a20a7e-93e4-70d7-a32d-3f9488a72558', '2026-11-23 22:19:57.711637+00'),
	('01a20a7e-93ec-7943-b3c5-a351cce17497', '2026-11-23 22:19:57.730061+00'),
	('01a20a7e-940d-7406-ad99-091ae77b540a', '2026-11-23 22:19:57.750913+00'),
	('01a20a7e-9411-774d-9ef9-4df33c5376f2', '2026-11-23 22:19:57.953372+00'),
	('01a20a7e-956d-76c9-b584-86d7301c9799', '2026-11-23 22:19:57.965282+00'),
	('01a20a7e-957f-7146-b079-f743a9c6a1ee', '2026-11-23 22:19:57.973816+00'),
	('01a20a7e-9596-74fb-a793-736f798ba140', '2026-11-23 22:19:57.977427+00'),
	('01a20a7e-9595-73cd-a424-0f7952b047a0', '2026-11-23 22:19:57.986851+00'),
	('01a20a7e-959b-71fc-9e57-e263704560cf', '2026-11-23 22:19:58.002111+00'),
	('01a20a7e-95bb-7cd0-aa34-c0fffa85d1cf', '2026-11-23 22:19:58.018552+00'),
	('01a20a7e-95e1-747f-88d4-9f07456dfbfb', '2026-11-23 22:19:58.087754+00'),
	('01a20a7e-9598-77e5-a95d-a0cbb00aef82', '2026-11-23 22:19:58.227082+00'),
	('01a20a7e-96cf-79ce-a286-adcbac471e9c', '2026-11-23 22:19:58.267829+00'),
	('01a20a7e-972f-77e6-9fcc-cb2afc23c16d', '2026-11-23 22:19:58.353246+00'),
	('01a20a7e-97a1-784f-961a-afe4131b35c4', '2026-11-23 22:19:58.509681+00'),
	('01a20a7e-97f5-703c-966b-78da67b5541f', '2026-11-23 22:19:58.675179+00'),
	('01a20a7e-97f6-73c5-9ec6-e9d1bb8f5489', '2026-11-23 22:19:58.758697+00'),
	('01a20a7e-9845-7310-92c9-d0c07925d7af', '2026-11-23 22:19:58.835447+00'),
	('01a20a7e-9886-787f-b172-2c04ffbbdc5f', '2026-11-23 22:19:59.045621+00'),
	('01a20a7e-98e9-7e6b-b3ab-b82d6e9fb6c8', '2026-11-23 22:19:59.153429+00'),
	('01a20a7e-99ac-7880-95b2-6a801ec17e0b', '2026-11-23 22:19:59.244144+00'),
	('01a20a7e-9a07-7b13-a228-9145ab3621e2', '2026-11-23 22:19:59.36268+00'),
	('01a20a7e-9a78-745e-a233-6c0cb52bbb46', '2026-11-23 22:19:59.470042+00'),
	('01a20a7e-9ac9-7573-8ddf-5f90ccb9f54d', '2026-11-23 22:19:59.489371+00'),
	('01a20a7e-9b64-78a5-a08e-6080e678d32a', '2026-11-23 22:19:59.563023+00'),
	('01a20a7e-9bf7-7e9a-bca3-2bb30ba024df', '2026-11-23 22:19:59.613283+00'),
	('01a20a7e-9c33-7c40-a012-a8935fb4a8d5', '2026-11-23 22:19:59.625206+00'),
	('01a20a7e-95be-72df-a42f-f4df64dcae93', '2026-11-23 22:19:58.045275+00'),
	('01a20a7e-95e4-7406-a29b-32e1a70cb4c9', '2026-11-23 22:19:58.142696+00'),
	('01a20a7e-9681-7e73-890e-93ce79ef740d', '2026-11-23 22:19:58.232449+00'),
	('01a20a7e-9711-7c56-af0f-b49e54b55441', '2026-11-23 22:19:58.269416+00'),
	('01a20a7e-9738-7508-9521-dbb9cca56bfc', '2026-11-23 22:19:58.440254+00'),
	('01a20a7e-9788-736e-95ba-8874947a376c', '2026-11-23 22:19:58.534339+00'),
	('01a20a7e-97f6-728f-8a91-7a03d807d660', '2026-11-23 22:19:58.706848+00'),
	('01a20a7e-983b-7068-8a66-8ce47cee4ea5', '2026-11-23 22:19:58.790292+00'),
	('01a20a7e-9885-72af-9885-5230e88a70e8', '2026-11-23 22:19:58.991019+00'),
	('01a20a7e-98e6-7590-bb43-39927b0eb207', '2026-11-23 22:19:59.144317+00'),
	('01a20a7e-99a9-71de-a643-2cb9ddc6f250', '2026-11-23 22:19:59.239668+00'),
	('01a20a7e-99f2-745e-998e-b6d1cb61b8a2', '2026-11-23 22:19:59.317428+00'),
	('01a20a7e-9a3c-78d4-b57b-b22b53c4809b', '2026-11-23 22:19:59.455691+00'),
	('01a20a7e-9a99-7b70-a4bb-16979ebb28de', '2026-11-23 22:19:59.48529+00'),
	('01a20a7e-9b63-7845-aebf-5645c102aabb', '2026-11-23 22:19:59.536128+00'),
	('01a20a7e-9bcf-7415-8fad-6bbae4eb8be9', '2026-11-23 22:19:59.58846+00'),
	('01a20a7e-9be0-76af-be88-1b895b3d5100', '2026-11-23 22:19:59.624224+00'),
	('01a20a7e-95de-7718-8b58-a28f8e84501e', '2026-11-23 22:19:58.066676+00'),
	('01a20a7e-95e5-7dfa-9a75-9c17eb827b47', '2026-11-23 22:19:58.149143+00'),
	('01a20a7e-968e-7958-a81e-e693080217a5', '2026-11-23 22:19:58.263385+00'),
	('01a20a7e-9718-763a-b679-9ce990197497', '2026-11-23 22:19:58.315142+00'),
	('01a20a7e-9797-7365-b4fe-a79123f45234', '2026-11-23 22:19:58.475368+00'),
	('01a20a7e-97b5-7a75-9c0c-ac71ba09757b', '2026-11-23 22:19:58.662863+00'),
	('01a20a7e-97f5-7d3b-b91d-2db5c95b0f97', '2026-11-23 22:19:58.77222+00'),
	('01a20a7e-9880-78ff-86a2-b98ae6f1cce7', '2026-11-23 22:19:58.959334+00');
INSERT INTO public.inbox (event_id, received_at) VALUES
	('01a20a7e-98a9-78c2-8762-e533b2b5e82d', '2026-11-23 22:19:59.049307+00'),
	('01a20a7e-9932-7cfc-bbfa-cf45aa186525', '2026-11-23 22:19:59.20002+00'),
	('01a20a7e-99ab-7c98-bae4-ee2b223e791c', '2026-11-23 22:19:59.263586+00'),
	('01a20a7e-9a33-70a2-b373-cb1c4b8cc0ba', '2026-11-23 22:19:59.374977+00'),
	('01a20a7e-9a8e-72ea-8fcd-69bbf185c484', '2026-11-23 22:19:59.47885+00'),
	('01a20a7e-9b39-77e6-a2f7-d04a0b82e47d', '2026-11-23 22:19:59.493702+00'),
	('01a20a7e-9b88-72ce-a601-6d161d718b6d', '2026-11-23 22:19:59.579546+00'),
	('01a20a7e-9c08-7f89-9711-afeb1035c73c', '2026-11-23 22:19:59.616177+00'),
	('01a20a7e-9c42-78a5-9038-997735eec842', '2026-11-23 22:19:59.64548+00');


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: schemaversions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.schemaversions (schemaversionsid, scriptname, applied) VALUES
	(1, 'shared/0001_messaging.sql', '2026-11-23 22:19:42.598376'),
	(2, 'Migrations/0001_email.sql', '2026-11-23 22:19:42.673265'),
	(3, 'Migrations/0002_token_mail.sql', '2026-11-23 22:19:42.68601');


--
-- Name: email_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.email_seq_seq', 58, true);


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

\unrestrict m2oSKfys5dL5JHXrLMjyip7CE6FvXBricPtQanzJDyfanNMljn8PlDgxHmFCom7

