-- # the schema
CREATE TABLE "customers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "email" varchar NOT NULL,
  "name" varchar,
  "legacy_ref" varchar(20) NOT NULL,
  "balance" decimal(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean DEFAULT 1 NOT NULL,
  "created_at" datetime(6) NOT NULL,
  CONSTRAINT "balance_is_sane" CHECK (balance > -1000)
);
CREATE UNIQUE INDEX "index_customers_on_email" ON "customers" ("email");
CREATE INDEX "index_customers_on_legacy_ref_and_name" ON "customers" ("legacy_ref", "name" DESC);
CREATE TABLE "orders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" decimal(10,2),
  "placed_on" date,
  CONSTRAINT "fk_rails_customer" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE,
  CONSTRAINT "total_is_positive" CHECK (total >= 0)
);
CREATE INDEX "index_orders_on_customer_id" ON "orders" ("customer_id");
CREATE INDEX "index_orders_on_number" ON "orders" ("number") WHERE (total IS NOT NULL);
CREATE TABLE "order_lines" (
  "order_id" integer NOT NULL,
  "position" integer NOT NULL,
  "quantity" integer DEFAULT 1 NOT NULL,
  PRIMARY KEY ("order_id", "position"),
  CONSTRAINT "fk_rails_order" FOREIGN KEY ("order_id") REFERENCES "orders" ("id")
);
CREATE TABLE "notes" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "body" text NOT NULL
);
CREATE VIEW "open_orders" AS
SELECT id, number FROM orders WHERE number <> '';

-- # create a table
CREATE TABLE "tags" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer,
  "name" varchar NOT NULL,
  CONSTRAINT "fk_rails_tag" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id")
);
CREATE INDEX "index_tags_on_customer_id" ON "tags" ("customer_id");

-- # drop a table
DROP TABLE "notes";

-- # drop a table that is not there
DROP TABLE IF EXISTS "nowhere";

-- # rename a table
ALTER TABLE "notes" RENAME TO "remarks";

-- # comment a table

-- # add a nullable column
ALTER TABLE "orders" ADD "shipped_on" date;

-- # add a column with a default
ALTER TABLE "orders" ADD "gift" boolean DEFAULT 0 NOT NULL;

-- # drop a column with its indexes
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "acustomers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "email" varchar NOT NULL,
  "name" varchar,
  "legacy_ref" varchar(20) NOT NULL,
  "balance" decimal(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean DEFAULT 1 NOT NULL,
  "created_at" datetime(6) NOT NULL
);
CREATE UNIQUE INDEX "tindex_acustomers_on_email" ON "acustomers" ("email");
CREATE INDEX "tindex_acustomers_on_legacy_ref_and_name" ON "acustomers" ("legacy_ref", "name" DESC);
INSERT INTO "acustomers" ("id", "email", "name", "legacy_ref", "balance", "active", "created_at") SELECT "id", "email", "name", "legacy_ref", "balance", "active", "created_at" FROM "customers";
DROP TABLE "customers";
CREATE TABLE "customers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "email" varchar NOT NULL,
  "name" varchar,
  "balance" decimal(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean DEFAULT 1 NOT NULL,
  "created_at" datetime(6) NOT NULL,
  CONSTRAINT "balance_is_sane" CHECK (balance > -1000)
);
CREATE UNIQUE INDEX "index_customers_on_email" ON "customers" ("email");
CREATE INDEX "index_customers_on_legacy_ref_and_name" ON "customers" ("name" DESC);
INSERT INTO "customers" ("id", "email", "name", "balance", "active", "created_at") SELECT "id", "email", "name", "balance", "active", "created_at" FROM "acustomers";
DROP TABLE "acustomers";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # drop a nullable column
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "aorders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" decimal(10,2),
  "placed_on" date
);
CREATE INDEX "tindex_aorders_on_customer_id" ON "aorders" ("customer_id");
CREATE INDEX "tindex_aorders_on_number" ON "aorders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "aorders" ("id", "customer_id", "number", "note", "total", "placed_on") SELECT "id", "customer_id", "number", "note", "total", "placed_on" FROM "orders";
DROP TABLE "orders";
CREATE TABLE "orders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "total" decimal(10,2),
  "placed_on" date,
  CONSTRAINT "fk_rails_3dad120da9" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE,
  CONSTRAINT "total_is_positive" CHECK (total >= 0)
);
CREATE INDEX "index_orders_on_customer_id" ON "orders" ("customer_id");
CREATE INDEX "index_orders_on_number" ON "orders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "orders" ("id", "customer_id", "number", "total", "placed_on") SELECT "id", "customer_id", "number", "total", "placed_on" FROM "aorders";
DROP TABLE "aorders";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # drop a column that is not there

