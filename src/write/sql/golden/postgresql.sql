-- # the schema
CREATE SCHEMA "billing";
CREATE EXTENSION IF NOT EXISTS "btree_gist";
CREATE TYPE "booking_state" AS ENUM ('open', 'paid', 'void');
CREATE DOMAIN "percentage" AS integer CONSTRAINT "percentage_range" CHECK (VALUE >= 0 AND VALUE <= 100);
CREATE SEQUENCE "invoice_numbers" START WITH 1000;
SET check_function_bodies = false;
CREATE FUNCTION touch_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RETURN NEW;
END;
$$;
CREATE TABLE "customers" (
  "id" bigserial PRIMARY KEY,
  "email" character varying NOT NULL,
  "name" character varying,
  "legacy_ref" character varying(20) NOT NULL,
  "balance" numeric(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean DEFAULT true NOT NULL,
  "created_at" timestamp(6) without time zone NOT NULL,
  CONSTRAINT "balance_is_sane" CHECK (balance > '-1000'::integer::numeric)
);
CREATE UNIQUE INDEX "index_customers_on_email" ON "customers" ("email");
CREATE INDEX "index_customers_on_legacy_ref_and_name" ON "customers" ("legacy_ref", "name" DESC);
COMMENT ON TABLE "customers" IS 'People who buy';
COMMENT ON COLUMN "customers"."name" IS 'The customer''s name';
CREATE TABLE "orders" (
  "id" bigserial PRIMARY KEY,
  "customer_id" bigint NOT NULL,
  "number" character varying(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" numeric(10,2),
  "placed_on" date,
  CONSTRAINT "total_is_positive" CHECK (total >= 0::numeric)
);
CREATE INDEX "index_orders_on_customer_id" ON "orders" ("customer_id");
CREATE INDEX "index_orders_on_number" ON "orders" ("number") WHERE (total IS NOT NULL);
CREATE TABLE "order_lines" (
  "order_id" bigint NOT NULL,
  "position" integer NOT NULL,
  "quantity" integer DEFAULT 1 NOT NULL,
  PRIMARY KEY ("order_id", "position")
);
CREATE TABLE "notes" (
  "id" bigserial PRIMARY KEY,
  "body" text NOT NULL
);
CREATE TABLE "bookings" (
  "id" bigserial PRIMARY KEY,
  "state" booking_state DEFAULT 'open' NOT NULL,
  "room" integer NOT NULL,
  "during" tsrange,
  "discount" percentage,
  "tags" text[] DEFAULT '{}',
  "label" text GENERATED ALWAYS AS (('room '::text || (room)::text)) STORED,
  "settings" jsonb DEFAULT '{}',
  "token" uuid DEFAULT gen_random_uuid(),
  CONSTRAINT "no_double_booking" EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (state <> 'void'::booking_state),
  CONSTRAINT "unique_booking_room" UNIQUE ("room", "during") DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE "bookings" ADD CONSTRAINT "room_exists" CHECK (room > 0) NOT VALID;
CREATE INDEX "index_bookings_on_tags" ON "bookings" USING gin ("tags");
CREATE INDEX "index_bookings_on_lower_label" ON "bookings" (lower(label));
CREATE TABLE "billing"."invoices" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL PRIMARY KEY,
  "customer_id" bigint,
  "number" bigint DEFAULT nextval('invoice_numbers'::regclass)
);
ALTER TABLE "orders" ADD CONSTRAINT "fk_rails_customer" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE;
ALTER TABLE "order_lines" ADD CONSTRAINT "fk_rails_order" FOREIGN KEY ("order_id") REFERENCES "orders" ("id");
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "fk_invoice_customer" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") NOT VALID;
CREATE VIEW "open_orders" AS
SELECT id, number FROM orders WHERE number <> '';
CREATE MATERIALIZED VIEW "order_totals" AS
SELECT customer_id, sum(total) AS total FROM orders GROUP BY 1;
CREATE UNIQUE INDEX "index_order_totals_on_customer_id" ON "order_totals" USING btree ("customer_id");
CREATE TRIGGER note_touched BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch_note();
CREATE POLICY own_notes ON notes FOR SELECT USING (true);

-- # create a table
CREATE TABLE "tags" (
  "id" bigserial PRIMARY KEY,
  "customer_id" bigint,
  "name" character varying NOT NULL,
  CONSTRAINT "fk_rails_tag" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id")
);
CREATE INDEX "index_tags_on_customer_id" ON "tags" ("customer_id");

-- # drop a table
DROP TABLE "notes";

-- # drop a table that is not there
DROP TABLE IF EXISTS "nowhere";

-- # rename a table
ALTER TABLE "notes" RENAME TO "remarks";
ALTER INDEX "notes_pkey" RENAME TO "remarks_pkey";
ALTER TABLE "notes_id_seq" RENAME TO "remarks_id_seq";

-- # comment a table
COMMENT ON TABLE "orders" IS 'What''s ordered';

-- # add a nullable column
ALTER TABLE "orders" ADD "shipped_on" date;

-- # add a column with a default
ALTER TABLE "orders" ADD "gift" boolean DEFAULT false NOT NULL;

-- # drop a column with its indexes
ALTER TABLE "customers" DROP COLUMN "legacy_ref";

-- # drop a nullable column
ALTER TABLE "orders" DROP COLUMN "note";

-- # drop a column that is not there

-- # rename a column
ALTER TABLE "customers" RENAME COLUMN "name" TO "full_name";

-- # change a type
ALTER TABLE "customers" ALTER COLUMN "legacy_ref" TYPE character varying;

-- # change type, default and null at once
ALTER TABLE "order_lines" ALTER COLUMN "quantity" TYPE numeric(10,2), ALTER COLUMN "quantity" SET DEFAULT 2.5, ALTER COLUMN "quantity" DROP NOT NULL;

-- # set a default
ALTER TABLE "orders" ALTER COLUMN "number" SET DEFAULT 'o''new';

-- # remove a default
ALTER TABLE "customers" ALTER COLUMN "active" DROP DEFAULT;

-- # set NOT NULL
ALTER TABLE "orders" ALTER COLUMN "placed_on" SET NOT NULL;

-- # set NOT NULL with a value for what is NULL
UPDATE "orders" SET "total"=0.0 WHERE "total" IS NULL;
ALTER TABLE "orders" ALTER COLUMN "total" SET NOT NULL;

-- # allow NULL
ALTER TABLE "customers" ALTER COLUMN "email" DROP NOT NULL;

-- # remove a comment
COMMENT ON COLUMN "customers"."name" IS NULL;

-- # add an index
CREATE INDEX CONCURRENTLY "index_orders_on_placed_on" ON "orders" ("placed_on");

-- # drop an index
DROP INDEX CONCURRENTLY "index_customers_on_email";

-- # rename an index
ALTER INDEX "index_customers_on_email" RENAME TO "by_email";

-- # add a foreign key
ALTER TABLE "notes" ADD CONSTRAINT "fk_rails_note" FOREIGN KEY ("id") REFERENCES "orders" ("id") ON DELETE CASCADE;

-- # drop a foreign key
ALTER TABLE "orders" DROP CONSTRAINT "fk_rails_customer";

-- # add a check
ALTER TABLE "order_lines" ADD CONSTRAINT "quantity_is_positive" CHECK (quantity > 0);

-- # drop a check
ALTER TABLE "orders" DROP CONSTRAINT "total_is_positive";

-- # update rows
UPDATE orders SET note = '';

-- # run SQL
SELECT 1;

-- # something that was not understood
-- Ruby, not SQL: Importer.run!

-- # create a view
CREATE VIEW "recent_orders" AS
SELECT id FROM orders;

-- # replace a view
CREATE OR REPLACE VIEW "open_orders" AS
SELECT id, number, note FROM orders;

-- # drop a view
DROP VIEW "open_orders";

-- # create an enum
CREATE TYPE "mood" AS ENUM ('good', 'so ''so');

-- # drop an enum
DROP TYPE "mood";

-- # rename an enum
ALTER TYPE "booking_state" RENAME TO "reservation_state";

-- # add a value to an enum
ALTER TYPE "booking_state" ADD VALUE 'late' BEFORE 'void';

-- # rename a value of an enum
ALTER TYPE "booking_state" RENAME VALUE 'paid' TO 'settled';

-- # create a domain
CREATE DOMAIN "short_text" AS text DEFAULT '' NOT NULL;

-- # drop a domain
DROP DOMAIN "percentage";

-- # create a sequence
CREATE SEQUENCE "tickets" INCREMENT BY 10;

-- # drop a sequence
DROP SEQUENCE "tickets";

-- # enable an extension
CREATE EXTENSION IF NOT EXISTS "pgcrypto";

-- # disable an extension
DROP EXTENSION IF EXISTS "pgcrypto";

-- # create a schema
CREATE SCHEMA "audit";

-- # drop a schema with what is in it
DROP SCHEMA "billing" CASCADE;

-- # rename a schema
ALTER SCHEMA "billing" RENAME TO "accounting";

-- # drop a primary key
ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_pkey";

-- # add a primary key
ALTER TABLE "order_lines" ADD PRIMARY KEY ("order_id");

-- # add a unique constraint
ALTER TABLE "orders" ADD CONSTRAINT "unique_number" UNIQUE ("number");

-- # turn an index into a unique constraint
ALTER TABLE "customers" ADD CONSTRAINT "unique_email" UNIQUE USING INDEX "index_customers_on_email";

-- # drop a unique constraint
ALTER TABLE "bookings" DROP CONSTRAINT "unique_booking_room";

-- # add an exclusion constraint
ALTER TABLE "bookings" ADD CONSTRAINT "one_discount" EXCLUDE USING gist (discount WITH =) DEFERRABLE INITIALLY IMMEDIATE;

-- # drop an exclusion constraint
ALTER TABLE "bookings" DROP CONSTRAINT "no_double_booking";

-- # validate a check
ALTER TABLE "bookings" VALIDATE CONSTRAINT "room_exists";

-- # validate a foreign key
ALTER TABLE "billing"."invoices" VALIDATE CONSTRAINT "fk_invoice_customer";

-- # rename a check
ALTER TABLE "bookings" RENAME CONSTRAINT "room_exists" TO "room_is_known";

-- # rename a foreign key
ALTER TABLE "billing"."invoices" RENAME CONSTRAINT "fk_invoice_customer" TO "fk_invoice_payer";

-- # refresh a materialized view
REFRESH MATERIALIZED VIEW CONCURRENTLY "order_totals";

-- # drop a materialized view
DROP MATERIALIZED VIEW "order_totals";

-- # create a function
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT n * 2 $$;

-- # replace a function
CREATE OR REPLACE FUNCTION touch_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.body := 'x';
  RETURN NEW;
END;
$$;

-- # drop a function
DROP FUNCTION "touch_note";

-- # create a trigger
CREATE TRIGGER note_made BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION touch_note();

-- # drop a trigger
DROP TRIGGER "note_touched" ON "notes";

-- # create a policy
CREATE POLICY no_notes ON notes FOR DELETE USING (false);

-- # drop a policy
DROP POLICY "own_notes" ON "notes";

-- # enable row security
ALTER TABLE "customers" ENABLE ROW LEVEL SECURITY;

-- # no longer force row security
ALTER TABLE "customers" NO FORCE ROW LEVEL SECURITY;

-- # set the replica identity
ALTER TABLE "customers" REPLICA IDENTITY USING INDEX index_customers_on_email;

-- # set the replica identity back
ALTER TABLE "customers" REPLICA IDENTITY DEFAULT;

-- # cluster on an index
ALTER TABLE "customers" CLUSTER ON "index_customers_on_email";

-- # make a table unlogged
ALTER TABLE "notes" SET UNLOGGED;

-- # drop a table with all that only SQL gives it
DROP TABLE "notes";

-- # attach a partition
ALTER TABLE "measurements" ATTACH PARTITION "measurements_2026_01" FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');

-- # detach a partition
ALTER TABLE "measurements" DETACH PARTITION "measurements_2026_01";

-- # drop a table with its partitions
DROP TABLE "measurements";

-- # rename a partitioned table
ALTER TABLE "measurements" RENAME TO "readings";

-- # set the options of a sequence
ALTER SEQUENCE "invoice_numbers" AS bigint INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1 CACHE 5 NO CYCLE;
ALTER SEQUENCE "invoice_numbers" OWNED BY "orders"."id";

-- # rename a sequence
ALTER SEQUENCE "invoice_numbers" RENAME TO "bill_numbers";

-- # move a sequence
ALTER SEQUENCE "invoice_numbers" SET SCHEMA "billing";

-- # create a rule
CREATE RULE keep_notes AS
    ON DELETE TO notes DO INSTEAD NOTHING;

-- # create a comment on a trigger
COMMENT ON TRIGGER note_touched ON notes IS 'Stamps a note';

-- # create a composite type
CREATE TYPE pair AS (
	one integer,
	other integer
);

-- # create the state of a trigger
ALTER TABLE notes DISABLE TRIGGER note_touched;

-- # create a grant
GRANT SELECT ON TABLE notes TO PUBLIC;

-- # drop a rule
DROP RULE "keep_notes" ON "notes";

-- # drop a comment on a trigger
COMMENT ON TRIGGER note_touched ON "notes" IS NULL;

-- # drop a composite type
DROP TYPE "pair";

-- # drop the state of a trigger
ALTER TABLE notes ENABLE TRIGGER note_touched;

-- # drop a grant
REVOKE SELECT ON TABLE notes FROM PUBLIC;

-- # replace a comment
COMMENT ON TRIGGER note_touched ON notes IS 'Stamps';

-- # drop a function with what calls it
DROP FUNCTION "touch_note" CASCADE;

-- # drop an enum with what is of it
DROP TYPE "booking_state" CASCADE;

-- # drop a domain with what is of it
DROP DOMAIN "percentage" CASCADE;

-- # rename a view
ALTER VIEW "open_orders" RENAME TO "orders_to_do";

-- # rename a materialized view
ALTER MATERIALIZED VIEW "order_totals" RENAME TO "totals";

-- # rename a function
ALTER FUNCTION "touch_note" RENAME TO "stamp_note";

-- # rename a trigger
ALTER TRIGGER "note_touched" ON "notes" RENAME TO "note_stamped";

-- # rename a policy
ALTER POLICY "own_notes" ON "notes" RENAME TO "my_notes";

-- # rename a domain
ALTER DOMAIN "percentage" RENAME TO "share";

-- # rename a rule
ALTER RULE "keep_notes" ON "notes" RENAME TO "never_drop";

-- # move a composite type
ALTER TYPE "pair" SET SCHEMA "billing";

-- # rename the index that CLUSTER goes by
ALTER INDEX "index_bookings_on_room" RENAME TO "by_room";

-- # drop the index that CLUSTER goes by
DROP INDEX "index_bookings_on_room";

-- # drop a table that others refer to
DROP TABLE "orders" CASCADE;

-- # drop a generated column
ALTER TABLE "bookings" DROP COLUMN "label";

-- # drop a column that a constraint needs
ALTER TABLE "bookings" DROP COLUMN "during";

-- # drop the column of the primary key
ALTER TABLE "notes" DROP COLUMN "id" CASCADE;

-- # turn an enum into text
ALTER TABLE "bookings" ALTER COLUMN "state" TYPE text;

-- # rename a table in a schema
ALTER TABLE "billing"."invoices" RENAME TO "bills";
ALTER INDEX "billing"."invoices_pkey" RENAME TO "bills_pkey";
