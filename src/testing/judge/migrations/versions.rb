# Written by src/testing/judge/generate.ts.
class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :owners do |t|
      t.string :name
      t.integer :age
      t.date :born_on
      t.string :favourite_colour_of_the_owner, limit: 20
      t.string :favourite_season_of_the_owner, limit: 20
      t.index :name, name: "names"
    end
  end
end

class CreatesTable42 < ActiveRecord::Migration[4.2]
  def change
    create_table :pets do |t|
      t.string :name
      t.timestamps
    end
  end
end

class CreatesTableWithReferences42 < ActiveRecord::Migration[4.2]
  def change
    create_table :pets do |t|
      t.references :owner, foreign_key: true
      t.belongs_to :vet, polymorphic: true
      t.datetime :born_at
      t.index "lower(name)" if false
    end
  end
end

class CreatesTableWithIntegerKey42 < ActiveRecord::Migration[4.2]
  def change
    create_table :pets, id: :integer do |t|
      t.datetime :seen_at, null: false
    end
  end
end

class CreatesTableWithBigintKey42 < ActiveRecord::Migration[4.2]
  def change
    create_table :pets, id: :bigint
  end
end

class CreatesTableWithPrimaryKey42 < ActiveRecord::Migration[4.2]
  def change
    create_table :pets, id: false do |t|
      t.primary_key :number
      t.column :seen_at, :datetime
    end
  end
end

class CreatesTableWithCompositeKey42 < ActiveRecord::Migration[4.2]
  def change
    create_table :pets, primary_key: [:a, :b] do |t|
      t.integer :a
      t.integer :b
    end
  end
end

class CreatesJoinTable42 < ActiveRecord::Migration[4.2]
  def change
    create_join_table :owners, :pets
  end
end

class AddsReference42 < ActiveRecord::Migration[4.2]
  def change
    add_reference :owners, :city
  end
end

class AddsReferenceWithIndex42 < ActiveRecord::Migration[4.2]
  def change
    add_belongs_to :owners, :city, index: true, polymorphic: true
  end
end

class AddsTimestamps42 < ActiveRecord::Migration[4.2]
  def change
    add_timestamps :owners, null: true
  end
end

class AddsTimestampsPlain42 < ActiveRecord::Migration[4.2]
  def change
    add_timestamps :owners, default: "2001-01-01"
  end
end

class AddsDatetime42 < ActiveRecord::Migration[4.2]
  def change
    add_column :owners, :seen_at, :datetime
  end
end

class AddsTimestamp42 < ActiveRecord::Migration[4.2]
  def change
    add_column :owners, :seen_at, :timestamp, precision: 3
  end
end

class AddsPrimaryKey42 < ActiveRecord::Migration[4.2]
  def change
    remove_column :owners, :id
    add_column :owners, :number, :primary_key
  end
end

class AddsIndexOfLongName42 < ActiveRecord::Migration[4.2]
  def change
    add_index :owners, [:favourite_colour_of_the_owner, :favourite_season_of_the_owner]
  end
end

class AddsTableOfLongIndexName42 < ActiveRecord::Migration[4.2]
  def change
    create_table :pets do |t|
      t.string :favourite_colour_of_the_animal
      t.string :favourite_season_of_the_animal
      t.index [:favourite_colour_of_the_animal, :favourite_season_of_the_animal]
    end
  end
end

class ChangesTableWithColumns42 < ActiveRecord::Migration[4.2]
  def change
    change_table :owners do |t|
      t.datetime :seen_at
      t.references :city
      t.timestamps null: true
    end
  end
end

class ChangesTableInBulk42 < ActiveRecord::Migration[4.2]
  def change
    change_table :owners, bulk: true do |t|
      t.datetime :seen_at
      t.references :city, index: true
    end
  end
end

class ChangesDefaultFromTo42 < ActiveRecord::Migration[4.2]
  def change
    change_column_default :owners, :name, from: nil, to: "x"
  end
end

class RenamesTable42 < ActiveRecord::Migration[4.2]
  def change
    rename_table :owners, :holders
  end
end

class RemovesIndexByName42 < ActiveRecord::Migration[4.2]
  def change
    remove_index :owners, name: "names", column: :name
  end
end

class RemovesMissingIndex42 < ActiveRecord::Migration[4.2]
  def change
    remove_index :owners, :age
  end
end

class ChangesColumn42 < ActiveRecord::Migration[4.2]
  def up
    change_column :owners, :name, :string, limit: 40, null: false, default: "x"
  end
end

class ChangesColumnToDatetime42 < ActiveRecord::Migration[4.2]
  def up
    change_column :owners, :born_on, :datetime
  end
