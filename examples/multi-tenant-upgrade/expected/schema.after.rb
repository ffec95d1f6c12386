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

ActiveRecord::Schema[7.2].define(version: 2026_04_02_090000) do
  # These are extensions that must be enabled in order to support this database
  enable_extension "pgcrypto"
  enable_extension "plpgsql"

  # Custom types defined in this database.
  # Note that some types may not work with other database engines. Be careful if changing database.
  create_enum "task_priority", ["low", "normal", "high", "urgent"]
  create_enum "task_state", ["open", "in_progress", "waiting", "blocked", "done"]

  create_table "accounts", id: :uuid, default: -> { "gen_random_uuid()" }, force: :cascade do |t|
    t.string "name", null: false
    t.string "subdomain", null: false
    t.string "billing_email"
    t.datetime "suspended_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["subdomain"], name: "index_accounts_on_subdomain", unique: true
  end

  create_table "api_tokens", force: :cascade do |t|
    t.uuid "user_id", null: false
    t.string "digest", null: false
    t.datetime "last_used_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["digest"], name: "index_api_tokens_on_digest", unique: true
    t.index ["user_id"], name: "index_api_tokens_on_user_id"
  end

  create_table "attachments", force: :cascade do |t|
    t.string "record_type", null: false
    t.bigint "record_id", null: false
    t.string "filename", null: false
    t.bigint "byte_size", null: false
    t.string "checksum", null: false
    t.datetime "created_at", null: false
    t.index ["record_type", "record_id"], name: "index_attachments_on_record"
  end

  create_table "audit_logs", force: :cascade do |t|
    t.uuid "account_id", null: false
    t.uuid "actor_id"
    t.string "action", null: false
    t.inet "ip_address"
    t.datetime "created_at", null: false
    t.index ["account_id", "created_at"], name: "index_audit_logs_on_account_id_and_created_at"
    t.index ["account_id"], name: "index_audit_logs_on_account_id"
  end

  create_table "comments", force: :cascade do |t|
    t.bigint "task_id", null: false
    t.uuid "author_id", null: false
    t.text "body", null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["author_id"], name: "index_comments_on_author_id"
    t.index ["task_id"], name: "index_comments_on_task_id"
  end

  create_table "invoice_lines", force: :cascade do |t|
    t.bigint "invoice_id", null: false
    t.string "description", null: false
    t.integer "quantity", default: 1, null: false
    t.decimal "unit_price", precision: 10, scale: 2, null: false
    t.index ["invoice_id"], name: "index_invoice_lines_on_invoice_id"
  end

  create_table "invoices", force: :cascade do |t|
    t.uuid "account_id", null: false
    t.string "number", limit: 40, null: false
    t.decimal "amount", precision: 10, scale: 2, null: false
    t.string "currency", limit: 3, default: "EUR", null: false
    t.date "issued_on", null: false
    t.datetime "paid_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["account_id", "number"], name: "index_invoices_on_account_id_and_number", unique: true
    t.index ["account_id"], name: "index_invoices_on_account_id"
    t.check_constraint "amount >= 0::numeric", name: "invoices_amount_not_negative"
  end

  create_table "labels", force: :cascade do |t|
    t.uuid "account_id", null: false
    t.string "name", null: false
    t.string "colour", limit: 7, default: "#888888", null: false
    t.index ["account_id", "name"], name: "index_labels_on_account_id_and_name", unique: true
  end

  create_table "labels_tasks", id: false, force: :cascade do |t|
    t.bigint "label_id", null: false
    t.bigint "task_id", null: false
    t.index ["task_id", "label_id"], name: "index_labels_tasks_on_task_id_and_label_id", unique: true
  end

  create_table "memberships", force: :cascade do |t|
    t.uuid "account_id", null: false
    t.uuid "user_id", null: false
    t.string "role", default: "member", null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["account_id", "user_id"], name: "index_memberships_on_account_id_and_user_id", unique: true
    t.index ["user_id"], name: "index_memberships_on_user_id"
  end

  create_table "plans", force: :cascade do |t|
    t.string "code", null: false
    t.string "name", null: false
    t.integer "price_cents", null: false
    t.integer "seat_limit"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["code"], name: "index_plans_on_code", unique: true
  end

  create_table "projects", force: :cascade do |t|
    t.uuid "account_id", null: false
    t.string "name", null: false
    t.text "description"
    t.datetime "archived_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.uuid "owner_id"
    t.index ["account_id", "name"], name: "index_projects_on_account_id_and_name", unique: true
    t.index ["account_id"], name: "index_projects_on_account_id"
    t.index ["owner_id"], name: "index_projects_on_owner_id"
  end

  create_table "subscriptions", force: :cascade do |t|
    t.uuid "account_id", null: false
    t.bigint "plan_id", null: false
    t.date "renews_on"
    t.datetime "cancelled_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["account_id"], name: "index_subscriptions_on_account_id", unique: true
    t.index ["plan_id"], name: "index_subscriptions_on_plan_id"
  end

  create_table "task_watchers", primary_key: ["task_id", "user_id"], force: :cascade do |t|
    t.bigint "task_id", null: false
    t.uuid "user_id", null: false
    t.boolean "muted", default: false, null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["user_id"], name: "index_task_watchers_on_user_id"
  end

  create_table "tasks", force: :cascade do |t|
    t.bigint "project_id", null: false
    t.uuid "assignee_id"
    t.string "title", null: false
    t.text "notes"
    t.enum "state", default: "open", null: false, enum_type: "task_state"
    t.boolean "urgent", default: false, null: false
    t.date "due_on"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.enum "priority", default: "normal", null: false, enum_type: "task_priority"
    t.index ["assignee_id"], name: "index_tasks_on_assignee_id"
    t.index ["project_id", "state"], name: "index_tasks_on_project_id_and_state"
    t.index ["project_id"], name: "index_tasks_on_project_id"
  end

  create_table "users", id: :uuid, default: -> { "gen_random_uuid()" }, force: :cascade do |t|
    t.string "email", null: false
    t.string "name", null: false
    t.datetime "deactivated_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["email"], name: "index_users_on_email", unique: true
  end

  create_table "webhook_deliveries", force: :cascade do |t|
    t.bigint "webhook_id", null: false
    t.integer "response_code"
    t.jsonb "payload", default: {}, null: false
    t.datetime "created_at", null: false
    t.index ["webhook_id"], name: "index_webhook_deliveries_on_webhook_id"
  end

  create_table "webhooks", force: :cascade do |t|
    t.uuid "account_id", null: false
    t.string "url", null: false
    t.string "events", default: [], null: false, array: true
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["account_id"], name: "index_webhooks_on_account_id"
  end

  add_foreign_key "api_tokens", "users", on_delete: :cascade
  add_foreign_key "audit_logs", "accounts"
  add_foreign_key "comments", "tasks", on_delete: :cascade
  add_foreign_key "comments", "users", column: "author_id"
  add_foreign_key "invoice_lines", "invoices", on_delete: :cascade
  add_foreign_key "invoices", "accounts"
  add_foreign_key "labels", "accounts", on_delete: :cascade
  add_foreign_key "memberships", "accounts", on_delete: :cascade
  add_foreign_key "memberships", "users", on_delete: :cascade
  add_foreign_key "projects", "accounts", on_delete: :cascade
  add_foreign_key "projects", "users", column: "owner_id", on_delete: :nullify
  add_foreign_key "subscriptions", "accounts"
  add_foreign_key "subscriptions", "plans"
  add_foreign_key "task_watchers", "tasks", on_delete: :cascade
  add_foreign_key "task_watchers", "users", on_delete: :cascade
  add_foreign_key "tasks", "projects", on_delete: :cascade
  add_foreign_key "tasks", "users", column: "assignee_id", on_delete: :nullify
  add_foreign_key "webhook_deliveries", "webhooks", on_delete: :cascade
  add_foreign_key "webhooks", "accounts", on_delete: :cascade
end
