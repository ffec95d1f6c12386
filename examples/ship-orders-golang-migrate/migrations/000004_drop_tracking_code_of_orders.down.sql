ALTER TABLE orders
  MODIFY COLUMN number char(10) NOT NULL,
  ADD COLUMN tracking_code varchar(40) DEFAULT NULL;