end

class ChangesNullByText42 < ActiveRecord::Migration[4.2]
  def up
    change_column_null :owners, :name, "false"
  end
end

class CreatesTable50 < ActiveRecord::Migration[5.0]
  def change
    create_table :pets do |t|
      t.string :name
      t.timestamps
    end
  end
end

class CreatesTableWithReferences50 < ActiveRecord::Migration[5.0]
  def change
    create_table :pets do |t|
      t.references :owner, foreign_key: true
      t.belongs_to :vet, polymorphic: true
      t.datetime :born_at
      t.index "lower(name)" if false
    end
  end
end

class CreatesTableWithIntegerKey50 < ActiveRecord::Migration[5.0]
  def change
    create_table :pets, id: :integer do |t|
      t.datetime :seen_at, null: false
    end
  end
end

class CreatesTableWithBigintKey50 < ActiveRecord::Migration[5.0]
  def change
    create_table :pets, id: :bigint
  end
end

class CreatesTableWithPrimaryKey50 < ActiveRecord::Migration[5.0]
  def change
    create_table :pets, id: false do |t|
      t.primary_key :number
      t.column :seen_at, :datetime
    end
  end
end

class CreatesTableWithCompositeKey50 < ActiveRecord::Migration[5.0]
  def change
    create_table :pets, primary_key: [:a, :b] do |t|
      t.integer :a
      t.integer :b
    end
  end
end

class CreatesJoinTable50 < ActiveRecord::Migration[5.0]
  def change
    create_join_table :owners, :pets
  end
end

class AddsReference50 < ActiveRecord::Migration[5.0]
  def change
    add_reference :owners, :city
  end
end

class AddsReferenceWithIndex50 < ActiveRecord::Migration[5.0]
  def change
    add_belongs_to :owners, :city, index: true, polymorphic: true
  end
end

class AddsTimestamps50 < ActiveRecord::Migration[5.0]
  def change
    add_timestamps :owners, null: true
  end
end

class AddsTimestampsPlain50 < ActiveRecord::Migration[5.0]
  def change
    add_timestamps :owners, default: "2001-01-01"
  end
end

class AddsDatetime50 < ActiveRecord::Migration[5.0]
  def change
    add_column :owners, :seen_at, :datetime
  end
end

class AddsTimestamp50 < ActiveRecord::Migration[5.0]
  def change
    add_column :owners, :seen_at, :timestamp, precision: 3
  end
end

class AddsPrimaryKey50 < ActiveRecord::Migration[5.0]
  def change
    remove_column :owners, :id
    add_column :owners, :number, :primary_key
  end
end

class AddsIndexOfLongName50 < ActiveRecord::Migration[5.0]
  def change
    add_index :owners, [:favourite_colour_of_the_owner, :favourite_season_of_the_owner]
  end
end

class AddsTableOfLongIndexName50 < ActiveRecord::Migration[5.0]
  def change
    create_table :pets do |t|
      t.string :favourite_colour_of_the_animal
      t.string :favourite_season_of_the_animal
      t.index [:favourite_colour_of_the_animal, :favourite_season_of_the_animal]
    end
  end
end

class ChangesTableWithColumns50 < ActiveRecord::Migration[5.0]
  def change
    change_table :owners do |t|
      t.datetime :seen_at
      t.references :city
      t.timestamps null: true
    end
  end
end

class ChangesTableInBulk50 < ActiveRecord::Migration[5.0]
  def change
    change_table :owners, bulk: true do |t|
      t.datetime :seen_at
      t.references :city, index: true
    end
  end
end

class ChangesDefaultFromTo50 < ActiveRecord::Migration[5.0]
  def change
    change_column_default :owners, :name, from: nil, to: "x"
  end
end

class RenamesTable50 < ActiveRecord::Migration[5.0]
  def change
    rename_table :owners, :holders
  end
end

class RemovesIndexByName50 < ActiveRecord::Migration[5.0]
  def change
    remove_index :owners, name: "names", column: :name
  end
end

class RemovesMissingIndex50 < ActiveRecord::Migration[5.0]
  def change
    remove_index :owners, :age
  end
end

class ChangesColumn50 < ActiveRecord::Migration[5.0]
  def up
    change_column :owners, :name, :string, limit: 40, null: false, default: "x"
  end
end

class ChangesColumnToDatetime50 < ActiveRecord::Migration[5.0]
  def up
    change_column :owners, :born_on, :datetime
  end
end

class ChangesNullByText50 < ActiveRecord::Migration[5.0]
  def up
    change_column_null :owners, :name, "false"
  end
