import { type CodeLine, symbol, text } from '../ruby.ts';

/**
 * Body of a migration that writes a column in batches, each in a transaction of its own.
 *
 * @param assignment - argument of `update_all`.
 * @param preface - lines before, such as what a variable in them stands for.
 * @param condition - argument of `where` that leaves out the rows that are done.
 */
export function batchedUpdate(
  table: string,
  assignment: string,
  condition: string,
  preface: readonly string[] = [],
): readonly CodeLine[] {
  return [
    'disable_ddl_transaction!',
    '',
    'def up',
    [
      ...preface,
      `records = Class.new(ActiveRecord::Base) { self.table_name = ${text(table)} }`,
      `records.unscoped.where(${condition}).in_batches(of: 10_000) do |batch|`,
      [`batch.update_all(${assignment})`, 'sleep 0.01'],
      'end',
    ],
    'end',
    '',
    'def down',
    ['# The old values are gone; nothing to do.'],
    'end',
  ];
}

/** `column: nil` as arguments of `where`. */
export function isNull(column: string): string {
  return columnValue(column, 'nil');
}

/** `column: value` as arguments of `where` and `update_all`. */
export function columnValue(column: string, value: string): string {
  return /^[A-Za-z_]\w*$/.test(column) ? `${column}: ${value}` : `${symbol(column)} => ${value}`;
}
