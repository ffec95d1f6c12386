import { ENGINES } from '../../model/engine.ts';
import type { Index } from '../../model/schema.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const addUniqueIndexData = defineRule({
  id: 'add-unique-index-data',
  title: 'Duplicates make the unique index fail',
  engines: ENGINES,
  severity: 'warning',
  on: ['addIndex', 'addUniqueConstraint'],
  docs: {
    why: 'The build fails when two rows are equal. From then on running code that writes a duplicate gets ActiveRecord::RecordNotUnique.',
    onEngine: {
      postgresql: 'A concurrent build that fails leaves an invalid index behind.',
    },
    instead:
      'Count the duplicates first, decide which row stays, and let the code handle RecordNotUnique.',
    reference: 'https://www.postgresql.org/docs/current/indexes-unique.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/create-index.html',
      sqlite: 'https://www.sqlite.org/lang_createindex.html',
    },
  },
  check(operation, context) {
    const { table } = operation;
    const columns =
      operation.kind === 'addIndex'
        ? uniqueColumns(operation.index)
        : operation.usingIndex === null
          ? operation.uniqueConstraint.columns
          : null;
    if (columns === null || context.isNewTable(table)) return null;
    // A column that the release added holds NULL everywhere, and NULLs are distinct.
    if (columns.some((column) => context.isNewColumn(table, column))) return null;
    const name =
      operation.kind === 'addIndex' ? operation.index.name : operation.uniqueConstraint.name;
    const list = columns.map((column) => sqlName(column, context.engine)).join(', ');
    const query = `SELECT ${list}, count(*) FROM ${sqlName(table, context.engine)} GROUP BY ${list} HAVING count(*) > 1`;
    return {
      message: `${name} cannot be built when two rows of ${table} have the same ${columns.join(', ')}.`,
      instead:
        columns.length === 0
          ? `Count the rows of ${table} that are equal under ${name} before the migration runs.`
          : code(
              '# First in the migration',
              `raise ${text(`${table} has duplicates`)} if select_rows(${text(query)}).any?`,
            ),
    };
  },
});

/** Columns of a unique index, empty when it is over expressions alone; null when it is not unique. */
function uniqueColumns(index: Index): readonly string[] | null {
  return index.unique ? index.parts.flatMap(({ column }) => column ?? []) : null;
}