end

class CreatesTable51 < ActiveRecord::Migration[5.1]
  def change
    create_table :pets do |t|
      t.string :name
      t.timestamps
    end
  end
end

class CreatesTableWithReferences51 < ActiveRecord::Migration[5.1]
  def change
    create_table :pets do |t|
      t.references :owner, foreign_key: true
      t.belongs_to :vet, polymorphic: true
      t.datetime :born_at
      t.index "lower(name)" if false
    end
  end
end

class CreatesTableWithIntegerKey51 < ActiveRecord::Migration[5.1]
  def change
    create_table :pets, id: :integer do |t|
      t.datetime :seen_at, null: false
    end
  end
end

class CreatesTableWithBigintKey51 < ActiveRecord::Migration[5.1]
  def change
    create_table :pets, id: :bigint
  end
end

class CreatesTableWithPrimaryKey51 < ActiveRecord::Migration[5.1]
  def change
    create_table :pets, id: false do |t|
      t.primary_key :number
      t.column :seen_at, :datetime
    end
  end
end

class CreatesTableWithCompositeKey51 < ActiveRecord::Migration[5.1]
  def change
    create_table :pets, primary_key: [:a, :b] do |t|
      t.integer :a
      t.integer :b
    end
  end
end

class CreatesJoinTable51 < ActiveRecord::Migration[5.1]
  def change
    create_join_table :owners, :pets
  end
end

class AddsReference51 < ActiveRecord::Migration[5.1]
  def change
    add_reference :owners, :city
  end
end

class AddsReferenceWithIndex51 < ActiveRecord::Migration[5.1]
  def change
    add_belongs_to :owners, :city, index: true, polymorphic: true
  end
end

class AddsTimestamps51 < ActiveRecord::Migration[5.1]
  def change
    add_timestamps :owners, null: true
  end
end

class AddsTimestampsPlain51 < ActiveRecord::Migration[5.1]
  def change
    add_timestamps :owners, default: "2001-01-01"
  end
end

class AddsDatetime51 < ActiveRecord::Migration[5.1]
  def change
    add_column :owners, :seen_at, :datetime
  end
end

class AddsTimestamp51 < ActiveRecord::Migration[5.1]
  def change
    add_column :owners, :seen_at, :timestamp, precision: 3
  end
end

class AddsPrimaryKey51 < ActiveRecord::Migration[5.1]
  def change
    remove_column :owners, :id
    add_column :owners, :number, :primary_key
  end
end

class AddsIndexOfLongName51 < ActiveRecord::Migration[5.1]
  def change
    add_index :owners, [:favourite_colour_of_the_owner, :favourite_season_of_the_owner]
  end
end

class AddsTableOfLongIndexName51 < ActiveRecord::Migration[5.1]
  def change
    create_table :pets do |t|
      t.string :favourite_colour_of_the_animal
      t.string :favourite_season_of_the_animal
      t.index [:favourite_colour_of_the_animal, :favourite_season_of_the_animal]
    end
  end
end

class ChangesTableWithColumns51 < ActiveRecord::Migration[5.1]
  def change
    change_table :owners do |t|
      t.datetime :seen_at
      t.references :city
      t.timestamps null: true
    end
  end
end

class ChangesTableInBulk51 < ActiveRecord::Migration[5.1]
  def change
    change_table :owners, bulk: true do |t|
      t.datetime :seen_at
      t.references :city, index: true
    end
  end
end

class ChangesDefaultFromTo51 < ActiveRecord::Migration[5.1]
  def change
    change_column_default :owners, :name, from: nil, to: "x"
  end
end

class RenamesTable51 < ActiveRecord::Migration[5.1]
  def change
    rename_table :owners, :holders
  end
end

class RemovesIndexByName51 < ActiveRecord::Migration[5.1]
  def change
    remove_index :owners, name: "names", column: :name
  end
end

class RemovesMissingIndex51 < ActiveRecord::Migration[5.1]
  def change
    remove_index :owners, :age
  end
end

class ChangesColumn51 < ActiveRecord::Migration[5.1]
  def up
    change_column :owners, :name, :string, limit: 40, null: false, default: "x"
  end
end

class ChangesColumnToDatetime51 < ActiveRecord::Migration[5.1]
  def up
    change_column :owners, :born_on, :datetime
  end
end

class ChangesNullByText51 < ActiveRecord::Migration[5.1]
  def up
    change_column_null :owners, :name, "false"
  end
end

class CreatesTable52 < ActiveRecord::Migration[5.2]
  def change
    create_table :pets do |t|
      t.string :name
      t.timestamps
    end
  end