-- # rename a column
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "acustomers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "email" varchar NOT NULL,
  "full_name" varchar,
  "legacy_ref" varchar(20) NOT NULL,
  "balance" decimal(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean DEFAULT 1 NOT NULL,
  "created_at" datetime(6) NOT NULL
);
CREATE UNIQUE INDEX "tindex_acustomers_on_email" ON "acustomers" ("email");
CREATE INDEX "tindex_acustomers_on_legacy_ref_and_name" ON "acustomers" ("legacy_ref", "full_name" DESC);
INSERT INTO "acustomers" ("id", "email", "full_name", "legacy_ref", "balance", "active", "created_at") SELECT "id", "email", "name", "legacy_ref", "balance", "active", "created_at" FROM "customers";
DROP TABLE "customers";
CREATE TABLE "customers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "email" varchar NOT NULL,
  "full_name" varchar,
  "legacy_ref" varchar(20) NOT NULL,
  "balance" decimal(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean DEFAULT 1 NOT NULL,
  "created_at" datetime(6) NOT NULL,
  CONSTRAINT "balance_is_sane" CHECK (balance > -1000)
);
CREATE UNIQUE INDEX "index_customers_on_email" ON "customers" ("email");
CREATE INDEX "index_customers_on_legacy_ref_and_name" ON "customers" ("legacy_ref", "full_name" DESC);
INSERT INTO "customers" ("id", "email", "full_name", "legacy_ref", "balance", "active", "created_at") SELECT "id", "email", "full_name", "legacy_ref", "balance", "active", "created_at" FROM "acustomers";
DROP TABLE "acustomers";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # change a type
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "acustomers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "email" varchar NOT NULL,
  "name" varchar,
  "legacy_ref" varchar(20) NOT NULL,
  "balance" decimal(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean DEFAULT 1 NOT NULL,
  "created_at" datetime(6) NOT NULL
);
CREATE UNIQUE INDEX "tindex_acustomers_on_email" ON "acustomers" ("email");
CREATE INDEX "tindex_acustomers_on_legacy_ref_and_name" ON "acustomers" ("legacy_ref", "name" DESC);
INSERT INTO "acustomers" ("id", "email", "name", "legacy_ref", "balance", "active", "created_at") SELECT "id", "email", "name", "legacy_ref", "balance", "active", "created_at" FROM "customers";
DROP TABLE "customers";
CREATE TABLE "customers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "email" varchar NOT NULL,
  "name" varchar,
  "legacy_ref" varchar NOT NULL,
  "balance" decimal(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean DEFAULT 1 NOT NULL,
  "created_at" datetime(6) NOT NULL,
  CONSTRAINT "balance_is_sane" CHECK (balance > -1000)
);
CREATE UNIQUE INDEX "index_customers_on_email" ON "customers" ("email");
CREATE INDEX "index_customers_on_legacy_ref_and_name" ON "customers" ("legacy_ref", "name" DESC);
INSERT INTO "customers" ("id", "email", "name", "legacy_ref", "balance", "active", "created_at") SELECT "id", "email", "name", "legacy_ref", "balance", "active", "created_at" FROM "acustomers";
DROP TABLE "acustomers";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # change type, default and null at once
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "aorder_lines" (
  "order_id" integer NOT NULL,
  "position" integer NOT NULL,
  "quantity" integer DEFAULT 1 NOT NULL,
  PRIMARY KEY ("order_id", "position")
);
INSERT INTO "aorder_lines" ("order_id", "position", "quantity") SELECT "order_id", "position", "quantity" FROM "order_lines";
DROP TABLE "order_lines";
CREATE TABLE "order_lines" (
  "order_id" integer NOT NULL,
  "position" integer NOT NULL,
  "quantity" decimal(10,2) DEFAULT 2.5,
  PRIMARY KEY ("order_id", "position"),
  CONSTRAINT "fk_rails_e6c763ee60" FOREIGN KEY ("order_id") REFERENCES "orders" ("id")
);
INSERT INTO "order_lines" ("order_id", "position", "quantity") SELECT "order_id", "position", "quantity" FROM "aorder_lines";
DROP TABLE "aorder_lines";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # set a default
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "aorders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" decimal(10,2),
  "placed_on" date
);
CREATE INDEX "tindex_aorders_on_customer_id" ON "aorders" ("customer_id");
CREATE INDEX "tindex_aorders_on_number" ON "aorders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "aorders" ("id", "customer_id", "number", "note", "total", "placed_on") SELECT "id", "customer_id", "number", "note", "total", "placed_on" FROM "orders";
DROP TABLE "orders";
CREATE TABLE "orders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'o''new' NOT NULL,
  "note" text,
  "total" decimal(10,2),
  "placed_on" date,
  CONSTRAINT "fk_rails_3dad120da9" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE,
  CONSTRAINT "total_is_positive" CHECK (total >= 0)
);
CREATE INDEX "index_orders_on_customer_id" ON "orders" ("customer_id");
CREATE INDEX "index_orders_on_number" ON "orders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "orders" ("id", "customer_id", "number", "note", "total", "placed_on") SELECT "id", "customer_id", "number", "note", "total", "placed_on" FROM "aorders";
DROP TABLE "aorders";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # remove a default
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "acustomers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "email" varchar NOT NULL,
  "name" varchar,
  "legacy_ref" varchar(20) NOT NULL,
  "balance" decimal(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean DEFAULT 1 NOT NULL,
  "created_at" datetime(6) NOT NULL
);
CREATE UNIQUE INDEX "tindex_acustomers_on_email" ON "acustomers" ("email");
CREATE INDEX "tindex_acustomers_on_legacy_ref_and_name" ON "acustomers" ("legacy_ref", "name" DESC);
INSERT INTO "acustomers" ("id", "email", "name", "legacy_ref", "balance", "active", "created_at") SELECT "id", "email", "name", "legacy_ref", "balance", "active", "created_at" FROM "customers";
DROP TABLE "customers";
CREATE TABLE "customers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "email" varchar NOT NULL,
  "name" varchar,
  "legacy_ref" varchar(20) NOT NULL,
  "balance" decimal(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean NOT NULL,
  "created_at" datetime(6) NOT NULL,
  CONSTRAINT "balance_is_sane" CHECK (balance > -1000)
);
CREATE UNIQUE INDEX "index_customers_on_email" ON "customers" ("email");
CREATE INDEX "index_customers_on_legacy_ref_and_name" ON "customers" ("legacy_ref", "name" DESC);
INSERT INTO "customers" ("id", "email", "name", "legacy_ref", "balance", "active", "created_at") SELECT "id", "email", "name", "legacy_ref", "balance", "active", "created_at" FROM "acustomers";
DROP TABLE "acustomers";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # set NOT NULL
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "aorders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" decimal(10,2),
  "placed_on" date
);
CREATE INDEX "tindex_aorders_on_customer_id" ON "aorders" ("customer_id");
CREATE INDEX "tindex_aorders_on_number" ON "aorders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "aorders" ("id", "customer_id", "number", "note", "total", "placed_on") SELECT "id", "customer_id", "number", "note", "total", "placed_on" FROM "orders";
DROP TABLE "orders";
CREATE TABLE "orders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" decimal(10,2),
  "placed_on" date NOT NULL,
  CONSTRAINT "fk_rails_3dad120da9" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE,
  CONSTRAINT "total_is_positive" CHECK (total >= 0)
);
CREATE INDEX "index_orders_on_customer_id" ON "orders" ("customer_id");
CREATE INDEX "index_orders_on_number" ON "orders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "orders" ("id", "customer_id", "number", "note", "total", "placed_on") SELECT "id", "customer_id", "number", "note", "total", "placed_on" FROM "aorders";
DROP TABLE "aorders";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # set NOT NULL with a value for what is NULL
UPDATE "orders" SET "total"=0.0 WHERE "total" IS NULL;
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "aorders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" decimal(10,2),
  "placed_on" date
);
CREATE INDEX "tindex_aorders_on_customer_id" ON "aorders" ("customer_id");
CREATE INDEX "tindex_aorders_on_number" ON "aorders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "aorders" ("id", "customer_id", "number", "note", "total", "placed_on") SELECT "id", "customer_id", "number", "note", "total", "placed_on" FROM "orders";
DROP TABLE "orders";
CREATE TABLE "orders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" decimal(10,2) NOT NULL,
  "placed_on" date,
  CONSTRAINT "fk_rails_3dad120da9" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE,
  CONSTRAINT "total_is_positive" CHECK (total >= 0)
);
CREATE INDEX "index_orders_on_customer_id" ON "orders" ("customer_id");
CREATE INDEX "index_orders_on_number" ON "orders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "orders" ("id", "customer_id", "number", "note", "total", "placed_on") SELECT "id", "customer_id", "number", "note", "total", "placed_on" FROM "aorders";
DROP TABLE "aorders";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # allow NULL
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "acustomers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "email" varchar NOT NULL,
  "name" varchar,
  "legacy_ref" varchar(20) NOT NULL,
  "balance" decimal(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean DEFAULT 1 NOT NULL,
  "created_at" datetime(6) NOT NULL
);
CREATE UNIQUE INDEX "tindex_acustomers_on_email" ON "acustomers" ("email");
CREATE INDEX "tindex_acustomers_on_legacy_ref_and_name" ON "acustomers" ("legacy_ref", "name" DESC);
INSERT INTO "acustomers" ("id", "email", "name", "legacy_ref", "balance", "active", "created_at") SELECT "id", "email", "name", "legacy_ref", "balance", "active", "created_at" FROM "customers";
DROP TABLE "customers";
CREATE TABLE "customers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "email" varchar,
  "name" varchar,
  "legacy_ref" varchar(20) NOT NULL,
  "balance" decimal(10,2) DEFAULT 0.0 NOT NULL,
  "active" boolean DEFAULT 1 NOT NULL,
  "created_at" datetime(6) NOT NULL,
  CONSTRAINT "balance_is_sane" CHECK (balance > -1000)
);
CREATE UNIQUE INDEX "index_customers_on_email" ON "customers" ("email");
CREATE INDEX "index_customers_on_legacy_ref_and_name" ON "customers" ("legacy_ref", "name" DESC);
INSERT INTO "customers" ("id", "email", "name", "legacy_ref", "balance", "active", "created_at") SELECT "id", "email", "name", "legacy_ref", "balance", "active", "created_at" FROM "acustomers";
DROP TABLE "acustomers";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # add an index
CREATE INDEX "index_orders_on_placed_on" ON "orders" ("placed_on");

