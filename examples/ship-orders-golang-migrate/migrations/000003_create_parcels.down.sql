ALTER TABLE order_lines
  DROP FOREIGN KEY order_lines_parcel,
  DROP COLUMN parcel_id;

DROP TABLE parcels;
