-- migrate:up
CREATE TYPE cancel_reason AS ENUM ('member', 'room_closed', 'no_show');

ALTER TABLE bookings
  ADD COLUMN canceled_at timestamptz,
  ADD COLUMN cancel_reason cancel_reason;

ALTER TABLE bookings
  ADD CONSTRAINT bookings_cancel_has_reason
  CHECK ((canceled_at IS NULL) = (cancel_reason IS NULL)) NOT VALID;

ALTER TABLE bookings VALIDATE CONSTRAINT bookings_cancel_has_reason;

DROP VIEW upcoming_bookings;

CREATE VIEW upcoming_bookings AS
  SELECT b.id, r.name AS room, m.full_name AS member, b.starts_at
  FROM bookings b
  JOIN rooms r ON r.id = b.room_id
  JOIN members m ON m.id = b.member_id
  WHERE b.starts_at > now() AND b.canceled_at IS NULL;

-- migrate:down
DROP VIEW upcoming_bookings;

CREATE VIEW upcoming_bookings AS
  SELECT b.id, r.name AS room, m.full_name AS member, b.starts_at
  FROM bookings b
  JOIN rooms r ON r.id = b.room_id
  JOIN members m ON m.id = b.member_id
  WHERE b.starts_at > now();

ALTER TABLE bookings
  DROP COLUMN cancel_reason,
  DROP COLUMN canceled_at;

DROP TYPE cancel_reason;