-- # drop an index
DROP INDEX "index_customers_on_email";

-- # rename an index
CREATE UNIQUE INDEX "by_email" ON "customers" ("email");
DROP INDEX "index_customers_on_email";

-- # add a foreign key
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "anotes" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "body" text NOT NULL
);
INSERT INTO "anotes" ("id", "body") SELECT "id", "body" FROM "notes";
DROP TABLE "notes";
CREATE TABLE "notes" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "body" text NOT NULL,
  CONSTRAINT "fk_rails_note" FOREIGN KEY ("id") REFERENCES "orders" ("id") ON DELETE CASCADE
);
INSERT INTO "notes" ("id", "body") SELECT "id", "body" FROM "anotes";
DROP TABLE "anotes";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # drop a foreign key
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "aorders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" decimal(10,2),
  "placed_on" date
);
CREATE INDEX "tindex_aorders_on_customer_id" ON "aorders" ("customer_id");
CREATE INDEX "tindex_aorders_on_number" ON "aorders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "aorders" ("id", "customer_id", "number", "note", "total", "placed_on") SELECT "id", "customer_id", "number", "note", "total", "placed_on" FROM "orders";
DROP TABLE "orders";
CREATE TABLE "orders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" decimal(10,2),
  "placed_on" date,
  CONSTRAINT "total_is_positive" CHECK (total >= 0)
);
CREATE INDEX "index_orders_on_customer_id" ON "orders" ("customer_id");
CREATE INDEX "index_orders_on_number" ON "orders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "orders" ("id", "customer_id", "number", "note", "total", "placed_on") SELECT "id", "customer_id", "number", "note", "total", "placed_on" FROM "aorders";
DROP TABLE "aorders";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # add a check
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "aorder_lines" (
  "order_id" integer NOT NULL,
  "position" integer NOT NULL,
  "quantity" integer DEFAULT 1 NOT NULL,
  PRIMARY KEY ("order_id", "position")
);
INSERT INTO "aorder_lines" ("order_id", "position", "quantity") SELECT "order_id", "position", "quantity" FROM "order_lines";
DROP TABLE "order_lines";
CREATE TABLE "order_lines" (
  "order_id" integer NOT NULL,
  "position" integer NOT NULL,
  "quantity" integer DEFAULT 1 NOT NULL,
  PRIMARY KEY ("order_id", "position"),
  CONSTRAINT "fk_rails_e6c763ee60" FOREIGN KEY ("order_id") REFERENCES "orders" ("id"),
  CONSTRAINT "quantity_is_positive" CHECK (quantity > 0)
);
INSERT INTO "order_lines" ("order_id", "position", "quantity") SELECT "order_id", "position", "quantity" FROM "aorder_lines";
DROP TABLE "aorder_lines";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

