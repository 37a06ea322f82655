--
-- PostgreSQL database dump
--

\restrict Bl6fSjUOONQ8Hx7d5wtBqS7nqu7ckFl0TqsQznNIp3HAvmi6CMslb2YgDX0fL4r

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

INSERT INTO public.email (seq, id, message_key, recipient, template, subject, text, html, status, attempts, due_at, last_error, created_at, sent_at) OVERRIDING SYSTEM VALUE VALUES
	(1, '01a20a6a-22fc-77cf-84cc-653ef23f4d32', 'order-confirmed.01a20a6a-102f-7c14-90b2-7e3f4bf48180', 'ada@example.com', 'order-confirmed', 'Your order CK-S23P-KTNJ is confirmed', 'Thank you for your order.

Order CK-S23P-KTNJ, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-S23P-KTNJ is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-S23P-KTNJ</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:57:52.780784+00', NULL, '2026-11-23 21:57:37.660875+00', '2026-11-23 21:57:38.042042+00'),
	(2, '01a20a6a-2712-7e97-97b0-f3bdb1f0e95a', 'order-cancelled.01a20a6a-102f-7c14-90b2-7e3f4bf48180', 'ada@example.com', 'order-cancelled', 'Your order CK-S23P-KTNJ is cancelled', 'Your order CK-S23P-KTNJ, placed on 23 November 2026, 21:57 UTC, is cancelled. Nothing of it will be sent.

2 x Bypass Secateurs

98.90 USD goes back to the card that you paid with. Banks take some days for that.

--
Commerce Kata
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-S23P-KTNJ is cancelled</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Your order is cancelled</h1>
    <p style="margin:0 0 16px">Order <strong>CK-S23P-KTNJ</strong>, placed on 23 November 2026, 21:57 UTC, is cancelled. Nothing of it will be sent.</p>
    <p style="margin:0 0 16px">
      2 x Bypass Secateurs<br>
    </p>
    <p style="margin:0"><strong>98.90 USD</strong> goes back to the card that you paid with. Banks take some days for that.</p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:57:53.729286+00', NULL, '2026-11-23 21:57:38.706053+00', '2026-11-23 21:57:38.773239+00'),
	(3, '01a20a6a-3417-7b00-87cd-c1ec8f05e629', 'order-cancelled.01a20a6a-32ad-7345-ae99-de520c85b800', 'ada@example.com', 'order-cancelled', 'Your order CK-AFJC-CCMB is cancelled', 'Your order CK-AFJC-CCMB, placed on 23 November 2026, 21:57 UTC, is cancelled. Nothing of it will be sent.

1 x Kneeling Pad

23.90 USD goes back to the card that you paid with. Banks take some days for that.

--
Commerce Kata
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-AFJC-CCMB is cancelled</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Your order is cancelled</h1>
    <p style="margin:0 0 16px">Order <strong>CK-AFJC-CCMB</strong>, placed on 23 November 2026, 21:57 UTC, is cancelled. Nothing of it will be sent.</p>
    <p style="margin:0 0 16px">
      1 x Kneeling Pad<br>
    </p>
    <p style="margin:0"><strong>23.90 USD</strong> goes back to the card that you paid with. Banks take some days for that.</p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:57:57.039894+00', NULL, '2026-11-23 21:57:42.039058+00', '2026-11-23 21:57:42.0424+00'),
	(4, '01a20a6a-3a88-7660-8591-5433698493c9', 'order-confirmed.01a20a6a-39cc-7f67-a22f-787aef9fbf62', 'ada@example.com', 'order-confirmed', 'Your order CK-K1N7-XZHW is confirmed', 'Thank you for your order.

Order CK-K1N7-XZHW, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-K1N7-XZHW is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-K1N7-XZHW</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:57:58.71566+00', NULL, '2026-11-23 21:57:43.688065+00', '2026-11-23 21:57:43.72477+00'),
	(5, '01a20a6a-3f80-7e95-baa7-fdd654ee52fc', 'order-cancelled.01a20a6a-3d65-7536-9aca-d185f7d65892', 'ada@example.com', 'order-cancelled', 'Your order CK-0S5F-DE4Q is cancelled', 'Your order CK-0S5F-DE4Q, placed on 23 November 2026, 21:57 UTC, is cancelled. Nothing of it will be sent.

1 x Watering Can, 5 l

Nothing was charged.

--
Commerce Kata
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-0S5F-DE4Q is cancelled</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Your order is cancelled</h1>
    <p style="margin:0 0 16px">Order <strong>CK-0S5F-DE4Q</strong>, placed on 23 November 2026, 21:57 UTC, is cancelled. Nothing of it will be sent.</p>
    <p style="margin:0 0 16px">
      1 x Watering Can, 5 l<br>
    </p>
    <p style="margin:0">Nothing was charged.</p>

  </div>
  <p style="max-width:560px;margin:16px auto 0;color:#777;font-size:12px">
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:57:59.964706+00', NULL, '2026-11-23 21:57:44.960836+00', '2026-11-23 21:57:44.970959+00'),
	(6, '01a20a6a-4631-726f-b860-03699510e603', 'order-confirmed.01a20a6a-454b-72e5-88e4-a91ef055ded0', 'ada@example.com', 'order-confirmed', 'Your order CK-QE47-E85K is confirmed', 'Thank you for your order.

Order CK-QE47-E85K, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-QE47-E85K is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-QE47-E85K</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:01.675748+00', NULL, '2026-11-23 21:57:46.673763+00', '2026-11-23 21:57:46.71911+00'),
	(7, '01a20a6a-59eb-7455-982a-257793e9e534', 'order-confirmed.01a20a6a-54bf-7a39-a133-31cbb00fafa8', 'ada@example.com', 'order-confirmed', 'Your order CK-FQJR-HV31 is confirmed', 'Thank you for your order.

Order CK-FQJR-HV31, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-FQJR-HV31 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-FQJR-HV31</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:06.868624+00', NULL, '2026-11-23 21:57:51.723616+00', '2026-11-23 21:57:51.943009+00'),
	(8, '01a20a6a-5b93-727a-a837-fe6bc2535b68', 'order-confirmed.01a20a6a-54f6-7f0b-94f7-29524c4d5309', 'ada@example.com', 'order-confirmed', 'Your order CK-ADRQ-HH78 is confirmed', 'Thank you for your order.

Order CK-ADRQ-HH78, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-ADRQ-HH78 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-ADRQ-HH78</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:07.174294+00', NULL, '2026-11-23 21:57:52.147337+00', '2026-11-23 21:57:52.258274+00'),
	(9, '01a20a6a-5ba9-7405-94ee-e7ff2f0f464d', 'order-confirmed.01a20a6a-5505-7f44-a6ab-1a6e03d4f4e4', 'ada@example.com', 'order-confirmed', 'Your order CK-VPPP-X60Z is confirmed', 'Thank you for your order.

Order CK-VPPP-X60Z, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-VPPP-X60Z is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-VPPP-X60Z</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:07.32484+00', NULL, '2026-11-23 21:57:52.169215+00', '2026-11-23 21:57:52.561005+00'),
	(10, '01a20a6a-5d2e-7a01-a62d-855ef90d4338', 'order-confirmed.01a20a6a-5504-7ad4-b4f6-d1bc13d43fba', 'ada@example.com', 'order-confirmed', 'Your order CK-1HNZ-B9JZ is confirmed', 'Thank you for your order.

Order CK-1HNZ-B9JZ, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-1HNZ-B9JZ is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-1HNZ-B9JZ</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:07.605057+00', NULL, '2026-11-23 21:57:52.558859+00', '2026-11-23 21:57:52.607968+00'),
	(11, '01a20a6a-5d67-7030-8617-797adf43d64c', 'order-confirmed.01a20a6a-54ed-7b79-b9a0-015422e87130', 'ada@example.com', 'order-confirmed', 'Your order CK-MQZA-VWZH is confirmed', 'Thank you for your order.

Order CK-MQZA-VWZH, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-MQZA-VWZH is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-MQZA-VWZH</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:07.712286+00', NULL, '2026-11-23 21:57:52.615616+00', '2026-11-23 21:57:52.730937+00'),
	(12, '01a20a6a-5db9-734f-aa26-3454fc636f53', 'order-confirmed.01a20a6a-55e6-742f-b53f-b8f71d712a5e', 'ada@example.com', 'order-confirmed', 'Your order CK-KKE4-3VZA is confirmed', 'Thank you for your order.

Order CK-KKE4-3VZA, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-KKE4-3VZA is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-KKE4-3VZA</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:07.777278+00', NULL, '2026-11-23 21:57:52.697801+00', '2026-11-23 21:57:53.014706+00'),
	(14, '01a20a6a-5e15-7aa6-8b78-d8a5a2394da3', 'order-confirmed.01a20a6a-54ee-77da-8683-26de9d7140b8', 'ada@example.com', 'order-confirmed', 'Your order CK-694G-MDHT is confirmed', 'Thank you for your order.

Order CK-694G-MDHT, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-694G-MDHT is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-694G-MDHT</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:08.605967+00', NULL, '2026-11-23 21:57:52.789682+00', '2026-11-23 21:57:53.782936+00'),
	(17, '01a20a6a-6229-7e2e-956a-2b747a804097', 'order-confirmed.01a20a6a-5905-74e5-8507-02d6c2d0d61b', 'ada@example.com', 'order-confirmed', 'Your order CK-4HXJ-V7CV is confirmed', 'Thank you for your order.

Order CK-4HXJ-V7CV, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-4HXJ-V7CV is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-4HXJ-V7CV</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:08.88456+00', NULL, '2026-11-23 21:57:53.833426+00', '2026-11-23 21:57:53.925502+00'),
	(13, '01a20a6a-5dbb-749e-b7f7-b16851da728d', 'order-confirmed.01a20a6a-54f0-7302-8e87-4440762328a7', 'ada@example.com', 'order-confirmed', 'Your order CK-3P9B-PRVC is confirmed', 'Thank you for your order.

Order CK-3P9B-PRVC, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-3P9B-PRVC is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-3P9B-PRVC</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:08.109767+00', NULL, '2026-11-23 21:57:52.699474+00', '2026-11-23 21:57:53.19443+00'),
	(16, '01a20a6a-6213-757d-b578-fce602cc3564', 'order-confirmed.01a20a6a-58d0-7d4c-84c0-a396bb8e8aac', 'ada@example.com', 'order-confirmed', 'Your order CK-6HN3-3RD1 is confirmed', 'Thank you for your order.

Order CK-6HN3-3RD1, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-6HN3-3RD1 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-6HN3-3RD1</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:08.834447+00', NULL, '2026-11-23 21:57:53.81141+00', '2026-11-23 21:57:53.87731+00'),
	(15, '01a20a6a-61ef-78da-9b56-7322c1e1cd06', 'order-confirmed.01a20a6a-55e8-7f3f-b146-d963ad4f8bd8', 'ada@example.com', 'order-confirmed', 'Your order CK-FMKK-9J7D is confirmed', 'Thank you for your order.

Order CK-FMKK-9J7D, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-FMKK-9J7D is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-FMKK-9J7D</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:08.804638+00', NULL, '2026-11-23 21:57:53.775257+00', '2026-11-23 21:57:53.81881+00'),
	(18, '01a20a6a-6265-7500-a47f-6b7959940f1c', 'order-confirmed.01a20a6a-54f5-7319-a13b-6700390e0b57', 'ada@example.com', 'order-confirmed', 'Your order CK-Y8P1-73BM is confirmed', 'Thank you for your order.

Order CK-Y8P1-73BM, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-Y8P1-73BM is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-Y8P1-73BM</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:08.949228+00', NULL, '2026-11-23 21:57:53.893835+00', '2026-11-23 21:57:54.003403+00'),
	(19, '01a20a6a-62b6-7595-a8a8-c22982525db2', 'order-confirmed.01a20a6a-55ea-7e8c-9f4c-cddf81853923', 'ada@example.com', 'order-confirmed', 'Your order CK-S9JY-0907 is confirmed', 'Thank you for your order.

Order CK-S9JY-0907, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-S9JY-0907 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-S9JY-0907</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:09.009251+00', NULL, '2026-11-23 21:57:53.974025+00', '2026-11-23 21:57:54.034688+00'),
	(20, '01a20a6a-62e2-7163-b594-ff82dd9d7e20', 'order-confirmed.01a20a6a-55e8-7e07-8bf8-ff07a2519a21', 'ada@example.com', 'order-confirmed', 'Your order CK-85ZA-KKG8 is confirmed', 'Thank you for your order.

Order CK-85ZA-KKG8, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-85ZA-KKG8 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-85ZA-KKG8</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:09.13482+00', NULL, '2026-11-23 21:57:54.018367+00', '2026-11-23 21:57:54.23507+00'),
	(21, '01a20a6a-6320-7454-8613-59c62036a9fd', 'order-confirmed.01a20a6a-55e7-71f2-9e30-2c770d67116a', 'ada@example.com', 'order-confirmed', 'Your order CK-J7D4-XQG6 is confirmed', 'Thank you for your order.

Order CK-J7D4-XQG6, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-J7D4-XQG6 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-J7D4-XQG6</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:09.257284+00', NULL, '2026-11-23 21:57:54.080895+00', '2026-11-23 21:57:54.356102+00'),
	(22, '01a20a6a-6403-7813-94d6-d2bd878535ee', 'order-confirmed.01a20a6a-54bc-7ae6-a684-24c3ab23ec77', 'ada@example.com', 'order-confirmed', 'Your order CK-KEN3-H3SQ is confirmed', 'Thank you for your order.

Order CK-KEN3-H3SQ, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-KEN3-H3SQ is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-KEN3-H3SQ</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:09.439105+00', NULL, '2026-11-23 21:57:54.307194+00', '2026-11-23 21:57:54.47608+00'),
	(23, '01a20a6a-6544-7099-bbd3-371310891274', 'order-confirmed.01a20a6a-5c08-72ef-99bf-1ad7085461fe', 'ada@example.com', 'order-confirmed', 'Your order CK-3FJ8-GZ59 is confirmed', 'Thank you for your order.

Order CK-3FJ8-GZ59, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-3FJ8-GZ59 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-3FJ8-GZ59</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:09.701383+00', NULL, '2026-11-23 21:57:54.628843+00', '2026-11-23 21:57:54.77116+00'),
	(24, '01a20a6a-6586-71be-80fb-1a73a18282e2', 'order-confirmed.01a20a6a-5e16-7111-ad1b-125245d8d542', 'ada@example.com', 'order-confirmed', 'Your order CK-3CN4-2W7N is confirmed', 'Thank you for your order.

Order CK-3CN4-2W7N, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-3CN4-2W7N is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-3CN4-2W7N</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:09.805316+00', NULL, '2026-11-23 21:57:54.69402+00', '2026-11-23 21:57:54.905275+00'),
	(25, '01a20a6a-65b9-7d2c-a04a-1f4834fb5b63', 'order-confirmed.01a20a6a-5e13-7eb1-8ffb-7e227c09d6e3', 'ada@example.com', 'order-confirmed', 'Your order CK-GFW2-6ET2 is confirmed', 'Thank you for your order.

Order CK-GFW2-6ET2, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-GFW2-6ET2 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-GFW2-6ET2</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:09.925803+00', NULL, '2026-11-23 21:57:54.745942+00', '2026-11-23 21:57:54.943645+00'),
	(26, '01a20a6a-65e7-7011-bfe0-5cfa8c09a2a4', 'order-confirmed.01a20a6a-5d57-77b6-ba6d-8cc8b1cca1f4', 'ada@example.com', 'order-confirmed', 'Your order CK-HFCA-0V6W is confirmed', 'Thank you for your order.

Order CK-HFCA-0V6W, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-HFCA-0V6W is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-HFCA-0V6W</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:09.972748+00', NULL, '2026-11-23 21:57:54.791523+00', '2026-11-23 21:57:55.047961+00'),
	(27, '01a20a6a-672c-7a6a-b71d-b55da29a0866', 'order-confirmed.01a20a6a-5fce-7557-bd51-51f589730f02', 'ada@example.com', 'order-confirmed', 'Your order CK-8D59-GG55 is confirmed', 'Thank you for your order.

Order CK-8D59-GG55, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-8D59-GG55 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-8D59-GG55</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:10.160284+00', NULL, '2026-11-23 21:57:55.116907+00', '2026-11-23 21:57:55.210886+00'),
	(28, '01a20a6a-6760-7153-9c91-0cf45f566619', 'order-confirmed.01a20a6a-5fcf-755d-9537-de9d5f01e2e1', 'ada@example.com', 'order-confirmed', 'Your order CK-6NWN-HC4N is confirmed', 'Thank you for your order.

Order CK-6NWN-HC4N, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-6NWN-HC4N is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-6NWN-HC4N</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:10.217812+00', NULL, '2026-11-23 21:57:55.16885+00', '2026-11-23 21:57:55.572582+00'),
	(33, '01a20a6a-6a58-75de-8808-4e2e03aeb8d9', 'order-confirmed.01a20a6a-61f7-7217-8db6-fb3559bc6f45', 'ada@example.com', 'order-confirmed', 'Your order CK-E1W3-THPX is confirmed', 'Thank you for your order.

Order CK-E1W3-THPX, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-E1W3-THPX is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-E1W3-THPX</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:10.970432+00', NULL, '2026-11-23 21:57:55.928755+00', '2026-11-23 21:57:56.102538+00'),
	(37, '01a20a6a-6cdb-7c62-a4c6-43ffc4522abd', 'order-confirmed.01a20a6a-62c9-7ae1-a2bb-a88c14f6242b', 'ada@example.com', 'order-confirmed', 'Your order CK-DRMC-G95V is confirmed', 'Thank you for your order.

Order CK-DRMC-G95V, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-DRMC-G95V is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-DRMC-G95V</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:11.641719+00', NULL, '2026-11-23 21:57:56.571818+00', '2026-11-23 21:57:56.765509+00'),
	(43, '01a20a6a-6f94-79c7-bc6b-12309042b187', 'order-confirmed.01a20a6a-6783-7704-ba75-ced9965f4cff', 'ada@example.com', 'order-confirmed', 'Your order CK-CFXJ-F0J8 is confirmed', 'Thank you for your order.

Order CK-CFXJ-F0J8, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-CFXJ-F0J8 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-CFXJ-F0J8</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.306383+00', NULL, '2026-11-23 21:57:57.268514+00', '2026-11-23 21:57:57.311009+00'),
	(46, '01a20a6a-7017-7e3a-92c4-9c3748357793', 'order-confirmed.01a20a6a-6926-7898-8f22-860080981a14', 'ada@example.com', 'order-confirmed', 'Your order CK-4N0K-HCWZ is confirmed', 'Thank you for your order.

Order CK-4N0K-HCWZ, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-4N0K-HCWZ is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-4N0K-HCWZ</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.517836+00', NULL, '2026-11-23 21:57:57.399046+00', '2026-11-23 21:57:57.617797+00'),
	(30, '01a20a6a-6955-78ef-87ea-7f9908c41e4f', 'order-confirmed.01a20a6a-6205-7384-9a20-c5e718da676f', 'ada@example.com', 'order-confirmed', 'Your order CK-MC5X-S226 is confirmed', 'Thank you for your order.

Order CK-MC5X-S226, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-MC5X-S226 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-MC5X-S226</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:10.691484+00', NULL, '2026-11-23 21:57:55.66963+00', '2026-11-23 21:57:55.741251+00'),
	(29, '01a20a6a-68ed-7264-9664-904af0e7b2bd', 'order-confirmed.01a20a6a-5fce-7465-b9c5-05146a8afe01', 'ada@example.com', 'order-confirmed', 'Your order CK-AQXW-44YM is confirmed', 'Thank you for your order.

Order CK-AQXW-44YM, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-AQXW-44YM is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-AQXW-44YM</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:10.658076+00', NULL, '2026-11-23 21:57:55.56586+00', '2026-11-23 21:57:55.682516+00'),
	(31, '01a20a6a-69bd-79a1-bff7-1b6288513aec', 'order-confirmed.01a20a6a-5f60-76a3-b7ac-31749fc28435', 'ada@example.com', 'order-confirmed', 'Your order CK-WQCY-YPPJ is confirmed', 'Thank you for your order.

Order CK-WQCY-YPPJ, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-WQCY-YPPJ is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-WQCY-YPPJ</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:10.782884+00', NULL, '2026-11-23 21:57:55.773745+00', '2026-11-23 21:57:55.817723+00'),
	(34, '01a20a6a-6baa-78b5-8a82-7c21770fef4d', 'order-confirmed.01a20a6a-62a7-7e0c-8ee3-cf127f6f5efd', 'ada@example.com', 'order-confirmed', 'Your order CK-1PP0-J3TF is confirmed', 'Thank you for your order.

Order CK-1PP0-J3TF, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-1PP0-J3TF is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-1PP0-J3TF</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:11.359308+00', NULL, '2026-11-23 21:57:56.266808+00', '2026-11-23 21:57:56.362771+00'),
	(32, '01a20a6a-69dc-7a77-8e07-4d562ce6c91a', 'order-confirmed.01a20a6a-62a6-72f6-93ce-21a4de4314c1', 'ada@example.com', 'order-confirmed', 'Your order CK-EVVV-ZFHM is confirmed', 'Thank you for your order.

Order CK-EVVV-ZFHM, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-EVVV-ZFHM is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-EVVV-ZFHM</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:10.945189+00', NULL, '2026-11-23 21:57:55.804033+00', '2026-11-23 21:57:55.962134+00'),
	(36, '01a20a6a-6c2a-7252-b460-9b7f2faa7fe7', 'order-confirmed.01a20a6a-62ec-74f2-a0d1-b8afbfdb5651', 'ada@example.com', 'order-confirmed', 'Your order CK-H679-WFPK is confirmed', 'Thank you for your order.

Order CK-H679-WFPK, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-H679-WFPK is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-H679-WFPK</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:11.575308+00', NULL, '2026-11-23 21:57:56.394155+00', '2026-11-23 21:57:56.635166+00'),
	(40, '01a20a6a-6d2e-78a4-a02f-601b8e5204e6', 'order-confirmed.01a20a6a-66e2-7b4b-a70e-abb6f618f06f', 'ada@example.com', 'order-confirmed', 'Your order CK-WTBS-ZD8D is confirmed', 'Thank you for your order.

Order CK-WTBS-ZD8D, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-WTBS-ZD8D is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-WTBS-ZD8D</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:11.95507+00', NULL, '2026-11-23 21:57:56.654864+00', '2026-11-23 21:57:57.177482+00'),
	(35, '01a20a6a-6c06-7c3d-81d7-90cc82179147', 'order-confirmed.01a20a6a-6285-76ab-94d4-3695f0572a92', 'ada@example.com', 'order-confirmed', 'Your order CK-X2TG-D1MX is confirmed', 'Thank you for your order.

Order CK-X2TG-D1MX, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-X2TG-D1MX is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-X2TG-D1MX</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:11.363917+00', NULL, '2026-11-23 21:57:56.358033+00', '2026-11-23 21:57:56.366064+00'),
	(39, '01a20a6a-6d0a-791b-b837-a612cf7d9ca7', 'order-confirmed.01a20a6a-6603-77ec-b790-5b5144f4dbae', 'ada@example.com', 'order-confirmed', 'Your order CK-BVSF-ENT5 is confirmed', 'Thank you for your order.

Order CK-BVSF-ENT5, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-BVSF-ENT5 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-BVSF-ENT5</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:11.853323+00', NULL, '2026-11-23 21:57:56.618488+00', '2026-11-23 21:57:56.949746+00'),
	(41, '01a20a6a-6d5d-70ac-a94c-d80ad9f9934c', 'order-confirmed.01a20a6a-6667-7d7e-91dd-e6b47b7e25a8', 'ada@example.com', 'order-confirmed', 'Your order CK-8T7Q-4SGA is confirmed', 'Thank you for your order.

Order CK-8T7Q-4SGA, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-8T7Q-4SGA is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-8T7Q-4SGA</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.224848+00', NULL, '2026-11-23 21:57:56.701812+00', '2026-11-23 21:57:57.241001+00'),
	(38, '01a20a6a-6ce4-7136-8fc4-dbe01cc78a14', 'order-confirmed.01a20a6a-62ca-7fd5-a73f-39358f364a7b', 'ada@example.com', 'order-confirmed', 'Your order CK-RSBB-3YS4 is confirmed', 'Thank you for your order.

Order CK-RSBB-3YS4, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-RSBB-3YS4 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-RSBB-3YS4</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:11.788714+00', NULL, '2026-11-23 21:57:56.58054+00', '2026-11-23 21:57:56.845858+00'),
	(45, '01a20a6a-6fec-7230-8e8a-8d1442905422', 'order-confirmed.01a20a6a-6925-7241-8c0d-f649d2c3549a', 'ada@example.com', 'order-confirmed', 'Your order CK-C4P8-ZGEW is confirmed', 'Thank you for your order.

Order CK-C4P8-ZGEW, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-C4P8-ZGEW is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-C4P8-ZGEW</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.401545+00', NULL, '2026-11-23 21:57:57.356792+00', '2026-11-23 21:57:57.484891+00'),
	(49, '01a20a6a-709e-74d3-9d6e-306e49410cf6', 'order-confirmed.01a20a6a-69b2-7ff5-8d62-88577c9b13b5', 'ada@example.com', 'order-confirmed', 'Your order CK-WPFA-3ZAH is confirmed', 'Thank you for your order.

Order CK-WPFA-3ZAH, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-WPFA-3ZAH is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-WPFA-3ZAH</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.707322+00', NULL, '2026-11-23 21:57:57.534714+00', '2026-11-23 21:57:57.758057+00'),
	(42, '01a20a6a-6f5f-7307-b155-2c9dcd109e2a', 'order-confirmed.01a20a6a-6763-7dfc-9df2-7c22741f1d70', 'ada@example.com', 'order-confirmed', 'Your order CK-ERSH-KZ1R is confirmed', 'Thank you for your order.

Order CK-ERSH-KZ1R, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-ERSH-KZ1R is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-ERSH-KZ1R</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.269255+00', NULL, '2026-11-23 21:57:57.215604+00', '2026-11-23 21:57:57.296989+00'),
	(44, '01a20a6a-6fd0-7c5c-bdfd-65e74e3b9e70', 'order-confirmed.01a20a6a-68fa-72b6-8694-f8a0c36fb4fc', 'ada@example.com', 'order-confirmed', 'Your order CK-E6QB-VM86 is confirmed', 'Thank you for your order.

Order CK-E6QB-VM86, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-E6QB-VM86 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-E6QB-VM86</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.331396+00', NULL, '2026-11-23 21:57:57.328575+00', '2026-11-23 21:57:57.348643+00'),
	(48, '01a20a6a-7097-776a-b5ba-4690250e11d0', 'order-confirmed.01a20a6a-699d-78a1-a34e-4c115cd56641', 'ada@example.com', 'order-confirmed', 'Your order CK-3ZMC-75R4 is confirmed', 'Thank you for your order.

Order CK-3ZMC-75R4, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-3ZMC-75R4 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-3ZMC-75R4</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.666264+00', NULL, '2026-11-23 21:57:57.527893+00', '2026-11-23 21:57:57.689217+00'),
	(50, '01a20a6a-70fa-7dd0-8b1b-7cfb51f9f9f8', 'order-confirmed.01a20a6a-6948-758f-a57c-c625dc48233f', 'ada@example.com', 'order-confirmed', 'Your order CK-7DFN-TKKV is confirmed', 'Thank you for your order.

Order CK-7DFN-TKKV, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-7DFN-TKKV is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-7DFN-TKKV</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.763986+00', NULL, '2026-11-23 21:57:57.626029+00', '2026-11-23 21:57:57.781266+00'),
	(53, '01a20a6a-71f5-7c89-86c8-0ab29b84a81b', 'order-confirmed.01a20a6a-6a30-7ad2-b424-de2bfcc78c84', 'ada@example.com', 'order-confirmed', 'Your order CK-Q07Z-MHM5 is confirmed', 'Thank you for your order.

Order CK-Q07Z-MHM5, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-Q07Z-MHM5 is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-Q07Z-MHM5</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.910432+00', NULL, '2026-11-23 21:57:57.877622+00', '2026-11-23 21:57:57.923455+00'),
	(47, '01a20a6a-7040-7b45-a2e8-53ee2c89158b', 'order-confirmed.01a20a6a-69f6-71c9-9215-d260a3ad9b5d', 'ada@example.com', 'order-confirmed', 'Your order CK-2ZD8-9MSC is confirmed', 'Thank you for your order.

Order CK-2ZD8-9MSC, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-2ZD8-9MSC is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-2ZD8-9MSC</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.635063+00', NULL, '2026-11-23 21:57:57.44008+00', '2026-11-23 21:57:57.665428+00'),
	(52, '01a20a6a-7162-7a35-a120-712b0adf0067', 'order-confirmed.01a20a6a-68fc-7ebd-974e-a0820114c9fa', 'ada@example.com', 'order-confirmed', 'Your order CK-QYVX-MTVY is confirmed', 'Thank you for your order.

Order CK-QYVX-MTVY, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-QYVX-MTVY is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-QYVX-MTVY</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.831394+00', NULL, '2026-11-23 21:57:57.730917+00', '2026-11-23 21:57:57.836415+00'),
	(54, '01a20a6a-727e-7fd9-9006-89d64ab7bed5', 'order-confirmed.01a20a6a-6af8-732a-82fe-0fc9f76b53d9', 'ada@example.com', 'order-confirmed', 'Your order CK-81QH-SA0Y is confirmed', 'Thank you for your order.

Order CK-81QH-SA0Y, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-81QH-SA0Y is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-81QH-SA0Y</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:13.160109+00', NULL, '2026-11-23 21:57:58.014042+00', '2026-11-23 21:57:58.245006+00'),
	(51, '01a20a6a-7123-7387-8170-7088c3e23584', 'order-confirmed.01a20a6a-6a1f-73dc-aabf-8d8283dde711', 'ada@example.com', 'order-confirmed', 'Your order CK-MR6R-9R3Y is confirmed', 'Thank you for your order.

Order CK-MR6R-9R3Y, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-MR6R-9R3Y is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-MR6R-9R3Y</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:12.7939+00', NULL, '2026-11-23 21:57:57.667274+00', '2026-11-23 21:57:57.810001+00'),
	(55, '01a20a6a-7308-74e3-9b7a-5624b294c215', 'order-confirmed.01a20a6a-6d07-7610-93ef-5e3b17fe8edf', 'ada@example.com', 'order-confirmed', 'Your order CK-71Z3-R6EQ is confirmed', 'Thank you for your order.

Order CK-71Z3-R6EQ, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-71Z3-R6EQ is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-71Z3-R6EQ</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:13.253276+00', NULL, '2026-11-23 21:57:58.152755+00', '2026-11-23 21:57:58.260974+00'),
	(56, '01a20a6a-7373-779b-9a13-cf7419a08106', 'order-confirmed.01a20a6a-6d73-727c-9c86-80645011913a', 'ada@example.com', 'order-confirmed', 'Your order CK-SRTG-50YB is confirmed', 'Thank you for your order.

Order CK-SRTG-50YB, placed on 23 November 2026, 21:57 UTC

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
You receive this because of an order in our shop. Answers to this address are not read.
', '<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your order CK-SRTG-50YB is confirmed</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font-family:sans-serif;font-size:15px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
    <h1 style="margin:0 0 8px;font-size:20px">Thank you for your order</h1>
    <p style="margin:0 0 16px">Order <strong>CK-SRTG-50YB</strong>, placed on 23 November 2026, 21:57 UTC</p>
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
    Commerce Kata. You receive this because of an order in our shop. Answers to this address are not read.
  </p>
</body>
</html>
', 'SENT', 1, '2026-11-23 21:58:13.276092+00', NULL, '2026-11-23 21:57:58.259154+00', '2026-11-23 21:57:58.294784+00');


--
-- Data for Name: inbox; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.inbox (event_id, received_at) VALUES
	('01a20a6a-1a76-79bb-9836-8af742111f85', '2026-11-23 21:57:35.747856+00'),
	('01a20a6a-2639-7750-ac4d-58dae94ee512', '2026-11-23 21:57:38.673266+00'),
	('01a20a6a-33fe-77f0-b93b-36cc14477f77', '2026-11-23 21:57:42.036833+00'),
	('01a20a6a-3a40-75a8-91d7-479cc181ca2e', '2026-11-23 21:57:43.669799+00'),
	('01a20a6a-3f5c-7e02-9e26-72ad3a06d99b', '2026-11-23 21:57:44.959655+00'),
	('01a20a6a-4305-7578-ad3b-e3fe3384d643', '2026-11-23 21:57:45.874382+00'),
	('01a20a6a-45a6-727b-97d0-ba39f8e57ece', '2026-11-23 21:57:46.65672+00'),
	('01a20a6a-58f9-7e47-a425-9e587d55d298', '2026-11-23 21:57:51.677306+00'),
	('01a20a6a-5aff-7a07-a15b-52ff74a66c41', '2026-11-23 21:57:52.145429+00'),
	('01a20a6a-5afe-7b64-a6ba-5fefc63c15ef', '2026-11-23 21:57:52.162907+00'),
	('01a20a6a-5aff-7877-ac4a-cbb27912b933', '2026-11-23 21:57:52.553443+00'),
	('01a20a6a-5afa-7610-8e26-67c6613dd68a', '2026-11-23 21:57:52.593902+00'),
	('01a20a6a-5b68-7bc7-a7ee-c63f982e1133', '2026-11-23 21:57:52.654866+00'),
	('01a20a6a-5b8d-7ba5-888e-d7f48382e48f', '2026-11-23 21:57:52.699028+00'),
	('01a20a6a-5cd7-7627-8eaa-9a03769b7e94', '2026-11-23 21:57:52.744558+00'),
	('01a20a6a-5cfa-7452-915b-1e09268fb0a6', '2026-11-23 21:57:53.767591+00'),
	('01a20a6a-5cfe-7d96-b404-d60e8518abfe', '2026-11-23 21:57:53.802486+00'),
	('01a20a6a-5d26-76a0-b840-c167119b4ef9', '2026-11-23 21:57:53.824824+00'),
	('01a20a6a-5d33-7d40-9801-430483c82d85', '2026-11-23 21:57:53.883225+00'),
	('01a20a6a-5d33-7a17-ac94-a422e9678501', '2026-11-23 21:57:53.950009+00'),
	('01a20a6a-5d34-7e1c-9e80-380137a35316', '2026-11-23 21:57:54.004242+00'),
	('01a20a6a-5d46-7365-bc88-cf1cad8e441c', '2026-11-23 21:57:54.042509+00'),
	('01a20a6a-5d5a-7e11-9461-a49f97ee0edf', '2026-11-23 21:57:54.229212+00'),
	('01a20a6a-6282-7ddc-9703-c09f93866878', '2026-11-23 21:57:54.607118+00'),
	('01a20a6a-6356-7192-80d4-37720cac49ee', '2026-11-23 21:57:54.685608+00'),
	('01a20a6a-63fe-7b00-9677-b1f0bf530bbe', '2026-11-23 21:57:54.733041+00'),
	('01a20a6a-64bd-758d-94dd-305a72a925c4', '2026-11-23 21:57:54.783571+00'),
	('01a20a6a-6512-724d-96ce-f4e636d930db', '2026-11-23 21:57:55.101647+00'),
	('01a20a6a-6519-7e65-8717-124014059d61', '2026-11-23 21:57:55.159878+00'),
	('01a20a6a-6519-73de-879d-4e407df73cab', '2026-11-23 21:57:55.197048+00'),
	('01a20a6a-65c6-79b7-95ce-fda506f1c871', '2026-11-23 21:57:55.634128+00'),
	('01a20a6a-6610-7082-ade7-e587273547f9', '2026-11-23 21:57:55.737038+00'),
	('01a20a6a-6617-758c-829c-93d894348e9a', '2026-11-23 21:57:55.777691+00'),
	('01a20a6a-6643-76d0-8644-3b71d7cde666', '2026-11-23 21:57:55.905585+00'),
	('01a20a6a-66a1-7cb7-a914-50bd6ee9e5fc', '2026-11-23 21:57:56.262031+00'),
	('01a20a6a-66e7-73d8-a703-0e2eb16ace1b', '2026-11-23 21:57:56.356283+00'),
	('01a20a6a-66e7-7754-a47f-fb55148e34d3', '2026-11-23 21:57:56.361056+00'),
	('01a20a6a-66e8-714d-a452-05a7017aeb83', '2026-11-23 21:57:56.509721+00'),
	('01a20a6a-675f-7c92-a2f9-7c65624c5035', '2026-11-23 21:57:56.577238+00'),
	('01a20a6a-6a7c-736d-8882-b747aaf74ced', '2026-11-23 21:57:56.613757+00'),
	('01a20a6a-6a94-7be3-aee6-48ffea4dc71b', '2026-11-23 21:57:56.645743+00'),
	('01a20a6a-6acd-7ab8-8a62-52327ec4c0d7', '2026-11-23 21:57:56.690901+00'),
	('01a20a6a-6ae2-706e-a31e-1fb806d11c01', '2026-11-23 21:57:57.211142+00'),
	('01a20a6a-6c25-7e88-8ce2-64e20a24ddb8', '2026-11-23 21:57:57.254155+00'),
	('01a20a6a-6c25-76ac-b123-865ad195ca51', '2026-11-23 21:57:57.327963+00'),
	('01a20a6a-6c26-70f8-b2ec-13bab0c30a72', '2026-11-23 21:57:57.345225+00'),
	('01a20a6a-6cf4-7329-9b75-aa107e1e45cf', '2026-11-23 21:57:57.38377+00'),
	('01a20a6a-6d0b-7117-9a1d-598d21b959cf', '2026-11-23 21:57:57.416946+00'),
	('01a20a6a-6d1f-766e-8e7c-580be4e9b1cb', '2026-11-23 21:57:57.517308+00'),
	('01a20a6a-6d4b-7679-aab6-4b79396586e9', '2026-11-23 21:57:57.533958+00'),
	('01a20a6a-6d53-7569-ba8a-7d78f8d28c58', '2026-11-23 21:57:57.571909+00'),
	('01a20a6a-6d85-762a-b81c-ad61c8b3b0bd', '2026-11-23 21:57:57.661408+00'),
	('01a20a6a-6da8-74c9-92ef-82e051a2f033', '2026-11-23 21:57:57.687633+00'),
	('01a20a6a-6e47-7404-94a4-fea3dc114886', '2026-11-23 21:57:57.876902+00'),
	('01a20a6a-6f87-742d-baa5-9459987d58ad', '2026-11-23 21:57:57.879293+00'),
	('01a20a6a-6f89-7a61-8791-768d65433dce', '2026-11-23 21:57:57.910361+00'),
	('01a20a6a-6f92-71e8-af87-daa188d8ac40', '2026-11-23 21:57:57.980827+00'),
	('01a20a6a-6ffb-7d09-8b30-37d17d7b1bdb', '2026-11-23 21:57:58.127543+00'),
	('01a20a6a-7035-7e9d-ad22-cd90c64213e4', '2026-11-23 21:57:58.151031+00'),
	('01a20a6a-7035-70e9-9fe3-d5b14514950d', '2026-11-23 21:57:58.191574+00'),
	('01a20a6a-708b-7412-8fac-adf2781a570d', '2026-11-23 21:57:58.196707+00'),
	('01a20a6a-708a-7373-80c2-2f42b88a7397', '2026-11-23 21:57:58.20292+00'),
	('01a20a6a-70bc-7b07-a05f-914edbb638fb', '2026-11-23 21:57:58.208792+00'),
	('01a20a6a-70ed-7ec2-85c0-163bd8965b8c', '2026-11-23 21:57:58.219146+00'),
	('01a20a6a-70d5-714d-b37a-d461c7cb117a', '2026-11-23 21:57:58.254735+00'),
	('01a20a6a-70f7-71ed-81b0-c1f44301ecb9', '2026-11-23 21:57:58.269768+00'),
	('01a20a6a-7116-7c90-9854-8a5cf0e73c0a', '2026-11-23 21:57:58.286249+00'),
	('01a20a6a-717d-762b-9499-add295ff69f3', '2026-11-23 21:57:58.362579+00'),
	('01a20a6a-718a-7eee-8adc-1e7941da65e1', '2026-11-23 21:57:58.38635+00'),
	('01a20a6a-71db-78c6-b232-e368d311c290', '2026-11-23 21:57:58.651649+00'),
	('01a20a6a-721c-73a3-b774-411165186d48', '2026-11-23 21:57:58.666146+00'),
	('01a20a6a-723a-7166-9269-fdfc0a27334c', '2026-11-23 21:57:58.696171+00'),
	('01a20a6a-7236-7f16-8fe8-1bc7060cfbcf', '2026-11-23 21:57:58.727258+00'),
	('01a20a6a-7372-7c18-9690-a03694326c7a', '2026-11-23 21:57:58.736242+00'),
	('01a20a6a-737a-7fcb-8dae-3f6f4f3138b2', '2026-11-23 21:57:58.77526+00'),
	('01a20a6a-7384-77e1-99d8-5d24d6b6d1bf', '2026-11-23 21:57:58.808241+00'),
	('01a20a6a-738c-781a-95e9-5d1e2889b9f5', '2026-11-23 21:57:58.817406+00'),
	('01a20a6a-738d-7597-b079-fb7b15c1c320', '2026-11-23 21:57:58.839876+00'),
	('01a20a6a-7393-7117-8d8d-a47dbd31562b', '2026-11-23 21:57:58.857309+00'),
	('01a20a6a-7386-7be4-a281-d8646c2f65a2', '2026-11-23 21:57:58.877858+00'),
	('01a20a6a-73b0-7880-92d8-62bd2eabde8a', '2026-11-23 21:57:58.89423+00'),
	('01a20a6a-73df-7f79-9212-50f5f09d8c1e', '2026-11-23 21:57:58.91089+00'),
	('01a20a6a-73e8-73b6-a67f-7314fc1691f1', '2026-11-23 21:57:58.956429+00'),
	('01a20a6a-7409-77c6-ae8d-bc52ca68e8b8', '2026-11-23 21:57:58.961366+00'),
	('01a20a6a-7426-786c-944b-cffa186c8296', '2026-11-23 21:57:58.968544+00'),
	('01a20a6a-7429-7b0c-8c5b-649c502a6107', '2026-11-23 21:57:59.049029+00'),
	('01a20a6a-751e-7f89-bdc9-9e372a8cf488', '2026-11-23 21:57:59.081534+00'),
	('01a20a6a-752e-7721-a1d4-4e9c578806be', '2026-11-23 21:57:59.094172+00'),
	('01a20a6a-7566-715d-9ee5-a6ada17a7a33', '2026-11-23 21:57:59.10135+00'),
	('01a20a6a-75a1-7ae6-b0c3-cea5dba08d9d', '2026-11-23 21:57:59.172239+00'),
	('01a20a6a-75ab-7126-9f73-230116cd39ca', '2026-11-23 21:57:59.174652+00'),
	('01a20a6a-75af-73b1-9a27-b9b4402c51a3', '2026-11-23 21:57:59.20465+00'),
	('01a20a6a-75b0-73c8-b496-a3345cd20c39', '2026-11-23 21:57:59.217636+00'),
	('01a20a6a-75be-7935-a95e-b0a664185113', '2026-11-23 21:57:59.237893+00'),
	('01a20a6a-761b-7b16-b614-3c4f100b6096', '2026-11-23 21:57:59.266916+00'),
	('01a20a6a-762c-77f4-8d43-c8cb01090537', '2026-11-23 21:57:59.272688+00'),
	('01a20a6a-7630-71fe-9bc2-855708ca1383', '2026-11-23 21:57:59.285492+00'),
	('01a20a6a-7632-7e27-8072-8e21732bedd7', '2026-11-23 21:57:59.356453+00'),
	('01a20a6a-7633-7bd1-9c66-bd04d1de3f36', '2026-11-23 21:57:59.413398+00'),
	('01a20a6a-7638-7b05-aa09-9edbd106996c', '2026-11-23 21:57:59.434376+00'),
	('01a20a6a-763b-7bed-afa1-a5f42bfb1f6f', '2026-11-23 21:57:59.444663+00'),
	('01a20a6a-76bb-7e4e-9695-5c6399a58f0c', '2026-11-23 21:57:59.664224+00'),
	('01a20a6a-7703-7b8f-afa5-02b24fc26ec7', '2026-11-23 21:57:59.720654+00'),
	('01a20a6a-7721-706f-8e85-400721062690', '2026-11-23 21:57:59.749744+00'),
	('01a20a6a-7757-7a43-810e-6968106eefe6', '2026-11-23 21:57:59.761273+00'),
	('01a20a6a-7757-70b2-860b-5cf9967253bb', '2026-11-23 21:57:59.796109+00'),
	('01a20a6a-777d-7b05-baad-de322a6a2a54', '2026-11-23 21:57:59.875531+00'),
	('01a20a6a-779e-79d7-a918-83cc5806eb5d', '2026-11-23 21:57:59.882872+00'),
	('01a20a6a-77ab-7e68-afee-de4a11665e76', '2026-11-23 21:58:00.018036+00'),
	('01a20a6a-77de-7824-b809-88f7f63b9ffe', '2026-11-23 21:58:00.038197+00'),
	('01a20a6a-77df-7554-8011-03b340597734', '2026-11-23 21:58:00.047601+00'),
	('01a20a6a-77e6-7fd8-806e-92bce65969f7', '2026-11-23 21:58:00.071168+00'),
	('01a20a6a-781f-7a81-ab0c-f3491ddbe063', '2026-11-23 21:58:00.095662+00'),
	('01a20a6a-783a-76a1-b0f9-78b31e584a45', '2026-11-23 21:58:00.110579+00'),
	('01a20a6a-784c-78b7-9af5-013197251e92', '2026-11-23 21:58:00.210836+00'),
	('01a20a6a-7852-72f9-9331-2303f88e44c4', '2026-11-23 21:58:00.218661+00'),
	('01a20a6a-7862-768c-94bb-397861f3b041', '2026-11-23 21:58:00.305167+00'),
	('01a20a6a-797d-7ac4-a8cf-76c66522e85c', '2026-11-23 21:58:00.330633+00'),
	('01a20a6a-7a54-73ed-a7e0-817dee468183', '2026-11-23 21:58:00.35141+00'),
	('01a20a6a-7aaf-73ac-94ee-646040f642e6', '2026-11-23 21:58:00.3522+00'),
	('01a20a6a-7ab8-7582-b1f6-8f0bf83f8349', '2026-11-23 21:58:00.352691+00'),
	('01a20a6a-7ab8-7e6c-9d77-1640c832da91', '2026-11-23 21:58:00.353154+00'),
	('01a20a6a-7ab5-748a-b16c-233e9c8856d1', '2026-11-23 21:58:00.35356+00'),
	('01a20a6a-7abd-738d-adb8-f8c3852ec99b', '2026-11-23 21:58:00.359575+00'),
	('01a20a6a-7acb-7d22-a8c5-dc57d114ab8e', '2026-11-23 21:58:00.360051+00'),
	('01a20a6a-7af7-7f36-90dd-ee2cffcb5b46', '2026-11-23 21:58:00.366462+00'),
	('01a20a6a-7b15-7685-9fa3-62b95596da0a', '2026-11-23 21:58:00.388529+00'),
	('01a20a6a-7b15-76f6-9418-91704f94d0b4', '2026-11-23 21:58:00.496646+00'),
	('01a20a6a-7b14-784f-8a23-81629fdd9cb2', '2026-11-23 21:58:00.518779+00'),
	('01a20a6a-7b1d-7ced-83a3-b3f2575d7f63', '2026-11-23 21:58:00.523929+00'),
	('01a20a6a-7b39-7ed1-a493-237657eb4703', '2026-11-23 21:58:00.529392+00'),
	('01a20a6a-7b44-7b7e-8a50-f86db6b9db13', '2026-11-23 21:58:00.529896+00'),
	('01a20a6a-7b76-78ca-994c-1b57f2322010', '2026-11-23 21:58:00.530332+00'),
	('01a20a6a-7bed-7de3-8821-2adc6ec20c7c', '2026-11-23 21:58:00.532439+00'),
	('01a20a6a-7c1a-7729-9f5b-d67c457200f5', '2026-11-23 21:58:00.643082+00'),
	('01a20a6a-7c1b-7916-81bf-8a20da045260', '2026-11-23 21:58:00.658429+00'),
	('01a20a6a-7c1a-7a23-bee4-cdd012d59fa9', '2026-11-23 21:58:00.667284+00'),
	('01a20a6a-7c1b-7aca-a523-4ed751f2fef0', '2026-11-23 21:58:00.675284+00'),
	('01a20a6a-7c2b-71ab-9d40-2c4cfe700922', '2026-11-23 21:58:00.684221+00'),
	('01a20a6a-7c39-739e-8648-c5e33a15fb05', '2026-11-23 21:58:00.697871+00'),
	('01a20a6a-7c6a-7ad3-995a-48fb252c9b27', '2026-11-23 21:58:00.715035+00'),
	('01a20a6a-7ca0-76d9-abdb-49e8c7847e1c', '2026-11-23 21:58:00.796619+00'),
	('01a20a6a-7cab-798a-9442-300749eff87c', '2026-11-23 21:58:00.817346+00'),
	('01a20a6a-7ccb-7f9e-a782-69dcbee36cfc', '2026-11-23 21:58:00.899149+00'),
	('01a20a6a-7ccb-716b-a521-618322adbead', '2026-11-23 21:58:00.918704+00'),
	('01a20a6a-7cd1-74bd-b540-93d4e34a67c2', '2026-11-23 21:58:00.925518+00'),
	('01a20a6a-7cca-792f-8846-6d64fb635040', '2026-11-23 21:58:00.926827+00'),
	('01a20a6a-7d19-74a9-b5d8-69761c3a2c1f', '2026-11-23 21:58:00.933366+00'),
	('01a20a6a-7d10-7989-a141-9197d32be54f', '2026-11-23 21:58:01.056994+00'),
	('01a20a6a-7de3-745a-a4fb-a6855927c05c', '2026-11-23 21:58:01.136099+00'),
	('01a20a6a-7dfe-7fd9-8eda-4ae2877220cc', '2026-11-23 21:58:01.157278+00'),
	('01a20a6a-7e00-7da4-82a8-f01881c65e0d', '2026-11-23 21:58:01.360382+00'),
	('01a20a6a-7e47-781e-9a89-fe961b140c9a', '2026-11-23 21:58:01.369224+00'),
	('01a20a6a-7e4c-73e2-85a1-84917ddaf315', '2026-11-23 21:58:01.395096+00'),
	('01a20a6a-7e4e-7bcb-8389-b4fe88f7150f', '2026-11-23 21:58:01.412588+00'),
	('01a20a6a-7e61-7617-a5d0-8e8e8e77d8cc', '2026-11-23 21:58:01.42417+00'),
	('01a20a6a-7e8c-7bf9-8f67-b6320ecd58fe', '2026-11-23 21:58:01.435132+00'),
	('01a20a6a-7ea2-7e2c-8846-79df925481b8', '2026-11-23 21:58:01.485381+00'),
	('01a20a6a-7eaf-754a-ab83-1aa98f195aa9', '2026-11-23 21:58:01.582284+00'),
	('01a20a6a-7f06-7ae7-b089-8e17459d362d', '2026-11-23 21:58:01.6351+00'),
	('01a20a6a-7ff3-7ac0-8684-80a5936a920c', '2026-11-23 21:58:01.841216+00'),
	('01a20a6a-8048-7898-a64f-0b05746f3ccc', '2026-11-23 21:58:01.970438+00'),
	('01a20a6a-8074-7b09-b3f8-a51607306186', '2026-11-23 21:58:01.985409+00'),
	('01a20a6a-8082-75f6-a616-a0026ab5695d', '2026-11-23 21:58:02.104935+00'),
	('01a20a6a-810b-77db-b8c5-549fa12fbda0', '2026-11-23 21:58:02.159665+00'),
	('01a20a6a-8176-7946-8bc8-6515c9dc6caf', '2026-11-23 21:58:02.246693+00'),
	('01a20a6a-81ff-73c7-80c8-ed01106c5876', '2026-11-23 21:58:02.294611+00'),
	('01a20a6a-831a-736c-ac6e-1a7a1fe59520', '2026-11-23 21:58:02.437344+00'),
	('01a20a6a-8341-7385-aca2-db40ca40030e', '2026-11-23 21:58:02.449374+00'),
	('01a20a6a-8344-7d26-99d8-ef7227484fa3', '2026-11-23 21:58:02.548507+00'),
	('01a20a6a-838c-79e3-8ca1-b582ff1adc8b', '2026-11-23 21:58:02.665122+00'),
	('01a20a6a-83e0-7d01-b1fa-194434cfaad5', '2026-11-23 21:58:02.753622+00'),
	('01a20a6a-8462-7565-87bf-83d4a6c1ec78', '2026-11-23 21:58:02.843776+00'),
	('01a20a6a-7ea5-7baa-b385-6eab9e54f7c3', '2026-11-23 21:58:01.542452+00'),
	('01a20a6a-7ec3-70cf-8088-aa31b1ada7e3', '2026-11-23 21:58:01.600389+00'),
	('01a20a6a-7f16-75f6-9d07-0696ee6e57be', '2026-11-23 21:58:01.637522+00'),
	('01a20a6a-7ff5-77dd-aa9a-9394f39ba6c6', '2026-11-23 21:58:01.851651+00'),
	('01a20a6a-8055-7789-a789-d6fad4f71e04', '2026-11-23 21:58:01.975482+00'),
	('01a20a6a-8077-7dc9-8675-caeb979c5666', '2026-11-23 21:58:02.025508+00'),
	('01a20a6a-80ce-7402-bf6b-0eac9efa6eb0', '2026-11-23 21:58:02.11728+00'),
	('01a20a6a-8117-7002-a1c9-e075556f806e', '2026-11-23 21:58:02.1653+00'),
	('01a20a6a-816e-7bac-bce2-ada7c021dc7d', '2026-11-23 21:58:02.26121+00'),
	('01a20a6a-829a-7631-af71-d992b33ab099', '2026-11-23 21:58:02.304252+00'),
	('01a20a6a-82b1-7411-8d6a-3cd84c09ff89', '2026-11-23 21:58:02.359868+00'),
	('01a20a6a-8330-767e-bb29-0f4ecdf995e1', '2026-11-23 21:58:02.443586+00'),
	('01a20a6a-8342-7544-b6ec-85021f277261', '2026-11-23 21:58:02.496407+00'),
	('01a20a6a-834d-7ebd-b8c4-8a8acd1fecea', '2026-11-23 21:58:02.622875+00'),
	('01a20a6a-8391-733f-94d5-a7e646b89c0c', '2026-11-23 21:58:02.696151+00'),
	('01a20a6a-83ef-74f6-af90-ec5cb613b627', '2026-11-23 21:58:02.795022+00'),
	('01a20a6a-849f-7eef-806a-7bf03dfcb134', '2026-11-23 21:58:02.921286+00'),
	('01a20a6a-7eaf-7a7e-97fc-e2568bf90819', '2026-11-23 21:58:01.554063+00'),
	('01a20a6a-7ede-737b-b712-0cf059a890fb', '2026-11-23 21:58:01.633841+00'),
	('01a20a6a-7f8e-7900-b257-59c9c9a973a6', '2026-11-23 21:58:01.831228+00'),
	('01a20a6a-8020-7c58-9ff9-9911ad419e39', '2026-11-23 21:58:01.899324+00'),
	('01a20a6a-8072-7eef-8060-b2d8e926091b', '2026-11-23 21:58:01.984181+00'),
	('01a20a6a-807e-7bfb-a309-5afbefc0342c', '2026-11-23 21:58:02.061534+00'),
	('01a20a6a-80e2-78bf-a4f7-6ea86e4775cb', '2026-11-23 21:58:02.139756+00'),
	('01a20a6a-8121-7205-921c-241c8d81d830', '2026-11-23 21:58:02.165791+00'),
	('01a20a6a-817c-721b-8ed3-13dd9f6b5b33', '2026-11-23 21:58:02.285337+00'),
	('01a20a6a-82b4-7137-9cc7-18b61ee418ba', '2026-11-23 21:58:02.307599+00');
INSERT INTO public.inbox (event_id, received_at) VALUES
	('01a20a6a-82fb-7817-b816-9d3a938033cf', '2026-11-23 21:58:02.377897+00'),
	('01a20a6a-830c-788b-8246-0c0ce29c9197', '2026-11-23 21:58:02.445925+00'),
	('01a20a6a-8343-7bd6-9566-f7ef9d32dcba', '2026-11-23 21:58:02.53834+00'),
	('01a20a6a-8362-7bbd-8e47-aa6d18c310f6', '2026-11-23 21:58:02.623964+00'),
	('01a20a6a-83a9-775f-b32b-d7741e8bd53a', '2026-11-23 21:58:02.742925+00'),
	('01a20a6a-840a-7d8a-bc22-1a12f82373d7', '2026-11-23 21:58:02.826509+00'),
	('01a20a6a-84a6-78a7-926c-d8d9466a0005', '2026-11-23 21:58:02.947561+00');


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: schemaversions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.schemaversions (schemaversionsid, scriptname, applied) VALUES
	(1, 'shared/0001_messaging.sql', '2026-11-23 21:57:25.476861'),
	(2, 'Migrations/0001_email.sql', '2026-11-23 21:57:25.512896');


--
-- Name: email_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.email_seq_seq', 56, true);


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

\unrestrict Bl6fSjUOONQ8Hx7d5wtBqS7nqu7ckFl0TqsQznNIp3HAvmi6CMslb2YgDX0fL4r

