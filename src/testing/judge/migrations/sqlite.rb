class Start < ActiveRecord::Migration[7.2]
  def up
    return unless connection.adapter_name == "SQLite"

    create_table :owners do |t|
      t.string :name, collation: "NOCASE"
    end
    create_table :pets do |t|
      t.string :name, null: false
      t.integer :age, default: 1
      t.references :owner, foreign_key: true
      t.index [:name, :age], where: "age > 1"
      t.index "lower(name)", name: "lower_names"
      t.check_constraint "age > 0", name: "age_positive"
    end
  end
end

# only: sqlite
class ChangeColumnOfTable < ActiveRecord::Migration[7.2]
  def up
    change_column :pets, :age, :bigint, null: false
  end

  def down
    change_column :pets, :age, :integer, null: true
  end
end

# only: sqlite
class ChangeColumnOfParent < ActiveRecord::Migration[7.2]
  def up
    change_column :owners, :name, :text
  end
end

# only: sqlite
class RemoveColumnOfTable < ActiveRecord::Migration[7.2]
  def change
    remove_column :pets, :owner_id, :integer
  end
end

# only: sqlite
class RemoveColumnOfIndexes < ActiveRecord::Migration[7.2]
  def up
    remove_column :pets, :name
  end
end

# only: sqlite
class RenameColumnOfExpression < ActiveRecord::Migration[7.2]
  def change
    rename_column :pets, :name, :title
  end
end

# only: sqlite
class RenameTableOfIndexes < ActiveRecord::Migration[7.2]
  def change
    rename_table :pets, :animals
  end
end

# only: sqlite
class RenameParentTable < ActiveRecord::Migration[7.2]
  def change
    rename_table :owners, :holders
  end
end

# only: sqlite
class AddForeignKeyToTable < ActiveRecord::Migration[7.2]
  def change
    add_column :pets, :vet_id, :integer
    add_foreign_key :pets, :owners, column: :vet_id, on_delete: :nullify, name: "vets"
  end
end

# only: sqlite
class RemoveForeignKeyOfTable < ActiveRecord::Migration[7.2]
  def change
    remove_foreign_key :pets, :owners
  end
end

# only: sqlite
class AddCheckToTable < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :pets, "length(name) > 1", name: "name_length"
  end
end

# only: sqlite
class RemoveCheckOfTable < ActiveRecord::Migration[7.2]
  def change
    remove_check_constraint :pets, "age > 0", name: "age_positive"
  end
end

# only: sqlite
# since: 7.2
class AddVirtualColumnsToTable < ActiveRecord::Migration[7.2]
  def change
    add_column :pets, :upper_name, :virtual, type: :string, as: "UPPER(name)"
    create_table :boxes do |t|
      t.integer :width
      t.virtual :double, type: :integer, as: "width * 2", stored: true
    end
  end
end

# only: sqlite
class ExecuteCreatesTableOnSqlite < ActiveRecord::Migration[7.2]
  def up
    execute "CREATE TABLE toys (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name varchar(20) DEFAULT 'ball', pet_id integer REFERENCES pets(id))"
    execute "CREATE INDEX toys_by_name ON toys (name DESC)"
  end

  def down
    execute "DROP TABLE toys"
  end
end

# only: sqlite
class ExecuteCreatesViewOnSqlite < ActiveRecord::Migration[7.2]
  def up
    execute "CREATE VIEW old_pets AS SELECT * FROM pets WHERE age > 10"
  end

  def down
    execute "DROP VIEW old_pets"
  end
end

# only: sqlite
class AddTypesToTable < ActiveRecord::Migration[7.2]
  def change
    change_table :pets do |t|
      t.json :details, default: {}
      t.blob :photo
      t.decimal :weight, precision: 5, scale: 2, default: 1.5
      t.float :height
      t.time :fed_at
      t.timestamps null: true
      t.boolean :tame, default: false, null: false
    end
  end
end
