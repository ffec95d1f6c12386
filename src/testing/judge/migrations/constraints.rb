class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :products do |t|
      t.string :name
      t.integer :price
      t.integer :discount
      t.date :starts_on
      t.date :ends_on
      t.check_constraint "price > discount", name: "price_above_discount"
    end
    add_check_constraint :products, "price > 0"
  end
end

class AddCheck < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "discount >= 0"
  end
end

class AddNamedCheck < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "discount >= 0 AND discount < 100", name: "discount_in_range"
  end
end

class AddCheckTwice < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "price > 0"
  end
end

# since: 7.1
class AddCheckIfNotExists < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "price > 0", if_not_exists: true
  end
end

# since: 7.1
class AddCheckOfNameIfNotExists < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "price > 5", name: "price_above_discount", if_not_exists: true
  end
end

class AddCheckOnMissingColumn < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "weight > 0"
  end
end

# only: postgresql
class AddCheckOfList < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "name IN ('a', 'b')", name: "names"
  end
end

# only: postgresql
class AddCheckOfFunctions < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "char_length(name) BETWEEN 1 AND 20 OR name IS NULL", name: "name_length"
  end
end

# only: mysql
class AddCheckOfListOnMysql < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "name IN ('a', 'b') OR price IS NULL", name: "names"
  end
end

# only: sqlite
class AddCheckOfListOnSqlite < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "name IN ('a', 'b') OR price IS NULL", name: "names"
  end
end

# only: postgresql
class AddCheckNotValid < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "discount >= 0", name: "discount_not_negative", validate: false
  end
end

# only: postgresql
class AddCheckAndValidate < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :products, "discount >= 0", name: "discount_not_negative", validate: false
    validate_check_constraint :products, name: "discount_not_negative"
  end
end

class RemoveCheckByExpression < ActiveRecord::Migration[7.2]
  def change
    remove_check_constraint :products, "price > 0"
  end
end

class RemoveCheckByName < ActiveRecord::Migration[7.2]
  def change
    remove_check_constraint :products, name: "price_above_discount"
  end
end

class RemoveCheckByExpressionAndName < ActiveRecord::Migration[7.2]
  def change
    remove_check_constraint :products, "price > discount", name: "price_above_discount"
  end
end

class RemoveMissingCheck < ActiveRecord::Migration[7.2]
  def change
    remove_check_constraint :products, "discount > 5"
  end
end

# since: 7.1
class RemoveMissingCheckIfExists < ActiveRecord::Migration[7.2]
  def change
    remove_check_constraint :products, "discount > 5", if_exists: true
  end
end

class RenameColumnOfChecks < ActiveRecord::Migration[7.2]
  def change
    rename_column :products, :price, :cost
  end
end

class RenameTableOfChecks < ActiveRecord::Migration[7.2]
  def change
    rename_table :products, :goods
  end
end

class ChangeTypeOfCheckedColumn < ActiveRecord::Migration[7.2]
  def up
    change_column :products, :price, :bigint
  end

  def down
    change_column :products, :price, :integer
  end
end

class CreateTableWithChecks < ActiveRecord::Migration[7.2]
  def change
    create_table :offers do |t|
      t.integer :price
      t.check_constraint "price > 10", name: "dear"
      t.check_constraint "price < 1000"
    end
  end
end

# only: postgresql
# since: 7.1
class AddUniqueConstraint < ActiveRecord::Migration[7.2]
  def change
    add_unique_constraint :products, :name
  end
end

# only: postgresql
# since: 7.1
class AddNamedUniqueConstraint < ActiveRecord::Migration[7.2]
  def change
    add_unique_constraint :products, [:name, :price], name: "one_price", deferrable: :deferred
  end
end

# only: postgresql
# since: 7.2
class AddUniqueConstraintWithNulls < ActiveRecord::Migration[7.2]
  def change
    add_unique_constraint :products, [:name, :price], nulls_not_distinct: true, deferrable: :immediate
  end
end

# only: postgresql
# since: 7.1
class AddUniqueConstraintDeferrableTrue < ActiveRecord::Migration[7.2]
  def change
    add_unique_constraint :products, :name, deferrable: true
  end
end

# only: postgresql
# since: 7.1
class AddUniqueConstraintUsingIndex < ActiveRecord::Migration[7.2]
  def change
    add_index :products, :name, unique: true, name: "unique_names"
    add_unique_constraint :products, using_index: "unique_names", name: "one_name"
  end
end

# only: postgresql
# since: 7.1
class AddUniqueConstraintUsingIndexAndColumn < ActiveRecord::Migration[7.2]
  def change
    add_unique_constraint :products, :name, using_index: "unique_names"
  end
end

# only: postgresql
# since: 7.1
class RemoveUniqueConstraint < ActiveRecord::Migration[7.2]
  def change
    add_unique_constraint :products, :name, name: "names"
    remove_unique_constraint :products, :name, name: "names"
  end
end

# only: postgresql
# since: 7.1
class RemoveUniqueConstraintByName < ActiveRecord::Migration[7.2]
  def change
    add_unique_constraint :products, :name, name: "names"
    remove_unique_constraint :products, name: "names"
  end
end

# only: postgresql
# since: 7.1
class RemoveMissingUniqueConstraint < ActiveRecord::Migration[7.2]
  def change
    remove_unique_constraint :products, :name
  end
end

# only: postgresql
# since: 7.1
class AddExclusionConstraint < ActiveRecord::Migration[7.2]
  def change
    add_exclusion_constraint :products, "daterange(starts_on, ends_on) WITH &&", using: :gist, name: "no_overlap"
  end
end

# only: postgresql
# since: 7.1
class AddExclusionConstraintWithOptions < ActiveRecord::Migration[7.2]
  def change
    enable_extension "btree_gist"
    add_exclusion_constraint :products, "name WITH =, daterange(starts_on, ends_on) WITH &&", using: :gist, where: "price > 0", deferrable: :deferred
  end
end

# only: postgresql
# since: 7.1
class RemoveExclusionConstraint < ActiveRecord::Migration[7.2]
  def up
    add_exclusion_constraint :products, "daterange(starts_on, ends_on) WITH &&", using: :gist, name: "no_overlap"
    remove_exclusion_constraint :products, name: "no_overlap"
  end
end

# only: postgresql
# since: 7.1
class RemoveExclusionConstraintInChange < ActiveRecord::Migration[7.2]
  def change
    add_exclusion_constraint :products, "daterange(starts_on, ends_on) WITH &&", using: :gist, name: "no_overlap"
    remove_exclusion_constraint :products, name: "no_overlap"
  end
end

# only: postgresql
# since: 7.1
class CreateTableWithConstraints < ActiveRecord::Migration[7.2]
  def change
    create_table :stays do |t|
      t.date :from_day
      t.date :to_day
      t.integer :place
      t.unique_constraint [:place, :from_day], deferrable: :deferred
      t.exclusion_constraint "daterange(from_day, to_day) WITH &&", using: :gist
    end
  end
end

# only: mysql, sqlite
# since: 7.1
class AddUniqueConstraintElsewhere < ActiveRecord::Migration[7.2]
  def change
    add_unique_constraint :products, :name
  end
end
