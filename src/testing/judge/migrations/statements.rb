class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :items do |t|
      t.string :name
      t.integer :amount, default: 0
      t.index [:name]
    end
    create_table :parts do |t|
      t.references :item, foreign_key: true
      t.integer :size
      t.check_constraint "size > 0", name: "positive"
    end
  end
end

class RowsByExec < ActiveRecord::Migration[7.2]
  def up
    connection.exec_query "INSERT INTO items (name) VALUES ('a')"
    connection.exec_insert "INSERT INTO items (name) VALUES ('b')", nil, []
    connection.exec_update "UPDATE items SET amount = 1"
    connection.exec_delete "DELETE FROM items WHERE amount = 2"
    add_column :items, :after_exec, :string
  end

  def down
    remove_column :items, :after_exec
  end
end

class RowsByName < ActiveRecord::Migration[7.2]
  def up
    connection.insert "INSERT INTO items (name) VALUES ('a')"
    connection.create "INSERT INTO items (name) VALUES ('b')"
    connection.update "UPDATE items SET amount = 1"
    connection.delete "DELETE FROM items WHERE amount = 2"
    add_column :items, :after_rows, :string
  end

  def down
    remove_column :items, :after_rows
  end
end

class RowsAreRead < ActiveRecord::Migration[7.2]
  def up
    connection.select_all "SELECT 1 AS one"
    connection.select_one "SELECT 1 AS one"
    connection.select_value "SELECT 1 AS one"
    connection.select_values "SELECT 1 AS one"
    connection.select_rows "SELECT 1 AS one"
    connection.query "SELECT 1 AS one"
    connection.query_value "SELECT 1 AS one"
    connection.query_values "SELECT 1 AS one"
    add_column :items, :after_reading, :string
  end

  def down
    remove_column :items, :after_reading
  end
end

class RowsOfFixtures < ActiveRecord::Migration[7.2]
  def up
    connection.insert_fixture({ "name" => "a" }, "items")
    connection.insert_fixtures_set({ "items" => [{ "name" => "b" }] })
    add_column :items, :after_fixtures, :string
  end

  def down
    remove_column :items, :after_fixtures
  end
end

class RowsAreTruncated < ActiveRecord::Migration[7.2]
  def up
    connection.truncate :parts
    connection.truncate_tables :parts
    add_column :items, :after_truncating, :string
  end

  def down
    remove_column :items, :after_truncating
  end
end

# only: postgresql
# since: 7.1
class RowsByRawStatements < ActiveRecord::Migration[7.2]
  def up
    connection.raw_execute "UPDATE items SET amount = 1", "Raw"
    connection.internal_exec_query "SELECT 1 AS one"
    add_column :items, :after_raw, :string
  end

  def down
    remove_column :items, :after_raw
  end
end

# only: postgresql
class Sequences < ActiveRecord::Migration[7.2]
  def up
    set_pk_sequence! :items, 10
    reset_pk_sequence! :items
    connection.reset_sequence! "items", "id"
    add_column :items, :after_sequences, :string
  end

  def down
    remove_column :items, :after_sequences
  end
end

# only: postgresql
# since: 7.2
class ConstraintsAreDeferred < ActiveRecord::Migration[7.2]
  def up
    connection.set_constraints :deferred
    add_column :items, :after_deferring, :string
  end

  def down
    remove_column :items, :after_deferring
  end
end

# only: postgresql
class SchemaComesAndGoes < ActiveRecord::Migration[7.2]
  def up
    create_schema "archive"
    drop_schema "archive"
    drop_schema "archive", if_exists: true
    create_table(:olds) { |t| t.string :name }
  end

  def down
    drop_table :olds
  end
end

# only: postgresql
class CastAs < ActiveRecord::Migration[7.2]
  def up
    change_column :items, :name, :integer, cast_as: :integer
  end

  def down
    change_column :items, :name, :string
  end
end

# only: postgresql
class TreeOfLabels < ActiveRecord::Migration[7.2]
  def change
    enable_extension "ltree"
    create_table(:places) { |t| t.ltree :path }
  end
end

# only: mysql
class NumberedByHand < ActiveRecord::Migration[7.2]
  def change
    create_table :tickets, id: false do |t|
      t.integer :number, primary_key: true, auto_increment: true
      t.string :name
    end
  end
end

class TableDefinitionIsUsed < ActiveRecord::Migration[7.2]
  def up
    connection.update_table_definition(:items, self).string :by_definition
  end

  def down
    remove_column :items, :by_definition
  end
end

class BlockAsksItsTable < ActiveRecord::Migration[7.2]
  def change
    create_table :answers do |t|
      t.string :name
      t.index [:name]
      t.string :of_columns if t.columns.map(&:name).include?("name")
      t.string :of_indexes unless t.indexes.empty?
      t.string :of_keys if t.foreign_keys.empty?
      t.string :of_checks if t.check_constraints.empty?
      t.string :of_primary_keys if t.primary_keys.nil?
    end
  end
end

class ChangedTableIsAsked < ActiveRecord::Migration[7.2]
  def up
    change_table :parts do |t|
      t.string :with_key if t.foreign_key_exists?(:items)
    end
  end

  def down
    remove_column :parts, :with_key
  end
end

# since: 7.1
class ChangedTableIsAskedForChecks < ActiveRecord::Migration[7.2]
  def up
    change_table :parts do |t|
      t.string :with_check if t.check_constraint_exists?(name: "positive")
    end
  end

  def down
    remove_column :parts, :with_check
  end
end

class Announced < ActiveRecord::Migration[7.2]
  def up
    self.class.verbose = false
    announce "on the way"
    write "a line"
    say proper_table_name("items")
    add_column :items, :announced, :string
  end

  def down
    remove_column :items, :announced
  end
end

class RunsAnother < ActiveRecord::Migration[7.2]
  class Other < ActiveRecord::Migration[7.2]
    def change
      add_column :items, :by_other, :string
    end
  end

  def up
    run Other
    run Other, direction: :down
    run Other, revert: false
  end

  def down
    run Other, revert: true
  end
end
