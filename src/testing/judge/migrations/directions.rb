class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :teams do |t|
      t.string :name
      t.timestamps
    end
    create_table :players do |t|
      t.references :team, foreign_key: true
      t.string :name
      t.integer :goals, default: 0
      t.index [:team_id, :name], unique: true
    end
  end
end

class UpAndDown < ActiveRecord::Migration[7.2]
  def up
    add_column :players, :shirt, :integer
    rename_column :players, :goals, :score
  end

  def down
    rename_column :players, :score, :goals
    remove_column :players, :shirt
  end
end

class UpOnlyMethod < ActiveRecord::Migration[7.2]
  def up
    add_column :players, :shirt, :integer
  end
end

class DownRaises < ActiveRecord::Migration[7.2]
  def up
    remove_column :players, :goals
  end

  def down
    raise ActiveRecord::IrreversibleMigration
  end
end

class DownRaisesText < ActiveRecord::Migration[7.2]
  def up
    remove_column :players, :goals
  end

  def down
    raise ActiveRecord::IrreversibleMigration, "the goals are gone"
  end
end

class DownIsEmpty < ActiveRecord::Migration[7.2]
  def up
    remove_column :players, :goals
  end

  def down; end
end

class ChangeBesidesUpAndDown < ActiveRecord::Migration[7.2]
  def change
    add_column :players, :shirt, :integer
  end

  def up
    add_column :players, :shoes, :integer
  end

  def down
    remove_column :players, :shoes
  end
end

class ReversibleBoth < ActiveRecord::Migration[7.2]
  def change
    reversible do |dir|
      dir.up { add_column :players, :shirt, :integer }
      dir.down { remove_column :players, :shirt }
    end
  end
end

class ReversibleUpOnly < ActiveRecord::Migration[7.2]
  def change
    add_column :players, :shirt, :integer
    reversible do |dir|
      dir.up { change_column :players, :name, :text, null: false }
    end
  end
end

class ReversibleOrder < ActiveRecord::Migration[7.2]
  def change
    add_column :players, :shirt, :integer
    reversible do |dir|
      dir.up { rename_column :players, :shirt, :number }
      dir.down { rename_column :players, :number, :shirt }
    end
    change_column_default :players, :number, from: nil, to: 7
  end
end

class ReversibleWithChangeTable < ActiveRecord::Migration[7.2]
  def change
    reversible do |direction|
      change_table :players do |t|
        direction.up { t.change :goals, :string, default: "0" }
        direction.down { t.change :goals, :integer, default: 0, using: "goals::integer" }
      end
    end
  end
end

class UpOnlyBlock < ActiveRecord::Migration[7.2]
  def change
    add_column :players, :shirt, :integer
    up_only { change_column_default :players, :shirt, 9 }
  end
end

class AsksReverting < ActiveRecord::Migration[7.2]
  def change
    add_column :players, :shirt, :integer unless reverting?
    add_column :players, :shoes, :integer
  end
end

class RevertsBlock < ActiveRecord::Migration[7.2]
  def change
    revert do
      add_index :players, [:team_id, :name], unique: true
    end
  end
end

class RevertsCreateTable < ActiveRecord::Migration[7.2]
  def change
    revert do
      create_table :players do |t|
        t.references :team, foreign_key: true
        t.string :name
        t.integer :goals, default: 0
      end
    end
  end
end

class RevertsManyInOrder < ActiveRecord::Migration[7.2]
  def change
    revert do
      add_column :players, :goals, :integer
      rename_column :players, :title, :name
      change_column_null :players, :name, true
    end
  end
end

class RevertsRevert < ActiveRecord::Migration[7.2]
  def change
    revert { revert { add_index :players, :name, unique: true } }
  end
end

class RevertsWithoutType < ActiveRecord::Migration[7.2]
  def change
    revert { remove_column :players, :goals }
  end
end

class RevertsMigration < ActiveRecord::Migration[7.2]
  def change
    add_column :players, :shirt, :integer
    rename_column :players, :goals, :score
    revert UpAndDown
  end
