ALTER TABLE orders
  DROP COLUMN tracking_code,
  MODIFY COLUMN number varchar(16) NOT NULL;
