# This file is auto-generated from the current state of the database.
ActiveRecord::Schema[7.1].define(version: 2026_01_02_000000) do
  create_schema "billing"

  # These are extensions that must be enabled in order to support this database
  enable_extension "pg_trgm"
  enable_extension "plpgsql"

  # Custom types defined in this database.
  # Note that some types may not work with other database engines. Be careful if changing database.
  create_enum "mood", ["sad", "ok", "it's fine"]

  create_table "users", id: :uuid, default: -> { "gen_random_uuid()" }, comment: "who it's \"about\"", force: :cascade do |t|
    t.string "email", limit: 255, null: false
    t.enum "feeling", default: "ok", enum_type: "mood"
    t.decimal "total", precision: 10, scale: 2, default: "0.0"
    t.jsonb "data", default: {"a"=>[1, nil]}, null: false
    t.text "tags", default: [], array: true
    t.virtual "twice", type: :decimal, as: "(total * (2)::numeric)", stored: true
    t.tstzrange "during"
    t.datetime "updated_at", default: -> { "now()" }, null: false
    t.index "lower((email)::text), total DESC NULLS LAST", name: "users_on_lower", where: "(total > (0)::numeric)", include: ["id"]
    t.index ["email", "total"], name: "users_two", unique: true, order: { total: :desc }, opclass: { email: :text_pattern_ops }, nulls_not_distinct: true
    t.check_constraint "total > 0::numeric", name: "grown"
    t.exclusion_constraint "during WITH &&", where: "(total > (0)::numeric)", using: :gist, name: "alone"
    t.unique_constraint ["email"], deferrable: :deferred, name: "one"
  end

  create_table "user_posts", primary_key: ["user_id", "post_id"], options: "PARTITION BY LIST (post_id)", force: :cascade do |t|
    t.uuid "user_id", null: false
    t.bigint "post_id", null: false
  end

  add_foreign_key "user_posts", "users", name: "fk_rails_1", on_delete: :cascade, validate: false

  create_view "grown", sql_definition: <<-SQL
      SELECT users.id, count(*) AS n
     FROM users
    GROUP BY users.id;
  SQL
  create_function :touch, sql_definition: <<-'SQL'
      CREATE OR REPLACE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $function$ BEGIN RETURN NEW; END; $function$
  SQL
end
