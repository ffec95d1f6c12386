class AddPriorityToTasks < ActiveRecord::Migration[7.2]
  def change
    create_enum :task_priority, %w[low normal high urgent]
    add_column :tasks, :priority, :enum, enum_type: :task_priority, null: false, default: "normal"

    reversible do |dir|
      dir.up { execute "UPDATE tasks SET priority = 'urgent' WHERE urgent" }
    end
  end
end
