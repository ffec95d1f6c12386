# Rails as the judge of a project: loads a schema file into an empty database, runs migrations over
# it, and dumps the schema as `rails db:migrate` would.
#
#   ruby judge.rb ENGINE SCHEMA_RB MIGRATE_FOLDER OUT_BEFORE OUT_AFTER
#
# See database.rb for the environment.
require_relative 'database'

engine, schema, migrations, before, after = ARGV

# strong_migrations adds this method; without the gem it only has to run its block.
ActiveRecord::Migration.define_method(:safety_assured) { |&block| block.call }

database = JudgeDatabase.new(engine, 'migdocs_judge')
database.recreate
load schema
File.write(before, database.dump)
pool = ActiveRecord::Base.connection_pool
ActiveRecord::MigrationContext.new([migrations], pool.schema_migration, pool.internal_metadata).migrate
File.write(after, database.dump)
