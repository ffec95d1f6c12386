class Start < ActiveRecord::Migration[7.2]
  def up
    return unless connection.adapter_name == "PostgreSQL"

    enable_extension "citext"
    execute "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')"
    create_table :people do |t|
      t.string :name
      t.integer :age
      t.column :mood, "mood", default: "ok", null: false if ActiveRecord::VERSION::MAJOR > 6
      t.string :tags, array: true, default: []
      t.jsonb :settings, default: {}
    end
  end
end

# only: postgresql
class EnableExtension < ActiveRecord::Migration[7.2]
  def change
    enable_extension "hstore"
    add_column :people, :extra, :hstore, default: { "a" => "b" }
  end
end

# only: postgresql
class EnableExtensionTwice < ActiveRecord::Migration[7.2]
  def change
    enable_extension :citext
  end
end

# only: postgresql
class EnableUnknownExtension < ActiveRecord::Migration[7.2]
  def change
    enable_extension "does_not_exist"
  end
end

# only: postgresql
class DisableExtension < ActiveRecord::Migration[7.2]
  def change
    disable_extension "citext"
  end
end

# only: postgresql
class DisableExtensionInUse < ActiveRecord::Migration[7.2]
  def up
    add_column :people, :email, :citext
    disable_extension "citext"
  end
end

# only: postgresql
# since: 7.1
class DisableExtensionByCascade < ActiveRecord::Migration[7.2]
  def up
    add_column :people, :email, :citext
    disable_extension "citext", force: :cascade
  end
end

# only: postgresql
# since: 7.1
class DisableExtensionInUseOfOldVersion < ActiveRecord::Migration[7.0]
  def up
    add_column :people, :email, :citext
    disable_extension "citext"
  end
end

# only: postgresql
# since: 7.0
class CreateEnum < ActiveRecord::Migration[7.2]
  def change
    create_enum :size, %w[small large]
    add_column :people, :size, :enum, enum_type: :size, default: "small", null: false
  end
end

# only: postgresql
# since: 7.0
class CreateEnumTwice < ActiveRecord::Migration[7.2]
  def change
    create_enum :mood, %w[sad ok happy]
  end
end

# only: postgresql
# since: 7.0
class CreateEnumThatDiffers < ActiveRecord::Migration[7.2]
  def change
    create_enum :mood, %w[sad glad]
  end
end

# only: postgresql
# since: 7.0
class CreateEnumWithQuote < ActiveRecord::Migration[7.2]
  def change
    create_enum :answer, ["yes", "don't know"]
    create_table :answers do |t|
      t.enum :answer, enum_type: "answer"
    end
  end
end

# only: postgresql
# since: 7.1
class DropEnum < ActiveRecord::Migration[7.2]
  def change
    remove_column :people, :mood, :enum, enum_type: :mood
    drop_enum :mood, %w[sad ok happy]
  end
end

# only: postgresql
# since: 7.1
class DropEnumInUse < ActiveRecord::Migration[7.2]
  def change
    drop_enum :mood, %w[sad ok happy]
  end
end

# only: postgresql
# since: 7.1
class DropEnumWithoutValues < ActiveRecord::Migration[7.2]
  def change
    remove_column :people, :mood, :enum, enum_type: :mood
    drop_enum :mood
  end
end

# only: postgresql
# since: 7.1
class DropEnumIfExists < ActiveRecord::Migration[7.2]
  def change
    drop_enum :moods, if_exists: true
  end
end

# only: postgresql
# since: 7.1
class RenameEnum < ActiveRecord::Migration[7.2]
  def change
    rename_enum :mood, to: :feeling
  end
end

# only: postgresql
# since: 7.2
class RenameEnumByPosition < ActiveRecord::Migration[7.2]
  def change
    rename_enum :mood, :feeling
  end
end

# only: postgresql
# since: 7.1
class AddEnumValue < ActiveRecord::Migration[7.2]
  def change
    add_enum_value :mood, "ecstatic"
  end
end

# only: postgresql
# since: 7.1
class AddEnumValueBefore < ActiveRecord::Migration[7.2]
  def change
    add_enum_value :mood, "bored", before: "ok"
  end
end

# only: postgresql
# since: 7.1
class AddEnumValueAfter < ActiveRecord::Migration[7.2]
  def change
    add_enum_value :mood, "bored", after: "sad"
  end
end

# only: postgresql
# since: 7.1
class AddEnumValueTwice < ActiveRecord::Migration[7.2]
  def change
    add_enum_value :mood, "ok"
  end
end

# only: postgresql
# since: 7.1
class AddEnumValueIfNotExists < ActiveRecord::Migration[7.2]
  def change
    add_enum_value :mood, "ok", if_not_exists: true
  end
end

# only: postgresql
# since: 7.1
class AddEnumValueBeforeAndAfter < ActiveRecord::Migration[7.2]
  def change
    add_enum_value :mood, "bored", before: "ok", after: "sad"
  end
end

# only: postgresql
# since: 7.1
class RenameEnumValue < ActiveRecord::Migration[7.2]
  def change
    rename_enum_value :mood, from: "ok", to: "fine"
  end
end

# only: postgresql
class AddEnumValueBySql < ActiveRecord::Migration[7.2]
  def up
    execute "ALTER TYPE mood ADD VALUE 'bored' BEFORE 'ok'"
  end
end

# only: postgresql
# since: 7.0
class AddVirtualColumn < ActiveRecord::Migration[7.2]
  def change
    add_column :people, :upper_name, :virtual, type: :string, as: "upper(name)", stored: true
  end
end

# only: postgresql
# since: 7.0
class AddVirtualColumnNotStored < ActiveRecord::Migration[7.2]
  def change
    add_column :people, :upper_name, :virtual, type: :string, as: "upper(name)"
  end
