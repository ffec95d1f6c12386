import { dialectFor } from '../../dialect/index.ts';
import { ENGINES, type Engine } from '../../model/engine.ts';
import type { Severity } from '../../model/hazard.ts';
import type { OperationOf } from '../../model/operation.ts';
import { findColumn, findTable, type Index, type Table } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { repeatedValues, surveyDay } from '../figures.ts';
import { keepsApart } from '../index-columns.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { rowCount } from '../size.ts';
import { sqlName } from '../sql-name.ts';

export const addUniqueIndexData = defineRule({
  id: 'add-unique-index-data',
  title: 'Duplicates make the unique index fail',
  engines: ENGINES,
  severity: 'warning',
  on: ['addIndex', 'addUniqueConstraint'],
  docs: {
    why: 'The build fails when two rows are equal. From then on running code that writes a duplicate gets an error, in Rails ActiveRecord::RecordNotUnique.',
    onEngine: {
      postgresql: 'A concurrent build that fails leaves an invalid index behind.',
    },
    instead:
      'Count the duplicates first, decide which row stays, and let the code handle RecordNotUnique.',
    reference: 'https://www.postgresql.org/docs/current/indexes-unique.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/create-index.html',
      sqlite: 'https://www.sqlite.org/lang_createindex.html',
      mariadb: 'https://mariadb.com/kb/en/create-index/',
    },
  },
  check(operation, context) {
    const { table } = operation;
    const unique = uniqueOf(operation);
    if (unique === null || context.isNewTable(table)) return null;
    const owner = findTable(context.before, table);
    if (!owner || unique.columns.some((column) => holdsDistinct(owner, column, context)))
      return null;
    // What kept them apart before the release leaves no duplicates.
    const first = findTable(context.initial, table);
    if (first && !unique.nullsNotDistinct && keepsApart(first, wholeColumns(unique))) return null;
    const { engine } = context;
    const list = unique.terms.map((term) => termSql(term, engine)).join(', ');
    const rows = conditions(owner, unique, engine);
    const query = `SELECT ${list}, count(*) FROM ${sqlName(table, engine)}${rows} GROUP BY ${list} HAVING count(*) > 1`;
    const what = unique.terms.map(({ column, expression }) => column ?? expression ?? '');
    const counted = duplicatesCounted(table, unique, context);
    return {
      ...(counted && { severity: counted.severity }),
      message: `${unique.name} cannot be built when two rows of ${table} have the same ${what.join(', ')}${counted?.says ?? ''}.`,
      instead:
        context.migration.tool === 'rails'
          ? code(
              '# Right before the index is built',
              `raise ${text(`${table} has duplicates`)} if select_rows(${text(query)}).any?`,
            )
          : `Run this right before the index is built, which needs it to find no row: ${query}.`,
    };
  },
});

interface Unique {
  readonly name: string;
  readonly terms: readonly Pick<Index['parts'][number], 'column' | 'expression' | 'length'>[];
  /** Columns among the terms. */
  readonly columns: readonly string[];
  readonly where: string | null;
  readonly nullsNotDistinct: boolean;
}

/** What must be unique; null when nothing must, or an index says so already. */
function uniqueOf(operation: OperationOf<'addIndex' | 'addUniqueConstraint'>): Unique | null {
  if (operation.kind === 'addIndex') {
    const { index } = operation;
    if (!index.unique) return null;
    const columns = index.parts.flatMap(({ column }) => column ?? []);
    return { ...index, terms: index.parts, columns };
  }
  const { columns, ...constraint } = operation.uniqueConstraint;
  if (operation.usingIndex !== null) return null;
  const terms = columns.map((column) => ({ column, expression: null, length: null }));
  return { ...constraint, terms, columns, where: null };
}

/** A column that the release added holds NULL everywhere, and NULLs are distinct; or a value computed for each row. */
function holdsDistinct(owner: Table, name: string, context: RuleContext): boolean {
  const column = findColumn(owner, name);
  if (!column || !context.isNewColumn(owner.name, name)) return false;
  return column.default?.kind === 'expression' || (column.nullable && column.default === null);
}

function wholeColumns({ terms }: Unique): readonly string[] {
  return terms.flatMap(({ column, length }) => (length === null ? (column ?? []) : []));
}

function termSql({ column, expression, length }: Unique['terms'][number], engine: Engine): string {
  if (column === null) return expression ?? '';
  const name = sqlName(column, engine);
  const isPrefix = length !== null && dialectFor(engine).supportsPrefixLength;
  return isPrefix ? `left(${name}, ${length})` : name;
}

/** What the survey knows of equal values, where one whole column is to be unique; null for nothing. */
function duplicatesCounted(
  table: string,
  unique: Unique,
  context: RuleContext,
): { readonly severity: Severity; readonly says: string } | null {
  const [column, ...others] = wholeColumns(unique);
  const isPlain = others.length === 0 && unique.terms.length === 1 && unique.where === null;
  if (column === undefined || !isPlain || unique.nullsNotDistinct) return null;
  const repeated = repeatedValues(table, column, context);
  if (repeated === null) return null;
  const day = surveyDay(context);
  return repeated > 0
    ? { severity: 'danger', says: `; the survey of ${day} counted ${rowCount(repeated)} too many` }
    : { severity: 'info', says: `; the survey of ${day} counted none` };
}

/** The rows that the index is for: those of its condition, and without NULL, as NULLs are distinct. */
function conditions(
  owner: Table,
  { columns, where, nullsNotDistinct }: Unique,
  engine: Engine,
): string {
  const nullable = columns.filter((name) => findColumn(owner, name)?.nullable);
  const all = [
    ...(where === null ? [] : [`(${where})`]),
    ...(nullsNotDistinct ? [] : nullable.map((name) => `${sqlName(name, engine)} IS NOT NULL`)),
  ];
  return all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`;
}
