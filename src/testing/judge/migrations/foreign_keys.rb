class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :authors do |t|
      t.string :name
    end
    create_table :publishers, id: :integer do |t|
      t.string :name
    end
    create_table :languages, primary_key: :code, id: { type: :string, limit: 2 }
    create_table :books do |t|
      t.references :author, foreign_key: true
      t.bigint :editor_id
      t.integer :publisher_id
      t.string :language_code, limit: 2
      t.references :series
      t.index :editor_id
    end
    add_foreign_key :books, :authors, column: :editor_id, name: "editors", on_delete: :nullify
  end
end

class AddReference < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :translator
  end
end

class AddBelongsTo < ActiveRecord::Migration[7.2]
  def change
    add_belongs_to :books, :translator
  end
end

class AddReferenceWithoutIndex < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :translator, index: false
  end
end

class AddReferenceWithNamedIndex < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :translator, index: { name: "by_translator", unique: true }
  end
end

class AddReferenceWithForeignKey < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :publisher2, type: :integer, foreign_key: { to_table: :publishers }
  end
end

class AddReferenceWithForeignKeyOfSameName < ActiveRecord::Migration[7.2]
  def change
    create_table :translators
    add_reference :books, :translator, foreign_key: true
  end
end

class AddReferenceToMissingTable < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :translator, foreign_key: true
  end
end

class AddReferenceWithForeignKeyOptions < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :translator, foreign_key: { to_table: :authors, name: "translators", on_delete: :cascade, on_update: :restrict }
  end
end

class AddReferenceOfType < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :translator, type: :string, limit: 36
  end
end

class AddReferenceNotNull < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :translator, null: false, default: 0
  end
end

class AddReferenceWithComment < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :translator, comment: "who translated it"
  end
end

class AddPolymorphicReference < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :owner, polymorphic: true
  end
end

class AddPolymorphicReferenceNotNull < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :owner, polymorphic: true, null: false, default: 0
  end
end

class AddPolymorphicReferenceWithOptions < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :owner, polymorphic: { default: "Author", limit: 40 }, index: { name: "owners" }
  end
end

class AddPolymorphicReferenceWithUniqueIndex < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :owner, polymorphic: true, index: { unique: true }
  end
end

class AddPolymorphicReferenceWithoutIndex < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :owner, polymorphic: true, index: false, type: :integer
  end
end

class AddPolymorphicReferenceWithForeignKey < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :owner, polymorphic: true, foreign_key: true
  end
end

class AddReferenceIfNotExists < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :author, if_not_exists: true
  end
end

# only: mysql
class AddReferenceAfter < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :translator, after: :author_id, index: true
  end
end

# only: mysql
class AddReferenceFirstPolymorphic < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :owner, polymorphic: true, first: true
  end
end

# only: postgresql
class AddReferenceConcurrently < ActiveRecord::Migration[7.2]
  disable_ddl_transaction!

  def change
    add_reference :books, :translator, index: { algorithm: :concurrently }
  end
end

# only: postgresql
class AddReferenceWithPartialIndex < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :translator, type: :uuid, index: { where: "translator_id IS NOT NULL", using: :hash }
  end
end

class RemoveReference < ActiveRecord::Migration[7.2]
  def change
    remove_reference :books, :series
  end
end

class RemoveReferenceWithoutIndexed < ActiveRecord::Migration[7.2]
  def change
    remove_reference :books, :series, index: false
  end
end

class RemoveReferenceWithForeignKey < ActiveRecord::Migration[7.2]
  def change
    remove_reference :books, :author, foreign_key: true
  end
end

class RemoveReferenceWithForeignKeyUnsaid < ActiveRecord::Migration[7.2]
  def change
    remove_reference :books, :author
  end
end

class RemoveReferenceWithForeignKeyToTable < ActiveRecord::Migration[7.2]
  def change
    remove_reference :books, :editor, foreign_key: { to_table: :authors }
  end
end

class RemoveBelongsTo < ActiveRecord::Migration[7.2]
  def change
    remove_belongs_to :books, :series
  end
end

class RemoveMissingReference < ActiveRecord::Migration[7.2]
  def change
    remove_reference :books, :translator
  end
end

class RemovePolymorphicReference < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :owner, polymorphic: true
    remove_reference :books, :owner, polymorphic: true
  end
end

class AddForeignKey < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers
  end
end

class AddForeignKeyTwice < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :authors
  end
end

class AddForeignKeyIfNotExists < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :authors, if_not_exists: true
  end
end

class AddNewForeignKeyIfNotExists < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, if_not_exists: true
  end
end

class AddForeignKeyToPrimaryKey < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :languages, column: :language_code, primary_key: :code
  end
end

class AddForeignKeyWithoutPrimaryKey < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :languages, column: :language_code
  end
end

