class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :suppliers do |t|
      t.string :name, null: false
      t.index :name, unique: true
    end
    create_table :parts do |t|
      t.references :supplier, null: false, foreign_key: true
      t.string :code
      t.index [:code, :supplier_id]
      t.index :code, name: "parts_by_code"
    end
    create_table :orders do |t|
      t.references :part, foreign_key: { on_delete: :cascade }
      t.references :parent, foreign_key: { to_table: :orders }
      t.integer :quantity
    end
  end
end

class CreatePlainTable < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes do |t|
      t.string :label
      t.timestamps
    end
  end
end

class CreateTableWithoutBlock < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes
  end
end

class CreateTableWithoutId < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: false do |t|
      t.string :label, null: false
      t.index :label, unique: true
    end
  end
end

class CreateTableWithNamedKey < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, primary_key: :box_number do |t|
      t.string :label
    end
  end
end

class CreateTableWithStringKey < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: :string do |t|
      t.string :label
    end
  end
end

class CreateTableWithIntegerKey < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: :integer do |t|
      t.string :label
    end
  end
end

class CreateTableWithBigintKey < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: :bigint, default: nil do |t|
      t.string :label
    end
  end
end

class CreateTableWithKeyOptions < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: { type: :string, limit: 36 } do |t|
      t.string :label
    end
  end
end

# only: postgresql
class CreateTableWithUuidKey < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: :uuid do |t|
      t.string :label
    end
  end
end

# only: postgresql
class CreateTableWithUuidKeyAndDefault < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: :uuid, default: -> { "md5(random()::text)::uuid" } do |t|
      t.string :label
    end
  end
end

# only: postgresql
class CreateTableWithUuidKeyWithoutDefault < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: :uuid, default: nil do |t|
      t.string :label
    end
  end
end

class CreateTableWithCompositeKey < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, primary_key: [:shelf, :place] do |t|
      t.integer :shelf
      t.integer :place
      t.string :label
    end
  end
end

class CreateTableWithOwnKeyColumn < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: false do |t|
      t.string :code, primary_key: true
      t.string :label
    end
  end
end

class CreateTableWithPrimaryKeyMethod < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: false do |t|
      t.primary_key :number
      t.string :label
    end
  end
end

class CreateTableWithStringPrimaryKeyMethod < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: false do |t|
      t.primary_key :code, :string, limit: 10
      t.string :label
    end
  end
end

class CreateTableWithIdTwice < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes do |t|
      t.integer :id
    end
  end
end

class CreateTableWithColumnTwice < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes do |t|
      t.string :label
      t.text :label
    end
  end
end

class CreateTableThatIsThere < ActiveRecord::Migration[7.2]
  def change
    create_table :parts do |t|
      t.string :name
    end
  end
end

class CreateTableIfNotExists < ActiveRecord::Migration[7.2]
  def change
    create_table :orders, if_not_exists: true do |t|
      t.string :name
    end
  end
end

class CreateNewTableIfNotExists < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, if_not_exists: true do |t|
      t.string :name
      t.index :name
    end
  end
end

class CreateTableByForce < ActiveRecord::Migration[7.2]
  def change
    create_table :orders, force: true do |t|
      t.string :name
    end
  end
end

class CreateReferencedTableByForce < ActiveRecord::Migration[7.2]
  def change
    create_table :parts, force: true do |t|
      t.string :name
    end
  end
end

class CreateReferencedTableByCascade < ActiveRecord::Migration[7.2]
  def change
    create_table :parts, force: :cascade do |t|
      t.string :name
    end
  end
end

class CreateTableWithComment < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, comment: "where things are" do |t|
      t.string :label, comment: "on the front"
      t.index :label, comment: "to find it"
    end
  end
end

class CreateTemporaryTable < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, temporary: true do |t|
      t.string :label
    end
  end
end

class CreateTableAsQuery < ActiveRecord::Migration[7.2]
  def change
    create_table :part_codes, as: "SELECT code FROM parts"
  end
end

# only: mysql
class CreateTableWithEngine < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, options: "ENGINE=MyISAM" do |t|
      t.string :label
    end
  end
end

# only: mysql
class CreateTableWithCharset < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, charset: "latin1", collation: "latin1_german1_ci" do |t|
      t.string :label
    end
  end
end

# only: mysql
class CreateTableWithCollation < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, collation: "utf8mb4_bin" do |t|
      t.string :label
      t.text :story, collation: "utf8mb4_unicode_ci"
    end
  end
end

