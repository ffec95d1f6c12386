class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :makers do |t|
      t.string :name
    end
    create_table :cars do |t|
      t.string :model
      t.integer :doors, default: 4
      t.string :colour
      t.references :maker, foreign_key: true
      t.index :model
      t.index :colour, name: "colours"
    end
  end
end

class ChangeTableAdds < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.string :engine, limit: 30
      t.integer :seats, :wheels, null: false, default: 4
      t.column :weight, :decimal, precision: 6, scale: 1
      t.timestamps null: true
      t.references :owner, polymorphic: true
      t.belongs_to :dealer
      t.index :doors
    end
  end
end

class BulkChangeTableAdds < ActiveRecord::Migration[7.2]
  def change
    change_table :cars, bulk: true do |t|
      t.string :engine, limit: 30
      t.integer :seats, :wheels, null: false, default: 4
      t.column :weight, :decimal, precision: 6, scale: 1
      t.timestamps null: true
      t.references :owner, polymorphic: true
      t.belongs_to :dealer
      t.index :doors
    end
  end
end

class ChangeTableColumnWithIndex < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.string :engine, index: true
      t.integer :seats, index: { unique: true, name: "seats" }
    end
  end
end

class ChangeTableRenames < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.rename :model, :name
      t.rename_index :colours, :by_colour
    end
  end
end

class BulkChangeTableRenames < ActiveRecord::Migration[7.2]
  def change
    change_table :cars, bulk: true do |t|
      t.rename :model, :name
      t.rename :doors, :door_count
    end
  end
end

class ChangeTableRemoves < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.remove :colour, type: :string
      t.remove :doors, type: :integer, default: 4
      t.remove_references :maker, foreign_key: true
    end
  end
end

class BulkChangeTableRemoves < ActiveRecord::Migration[7.2]
  def change
    change_table :cars, bulk: true do |t|
      t.remove :doors, type: :integer, default: 4
      t.remove_index :colour, name: "colours"
    end
  end
end

class ChangeTableRemovesWithoutType < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.remove :doors
    end
  end
end

class BulkChangeTableRemovesWithoutType < ActiveRecord::Migration[7.2]
  def change
    change_table :cars, bulk: true do |t|
      t.remove :doors
    end
  end
end

class ChangeTableRemoveIndexes < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.remove_index :model
      t.remove_index :colour, name: :colours
    end
  end
end

class ChangeTableRemoveTimestamps < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.timestamps null: true
      t.remove_timestamps null: true
    end
  end
end

class ChangeTableChanges < ActiveRecord::Migration[7.2]
  def up
    change_table :cars do |t|
      t.change :doors, :bigint, default: 5
      t.change_default :colour, "red"
      t.change_null :model, false
    end
  end

  def down
    change_table :cars do |t|
      t.change :doors, :integer, default: 4
      t.change_default :colour, nil
      t.change_null :model, true
    end
  end
end

class BulkChangeTableChanges < ActiveRecord::Migration[7.2]
  def up
    change_table :cars, bulk: true do |t|
      t.change :doors, :bigint, default: 5
      t.change_default :colour, "red"
      t.change_null :model, false
    end
  end

  def down
    change_table :cars, bulk: true do |t|
      t.change :doors, :integer, default: 4
      t.change_default :colour, nil
      t.change_null :model, true
    end
  end
end

class ChangeTableChangeDefaultFromTo < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.change_default :colour, from: nil, to: "red"
      t.change_null :model, false
    end
  end
end

class BulkChangeTableChangeDefaultFromTo < ActiveRecord::Migration[7.2]
  def change
    change_table :cars, bulk: true do |t|
      t.change_default :colour, from: nil, to: "red"
      t.change_null :model, false
    end
  end
end

class ChangeTableInChangeChangesType < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.change :model, :text
    end
  end
end

class ChangeTableForeignKeys < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.bigint :seller_id
      t.foreign_key :makers, column: :seller_id, name: "sellers"
      t.remove_foreign_key :makers, column: :maker_id
    end
  end
end

class ChangeTableChecks < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.check_constraint "doors > 1", name: "two_doors"
    end
  end
end

class ChangeTableRemovesCheck < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :cars, "doors > 1", name: "two_doors"
    change_table :cars do |t|
      t.remove_check_constraint "doors > 1", name: "two_doors"
    end
  end
end

class ChangeTableComments < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.string :engine, comment: "what drives it"
    end
  end
end

# only: postgresql, mysql
class BulkChangeTableWithComments < ActiveRecord::Migration[7.2]
  def change
    change_table :cars, bulk: true do |t|
      t.string :engine, comment: "what drives it"
      t.integer :power
    end
  end
end

class ChangeMissingTable < ActiveRecord::Migration[7.2]
  def change
    change_table :lorries do |t|
      t.string :name
    end
  end
end

class ChangeTableAddsColumnTwice < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.string :model
    end
  end
end

class BulkChangeTableMixes < ActiveRecord::Migration[7.2]
  def change
    change_table :cars, bulk: true do |t|
      t.string :plate
      t.index :plate, unique: true
      t.remove :colour, type: :string
      t.rename :doors, :door_count
      t.references :seller, foreign_key: { to_table: :makers }
    end
  end
end

class ChangeTableAsksFirst < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.string :plate unless t.column_exists?(:plate)
      t.index :model unless t.index_exists?(:model)
    end
  end
end

# only: postgresql
class ChangeTableOfPostgresTypes < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.jsonb :details, default: {}, null: false
      t.string :tags, array: true, default: []
      t.uuid :token, default: -> { "gen_random_uuid()" }
      t.tstzrange :rented
    end
  end
end

# only: postgresql
# since: 7.1
class ChangeTableOfPostgresConstraints < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.unique_constraint :model, name: "one_model"
      t.remove_index :colour, name: "colours"
    end
  end
end

# only: mysql
class ChangeTableWithPositions < ActiveRecord::Migration[7.2]
  def change
    change_table :cars do |t|
      t.string :plate, after: :model
      t.integer :number, first: true
    end
  end
end

# only: mysql
class BulkChangeTableWithPositions < ActiveRecord::Migration[7.2]
  def change
    change_table :cars, bulk: true do |t|
      t.string :plate, after: :model
      t.integer :number, first: true, unsigned: true
    end
  end
end