end

class CreatesTableWithReferences52 < ActiveRecord::Migration[5.2]
  def change
    create_table :pets do |t|
      t.references :owner, foreign_key: true
      t.belongs_to :vet, polymorphic: true
      t.datetime :born_at
      t.index "lower(name)" if false
    end
  end
end

class CreatesTableWithIntegerKey52 < ActiveRecord::Migration[5.2]
  def change
    create_table :pets, id: :integer do |t|
      t.datetime :seen_at, null: false
    end
  end
end

class CreatesTableWithBigintKey52 < ActiveRecord::Migration[5.2]
  def change
    create_table :pets, id: :bigint
  end
end

class CreatesTableWithPrimaryKey52 < ActiveRecord::Migration[5.2]
  def change
    create_table :pets, id: false do |t|
      t.primary_key :number
      t.column :seen_at, :datetime
    end
  end
end

class CreatesTableWithCompositeKey52 < ActiveRecord::Migration[5.2]
  def change
    create_table :pets, primary_key: [:a, :b] do |t|
      t.integer :a
      t.integer :b
    end
  end
end

class CreatesJoinTable52 < ActiveRecord::Migration[5.2]
  def change
    create_join_table :owners, :pets
  end
end

class AddsReference52 < ActiveRecord::Migration[5.2]
  def change
    add_reference :owners, :city
  end
end

class AddsReferenceWithIndex52 < ActiveRecord::Migration[5.2]
  def change
    add_belongs_to :owners, :city, index: true, polymorphic: true
  end
end

class AddsTimestamps52 < ActiveRecord::Migration[5.2]
  def change
    add_timestamps :owners, null: true
  end
end

class AddsTimestampsPlain52 < ActiveRecord::Migration[5.2]
  def change
    add_timestamps :owners, default: "2001-01-01"
  end
end

class AddsDatetime52 < ActiveRecord::Migration[5.2]
  def change
    add_column :owners, :seen_at, :datetime
  end
end

class AddsTimestamp52 < ActiveRecord::Migration[5.2]
  def change
    add_column :owners, :seen_at, :timestamp, precision: 3
  end
end

class AddsPrimaryKey52 < ActiveRecord::Migration[5.2]
  def change
    remove_column :owners, :id
    add_column :owners, :number, :primary_key
  end
end

class AddsIndexOfLongName52 < ActiveRecord::Migration[5.2]
  def change
    add_index :owners, [:favourite_colour_of_the_owner, :favourite_season_of_the_owner]
  end
end

class AddsTableOfLongIndexName52 < ActiveRecord::Migration[5.2]
  def change
    create_table :pets do |t|
      t.string :favourite_colour_of_the_animal
      t.string :favourite_season_of_the_animal
      t.index [:favourite_colour_of_the_animal, :favourite_season_of_the_animal]
    end
  end
end

class ChangesTableWithColumns52 < ActiveRecord::Migration[5.2]
  def change
    change_table :owners do |t|
      t.datetime :seen_at
      t.references :city
      t.timestamps null: true
    end
  end
end

class ChangesTableInBulk52 < ActiveRecord::Migration[5.2]
  def change
    change_table :owners, bulk: true do |t|
      t.datetime :seen_at
      t.references :city, index: true
    end
  end
end

class ChangesDefaultFromTo52 < ActiveRecord::Migration[5.2]
  def change
    change_column_default :owners, :name, from: nil, to: "x"
  end
end

class RenamesTable52 < ActiveRecord::Migration[5.2]
  def change
    rename_table :owners, :holders
  end
end

class RemovesIndexByName52 < ActiveRecord::Migration[5.2]
  def change
    remove_index :owners, name: "names", column: :name
  end
end

class RemovesMissingIndex52 < ActiveRecord::Migration[5.2]
  def change
    remove_index :owners, :age
  end
end

class ChangesColumn52 < ActiveRecord::Migration[5.2]
  def up
    change_column :owners, :name, :string, limit: 40, null: false, default: "x"
  end
end

class ChangesColumnToDatetime52 < ActiveRecord::Migration[5.2]
  def up
    change_column :owners, :born_on, :datetime
  end
end

class ChangesNullByText52 < ActiveRecord::Migration[5.2]
  def up
    change_column_null :owners, :name, "false"
  end
end

class CreatesTable60 < ActiveRecord::Migration[6.0]
  def change
    create_table :pets do |t|
      t.string :name
      t.timestamps
    end
  end
end

class CreatesTableWithReferences60 < ActiveRecord::Migration[6.0]
  def change
    create_table :pets do |t|
      t.references :owner, foreign_key: true
      t.belongs_to :vet, polymorphic: true
      t.datetime :born_at
      t.index "lower(name)" if false
    end
  end