-- # drop a check
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "aorders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" decimal(10,2),
  "placed_on" date
);
CREATE INDEX "tindex_aorders_on_customer_id" ON "aorders" ("customer_id");
CREATE INDEX "tindex_aorders_on_number" ON "aorders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "aorders" ("id", "customer_id", "number", "note", "total", "placed_on") SELECT "id", "customer_id", "number", "note", "total", "placed_on" FROM "orders";
DROP TABLE "orders";
CREATE TABLE "orders" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "customer_id" integer NOT NULL,
  "number" varchar(20) DEFAULT 'draft' NOT NULL,
  "note" text,
  "total" decimal(10,2),
  "placed_on" date,
  CONSTRAINT "fk_rails_3dad120da9" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE
);
CREATE INDEX "index_orders_on_customer_id" ON "orders" ("customer_id");
CREATE INDEX "index_orders_on_number" ON "orders" ("number") WHERE (total IS NOT NULL);
INSERT INTO "orders" ("id", "customer_id", "number", "note", "total", "placed_on") SELECT "id", "customer_id", "number", "note", "total", "placed_on" FROM "aorders";
DROP TABLE "aorders";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;

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
DROP VIEW IF EXISTS "open_orders";
CREATE VIEW "open_orders" AS
SELECT id, number, note FROM orders;

-- # drop a view
DROP VIEW "open_orders";

-- # create a virtual table
CREATE VIRTUAL TABLE IF NOT EXISTS "searches" USING fts5 (title, body);

-- # drop a virtual table
DROP TABLE "searches";

-- # add a column that takes a copy of the table
PRAGMA defer_foreign_keys = ON;
PRAGMA foreign_keys = OFF;
CREATE TEMPORARY TABLE "anotes" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "body" text NOT NULL
);
INSERT INTO "anotes" ("id", "body") SELECT "id", "body" FROM "notes";
DROP TABLE "notes";
CREATE TABLE "notes" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "body" text NOT NULL,
  "title" varchar NOT NULL
);
INSERT INTO "notes" ("id", "body") SELECT "id", "body" FROM "anotes";
DROP TABLE "anotes";
PRAGMA defer_foreign_keys = 0;
PRAGMA foreign_keys = 1;
