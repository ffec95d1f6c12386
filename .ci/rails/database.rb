# Loads Active Record and connects it to a database of its own, made for the purpose.
#
# MIGDOCS_RAILS_GEMS names the folder of the gems; when it is empty, Active Record is the one that
# the system has. MIGDOCS_PG_SOCKET and MIGDOCS_MYSQL_SOCKET tell where the servers listen.
gems = ENV.fetch('MIGDOCS_RAILS_GEMS')
Gem.use_paths(gems) unless gems.empty?
require 'logger'
require 'active_record'

ActiveRecord::Schema.verbose = false
ActiveRecord::Migration.verbose = false

# A database of an engine, which can be made empty at any time.
class JudgeDatabase
  attr_reader :engine

  def initialize(engine, name)
    @engine = engine
    @name = name
    abort "unknown engine #{engine}" unless %w[postgresql mysql sqlite].include?(engine)
  end

  def connection
    ActiveRecord::Base.connection
  end

  # Connects to the database after it was made anew, as a copy of `template` when one is named.
  def recreate(template: nil)
    case engine
    when 'postgresql'
      on_server do |server|
        server.execute("DROP DATABASE IF EXISTS #{@name}")
        server.execute("CREATE DATABASE #{@name} ENCODING 'UTF8' TEMPLATE #{template || 'template0'}")
      end
    when 'mysql'
      on_server { |server| server.recreate_database(@name, charset: 'utf8mb4', collation: 'utf8mb4_unicode_ci') }
    when 'sqlite'
      ActiveRecord::Base.establish_connection(adapter: 'sqlite3', database: ':memory:')
    end
  end

  def dump
    text = StringIO.new
    source = ActiveRecord.version >= Gem::Version.new('7.2') ? ActiveRecord::Base.connection_pool : connection
    ActiveRecord::SchemaDumper.dump(source, text)
    text.string
  end

  # What Rails writes to structure.sql on MySQL (`MySQLDatabaseTasks#structure_dump`).
  def structure
    socket = ENV.fetch('MIGDOCS_MYSQL_SOCKET')
    options = %w[--no-defaults --user=root --no-data --routines --skip-comments]
    IO.popen(['mysqldump', *options, "--socket=#{socket}", @name], &:read)
  end

  # What the dump depends on besides Active Record.
  def version
    case engine
    when 'postgresql' then "PostgreSQL #{connection.select_value('SHOW server_version')[/\A\d+/]}"
    when 'mysql' then "MariaDB #{connection.select_value('SELECT VERSION()')[/\A\d+\.\d+/]}"
    when 'sqlite' then "SQLite #{connection.select_value('SELECT sqlite_version()')[/\A\d+\.\d+/]}"
    end
  end

  private

  def on_server
    ActiveRecord::Base.establish_connection(server)
    yield connection
    ActiveRecord::Base.establish_connection(server.merge(database: @name))
  end

  def server
    if engine == 'postgresql'
      { adapter: 'postgresql', host: ENV.fetch('MIGDOCS_PG_SOCKET'), username: 'postgres', database: 'postgres' }
    else
      adapter = ActiveRecord.version >= Gem::Version.new('7.1') ? 'trilogy' : 'mysql2'
      { adapter: adapter, socket: ENV.fetch('MIGDOCS_MYSQL_SOCKET'), username: 'root', charset: 'utf8mb4' }
    end
  end
end
