-- migrate:up
CREATE TABLE bookings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  room_id bigint NOT NULL REFERENCES rooms (id),
  member_id bigint NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  note varchar(200),
  CONSTRAINT bookings_end_after_start CHECK (ends_at > starts_at)
);

CREATE INDEX bookings_room_id_starts_at_idx ON bookings (room_id, starts_at);

CREATE VIEW upcoming_bookings AS
  SELECT b.id, r.name AS room, m.full_name AS member, b.starts_at
  FROM bookings b
  JOIN rooms r ON r.id = b.room_id
  JOIN members m ON m.id = b.member_id
  WHERE b.starts_at > now();

-- migrate:down
DROP VIEW upcoming_bookings;
DROP TABLE bookings;
