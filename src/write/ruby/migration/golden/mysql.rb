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
add_index :orders, :placed_on, name: "index_orders_on_placed_on"

# drop an index
remove_index :customers, :email, name: "index_customers_on_email", unique: true, using: :btree

# rename an index
rename_index :customers, "index_customers_on_email", "by_email"

# add a foreign key
add_foreign_key :notes, :orders, column: :id, name: "fk_rails_note", on_delete: :cascade

# drop a foreign key
remove_foreign_key :orders, :customers, column: :customer_id, name: "fk_rails_customer", on_delete: :cascade

# add a check
add_check_constraint :order_lines, "quantity > 0", name: "quantity_is_positive"

# drop a check
remove_check_constraint :orders, "`total` >= 0", name: "total_is_positive"

# update rows
execute "UPDATE orders SET note = ''"

# run SQL
execute "SELECT 1"

# something that was not understood
Importer.run!

# create a view
execute <<~SQL
  CREATE VIEW `recent_orders` AS
  SELECT id FROM orders
SQL

# replace a view
execute <<~SQL
  CREATE OR REPLACE VIEW `open_orders` AS
  SELECT id, number, note FROM orders
SQL

# drop a view
execute "DROP VIEW `open_orders`"

# change the charset
execute "ALTER TABLE `customers` DEFAULT CHARACTER SET latin1 COLLATE latin1_swedish_ci"

# hide an index
execute "ALTER TABLE `customers` ALTER INDEX `index_customers_on_email` INVISIBLE"

# add a foreign key that brings its index
add_foreign_key :customers, :notes, column: :note_id, name: "fk_rails_first_note"

# add an index in place of the one that MySQL made
add_index :customers, :note_id, name: "index_customers_on_note_id"

# add a column in a place
add_column :orders, :source, :string, limit: 20, after: :number

# move a column
change_column :orders, :note, :text, first: true
