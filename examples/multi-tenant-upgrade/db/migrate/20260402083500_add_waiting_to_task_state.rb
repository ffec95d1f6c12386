class AddWaitingToTaskState < ActiveRecord::Migration[7.2]
  def up
    add_enum_value :task_state, "waiting", after: "in_progress"
  end

  def down
    raise ActiveRecord::IrreversibleMigration
  end
end
