# create a table
create_table :tags do |t|
  t.bigint :customer_id
  t.string :name, null: false
  t.index :customer_id, name: "index_tags_on_customer_id"
  t.foreign_key :customers, column: :customer_id, name: "fk_rails_tag"
end

# drop a table
drop_table :notes

# drop a table that is not there
drop_table :nowhere, if_exists: true

# rename a table
rename_table :notes, :remarks

# comment a table
change_table_comment :orders, from: nil, to: "What's ordered"

# add a nullable column
add_column :orders, :shipped_on, :date

# add a column with a default
add_column :orders, :gift, :boolean, default: false, null: false

# drop a column with its indexes
remove_column :customers, :legacy_ref, :string, limit: 20, null: false

# drop a nullable column
remove_column :orders, :note, :text

# drop a column that is not there
remove_column :orders, :nothing, if_exists: true

# rename a column
rename_column :customers, :name, :full_name

# change a type
change_column :customers, :legacy_ref, :string, null: false

# change type, default and null at once
change_column :order_lines, :quantity, :decimal, precision: 10, scale: 2, default: "2.5", null: true

# set a default
change_column_default :orders, :number, from: "draft", to: "o'new"

# remove a default
change_column_default :customers, :active, from: true, to: nil

# set NOT NULL
change_column_null :orders, :placed_on, false

# set NOT NULL with a value for what is NULL
change_column_null :orders, :total, false, "0.0"

# allow NULL
change_column_null :customers, :email, true

# remove a comment
change_column_comment :customers, :name, from: "The customer's name", to: nil

# add an index
add_index :orders, :placed_on, name: "index_orders_on_placed_on", algorithm: :concurrently

# drop an index
remove_index :customers, :email, name: "index_customers_on_email", unique: true, algorithm: :concurrently

# rename an index
rename_index :customers, "index_customers_on_email", "by_email"

# add a foreign key
add_foreign_key :notes, :orders, column: :id, name: "fk_rails_note", on_delete: :cascade

# drop a foreign key
remove_foreign_key :orders, :customers, column: :customer_id, name: "fk_rails_customer", on_delete: :cascade

# add a check
add_check_constraint :order_lines, "quantity > 0", name: "quantity_is_positive"

# drop a check
remove_check_constraint :orders, "total >= 0::numeric", name: "total_is_positive"

# update rows
execute "UPDATE orders SET note = ''"

# run SQL
execute "SELECT 1"

# something that was not understood
Importer.run!

# create a view
execute <<~SQL
  CREATE VIEW "recent_orders" AS
  SELECT id FROM orders
SQL

# replace a view
execute <<~SQL
  CREATE OR REPLACE VIEW "open_orders" AS
  SELECT id, number, note FROM orders
SQL

# drop a view
execute 'DROP VIEW "open_orders"'

# create an enum
create_enum :mood, ["good", "so 'so"]

# drop an enum
drop_enum :mood, ["good", "so 'so"]

# rename an enum
rename_enum :booking_state, :reservation_state

# add a value to an enum
add_enum_value :booking_state, "late", before: "void"

# rename a value of an enum
rename_enum_value :booking_state, from: "paid", to: "settled"

# create a domain
execute <<~SQL
  CREATE DOMAIN "short_text" AS text DEFAULT '' NOT NULL
SQL

# drop a domain
execute 'DROP DOMAIN "percentage"'

# create a sequence
execute 'CREATE SEQUENCE "tickets" INCREMENT BY 10'

# drop a sequence
execute 'DROP SEQUENCE "tickets"'

# enable an extension
enable_extension "pgcrypto"

# disable an extension
disable_extension "pgcrypto"

# create a schema
create_schema "audit"

# drop a schema with what is in it
drop_schema "billing"

# rename a schema
execute 'ALTER SCHEMA "billing" RENAME TO "accounting"'

# drop a primary key
execute 'ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_pkey"'

# add a primary key
execute 'ALTER TABLE "order_lines" ADD PRIMARY KEY ("order_id")'

# add a unique constraint
add_unique_constraint :orders, :number, name: "unique_number"

# turn an index into a unique constraint
add_unique_constraint :customers, using_index: "index_customers_on_email", name: "unique_email"

# drop a unique constraint
remove_unique_constraint :bookings, [:room, :during], name: "unique_booking_room", deferrable: :deferred

# add an exclusion constraint
add_exclusion_constraint :bookings, "discount WITH =", name: "one_discount", using: :gist, deferrable: :immediate

# drop an exclusion constraint
remove_exclusion_constraint :bookings, "room WITH =, during WITH &&", name: "no_double_booking", using: :gist, where: "state <> 'void'::booking_state"

# validate a check
validate_check_constraint :bookings, name: "room_exists"

# validate a foreign key
validate_foreign_key :"billing.invoices", name: "fk_invoice_customer"

# rename a check
execute 'ALTER TABLE "bookings" RENAME CONSTRAINT "room_exists" TO "room_is_known"'

# rename a foreign key
execute 'ALTER TABLE "billing"."invoices" RENAME CONSTRAINT "fk_invoice_customer" TO "fk_invoice_payer"'

# refresh a materialized view
execute 'REFRESH MATERIALIZED VIEW CONCURRENTLY "order_totals"'