end

class RevertsChangeMigration < ActiveRecord::Migration[7.2]
  def up
    add_column :players, :shirt, :integer, default: 1
    revert ReversibleBoth
  end

  def down; end
end

class RevertsInUp < ActiveRecord::Migration[7.2]
  def up
    revert do
      create_table :awards
      add_timestamps :teams, null: true
    end
  rescue StandardError
    raise "could not"
  end
end

class RunsOtherMigration < ActiveRecord::Migration[7.2]
  def change
    run ReversibleBoth
  end
end

class ExecutesInChange < ActiveRecord::Migration[7.2]
  def change
    add_column :players, :shirt, :integer
    execute "UPDATE players SET goals = 1"
  end
end

class ExecutesInReversible < ActiveRecord::Migration[7.2]
  def change
    add_column :players, :shirt, :integer
    reversible do |dir|
      dir.up { execute "UPDATE players SET shirt = 1" }
    end
  end
end

class ExecutesInUpOnly < ActiveRecord::Migration[7.2]
  def change
    add_column :players, :shirt, :integer
    up_only { execute "UPDATE players SET shirt = 1" }
  end
end

class TransactionInChange < ActiveRecord::Migration[7.2]
  def change
    transaction do
      add_column :players, :shirt, :integer
      rename_column :players, :shirt, :number
    end
  end
end

# only: postgresql, mysql
class TransactionInChangeOfOldVersion < ActiveRecord::Migration[5.2]
  def change
    add_column :players, :shirt, :integer
    transaction do
      change_column_default :players, :shirt, from: nil, to: 3
    end
  end
end

class ManyInChange < ActiveRecord::Migration[7.2]
  def change
    create_table :coaches do |t|
      t.string :name
    end
    add_reference :teams, :coach, foreign_key: true
    rename_table :coaches, :trainers
    rename_column :teams, :coach_id, :trainer_id
    add_index :teams, :name, unique: true
    add_timestamps :trainers, null: true
  end
end

class LoopInChange < ActiveRecord::Migration[7.2]
  def change
    %i[left right].each do |side|
      add_column :players, :"#{side}_foot", :boolean, default: false, null: false
    end
  end
end

class HelperInChange < ActiveRecord::Migration[7.2]
  COLUMNS = { height: :integer, weight: :float }.freeze

  def change
    COLUMNS.each { |name, type| add_measure(name, type) }
  end

  private

  def add_measure(name, type)
    add_column :players, name, type
  end
end

class UnlessColumnExists < ActiveRecord::Migration[7.2]
  def change
    add_column :players, :shirt, :integer unless column_exists?(:players, :shirt)
  end
end

class IfTableExists < ActiveRecord::Migration[7.2]
  def change
    create_table(:coaches) { |t| t.string :name } unless table_exists?(:coaches)
    add_index :teams, :name unless index_exists?(:teams, :name)
  end
end

class ConnectionInChange < ActiveRecord::Migration[7.2]
  def change
    connection.add_column :players, :shirt, :integer
  end
end

class SaysInChange < ActiveRecord::Migration[7.2]
  def change
    say "adding"
    say_with_time("shirts") { add_column :players, :shirt, :integer }
    suppress_messages { add_column :players, :shoes, :integer }
  end
end

class RaisesInUp < ActiveRecord::Migration[7.2]
  def up
    raise "not now"
  end
end

class DropsAndCreates < ActiveRecord::Migration[7.2]
  def change
    drop_table :players, id: :integer do |t|
      t.string :name
      t.references :team, foreign_key: true
      t.index :name
    end
    create_table :members do |t|
      t.string :name
    end
  end
end

class AddsColumnsInChange < ActiveRecord::Migration[7.2]
  def change
    add_columns :players, :height, :weight, type: :integer
  end
end

class ChangeColumnInChangeWithOther < ActiveRecord::Migration[7.2]
  def change
    add_column :players, :shirt, :integer
    change_column :players, :name, :text
  end
end