end

# only: postgresql
# since: 7.0
class CreateTableWithVirtualColumns < ActiveRecord::Migration[7.2]
  def change
    create_table :boxes do |t|
      t.integer :width, :height
      t.virtual :area, type: :integer, as: "width * height", stored: true
      t.virtual :label, type: :text, as: "'box ' || width::text", stored: true
    end
  end
end

# only: postgresql
class ExecuteCreatesView < ActiveRecord::Migration[7.2]
  def up
    execute "CREATE VIEW adults AS SELECT * FROM people WHERE age >= 18"
  end

  def down
    execute "DROP VIEW adults"
  end
end

# only: postgresql
class ExecuteCreatesTable < ActiveRecord::Migration[7.2]
  def up
    execute <<~SQL
      CREATE TABLE pets (
        id bigserial PRIMARY KEY,
        name varchar(40) NOT NULL DEFAULT 'rex',
        owner_id bigint REFERENCES people (id) ON DELETE CASCADE,
        weight numeric(5, 2) CHECK (weight > 0),
        born_at timestamptz DEFAULT now(),
        UNIQUE (owner_id, name)
      );
      CREATE INDEX pets_by_name ON pets (lower(name));
    SQL
  end

  def down
    execute "DROP TABLE pets"
  end
end

# only: postgresql
class ExecuteAltersTable < ActiveRecord::Migration[7.2]
  def up
    execute "ALTER TABLE people ADD COLUMN nick text, ALTER COLUMN age TYPE bigint, ALTER COLUMN name SET NOT NULL, ALTER COLUMN name SET DEFAULT 'x'"
    execute "ALTER TABLE people ADD CONSTRAINT age_positive CHECK (age > 0)"
    execute "ALTER TABLE people RENAME COLUMN tags TO labels"
    execute "COMMENT ON TABLE people IS 'everyone'"
    execute "COMMENT ON COLUMN people.age IS 'in years'"
  end

  def down
    execute "ALTER TABLE people RENAME COLUMN labels TO tags"
    execute "ALTER TABLE people DROP CONSTRAINT age_positive, DROP COLUMN nick, ALTER COLUMN age TYPE integer, ALTER COLUMN name DROP NOT NULL, ALTER COLUMN name DROP DEFAULT"
    execute "COMMENT ON TABLE people IS NULL"
    execute "COMMENT ON COLUMN people.age IS NULL"
  end
end

# only: postgresql
class ExecuteCreatesFunctionAndTrigger < ActiveRecord::Migration[7.2]
  def up
    execute <<~SQL
      CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN NEW.age := 1; RETURN NEW; END $$ LANGUAGE plpgsql;
      CREATE TRIGGER touch_people BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION touch();
    SQL
  end

  def down
    execute "DROP TRIGGER touch_people ON people"
    execute "DROP FUNCTION touch()"
  end
end

# only: postgresql
class ExecuteCreatesSequence < ActiveRecord::Migration[7.2]
  def up
    execute "CREATE SEQUENCE numbers"
    add_column :people, :number, :bigint, default: -> { "nextval('numbers')" }
  end

  def down
    remove_column :people, :number
    execute "DROP SEQUENCE numbers"
  end
end

# only: postgresql
class CreateSchemaAndTable < ActiveRecord::Migration[7.2]
  def change
    create_schema "archive"
    create_table "archive.people" do |t|
      t.string :name
    end
  end
end

# only: postgresql
class ChangeArrayDefault < ActiveRecord::Migration[7.2]
  def change
    change_column_default :people, :tags, from: [], to: ["a", "b'c"]
  end
end

# only: postgresql
class ChangeJsonDefault < ActiveRecord::Migration[7.2]
  def change
    change_column_default :people, :settings, from: {}, to: { theme: "dark", sizes: [1, 2] }
  end
end

# only: postgresql
# since: 7.0
class ChangeEnumDefault < ActiveRecord::Migration[7.2]
  def change
    change_column_default :people, :mood, from: "ok", to: "sad"
  end
end

# only: postgresql
# since: 7.0
class ChangeEnumToString < ActiveRecord::Migration[7.2]
  def up
    change_column_default :people, :mood, nil
    change_column :people, :mood, :string, using: "mood::text"
  end
end

# only: postgresql
class ChangeIntegerToIdentity < ActiveRecord::Migration[7.2]
  def up
    execute "CREATE SEQUENCE people_age_seq OWNED BY people.age"
    change_column_default :people, :age, -> { "nextval('people_age_seq')" }
  end
end

# only: postgresql
class RenameTableWithSequence < ActiveRecord::Migration[7.2]
  def change
    rename_table :people, :persons
  end
end

# only: postgresql
class RenameIdColumnAndTable < ActiveRecord::Migration[7.2]
  def change
    rename_column :people, :id, :person_id
    rename_table :people, :persons
  end
end

# only: postgresql
class ValidateConstraintInChange < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :people, "age > 0", name: "age_positive", validate: false
    validate_constraint :people, "age_positive"
  end
end

# only: postgresql
class SetNotNullByCheck < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :people, "name IS NOT NULL", name: "name_null", validate: false
    validate_check_constraint :people, name: "name_null"
    change_column_null :people, :name, false
    remove_check_constraint :people, "name IS NOT NULL", name: "name_null"
  end
end

# only: postgresql
class AddIdentityBySql < ActiveRecord::Migration[7.2]
  def up
    execute "ALTER TABLE people ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY"
  end

  def down
    remove_column :people, :number
  end
end

# only: postgresql
class RemovePrimaryKeyBySql < ActiveRecord::Migration[7.2]
  def up
    execute "ALTER TABLE people DROP CONSTRAINT people_pkey"
    execute "ALTER TABLE people ADD PRIMARY KEY (name, age)"
  end
end