# drop a materialized view
execute 'DROP MATERIALIZED VIEW "order_totals"'

# create a function
execute "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT n * 2 $$"

# replace a function
execute <<~SQL
  CREATE OR REPLACE FUNCTION touch_note() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.body := 'x';
    RETURN NEW;
  END;
  $$
SQL

# drop a function
execute 'DROP FUNCTION "touch_note"'

# create a trigger
execute "CREATE TRIGGER note_made BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION touch_note()"

# drop a trigger
execute 'DROP TRIGGER "note_touched" ON "notes"'

# create a policy
execute "CREATE POLICY no_notes ON notes FOR DELETE USING (false)"

# drop a policy
execute 'DROP POLICY "own_notes" ON "notes"'

# enable row security
execute 'ALTER TABLE "customers" ENABLE ROW LEVEL SECURITY'

# no longer force row security
execute 'ALTER TABLE "customers" NO FORCE ROW LEVEL SECURITY'

# set the replica identity
execute 'ALTER TABLE "customers" REPLICA IDENTITY USING INDEX index_customers_on_email'

# set the replica identity back
execute 'ALTER TABLE "customers" REPLICA IDENTITY DEFAULT'

# cluster on an index
execute 'ALTER TABLE "customers" CLUSTER ON "index_customers_on_email"'

# make a table unlogged
execute 'ALTER TABLE "notes" SET UNLOGGED'

# drop a table with all that only SQL gives it
drop_table :notes

# attach a partition
execute <<~SQL
  ALTER TABLE "measurements" ATTACH PARTITION "measurements_2026_01" FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')
SQL

# detach a partition
execute 'ALTER TABLE "measurements" DETACH PARTITION "measurements_2026_01"'

# drop a table with its partitions
drop_table :measurements

# rename a partitioned table
rename_table :measurements, :readings

# set the options of a sequence
execute <<~SQL
  ALTER SEQUENCE "invoice_numbers" AS bigint INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1 CACHE 5 NO CYCLE
SQL
execute 'ALTER SEQUENCE "invoice_numbers" OWNED BY "orders"."id"'

# rename a sequence
execute 'ALTER SEQUENCE "invoice_numbers" RENAME TO "bill_numbers"'

# move a sequence
execute 'ALTER SEQUENCE "invoice_numbers" SET SCHEMA "billing"'

# create a rule
execute <<~SQL
  CREATE RULE keep_notes AS
      ON DELETE TO notes DO INSTEAD NOTHING
SQL

# create a comment on a trigger
execute "COMMENT ON TRIGGER note_touched ON notes IS 'Stamps a note'"

# create a composite type
execute <<~SQL
  CREATE TYPE pair AS (
  	one integer,
  	other integer
  )
SQL

# create the state of a trigger
execute "ALTER TABLE notes DISABLE TRIGGER note_touched"

# create a grant
execute "GRANT SELECT ON TABLE notes TO PUBLIC"

# drop a rule
execute 'DROP RULE "keep_notes" ON "notes"'

# drop a comment on a trigger
execute 'COMMENT ON TRIGGER note_touched ON "notes" IS NULL'

# drop a composite type
execute 'DROP TYPE "pair"'

# drop the state of a trigger
execute "ALTER TABLE notes ENABLE TRIGGER note_touched"

# drop a grant
execute "REVOKE SELECT ON TABLE notes FROM PUBLIC"

# replace a comment
execute "COMMENT ON TRIGGER note_touched ON notes IS 'Stamps'"

# drop a function with what calls it
execute 'DROP FUNCTION "touch_note" CASCADE'

# drop an enum with what is of it
drop_enum :booking_state, ["open", "paid", "void"]

# drop a domain with what is of it
execute 'DROP DOMAIN "percentage" CASCADE'

# rename a view
execute 'ALTER VIEW "open_orders" RENAME TO "orders_to_do"'

# rename a materialized view
execute 'ALTER MATERIALIZED VIEW "order_totals" RENAME TO "totals"'

# rename a function
execute 'ALTER FUNCTION "touch_note" RENAME TO "stamp_note"'

# rename a trigger
execute 'ALTER TRIGGER "note_touched" ON "notes" RENAME TO "note_stamped"'

# rename a policy
execute 'ALTER POLICY "own_notes" ON "notes" RENAME TO "my_notes"'

# rename a domain
execute 'ALTER DOMAIN "percentage" RENAME TO "share"'

# rename a rule
execute 'ALTER RULE "keep_notes" ON "notes" RENAME TO "never_drop"'

# move a composite type
execute 'ALTER TYPE "pair" SET SCHEMA "billing"'

# rename the index that CLUSTER goes by
rename_index :bookings, "index_bookings_on_room", "by_room"

# drop the index that CLUSTER goes by
remove_index :bookings, :room, name: "index_bookings_on_room", using: :btree

# drop a table that others refer to
drop_table :orders, force: :cascade

# drop a generated column
remove_column :bookings, :label, :virtual, type: :text, as: "('room '::text || (room)::text)", stored: true

# drop a column that a constraint needs
remove_column :bookings, :during, :tsrange

# drop the column of the primary key
remove_column :notes, :id, :bigserial, null: false

# turn an enum into text
change_column :bookings, :state, :text, default: "open", null: false

# rename a table in a schema
rename_table :"billing.invoices", :bills
