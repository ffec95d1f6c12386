import type { Engine } from '../../model/engine.ts';
import type { Column, Table } from '../../model/schema.ts';
import { code, columnType, defaultValue, removeColumn, symbol, text } from '../ruby.ts';
import { sqlName } from '../sql-name.ts';
import { batchedUpdate, isNull } from './backfill.ts';

/** The column that another one replaces. */
interface Replaced {
  readonly table: Table;
  readonly old: Column;
  readonly name: string;
  readonly type: string;
}

/** Replaces a column by another over several releases, while old code and new code both run. */
export function replaceColumn(replaced: Replaced, engine: Engine): string {
  const { table: owner, old, name, type } = replaced;
  const table = owner.name;
  const converts = old.type !== type;
  const before = sqlName(old.name, engine);
  // PostgreSQL assigns between some types alone; a cast says it for all.
  const value = converts && engine === 'postgresql' ? `${before}::${type}` : before;
  const remains = stillMissing(replaced);
  return code(
    `# Release 1: the new column; the application writes both ${old.name} and ${name}`,
    `add_column ${symbol(table)}, ${symbol(name)}, ${columnType(type)}`,
    '',
    '# Release 1, next migration: fills the rows that are there',
    ...batchedUpdate(table, text(`${sqlName(name, engine)} = ${value}`), isNull(name)),
    ...(remains.length === 0
      ? []
      : ['', `# Release 1, after that: ${name} gets ${remains.join(', ')}`]),
    '',
    `# Release 2: the application reads ${name}; in the model:`,
    `self.ignored_columns += [${text(old.name)}]`,
    '',
    '# Release 3',
    removeColumn(table, old),
  );
}

/**
 * What the old column has besides its values. The default is not given at once: rows that old code
 * inserts would get it in place of NULL, and the statement that fills them would pass them over.
 */
function stillMissing({ table, old, type }: Replaced): readonly string[] {
  const keys = table.foreignKeys.filter(({ columns }) => columns.includes(old.name));
  const indexes = table.indexes.filter(({ parts }) =>
    parts.some(({ column }) => column === old.name),
  );
  const keepsDefault = old.default !== null && old.type === type;
  return [
    ...(keepsDefault ? [`the default ${defaultValue(old.default)}`] : []),
    ...(old.nullable ? [] : ['NOT NULL']),
    ...indexes.map(({ name }) => `the index ${name}`),
    ...keys.map((key) => `the foreign key ${key.name}`),
  ];
}
