-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY bookings_open_member_id_idx ON bookings (member_id) WHERE canceled_at IS NULL;

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY bookings_open_member_id_idx;
