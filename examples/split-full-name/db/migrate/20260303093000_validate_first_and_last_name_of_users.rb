class ValidateFirstAndLastNameOfUsers < ActiveRecord::Migration[7.2]
  def up
    validate_check_constraint :users, name: "users_first_name_null"
    validate_check_constraint :users, name: "users_last_name_null"
    change_column_null :users, :first_name, false
    change_column_null :users, :last_name, false
    remove_check_constraint :users, name: "users_first_name_null"
    remove_check_constraint :users, name: "users_last_name_null"
  end

  def down
    add_check_constraint :users, "first_name IS NOT NULL", name: "users_first_name_null", validate: false
    add_check_constraint :users, "last_name IS NOT NULL", name: "users_last_name_null", validate: false
    change_column_null :users, :first_name, true
    change_column_null :users, :last_name, true
  end
end
