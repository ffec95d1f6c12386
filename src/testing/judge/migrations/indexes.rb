class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :users do |t|
      t.string :email
      t.string :name, limit: 80
      t.integer :age
      t.text :bio
      t.boolean :active
      t.index :email, name: "by_email"
      t.index [:name, :age]
      t.index :age, unique: true
      t.index :active
      t.index :active, name: "active_again"
    end
  end
end

class AddIndex < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name
  end
end

class AddIndexByString < ActiveRecord::Migration[7.2]
  def change
    add_index "users", "name"
  end
end

class AddUniqueIndex < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, unique: true
  end
end

class AddNamedIndex < ActiveRecord::Migration[7.2]
  def change
    add_index :users, [:email, :age], name: "email_and_age"
  end
end

class AddIndexThatIsThere < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :age
  end
end

class AddIndexIfNotExists < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :age, if_not_exists: true
  end
end

class AddNewIndexIfNotExists < ActiveRecord::Migration[7.2]
  def change
    add_index :users, [:age, :name], if_not_exists: true
  end
end

class AddIndexOnMissingColumn < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :nickname
  end
end

class AddIndexOnMissingTable < ActiveRecord::Migration[7.2]
  def change
    add_index :people, :name
  end
end

class AddIndexWithUnknownOption < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, uniq: true
  end
end

class AddIndexWithLongName < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, name: "index_of_the_names_of_all_the_users_that_ever_registered_with_us"
  end
end

class AddIndexWithMuchTooLongName < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, name: "index_of_the_names_of_all_the_users_that_ever_registered_with_us_since"
  end
end

class AddIndexOnManyColumns < ActiveRecord::Migration[7.2]
  def change
    add_column :users, :favourite_colour_of_the_season, :string, limit: 20
    add_column :users, :favourite_season_of_the_year, :string, limit: 20
    add_index :users, [:favourite_colour_of_the_season, :favourite_season_of_the_year]
  end
end

class AddIndexWithOrder < ActiveRecord::Migration[7.2]
  def change
    add_index :users, [:name, :email], order: { name: :desc }
  end
end

class AddIndexWithOneOrder < ActiveRecord::Migration[7.2]
  def change
    add_index :users, [:name, :email], order: :desc
  end
end

# only: postgresql
class AddIndexWithNullsLast < ActiveRecord::Migration[7.2]
  def change
    add_index :users, [:name, :email], order: { name: "DESC NULLS LAST", email: "ASC NULLS FIRST" }
  end
end

# only: postgresql, sqlite
class AddPartialIndex < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, where: "age > 18 AND active"
  end
end

# only: mysql
class AddPartialIndexOnMysql < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, where: "age > 18"
  end
end

# only: postgresql, sqlite
class AddUniquePartialIndex < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :email, unique: true, where: "email IS NOT NULL", name: "emails"
  end
end

# only: postgresql
class AddIndexOnExpression < ActiveRecord::Migration[7.2]
  def change
    add_index :users, "lower(email)"
  end
end

# only: postgresql
class AddIndexOnExpressionsAndColumn < ActiveRecord::Migration[7.2]
  def change
    add_index :users, "lower(email), name DESC", name: "lower_emails"
  end
end

# only: sqlite
class AddIndexOnExpressionOnSqlite < ActiveRecord::Migration[7.2]
  def change
    add_index :users, "lower(email)", name: "lower_emails"
  end
end

# only: postgresql
class AddIndexUsingGin < ActiveRecord::Migration[7.2]
  def change
    enable_extension "pg_trgm"
    add_index :users, :bio, using: :gin, opclass: :gin_trgm_ops
  end
end

# only: postgresql
class AddIndexUsingHash < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :email, using: :hash
  end
end

# only: postgresql
class AddIndexUsingBrin < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :age, using: "brin", name: "ages"
  end
end

# only: postgresql
class AddIndexWithOpclass < ActiveRecord::Migration[7.2]
  def change
    add_index :users, [:email, :name], opclass: { email: :varchar_pattern_ops }
  end
end

# only: postgresql
class AddIndexWithOneOpclass < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :email, opclass: :text_pattern_ops
  end
end

