import { example, type Statement, statement } from './statement.ts';

const exclusion = 'add_exclusion_constraint :users, "age WITH =", using: :btree, name: "one"';

/** Statements on keys and constraints. */
export const CONSTRAINT_STATEMENTS: readonly Statement[] = [
  statement(
    'add_foreign_key',
    'column primary_key name on_delete on_update if_not_exists validate deferrable',
    [
      example(
        'add_foreign_key :posts, :users, column: :author_id, on_delete: :cascade, on_update: :nullify, name: "author"',
        'addForeignKey',
        { shows: 'column: "author_id", name: "author", on_update: :nullify, on_delete: :cascade' },
      ),
      example(
        'add_foreign_key :posts, :users, column: :author_id, primary_key: :id, validate: false, deferrable: :deferred',
        'addForeignKey',
        { shows: 'column: "author_id", deferrable: :deferred, validate: false' },
      ),
      example('add_foreign_key :posts, :users, if_not_exists: true', ''),
    ],
  ),
  statement('remove_foreign_key', 'column to_table name if_exists', [
    example('remove_foreign_key :posts, :users', 'dropForeignKey'),
    example('remove_foreign_key :posts, column: :user_id', 'dropForeignKey'),
    example('remove_foreign_key :posts, to_table: :users', 'dropForeignKey'),
    example(
      'add_foreign_key :posts, :users, column: :author_id, name: "author"\nremove_foreign_key :posts, name: "author"',
      'addForeignKey dropForeignKey',
    ),
    example('remove_foreign_key :posts, :nothing, if_exists: true', ''),
  ]),
  statement('validate_foreign_key', 'column', [
    example('validate_foreign_key :posts, :users', 'validateConstraint'),
    example('validate_foreign_key :posts, column: :user_id', 'validateConstraint'),
  ]),
  statement('add_check_constraint', 'name if_not_exists validate', [
    example('add_check_constraint :users, "age > 0", name: "grown"', 'addCheckConstraint', {
      shows: 't.check_constraint "age > 0", name: "grown"',
    }),
    example(
      'add_check_constraint :users, "age > 0", name: "grown", validate: false, if_not_exists: true',
      'addCheckConstraint',
    ),
  ]),
  statement('remove_check_constraint', 'name if_exists', [
    example(
      'add_check_constraint :users, "age > 0"\nremove_check_constraint :users, "age > 0"',
      'addCheckConstraint dropCheckConstraint',
    ),
    example(
      'remove_check_constraint :users, name: "nothing", if_exists: true',
      'dropCheckConstraint',
    ),
  ]),
  statement('validate_check_constraint', 'name', [
    example(
      'add_check_constraint :users, "age > 0", name: "a", validate: false\nvalidate_check_constraint :users, name: "a"',
      'addCheckConstraint validateConstraint',
    ),
  ]),
  statement('validate_constraint', '', [
    example(
      'add_check_constraint :users, "age > 0", name: "a", validate: false\nvalidate_constraint :users, "a"',
      'addCheckConstraint validateConstraint',
    ),
  ]),
  statement('remove_constraint', '', [
    example(
      'add_check_constraint :users, "age > 0", name: "a"\nremove_constraint :users, "a"',
      'addCheckConstraint dropCheckConstraint',
    ),
  ]),
  statement('add_unique_constraint', 'name deferrable using_index nulls_not_distinct', [
    example(
      'add_unique_constraint :users, [:name], name: "one", deferrable: :deferred, nulls_not_distinct: true',
      'addUniqueConstraint',
      { shows: 't.unique_constraint ["name"], ' },
    ),
    example(
      'add_unique_constraint :users, using_index: "index_users_on_email"',
      'addUniqueConstraint',
      { shows: 't.unique_constraint ["email"]' },
    ),
  ]),
  statement('remove_unique_constraint', 'name', [
    example(
      'add_unique_constraint :users, :name, name: "one"\nremove_unique_constraint :users, name: "one"',
      'addUniqueConstraint dropUniqueConstraint',
    ),
    example(
      'add_unique_constraint :users, :name\nremove_unique_constraint :users, :name',
      'addUniqueConstraint dropUniqueConstraint',
    ),
  ]),
  statement('add_exclusion_constraint', 'name using where deferrable', [
    example(`${exclusion}, where: "age > 3", deferrable: :immediate`, 'addExclusionConstraint', {
      shows: 't.exclusion_constraint "age WITH =", where: "age > 3", using: :btree',
    }),
  ]),
  statement('remove_exclusion_constraint', 'name', [
    example(
      `${exclusion}\nremove_exclusion_constraint :users, name: "one"`,
      'addExclusionConstraint dropExclusionConstraint',
    ),
  ]),
];
