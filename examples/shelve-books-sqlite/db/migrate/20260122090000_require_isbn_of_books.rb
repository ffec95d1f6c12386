class RequireIsbnOfBooks < ActiveRecord::Migration[7.2]
  def change
    change_column_null :books, :isbn, false, ""
    change_column_default :books, :pages, from: nil, to: 0
    add_check_constraint :books, "pages >= 0", name: "books_pages_not_negative"
  end
end
