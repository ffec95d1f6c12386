# Runs migrations that are given as text, forward and back, and tells what comes of each. The class
# that includes it says what `direction` writes down.
module JudgedMigrations
  # Groups may use the same names.
  def fresh_namespace
    Object.send(:remove_const, :Judged) if Object.const_defined?(:Judged)
    Object.const_set(:Judged, Module.new)
  end

  def up_and_down(migration)
    up = direction(migration, :up)
    return up if up[:error]

    ActiveRecord::Base.connection.schema_cache.clear!
    { **up, down: direction(migration, :down) }
  end

  # As ActiveRecord::Migrator#ddl_transaction does.
  def run(migration, direction)
    instance = migration.new(migration.name, 1)
    outside = migration.disable_ddl_transaction || !ActiveRecord::Base.connection.supports_ddl_transactions?
    return instance.migrate(direction) if outside

    ActiveRecord::Base.transaction(requires_new: true) { instance.migrate(direction) }
  end

  # The error that the block raises, class and first line; nil when it raises none.
  def failure
    yield
    nil
  rescue StandardError, ScriptError => e
    message = e.message.strip.lines.map(&:strip).reject(&:empty?).first
    "#{e.class}: #{message.gsub(/ for (an instance of|#<).*/, '').gsub('Judged::', '')}"
  end
end