# only: mysql
class CreateTableWithOptionsAndCharset < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, options: "ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 ROW_FORMAT=DYNAMIC" do |t|
      t.string :label
    end
  end
end

# only: mysql
class CreateTableWithUnsignedKey < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: { type: :bigint, unsigned: true } do |t|
      t.string :label
    end
  end
end

# only: mysql
class CreateTableWithUnsignedIntegerKey < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: :integer, unsigned: true do |t|
      t.string :label
    end
  end
end

# only: postgresql
class CreateUnloggedPartition < ActiveRecord::Migration[7.2]
  def change
    create_table :events, options: "PARTITION BY RANGE (created_at)", id: false do |t|
      t.datetime :created_at, null: false
    end
  end
end

class CreateJoinTable < ActiveRecord::Migration[7.2]
  def change
    create_join_table :suppliers, :orders
  end
end

class CreateJoinTableWithOptions < ActiveRecord::Migration[7.2]
  def change
    create_join_table :suppliers, :orders, table_name: :deliveries, column_options: { null: true, type: :integer } do |t|
      t.index :supplier_id
      t.index [:order_id, :supplier_id], unique: true
      t.date :day
    end
  end
end

class CreateJoinTableWithKeys < ActiveRecord::Migration[7.2]
  def change
    create_join_table :suppliers, :orders, column_options: { foreign_key: true, index: true }
  end
end

class CreateJoinTableOfPrefixedNames < ActiveRecord::Migration[7.2]
  def change
    create_join_table :shop_carts, :shop_items
  end
end

class DropJoinTable < ActiveRecord::Migration[7.2]
  def up
    create_join_table :suppliers, :orders
    drop_join_table :suppliers, :orders
  end

  def down
    create_join_table :orders, :suppliers
  end
end

class DropTableWithBlock < ActiveRecord::Migration[7.2]
  def change
    drop_table :orders do |t|
      t.integer :quantity
      t.timestamps
    end
  end
end

class DropTableWithoutBlock < ActiveRecord::Migration[7.2]
  def change
    drop_table :orders
  end
end

class DropTableWithOptionsOnly < ActiveRecord::Migration[7.2]
  def change
    drop_table :orders, id: :integer
  end
end

class DropTableIfExistsOnly < ActiveRecord::Migration[7.2]
  def change
    drop_table :orders, if_exists: true
  end
end

class DropMissingTable < ActiveRecord::Migration[7.2]
  def change
    drop_table :boxes do |t|
      t.string :label
    end
  end
end

class DropMissingTableIfExists < ActiveRecord::Migration[7.2]
  def change
    drop_table :boxes, if_exists: true do |t|
      t.string :label
    end
  end
end

class DropReferencedTable < ActiveRecord::Migration[7.2]
  def change
    drop_table :parts do |t|
      t.string :code
    end
  end
end

class DropReferencedTableByCascade < ActiveRecord::Migration[7.2]
  def change
    drop_table :parts, force: :cascade do |t|
      t.string :code
    end
  end
end

# since: 7.2
class DropTwoTables < ActiveRecord::Migration[7.2]
  def up
    create_table :boxes
    drop_table :orders, :boxes
  end
end

class RenameTable < ActiveRecord::Migration[7.2]
  def change
    rename_table :parts, :components
  end
end

class RenameReferencedTable < ActiveRecord::Migration[7.2]
  def change
    rename_table :suppliers, :vendors
  end
end

class RenameSelfReferringTable < ActiveRecord::Migration[7.2]
  def change
    rename_table :orders, :purchases
  end
end

class RenameTableToLongName < ActiveRecord::Migration[7.2]
  def change
    rename_table :parts, :the_components_that_our_suppliers_deliver_each_week
  end
end

class RenameTableToTakenName < ActiveRecord::Migration[7.2]
  def change
    rename_table :parts, :orders
  end
end

class RenameMissingTable < ActiveRecord::Migration[7.2]
  def change
    rename_table :boxes, :crates
  end
end

class RenameTableThereAndBack < ActiveRecord::Migration[7.2]
  def change
    rename_table :parts, :components
    add_column :components, :weight, :float
    rename_table :components, :pieces
  end
end

# only: postgresql
class RenameTableWithUuidKey < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes, id: :uuid
    rename_table :boxes, :crates
  end
end

class SwapTables < ActiveRecord::Migration[7.2]
  def change
    create_table :new_orders do |t|
      t.bigint :quantity
    end
    rename_table :orders, :old_orders
    rename_table :new_orders, :orders
  end
end
