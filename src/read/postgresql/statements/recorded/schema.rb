ActiveRecord::Schema[7.2].define(version: 0) do
  # These are extensions that must be enabled in order to support this database
  enable_extension "plpgsql"

  # Custom types defined in this database.
  # Note that some types may not work with other database engines. Be careful if changing database.
  create_enum "mood", ["sad", "ok"]

  create_table "kids", force: :cascade do |t|
    t.bigint "parent_id", null: false
    t.string "title", limit: 50, default: "x"
    t.integer "age"
    t.date "born"
    t.decimal "price", precision: 10, scale: 2, default: "0.0"
    t.jsonb "data", default: {}
    t.text "tags", default: [], array: true
    t.datetime "at", null: false
    t.index ["age"], name: "index_kids_on_age"
    t.index ["parent_id", "age"], name: "index_kids_on_parent_id_and_age"
    t.index ["title"], name: "index_kids_on_title", unique: true
    t.check_constraint "age > 0", name: "grown"
  end

  create_table "moods", id: :uuid, default: -> { "gen_random_uuid()" }, force: :cascade do |t|
    t.enum "m", default: "ok", enum_type: "mood"
    t.text "note"
  end

  create_table "parents", force: :cascade do |t|
    t.string "name", null: false
    t.text "code"
    t.integer "size", default: 0

    t.unique_constraint ["code"], name: "uniq_code"
  end

  add_foreign_key "kids", "parents", name: "fk_rails_1"
end
