# Rails as the judge: loads a schema file into an empty database, runs migrations over it, and dumps
# the schema as `rails db:migrate` would.
#
#   ruby judge.rb ENGINE SCHEMA_RB MIGRATE_FOLDER OUT_BEFORE OUT_AFTER
#
# MIGDOCS_RAILS_GEMS names the folder of the gems, MIGDOCS_PG_SOCKET and MIGDOCS_MYSQL_SOCKET where the
# servers listen. The database is made for the purpose and dropped first when it is there.
Gem.use_paths(ENV.fetch('MIGDOCS_RAILS_GEMS'))
require 'logger'
require 'active_record'

engine, schema, migrations, before, after = ARGV
DATABASE = 'migdocs_judge'.freeze

def connect(server)
  ActiveRecord::Base.establish_connection(server)
  yield ActiveRecord::Base.connection
  ActiveRecord::Base.establish_connection(server.merge(database: DATABASE))
end

case engine
when 'postgresql'
  server = { adapter: 'postgresql', host: ENV.fetch('MIGDOCS_PG_SOCKET'), username: 'postgres', database: 'postgres' }
  connect(server) do |connection|
    connection.drop_database(DATABASE)
    connection.create_database(DATABASE)
  end
when 'mysql'
  server = { adapter: 'trilogy', socket: ENV.fetch('MIGDOCS_MYSQL_SOCKET'), username: 'root', charset: 'utf8mb4' }
  connect(server) do |connection|
    connection.recreate_database(DATABASE, charset: 'utf8mb4', collation: 'utf8mb4_unicode_ci')
  end
when 'sqlite'
  ActiveRecord::Base.establish_connection(adapter: 'sqlite3', database: ':memory:')
else
  abort "unknown engine #{engine}"
end

ActiveRecord::Schema.verbose = false
ActiveRecord::Migration.verbose = false
# strong_migrations adds this method; without the gem it only has to run its block.
ActiveRecord::Migration.define_method(:safety_assured) { |&block| block.call }

def dump(path)
  File.open(path, 'w') { |file| ActiveRecord::SchemaDumper.dump(ActiveRecord::Base.connection_pool, file) }
end

load schema
dump(before)
pool = ActiveRecord::Base.connection_pool
ActiveRecord::MigrationContext.new([migrations], pool.schema_migration, pool.internal_metadata).migrate
dump(after)
