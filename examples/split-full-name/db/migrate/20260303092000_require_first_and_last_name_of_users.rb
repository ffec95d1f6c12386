class RequireFirstAndLastNameOfUsers < ActiveRecord::Migration[7.2]
  COLUMNS = %w[first_name last_name].freeze

  def change
    COLUMNS.each do |column|
      add_check_constraint :users, "#{column} IS NOT NULL", name: "users_#{column}_null", validate: false
    end
  end
end