end

class CreatesTableWithIntegerKey60 < ActiveRecord::Migration[6.0]
  def change
    create_table :pets, id: :integer do |t|
      t.datetime :seen_at, null: false
    end
  end
end

class CreatesTableWithBigintKey60 < ActiveRecord::Migration[6.0]
  def change
    create_table :pets, id: :bigint
  end
end

class CreatesTableWithPrimaryKey60 < ActiveRecord::Migration[6.0]
  def change
    create_table :pets, id: false do |t|
      t.primary_key :number
      t.column :seen_at, :datetime
    end
  end
end

class CreatesTableWithCompositeKey60 < ActiveRecord::Migration[6.0]
  def change
    create_table :pets, primary_key: [:a, :b] do |t|
      t.integer :a
      t.integer :b
    end
  end
end

class CreatesJoinTable60 < ActiveRecord::Migration[6.0]
  def change
    create_join_table :owners, :pets
  end
end

class AddsReference60 < ActiveRecord::Migration[6.0]
  def change
    add_reference :owners, :city
  end
end

class AddsReferenceWithIndex60 < ActiveRecord::Migration[6.0]
  def change
    add_belongs_to :owners, :city, index: true, polymorphic: true
  end
end

class AddsTimestamps60 < ActiveRecord::Migration[6.0]
  def change
    add_timestamps :owners, null: true
  end
end

class AddsTimestampsPlain60 < ActiveRecord::Migration[6.0]
  def change
    add_timestamps :owners, default: "2001-01-01"
  end
end

class AddsDatetime60 < ActiveRecord::Migration[6.0]
  def change
    add_column :owners, :seen_at, :datetime
  end
end

class AddsTimestamp60 < ActiveRecord::Migration[6.0]
  def change
    add_column :owners, :seen_at, :timestamp, precision: 3
  end
end

class AddsPrimaryKey60 < ActiveRecord::Migration[6.0]
  def change
    remove_column :owners, :id
    add_column :owners, :number, :primary_key
  end
end

class AddsIndexOfLongName60 < ActiveRecord::Migration[6.0]
  def change
    add_index :owners, [:favourite_colour_of_the_owner, :favourite_season_of_the_owner]
  end
end

class AddsTableOfLongIndexName60 < ActiveRecord::Migration[6.0]
  def change
    create_table :pets do |t|
      t.string :favourite_colour_of_the_animal
      t.string :favourite_season_of_the_animal
      t.index [:favourite_colour_of_the_animal, :favourite_season_of_the_animal]
    end
  end
end

class ChangesTableWithColumns60 < ActiveRecord::Migration[6.0]
  def change
    change_table :owners do |t|
      t.datetime :seen_at
      t.references :city
      t.timestamps null: true
    end
  end
end

class ChangesTableInBulk60 < ActiveRecord::Migration[6.0]
  def change
    change_table :owners, bulk: true do |t|
      t.datetime :seen_at
      t.references :city, index: true
    end
  end
end

class ChangesDefaultFromTo60 < ActiveRecord::Migration[6.0]
  def change
    change_column_default :owners, :name, from: nil, to: "x"
  end
end

class RenamesTable60 < ActiveRecord::Migration[6.0]
  def change
    rename_table :owners, :holders
  end
end

class RemovesIndexByName60 < ActiveRecord::Migration[6.0]
  def change
    remove_index :owners, name: "names", column: :name
  end
end

class RemovesMissingIndex60 < ActiveRecord::Migration[6.0]
  def change
    remove_index :owners, :age
  end
end

class ChangesColumn60 < ActiveRecord::Migration[6.0]
  def up
    change_column :owners, :name, :string, limit: 40, null: false, default: "x"
  end
end

class ChangesColumnToDatetime60 < ActiveRecord::Migration[6.0]
  def up
    change_column :owners, :born_on, :datetime
  end
end

class ChangesNullByText60 < ActiveRecord::Migration[6.0]
  def up
    change_column_null :owners, :name, "false"
  end
end

class CreatesTable61 < ActiveRecord::Migration[6.1]
  def change
    create_table :pets do |t|
      t.string :name
      t.timestamps
    end
  end
end

class CreatesTableWithReferences61 < ActiveRecord::Migration[6.1]
  def change
    create_table :pets do |t|
      t.references :owner, foreign_key: true
      t.belongs_to :vet, polymorphic: true
      t.datetime :born_at
      t.index "lower(name)" if false
    end
  end
end

