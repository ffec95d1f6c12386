# Rails as the judge of many migrations: runs each one forward and back over the schema that its
# group starts from, and writes down the dumped schemas, the errors and the SQL.
#
#   ruby record.rb ENGINE CASES_JSON OUT_JSON [structure]
#
# With `structure`, on MySQL, the dump is that of mysqldump, and the SQL is left out.
# CASES_JSON: { "groups": [{ "name", "start", "cases": [{ "name", "text" }] }] }, where `start` and
# `text` are Ruby classes. See database.rb for the environment.
require_relative 'database'
require_relative 'judged_migrations'
require 'json'

engine, cases, out, structure = ARGV

# The dump tells by what MariaDB prints for the current time which server it is of.
class SignOfMariadb < ActiveRecord::Migration::Current
  def up
    create_table(:signs) { |t| t.datetime :at, precision: 6, default: -> { 'CURRENT_TIMESTAMP(6)' } }
  end
end

class Recorder
  include JudgedMigrations

  def initialize(engine, structure:)
    @structure = structure
    @database = JudgeDatabase.new(engine, 'migdocs_record')
    @template = JudgeDatabase.new(engine, 'migdocs_record_start')
    @statements = []
    ActiveSupport::Notifications.subscribe('sql.active_record') do |*, payload|
      @statements << payload[:sql].strip unless %w[SCHEMA TRANSACTION].include?(payload[:name])
    end
  end

  def record(groups)
    @database.recreate
    version = "Active Record #{ActiveRecord.version} on #{@database.version}"
    { version: version, groups: groups.map { |group| record_group(group) } }
  end

  private

  def record_group(group)
    names = fresh_namespace
    names.module_eval(group['start'])
    @start = names.const_get(:Start)
    prepare(@template) if @template.engine == 'postgresql'
    prepare(@database)
    @start_dump = dump
    @pristine = true
    failures = group['cases'].to_h { |migration| [migration['name'], failure { names.module_eval(migration['text']) }] }
    cases = group['cases'].map do |migration|
      error = failures[migration['name']]
      result = error ? { error: error } : record_case(names.const_get(migration['name']))
      { name: migration['name'], **result }
    end
    { name: group['name'], start: @start_dump, cases: cases }
  end

  def dump
    @structure ? @database.structure : @database.dump
  end

  def prepare(database)
    database.recreate
    run(@start, :up)
    run(SignOfMariadb, :up) if database.engine == 'mysql'
  end

  # PostgreSQL undoes each case by a transaction around it, unless the case must run outside of one.
  def record_case(migration)
    return record_anew(migration) unless @database.engine == 'postgresql' && !migration.disable_ddl_transaction

    result = nil
    ActiveRecord::Base.transaction do
      result = up_and_down(migration)
      raise ActiveRecord::Rollback
    end
    result
  end

  # Where the way back led to the start on MySQL, which is slow to make one, the next case begins
  # there. A dump of SQLite does not show the order of foreign keys, on which later ones depend.
  def record_anew(migration)
    if @database.engine == 'postgresql'
      @database.recreate(template: 'migdocs_record_start')
      result = up_and_down(migration)
      @database.recreate(template: 'migdocs_record_start')
      result
    else
      prepare(@database) unless @pristine
      result = up_and_down(migration)
      @pristine = @database.engine == 'mysql' && result.dig(:down, :schema) == @start_dump
      result
    end
  end

  def direction(migration, direction)
    @statements.clear
    error = failure { run(migration, direction) }
    sql = without_copies(@statements)
    result = error ? { error: error } : { schema: dump }
    @structure ? result : { **result, sql: sql }
  end

  # Leaves out how SQLite's adapter carries rows over to the table that it makes anew: the temporary
  # table, which bears its name with an `a` in front, and what goes into it and out of it.
  def without_copies(statements)
    return statements.dup unless @database.engine == 'sqlite'

    copies = statements.filter_map { |sql| sql[/\ACREATE TEMPORARY TABLE ("[^"]+")/, 1] }
    statements.reject { |sql| sql.start_with?('PRAGMA') || copies.any? { |copy| sql.include?(copy) } }
  end
end

result = Recorder.new(engine, structure: structure == 'structure').record(JSON.parse(File.read(cases))['groups'])
File.write(out, JSON.generate(result))
