# Rails as the judge of structure.sql on SQLite: runs each migration forward and back over the
# database that its group starts from, and writes down what `rails db:schema:dump` would. The shell of
# SQLite (`sqlite3`) has to be there.
#
#   ruby record_structure.rb CASES_JSON OUT_JSON
#
# CASES_JSON as for record.rb. See database.rb for the environment.
require_relative 'database'
require_relative 'judged_migrations'
require 'fileutils'
require 'json'
require 'tmpdir'

cases, out = ARGV

class StructureRecorder
  include JudgedMigrations

  def initialize(folder)
    @file = File.join(folder, 'judge.sqlite3')
    @pristine = File.join(folder, 'start.sqlite3')
  end

  def record(groups)
    shell = `sqlite3 --version`[/\A\d+\.\d+/]
    { version: "Active Record #{ActiveRecord.version}, sqlite3 #{shell}", groups: groups.map { |group| record_group(group) } }
  end

  private

  def record_group(group)
    @names = fresh_namespace
    start = prepare(group['start'])
    cases = group['cases'].map { |migration| { name: migration['name'], **record_case(migration) } }
    { name: group['name'], start: start, cases: cases }
  end

  # The tables that every project has come first.
  def prepare(start)
    FileUtils.rm_f(@file)
    connect
    if ActiveRecord.version >= Gem::Version.new('7.2')
      pool = ActiveRecord::Base.connection_pool
      [pool.schema_migration, pool.internal_metadata].each(&:create_table)
    else
      [ActiveRecord::SchemaMigration, ActiveRecord::InternalMetadata].each(&:create_table)
    end
    @names.module_eval(start)
    run(@names.const_get(:Start), :up)
    dump.tap do
      ActiveRecord::Base.remove_connection
      FileUtils.cp(@file, @pristine)
    end
  end

  def record_case(migration)
    error = failure { @names.module_eval(migration['text']) }
    return { error: error } if error

    FileUtils.cp(@pristine, @file)
    connect
    up_and_down(@names.const_get(migration['name']))
  ensure
    ActiveRecord::Base.remove_connection
  end

  def direction(migration, direction)
    error = failure { run(migration, direction) }
    error ? { error: error } : { schema: dump }
  end

  def dump
    config = ActiveRecord::DatabaseConfigurations::HashConfig.new('judge', 'primary', { adapter: 'sqlite3', database: @file })
    text = "#{@file}.sql"
    ActiveRecord::Tasks::SQLiteDatabaseTasks.new(config, '/').structure_dump(text, nil)
    File.read(text)
  end

  def connect
    ActiveRecord::Base.establish_connection(adapter: 'sqlite3', database: @file)
    ActiveRecord::Base.connection
  end
end

Dir.mktmpdir do |folder|
  result = StructureRecorder.new(folder).record(JSON.parse(File.read(cases))['groups'])
  File.write(out, JSON.generate(result))
end