class CreatesTableWithIntegerKey61 < ActiveRecord::Migration[6.1]
  def change
    create_table :pets, id: :integer do |t|
      t.datetime :seen_at, null: false
    end
  end
end

class CreatesTableWithBigintKey61 < ActiveRecord::Migration[6.1]
  def change
    create_table :pets, id: :bigint
  end
end

class CreatesTableWithPrimaryKey61 < ActiveRecord::Migration[6.1]
  def change
    create_table :pets, id: false do |t|
      t.primary_key :number
      t.column :seen_at, :datetime
    end
  end
end

class CreatesTableWithCompositeKey61 < ActiveRecord::Migration[6.1]
  def change
    create_table :pets, primary_key: [:a, :b] do |t|
      t.integer :a
      t.integer :b
    end
  end
end

class CreatesJoinTable61 < ActiveRecord::Migration[6.1]
  def change
    create_join_table :owners, :pets
  end
end

class AddsReference61 < ActiveRecord::Migration[6.1]
  def change
    add_reference :owners, :city
  end
end

class AddsReferenceWithIndex61 < ActiveRecord::Migration[6.1]
  def change
    add_belongs_to :owners, :city, index: true, polymorphic: true
  end
end

class AddsTimestamps61 < ActiveRecord::Migration[6.1]
  def change
    add_timestamps :owners, null: true
  end
end

class AddsTimestampsPlain61 < ActiveRecord::Migration[6.1]
  def change
    add_timestamps :owners, default: "2001-01-01"
  end
end

class AddsDatetime61 < ActiveRecord::Migration[6.1]
  def change
    add_column :owners, :seen_at, :datetime
  end
end

class AddsTimestamp61 < ActiveRecord::Migration[6.1]
  def change
    add_column :owners, :seen_at, :timestamp, precision: 3
  end
end

class AddsPrimaryKey61 < ActiveRecord::Migration[6.1]
  def change
    remove_column :owners, :id
    add_column :owners, :number, :primary_key
  end
end

class AddsIndexOfLongName61 < ActiveRecord::Migration[6.1]
  def change
    add_index :owners, [:favourite_colour_of_the_owner, :favourite_season_of_the_owner]
  end
end

class AddsTableOfLongIndexName61 < ActiveRecord::Migration[6.1]
  def change
    create_table :pets do |t|
      t.string :favourite_colour_of_the_animal
      t.string :favourite_season_of_the_animal
      t.index [:favourite_colour_of_the_animal, :favourite_season_of_the_animal]
    end
  end
end

class ChangesTableWithColumns61 < ActiveRecord::Migration[6.1]
  def change
    change_table :owners do |t|
      t.datetime :seen_at
      t.references :city
      t.timestamps null: true
    end
  end
end

class ChangesTableInBulk61 < ActiveRecord::Migration[6.1]
  def change
    change_table :owners, bulk: true do |t|
      t.datetime :seen_at
      t.references :city, index: true
    end
  end
end

class ChangesDefaultFromTo61 < ActiveRecord::Migration[6.1]
  def change
    change_column_default :owners, :name, from: nil, to: "x"
  end
end

class RenamesTable61 < ActiveRecord::Migration[6.1]
  def change
    rename_table :owners, :holders
  end
end

class RemovesIndexByName61 < ActiveRecord::Migration[6.1]
  def change
    remove_index :owners, name: "names", column: :name
  end
end

class RemovesMissingIndex61 < ActiveRecord::Migration[6.1]
  def change
    remove_index :owners, :age
  end
end

class ChangesColumn61 < ActiveRecord::Migration[6.1]
  def up
    change_column :owners, :name, :string, limit: 40, null: false, default: "x"
  end
end

class ChangesColumnToDatetime61 < ActiveRecord::Migration[6.1]
  def up
    change_column :owners, :born_on, :datetime
  end
end

class ChangesNullByText61 < ActiveRecord::Migration[6.1]
  def up
    change_column_null :owners, :name, "false"
  end
end

# since: 7.0
class CreatesTable70 < ActiveRecord::Migration[7.0]
  def change
    create_table :pets do |t|
      t.string :name
      t.timestamps
    end
  end
end

# since: 7.0
class CreatesTableWithReferences70 < ActiveRecord::Migration[7.0]
  def change
    create_table :pets do |t|
      t.references :owner, foreign_key: true
      t.belongs_to :vet, polymorphic: true
      t.datetime :born_at
      t.index "lower(name)" if false
    end
  end
end

# since: 7.0
class CreatesTableWithIntegerKey70 < ActiveRecord::Migration[7.0]
  def change
    create_table :pets, id: :integer do |t|
      t.datetime :seen_at, null: false
    end
  end
