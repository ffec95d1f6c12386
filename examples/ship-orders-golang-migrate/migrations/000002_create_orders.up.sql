CREATE TABLE orders (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  customer_id bigint unsigned NOT NULL,
  number char(10) NOT NULL,
  total decimal(10,2) NOT NULL DEFAULT 0.00,
  shipped_at datetime(6) DEFAULT NULL,
  tracking_code varchar(40) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY orders_number (number),
  CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE order_lines (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  order_id bigint unsigned NOT NULL,
  sku varchar(32) NOT NULL,
  quantity int NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  KEY order_lines_sku (sku),
  CONSTRAINT order_lines_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
