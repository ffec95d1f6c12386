/**
 * What common gems add to migrations, in Ruby that the evaluator follows like a project's own
 * helper modules. Each is written after the gem's public behaviour in the version named.
 */
export const GEM_CODE: { readonly [path: string]: string } = {
  // https://github.com/fatkodima/online_migrations/blob/v0.29.0/lib/online_migrations/schema_statements.rb
  'online_migrations/schema_statements.rb': `
module OnlineMigrations
  module SchemaStatements
    def add_column_with_default(table, column, type, **options)
      add_column(table, column, type, **options.except(:batch_size, :batch_column_name, :progress, :pause_ms))
    end

    def add_not_null_constraint(table, column, name: nil, validate: true)
      name ||= constraint_name_for(table, "#{column}_not_null")
      return if check_constraint_exists?(table, name: name)
      add_check_constraint(table, "#{column} IS NOT NULL", name: name, validate: validate)
    end

    def validate_not_null_constraint(table, column, name: nil)
      validate_check_constraint(table, name: name || constraint_name_for(table, "#{column}_not_null"))
    end

    def remove_not_null_constraint(table, column, name: nil)
      remove_check_constraint(table, name: name || constraint_name_for(table, "#{column}_not_null"))
    end

    def add_text_limit_constraint(table, column, limit, name: nil, validate: true)
      name ||= constraint_name_for(table, "#{column}_max_length")
      return if check_constraint_exists?(table, name: name)
      add_check_constraint(table, "char_length(#{column}) <= #{limit}", name: name, validate: validate)
    end

    def validate_text_limit_constraint(table, column, name: nil)
      validate_check_constraint(table, name: name || constraint_name_for(table, "#{column}_max_length"))
    end

    def remove_text_limit_constraint(table, column, limit = nil, name: nil)
      remove_check_constraint(table, name: name || constraint_name_for(table, "#{column}_max_length"))
    end

    def add_reference_concurrently(table, ref, **options)
      column = "#{ref}_id"
      unless column_exists?(table, column)
        add_column(table, column, options[:type] || :bigint, null: options.fetch(:null, true))
      end
      polymorphic = options[:polymorphic]
      if polymorphic && !column_exists?(table, "#{ref}_type")
        add_column(table, "#{ref}_type", :string, null: polymorphic.is_a?(Hash) ? polymorphic[:null] : true)
      end
      index = options.fetch(:index, true)
      if index
        index = {} if index == true
        columns = polymorphic ? ["#{ref}_type", column] : [column]
        index = { name: "index_#{table}_on_#{ref}" }.merge(index) if polymorphic
        add_index(table, columns, **index, algorithm: :concurrently)
      end
      foreign_key = options[:foreign_key]
      if foreign_key
        foreign_key = {} if foreign_key == true
        parent = foreign_key[:to_table] || ref.to_s.pluralize
        add_foreign_key(table, parent, **foreign_key.except(:to_table), column: column)
      end
    end

    def initialize_column_rename(table, column, new_column)
      initialize_columns_rename(table, { column => new_column })
    end

    def initialize_columns_rename(table, columns)
      hidden = "#{table.to_s[0, 49]}_column_rename"
      rename_table(table, hidden)
      aliases = columns.map { |from, to| "#{quote_column_name(from)} AS #{quote_column_name(to)}" }
      execute("CREATE VIEW #{quote_table_name(table)} AS SELECT *, #{aliases.join(", ")} FROM #{quote_table_name(hidden)}")
    end

    def revert_initialize_column_rename(table, column = nil, new_column = nil)
      revert_initialize_columns_rename(table)
    end

    def revert_initialize_columns_rename(table, columns = nil)
      execute("DROP VIEW #{quote_table_name(table)}")
      rename_table("#{table.to_s[0, 49]}_column_rename", table)
    end

    def finalize_column_rename(table, column, new_column)
      finalize_columns_rename(table, { column => new_column })
    end

    def finalize_columns_rename(table, columns)
      revert_initialize_columns_rename(table)
      columns.each { |from, to| rename_column(table, from, to) }
    end

    def revert_finalize_column_rename(table, column, new_column)
      revert_finalize_columns_rename(table, { column => new_column })
    end

    def revert_finalize_columns_rename(table, columns)
      columns.each { |from, to| rename_column(table, to, from) }
      initialize_columns_rename(table, columns)
    end

    def initialize_table_rename(table, new_name)
      rename_table(table, new_name)
      revert_finalize_table_rename(table, new_name)
    end

    def revert_initialize_table_rename(table, new_name)
      finalize_table_rename(table)
      rename_table(new_name, table)
    end

    def finalize_table_rename(table, new_name = nil)
      execute("DROP VIEW IF EXISTS #{quote_table_name(table)}")
    end

    def revert_finalize_table_rename(table, new_name)
      execute("CREATE VIEW #{quote_table_name(table)} AS SELECT * FROM #{quote_table_name(new_name)}")
    end

    def swap_column_names(table, one, other)
      rename_column(table, one, "#{one}_tmp")
      rename_column(table, other, one)
      rename_column(table, "#{one}_tmp", other)
    end
  end
end
`,
  // https://github.com/mezis/fuzzily/blob/v0.3.3/lib/fuzzily/migration.rb
  'fuzzily/migration.rb': `
module Fuzzily
  module Migration
    def trigrams_table_name=(name)
      @trigrams_table_name = name
    end

    def trigrams_owner_id_column_type=(type)
      @trigrams_owner_id_column_type = type
    end

    def up
      table = @trigrams_table_name || :trigrams
      create_table table do |t|
        t.string :trigram, limit: 3
        t.integer :score, limit: 2
        t.column :owner_id, @trigrams_owner_id_column_type || :integer
        t.string :owner_type
        t.string :fuzzy_field
      end
      add_index table, [:owner_id, :owner_type, :fuzzy_field, :trigram, :score], name: :index_for_match
      add_index table, [:owner_id, :owner_type], name: :index_by_owner
    end
  end
end
`,
  // https://github.com/globalize/globalize/blob/v7.0.0/lib/globalize/active_record/migration.rb
  'globalize/migrator.rb': `
module Globalize
  class Migrator
    def initialize(model, translated)
      @model = model
      @translated = translated
      @source = model.table_name
      @table = "#{model.table_name.singularize}_translations"
      @key = "#{model.table_name.singularize}_id"
    end

    def connection
      @model.connection
    end

    def create_translation_table!(fields = {}, options = {})
      fields = @translated.to_h { |name| [name, type_of(name)] } if fields.empty?
      owner = @source.singularize
      key = connection.columns(@source).find { |column| column.name == connection.primary_key(@source) }
      connection.create_table(@table) do |t|
        t.references owner, null: false, index: false, type: key.type, limit: key.limit
        t.string :locale, null: false
        t.timestamps null: false
      end
      add_translation_fields!(fields, options)
      connection.add_index @table, @key, name: "index_#{@table}_on_#{owner}_id"
      connection.add_index @table, :locale, name: "index_#{@table}_on_locale"
      if options[:unique_index]
        connection.add_index @table, [@key, :locale], name: "index_#{@table}_on_#{owner}_id_and_locale", unique: true
      end
    end

    def add_translation_fields!(fields, options = {})
      fields.each do |name, type|
        if type.is_a?(Hash)
          connection.add_column @table, name, type[:type], **type.except(:type)
        else
          connection.add_column @table, name, type
        end
      end
      @model.find_each { |record| record.save! } if options[:migrate_data]
      if options[:remove_source_columns]
        fields.each_key do |name|
          connection.remove_column(@source, name) if connection.column_exists?(@source, name)
        end
      end
    end

    def drop_translation_table!(options = {})
      if options[:create_source_columns]
        @translated.each do |name|
          next if connection.column_exists?(@source, name)
          column = connection.columns(@table).find { |other| other.name == name.to_s }
          connection.add_column @source, name, column.type
        end
      end
      @model.update_all("") if options[:migrate_data]
      connection.drop_table @table
    end

    def type_of(name)
      column = connection.columns(@source).find { |other| other.name == name.to_s }
      column ? column.type : :string
    end
  end
end
`,
};
