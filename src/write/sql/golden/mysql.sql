-- # the schema
CREATE TABLE `customers` (
  `id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `email` varchar(255) NOT NULL,
  `name` varchar(255) COMMENT 'The customer''s name',
  `legacy_ref` varchar(20) NOT NULL,
  `balance` decimal(10,2) DEFAULT 0.0 NOT NULL,
  `active` tinyint(1) DEFAULT 1 NOT NULL,
  `created_at` datetime(6) NOT NULL,
  UNIQUE INDEX `index_customers_on_email` USING btree (`email`),
  INDEX `index_customers_on_legacy_ref_and_name` USING btree (`legacy_ref`, `name` DESC),
  CONSTRAINT `balance_is_sane` CHECK (balance > -1000)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci ENGINE=InnoDB COMMENT 'People who buy';
CREATE TABLE `orders` (
  `id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `customer_id` bigint NOT NULL,
  `number` varchar(20) DEFAULT 'draft' NOT NULL,
  `note` text,
  `total` decimal(10,2),
  `placed_on` date,
  INDEX `index_orders_on_customer_id` USING btree (`customer_id`),
  CONSTRAINT `total_is_positive` CHECK (`total` >= 0)
);
CREATE TABLE `order_lines` (
  `order_id` bigint NOT NULL,
  `position` int NOT NULL,
  `quantity` int DEFAULT 1 NOT NULL,
  PRIMARY KEY (`order_id`, `position`)
);
CREATE TABLE `notes` (
  `id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `body` text NOT NULL
);
ALTER TABLE `orders` ADD CONSTRAINT `fk_rails_customer` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE;
ALTER TABLE `order_lines` ADD CONSTRAINT `fk_rails_order` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`);
CREATE VIEW `open_orders` AS
SELECT id, number FROM orders WHERE number <> '';

-- # create a table
CREATE TABLE `tags` (
  `id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `customer_id` bigint,
  `name` varchar(255) NOT NULL,
  INDEX `index_tags_on_customer_id` (`customer_id`),
  CONSTRAINT `fk_rails_tag` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`)
);

-- # drop a table
DROP TABLE `notes`;

-- # drop a table that is not there
DROP TABLE IF EXISTS `nowhere`;

-- # rename a table
RENAME TABLE `notes` TO `remarks`;

-- # comment a table
ALTER TABLE `orders` COMMENT 'What''s ordered';

-- # add a nullable column
ALTER TABLE `orders` ADD `shipped_on` date;

-- # add a column with a default
ALTER TABLE `orders` ADD `gift` tinyint(1) DEFAULT 0 NOT NULL;

-- # drop a column with its indexes
ALTER TABLE `customers` DROP COLUMN `legacy_ref`;

-- # drop a nullable column
ALTER TABLE `orders` DROP COLUMN `note`;

-- # drop a column that is not there

-- # rename a column
ALTER TABLE `customers` RENAME COLUMN `name` TO `full_name`;

-- # change a type
ALTER TABLE `customers` CHANGE `legacy_ref` `legacy_ref` varchar(255) NOT NULL;

-- # change type, default and null at once
ALTER TABLE `order_lines` CHANGE `quantity` `quantity` decimal(10,2) DEFAULT 2.5;

-- # set a default
ALTER TABLE `orders` ALTER COLUMN `number` SET DEFAULT 'o''new';

-- # remove a default
ALTER TABLE `customers` ALTER COLUMN `active` DROP DEFAULT;

-- # set NOT NULL
ALTER TABLE `orders` CHANGE `placed_on` `placed_on` date NOT NULL;

-- # set NOT NULL with a value for what is NULL
UPDATE `orders` SET `total`=0.0 WHERE `total` IS NULL;
ALTER TABLE `orders` CHANGE `total` `total` decimal(10,2) NOT NULL;

-- # allow NULL
ALTER TABLE `customers` CHANGE `email` `email` varchar(255);

-- # remove a comment
ALTER TABLE `customers` CHANGE `name` `name` varchar(255);

-- # add an index
CREATE INDEX `index_orders_on_placed_on` ON `orders` (`placed_on`);

-- # drop an index
DROP INDEX `index_customers_on_email` ON `customers`;

-- # rename an index
ALTER TABLE `customers` RENAME INDEX `index_customers_on_email` TO `by_email`;

-- # add a foreign key
ALTER TABLE `notes` ADD CONSTRAINT `fk_rails_note` FOREIGN KEY (`id`) REFERENCES `orders` (`id`) ON DELETE CASCADE;

-- # drop a foreign key
ALTER TABLE `orders` DROP FOREIGN KEY `fk_rails_customer`;

-- # add a check
ALTER TABLE `order_lines` ADD CONSTRAINT `quantity_is_positive` CHECK (quantity > 0);

-- # drop a check
ALTER TABLE `orders` DROP CONSTRAINT `total_is_positive`;

-- # update rows
UPDATE orders SET note = '';

-- # run SQL
SELECT 1;

-- # something that was not understood
-- Ruby, not SQL: Importer.run!

-- # create a view
CREATE VIEW `recent_orders` AS
SELECT id FROM orders;

-- # replace a view
CREATE OR REPLACE VIEW `open_orders` AS
SELECT id, number, note FROM orders;

-- # drop a view
DROP VIEW `open_orders`;

-- # change the charset
ALTER TABLE `customers` DEFAULT CHARACTER SET latin1 COLLATE latin1_swedish_ci;

-- # hide an index
ALTER TABLE `customers` ALTER INDEX `index_customers_on_email` INVISIBLE;

-- # add a foreign key that brings its index
ALTER TABLE `customers` ADD CONSTRAINT `fk_rails_first_note` FOREIGN KEY (`note_id`) REFERENCES `notes` (`id`);

-- # add an index in place of the one that MySQL made
CREATE INDEX `index_customers_on_note_id` ON `customers` (`note_id`);

-- # add a column in a place
ALTER TABLE `orders` ADD `source` varchar(20) AFTER `number`;

-- # move a column
ALTER TABLE `orders` CHANGE `note` `note` text FIRST;