# only: postgresql
# since: 7.1
class AddIndexWithInclude < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :email, include: [:name, :age]
  end
end

# only: postgresql
# since: 7.1
class AddIndexWithNullsNotDistinct < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :email, unique: true, nulls_not_distinct: true
  end
end

# only: postgresql
class AddIndexConcurrently < ActiveRecord::Migration[7.2]
  disable_ddl_transaction!

  def change
    add_index :users, :name, algorithm: :concurrently
  end
end

# only: postgresql
class AddIndexConcurrentlyInTransaction < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, algorithm: :concurrently
  end
end

class AddIndexWithUnknownAlgorithm < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, algorithm: :fast
  end
end

# only: postgresql
class AddIndexWithComment < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, comment: "for the search"
  end
end

# only: mysql
class AddIndexWithLength < ActiveRecord::Migration[7.2]
  def change
    add_index :users, [:bio, :name], length: { bio: 20 }
  end
end

# only: mysql
class AddIndexWithOneLength < ActiveRecord::Migration[7.2]
  def change
    add_index :users, [:email, :name], length: 10
  end
end

# only: mysql
class AddIndexOnTextWithoutLength < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :bio
  end
end

# only: mysql
class AddFulltextIndex < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :bio, type: :fulltext
  end
end

# only: mysql
class AddIndexUsingBtree < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, using: :btree
  end
end

# only: mysql
class AddIndexUsingHashOnMysql < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, using: :hash
  end
end

# only: mysql
class AddIndexInplace < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, algorithm: :inplace
  end
end

# only: mysql
class AddIndexWithCommentOnMysql < ActiveRecord::Migration[7.2]
  def change
    add_index :users, :name, comment: "for the search"
  end
end

class RemoveIndexByColumn < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, :age
  end
end

class RemoveIndexByColumnOption < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, column: [:name, :age]
  end
end

class RemoveIndexByName < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, name: "by_email"
  end
end

class RemoveIndexByNameAndColumn < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, :email, name: "by_email"
  end
end

class RemoveUniqueIndexReversibly < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, column: :age, unique: true
  end
end

class RemoveIndexOfOtherNameByColumn < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, :email
  end
end

class RemoveOneOfTwoIndexes < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, :active
  end
end

class RemoveMissingIndex < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, :name
  end
end

class RemoveMissingIndexByName < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, name: "by_name"
  end
end

class RemoveMissingIndexIfExists < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, :name, if_exists: true
  end
end

class RemoveIndexIfExists < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, :age, if_exists: true
  end
end

class RemoveIndexWithoutAnything < ActiveRecord::Migration[7.2]
  def change
    remove_index :users
  end
end

class RemoveIndexWithWrongColumn < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, :age, name: "by_email"
  end
end

# only: postgresql
class RemoveIndexConcurrently < ActiveRecord::Migration[7.2]
  disable_ddl_transaction!

  def change
    remove_index :users, :age, algorithm: :concurrently
  end
end

class RenameIndex < ActiveRecord::Migration[7.2]
  def change
    rename_index :users, "by_email", "users_by_email"
  end
end

class RenameIndexToDefaultName < ActiveRecord::Migration[7.2]
  def change
    rename_index :users, :by_email, :index_users_on_email
  end
end

class RenameMissingIndex < ActiveRecord::Migration[7.2]
  def change
    rename_index :users, "by_name", "users_by_name"
  end
end

class RenameIndexToTakenName < ActiveRecord::Migration[7.2]
  def change
    rename_index :users, "by_email", "active_again"
  end
end

class RenameIndexToLongName < ActiveRecord::Migration[7.2]
  def change
    rename_index :users, "by_email", "index_of_the_emails_of_all_the_users_that_ever_registered_with_us_since"
  end
end

class RemoveThenAddIndex < ActiveRecord::Migration[7.2]
  def change
    remove_index :users, :age, unique: true
    add_index :users, :age
  end
end

class RenameColumnOfManyIndexes < ActiveRecord::Migration[7.2]
  def change
    rename_column :users, :active, :enabled
  end
end

class RemoveColumnOfManyIndexes < ActiveRecord::Migration[7.2]
  def change
    remove_column :users, :active, :boolean
  end
end
