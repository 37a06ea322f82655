-- When it was last compared with the gateway, which is also a replica's claim to do so; null for never.
ALTER TABLE payment ADD COLUMN checked_at timestamptz;
ALTER TABLE refund ADD COLUMN checked_at timestamptz;

-- Whether the intent of a payment that failed or was given up is known to be cancelled, so that nobody can pay it any more.
ALTER TABLE payment ADD COLUMN gateway_closed boolean NOT NULL DEFAULT false;

CREATE INDEX payment_to_compare ON payment (greatest(checked_at, updated_at))
    WHERE status <> 'Succeeded' AND NOT gateway_closed AND amount_minor IS NOT NULL;
CREATE INDEX refund_to_compare ON refund (greatest(checked_at, updated_at)) WHERE status = 'Pending';
