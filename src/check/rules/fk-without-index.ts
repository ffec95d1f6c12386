import { plainIndex } from '../../model/plain-index.ts';
import { type ForeignKey, findTable, type IndexPart, type Table } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { keysMade } from '../foreign-keys.ts';
import { addIndexConcurrently, addIndexLine } from '../recipes/index.ts';
import { defineRule } from '../rule.ts';

export const fkWithoutIndex = defineRule({
  id: 'fk-without-index',
  title: 'Foreign key without an index',
  // MySQL makes the index by itself.
  engines: ['postgresql', 'sqlite'],
  severity: 'warning',
  on: ['addForeignKey', 'createTable'],
  docs: {
    why: 'Every DELETE of a parent row, and every UPDATE of its key, looks for child rows: without an index that begins with the columns of the key it scans the whole child table, and holds its locks meanwhile.',
    instead: 'Add an index on the columns before the foreign key.',
    reference: 'https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK',
    references: {
      sqlite: 'https://www.sqlite.org/foreignkeys.html#fk_indexes',
    },
  },
  check(operation, context) {
    const { table: name, keys } = keysMade(operation);
    // An index that a later migration of the release adds counts, by the table's name at that time.
    const tables = [
      findTable(context.after, name),
      findTable(context.final, nameAfter(name, context.later)),
    ].filter((table) => table !== null);
    return keys
      .filter((key) => !tables.some((table) => isIndexed(table, key.columns)))
      .map((key) => ({
        table: name,
        message: `No index begins with ${name}.${key.columns.join(', ')}: each DELETE from ${key.toTable} scans ${context.withSize(name)}.`,
        instead: indexFor(
          name,
          key,
          context.dialect.supportsConcurrentIndexBuild && !context.isNewTable(name),
        ),
      }));
  },
});

function nameAfter(table: string, later: RuleContext['later']): string {
  return later.reduce(
    (name, { operation }) =>
      operation.kind === 'renameTable' && operation.from === name ? operation.to : name,
    table,
  );
}

function isIndexed(table: Table, columns: readonly string[]): boolean {
  const keys = [
    ...(table.primaryKey ? [table.primaryKey.columns] : []),
    ...table.uniqueConstraints.map((unique) => unique.columns),
    ...table.indexes
      .filter(({ where }) => where === null || isWhereSet(where, columns))
      .map(({ parts }) => parts.flatMap(columnsOf)),
  ];
  return keys.some((key) =>
    columns.every((column) => key.slice(0, columns.length).includes(column)),
  );
}

/** Of an index with an expression among its parts the whole list is kept as the server prints it. */
function columnsOf({ column, expression }: IndexPart): readonly (string | null)[] {
  if (column !== null) return [column];
  const terms = (expression ?? '').split(',');
  return terms.map((term) => /^\s*"?(\w+)"?\s*$/.exec(term)?.[1] ?? null);
}

/**
 * A partial index over the rows in which a column of the key is set serves the check: it looks for
 * rows by `column = $1`, which no row with NULL fulfils, and the planner knows that.
 * https://www.postgresql.org/docs/current/indexes-partial.html
 */
function isWhereSet(predicate: string, columns: readonly string[]): boolean {
  const column = /^\(*"?([^"()\s]+)"? IS NOT NULL\)*$/i.exec(predicate.trim())?.[1];
  return column !== undefined && columns.includes(column);
}

function indexFor(table: string, key: ForeignKey, concurrently: boolean): string {
  const name = `index_${table.replaceAll('.', '_')}_on_${key.columns.join('_and_')}`;
  const index = plainIndex(name, key.columns);
  return concurrently ? addIndexConcurrently(table, index) : addIndexLine(table, index);
}
