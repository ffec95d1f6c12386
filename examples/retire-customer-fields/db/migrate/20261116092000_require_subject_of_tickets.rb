class RequireSubjectOfTickets < ActiveRecord::Migration[7.2]
  def change
    change_column_null :tickets, :subject, false
  end
end
