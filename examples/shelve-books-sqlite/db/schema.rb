# This file is auto-generated from the current state of the database. Instead
# of editing this file, please use the migrations feature of Active Record to
# incrementally modify your database, and then regenerate this schema definition.
#
# This file is the source Rails uses to define your schema when running `bin/rails
# db:schema:load`. When creating a new database, `bin/rails db:schema:load` tends to
# be faster and is potentially less error prone than running all of your
# migrations from scratch. Old migrations may fail to apply correctly if those
# migrations use external dependencies or application code.
#
# It's strongly recommended that you check this file into your version control system.

ActiveRecord::Schema[7.2].define(version: 2026_01_08_070000) do
  create_table "books", force: :cascade do |t|
    t.string "title", null: false
    t.string "isbn", limit: 13
    t.integer "pages"
    t.decimal "price", precision: 8, scale: 2
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["isbn"], name: "index_books_on_isbn", unique: true
  end

  create_table "loans", force: :cascade do |t|
    t.integer "book_id", null: false
    t.integer "reader_id", null: false
    t.date "due_on", null: false
    t.datetime "returned_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["book_id", "returned_at"], name: "index_loans_on_book_id_and_returned_at"
    t.index ["book_id"], name: "index_loans_on_book_id"
    t.index ["reader_id"], name: "index_loans_on_reader_id"
  end

  create_table "readers", force: :cascade do |t|
    t.string "name", null: false
    t.string "card_number", null: false
    t.json "preferences", default: {}, null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["card_number"], name: "index_readers_on_card_number", unique: true
  end

  create_table "shelves", force: :cascade do |t|
    t.string "code", null: false
  end

  add_foreign_key "loans", "books"
  add_foreign_key "loans", "readers"
end
