class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :items do |t|
      t.string :name
      t.index [:name]
    end
  end
end

class TablesAreAsked < ActiveRecord::Migration[7.2]
  def change
    add_column :items, :by_tables, :string if tables.include?("items")
    add_column :items, :by_views, :string if views.empty?
    add_column :items, :by_sources, :string if data_sources.include?("items")
    add_column :items, :by_source, :string if data_source_exists?(:items)
    add_column :items, :by_view, :string unless view_exists?(:items)
    add_column :items, :by_index, :string if index_name_exists?(:items, "index_items_on_name")
    add_column :items, :by_name, :string if index_name(:items, column: :name) == "index_items_on_name"
  end
end

class NamesAreQuoted < ActiveRecord::Migration[7.2]
  def up
    execute "UPDATE #{quote_table_name(:items)} SET #{quote_column_name(:name)} = #{quote("it's")}"
    execute "UPDATE items SET name = '#{quote_string("it's")}' WHERE #{quoted_true} = #{quoted_false}"
    add_column :items, :by_quoting, :string
  end

  def down
    remove_column :items, :by_quoting
  end
end

class LengthsAreAsked < ActiveRecord::Migration[7.2]
  def change
    add_column :items, :by_index_length, :string if connection.index_name_length > 20
    add_column :items, :by_alias_length, :string if connection.table_alias_length > 20
  end
end

# only: postgresql
class CatalogIsAsked < ActiveRecord::Migration[7.2]
  def change
    add_column :items, :by_extension, :string if extension_enabled?("plpgsql")
    add_column :items, :by_extensions, :string if extensions.include?("plpgsql") || extensions.include?("pg_catalog.plpgsql")
    add_column :items, :by_schema, :string if schema_exists?("public")
    add_column :items, :by_schemas, :string if schema_names.include?("public")
    add_column :items, :by_current, :string if current_schema == "public"
    add_column :items, :by_foreign, :string if foreign_tables.empty?
    add_column :items, :by_foreign_table, :string unless foreign_table_exists?(:items)
  end
end

# only: postgresql
# since: 7.1
class TypesOfEnumsAreAsked < ActiveRecord::Migration[7.2]
  def change
    add_column :items, :by_enums, :string if connection.enum_types.empty?
    add_column :items, :by_constraints, :string if unique_constraints(:items).empty? && exclusion_constraints(:items).empty?
  end
end
