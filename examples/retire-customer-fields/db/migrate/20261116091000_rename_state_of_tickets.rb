class RenameStateOfTickets < ActiveRecord::Migration[7.2]
  def up
    rename_column :tickets, :state, :status
  end

  def down
    remove_column :tickets, :status
    add_column :tickets, :state, :string, null: false
  end
end