class AddForeignKeyOfOtherType < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, column: :language_code
  end
end

class AddForeignKeyOfOtherSize < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :authors, column: :publisher_id
  end
end

class AddForeignKeyOnMissingColumn < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :authors, column: :illustrator_id
  end
end

class AddForeignKeyToMissingTable < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :illustrators, column: :editor_id
  end
end

class AddNamedForeignKey < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, name: "published_by"
  end
end

class AddForeignKeyOnDeleteCascade < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, on_delete: :cascade
  end
end

class AddForeignKeyOnUpdateNullify < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, on_update: :nullify, on_delete: :restrict
  end
end

class AddForeignKeyOnDeleteUnknown < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, on_delete: :delete
  end
end

# only: postgresql, sqlite
# since: 7.2
class AddDeferrableForeignKey < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, deferrable: :deferred
  end
end

# only: postgresql
# since: 7.1
class AddImmediateForeignKey < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, deferrable: :immediate
  end
end

# only: postgresql
# since: 7.1
class AddForeignKeyDeferrableTrue < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, deferrable: true
  end
end

# only: postgresql
# since: 7.1
class AddForeignKeyDeferrableTrueOfOldVersion < ActiveRecord::Migration[7.0]
  def change
    add_foreign_key :books, :publishers, deferrable: true
  end
end

# only: postgresql
class AddForeignKeyNotValid < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, validate: false
  end
end

# only: postgresql
class AddForeignKeyAndValidate < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, validate: false
    validate_foreign_key :books, :publishers
  end
end

class RemoveForeignKey < ActiveRecord::Migration[7.2]
  def change
    remove_foreign_key :books, :authors
  end
end

class RemoveForeignKeyByColumn < ActiveRecord::Migration[7.2]
  def change
    remove_foreign_key :books, column: :editor_id
  end
end

class RemoveForeignKeyByName < ActiveRecord::Migration[7.2]
  def change
    remove_foreign_key :books, name: "editors"
  end
end

class RemoveForeignKeyByTableAndColumn < ActiveRecord::Migration[7.2]
  def change
    remove_foreign_key :books, :authors, column: :editor_id, name: "editors", on_delete: :nullify
  end
end

class RemoveForeignKeyByToTable < ActiveRecord::Migration[7.2]
  def change
    remove_foreign_key :books, to_table: :authors
  end
end

class RemoveMissingForeignKey < ActiveRecord::Migration[7.2]
  def change
    remove_foreign_key :books, :publishers
  end
end

class RemoveMissingForeignKeyIfExists < ActiveRecord::Migration[7.2]
  def change
    remove_foreign_key :books, :publishers, if_exists: true
  end
end

class RemoveForeignKeyThenColumn < ActiveRecord::Migration[7.2]
  def change
    remove_foreign_key :books, :authors, column: :author_id
    remove_column :books, :author_id, :bigint
  end
end

class RemoveForeignKeyThenIndex < ActiveRecord::Migration[7.2]
  def change
    remove_foreign_key :books, :authors
    remove_index :books, :author_id
  end
end

class RemoveIndexOfForeignKey < ActiveRecord::Migration[7.2]
  def change
    remove_index :books, :author_id
  end
end

class AddForeignKeyOnUnindexedColumn < ActiveRecord::Migration[7.2]
  def change
    add_foreign_key :books, :publishers, column: :publisher_id
    add_index :books, :publisher_id
  end
end

class RenameParentOfForeignKey < ActiveRecord::Migration[7.2]
  def change
    rename_table :authors, :writers
  end
end

class RenameChildOfForeignKey < ActiveRecord::Migration[7.2]
  def change
    rename_table :books, :volumes
  end
end

class RenameColumnsOfForeignKeys < ActiveRecord::Migration[7.2]
  def change
    rename_column :books, :author_id, :writer_id
    rename_column :books, :editor_id, :redactor_id
  end
end

# since: 7.1
class AddCompositeForeignKey < ActiveRecord::Migration[7.2]
  def change
    create_table :shelves, primary_key: [:room, :number] do |t|
      t.integer :room
      t.integer :number
    end
    add_column :books, :room, :integer
    add_column :books, :shelf_number, :integer
    add_foreign_key :books, :shelves, column: [:room, :shelf_number], primary_key: [:room, :number]
  end
end

class CreateTableWithReferences < ActiveRecord::Migration[7.2]
  def change
    create_table :reviews do |t|
      t.references :book, :author, null: false, foreign_key: true
      t.belongs_to :reviewer, foreign_key: { to_table: :authors, on_delete: :cascade }, index: { unique: true }
      t.references :subject, polymorphic: true, null: false
      t.references :publisher, type: :integer, foreign_key: true, index: false
      t.string :language_code, limit: 2
      t.foreign_key :languages, column: :language_code, primary_key: :code
    end
  end
end