end

# since: 7.0
class CreatesTableWithBigintKey70 < ActiveRecord::Migration[7.0]
  def change
    create_table :pets, id: :bigint
  end
end

# since: 7.0
class CreatesTableWithPrimaryKey70 < ActiveRecord::Migration[7.0]
  def change
    create_table :pets, id: false do |t|
      t.primary_key :number
      t.column :seen_at, :datetime
    end
  end
end

# since: 7.0
class CreatesTableWithCompositeKey70 < ActiveRecord::Migration[7.0]
  def change
    create_table :pets, primary_key: [:a, :b] do |t|
      t.integer :a
      t.integer :b
    end
  end
end

# since: 7.0
class CreatesJoinTable70 < ActiveRecord::Migration[7.0]
  def change
    create_join_table :owners, :pets
  end
end

# since: 7.0
class AddsReference70 < ActiveRecord::Migration[7.0]
  def change
    add_reference :owners, :city
  end
end

# since: 7.0
class AddsReferenceWithIndex70 < ActiveRecord::Migration[7.0]
  def change
    add_belongs_to :owners, :city, index: true, polymorphic: true
  end
end

# since: 7.0
class AddsTimestamps70 < ActiveRecord::Migration[7.0]
  def change
    add_timestamps :owners, null: true
  end
end

# since: 7.0
class AddsTimestampsPlain70 < ActiveRecord::Migration[7.0]
  def change
    add_timestamps :owners, default: "2001-01-01"
  end
end

# since: 7.0
class AddsDatetime70 < ActiveRecord::Migration[7.0]
  def change
    add_column :owners, :seen_at, :datetime
  end
end

# since: 7.0
class AddsTimestamp70 < ActiveRecord::Migration[7.0]
  def change
    add_column :owners, :seen_at, :timestamp, precision: 3
  end
end

# since: 7.0
class AddsPrimaryKey70 < ActiveRecord::Migration[7.0]
  def change
    remove_column :owners, :id
    add_column :owners, :number, :primary_key
  end
end

# since: 7.0
class AddsIndexOfLongName70 < ActiveRecord::Migration[7.0]
  def change
    add_index :owners, [:favourite_colour_of_the_owner, :favourite_season_of_the_owner]
  end
end

# since: 7.0
class AddsTableOfLongIndexName70 < ActiveRecord::Migration[7.0]
  def change
    create_table :pets do |t|
      t.string :favourite_colour_of_the_animal
      t.string :favourite_season_of_the_animal
      t.index [:favourite_colour_of_the_animal, :favourite_season_of_the_animal]
    end
  end
end

# since: 7.0
class ChangesTableWithColumns70 < ActiveRecord::Migration[7.0]
  def change
    change_table :owners do |t|
      t.datetime :seen_at
      t.references :city
      t.timestamps null: true
    end
  end
end

# since: 7.0
class ChangesTableInBulk70 < ActiveRecord::Migration[7.0]
  def change
    change_table :owners, bulk: true do |t|
      t.datetime :seen_at
      t.references :city, index: true
    end
  end
end

# since: 7.0
class ChangesDefaultFromTo70 < ActiveRecord::Migration[7.0]
  def change
    change_column_default :owners, :name, from: nil, to: "x"
  end
end

# since: 7.0
class RenamesTable70 < ActiveRecord::Migration[7.0]
  def change
    rename_table :owners, :holders
  end
end

# since: 7.0
class RemovesIndexByName70 < ActiveRecord::Migration[7.0]
  def change
    remove_index :owners, name: "names", column: :name
  end
end

# since: 7.0
class RemovesMissingIndex70 < ActiveRecord::Migration[7.0]
  def change
    remove_index :owners, :age
  end
end

# since: 7.0
class ChangesColumn70 < ActiveRecord::Migration[7.0]
  def up
    change_column :owners, :name, :string, limit: 40, null: false, default: "x"
  end
end

# since: 7.0
class ChangesColumnToDatetime70 < ActiveRecord::Migration[7.0]
  def up
    change_column :owners, :born_on, :datetime
  end
end

# since: 7.0
class ChangesNullByText70 < ActiveRecord::Migration[7.0]
  def up
    change_column_null :owners, :name, "false"
  end
end

# since: 7.1
class CreatesTable71 < ActiveRecord::Migration[7.1]
  def change
    create_table :pets do |t|
      t.string :name
      t.timestamps
    end
  end
end

