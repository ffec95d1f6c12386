CREATE TABLE parcels (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  order_id bigint unsigned NOT NULL,
  carrier enum('post','courier','pickup') NOT NULL DEFAULT 'post',
  tracking_code varchar(40) DEFAULT NULL,
  shipped_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY parcels_tracking_code (tracking_code),
  CONSTRAINT parcels_order FOREIGN KEY (order_id) REFERENCES orders (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO parcels (order_id, tracking_code, shipped_at)
  SELECT id, tracking_code, shipped_at FROM orders WHERE shipped_at IS NOT NULL;

ALTER TABLE order_lines
  ADD COLUMN parcel_id bigint unsigned DEFAULT NULL AFTER order_id,
  ADD CONSTRAINT order_lines_parcel FOREIGN KEY (parcel_id) REFERENCES parcels (id);