# since: 7.1
class CreatesTableWithReferences71 < ActiveRecord::Migration[7.1]
  def change
    create_table :pets do |t|
      t.references :owner, foreign_key: true
      t.belongs_to :vet, polymorphic: true
      t.datetime :born_at
      t.index "lower(name)" if false
    end
  end
end

# since: 7.1
class CreatesTableWithIntegerKey71 < ActiveRecord::Migration[7.1]
  def change
    create_table :pets, id: :integer do |t|
      t.datetime :seen_at, null: false
    end
  end
end

# since: 7.1
class CreatesTableWithBigintKey71 < ActiveRecord::Migration[7.1]
  def change
    create_table :pets, id: :bigint
  end
end

# since: 7.1
class CreatesTableWithPrimaryKey71 < ActiveRecord::Migration[7.1]
  def change
    create_table :pets, id: false do |t|
      t.primary_key :number
      t.column :seen_at, :datetime
    end
  end
end

# since: 7.1
class CreatesTableWithCompositeKey71 < ActiveRecord::Migration[7.1]
  def change
    create_table :pets, primary_key: [:a, :b] do |t|
      t.integer :a
      t.integer :b
    end
  end
end

# since: 7.1
class CreatesJoinTable71 < ActiveRecord::Migration[7.1]
  def change
    create_join_table :owners, :pets
  end
end

# since: 7.1
class AddsReference71 < ActiveRecord::Migration[7.1]
  def change
    add_reference :owners, :city
  end
end

# since: 7.1
class AddsReferenceWithIndex71 < ActiveRecord::Migration[7.1]
  def change
    add_belongs_to :owners, :city, index: true, polymorphic: true
  end
end

# since: 7.1
class AddsTimestamps71 < ActiveRecord::Migration[7.1]
  def change
    add_timestamps :owners, null: true
  end
end

# since: 7.1
class AddsTimestampsPlain71 < ActiveRecord::Migration[7.1]
  def change
    add_timestamps :owners, default: "2001-01-01"
  end
end

# since: 7.1
class AddsDatetime71 < ActiveRecord::Migration[7.1]
  def change
    add_column :owners, :seen_at, :datetime
  end
end

# since: 7.1
class AddsTimestamp71 < ActiveRecord::Migration[7.1]
  def change
    add_column :owners, :seen_at, :timestamp, precision: 3
  end
end

# since: 7.1
class AddsPrimaryKey71 < ActiveRecord::Migration[7.1]
  def change
    remove_column :owners, :id
    add_column :owners, :number, :primary_key
  end
end

# since: 7.1
class AddsIndexOfLongName71 < ActiveRecord::Migration[7.1]
  def change
    add_index :owners, [:favourite_colour_of_the_owner, :favourite_season_of_the_owner]
  end
end

# since: 7.1
class AddsTableOfLongIndexName71 < ActiveRecord::Migration[7.1]
  def change
    create_table :pets do |t|
      t.string :favourite_colour_of_the_animal
      t.string :favourite_season_of_the_animal
      t.index [:favourite_colour_of_the_animal, :favourite_season_of_the_animal]
    end
  end
end

# since: 7.1
class ChangesTableWithColumns71 < ActiveRecord::Migration[7.1]
  def change
    change_table :owners do |t|
      t.datetime :seen_at
      t.references :city
      t.timestamps null: true
    end
  end
end

# since: 7.1
class ChangesTableInBulk71 < ActiveRecord::Migration[7.1]
  def change
    change_table :owners, bulk: true do |t|
      t.datetime :seen_at
      t.references :city, index: true
    end
  end
end

# since: 7.1
class ChangesDefaultFromTo71 < ActiveRecord::Migration[7.1]
  def change
    change_column_default :owners, :name, from: nil, to: "x"
  end
end

# since: 7.1
class RenamesTable71 < ActiveRecord::Migration[7.1]
  def change
    rename_table :owners, :holders
  end
end

# since: 7.1
class RemovesIndexByName71 < ActiveRecord::Migration[7.1]
  def change
    remove_index :owners, name: "names", column: :name
  end
end

# since: 7.1
class RemovesMissingIndex71 < ActiveRecord::Migration[7.1]
  def change
    remove_index :owners, :age
  end
end

# since: 7.1
class ChangesColumn71 < ActiveRecord::Migration[7.1]
  def up
    change_column :owners, :name, :string, limit: 40, null: false, default: "x"
  end
end

# since: 7.1
class ChangesColumnToDatetime71 < ActiveRecord::Migration[7.1]
  def up
    change_column :owners, :born_on, :datetime
  end
end

# since: 7.1
class ChangesNullByText71 < ActiveRecord::Migration[7.1]
  def up
    change_column_null :owners, :name, "false"
  end
end
