import type { Schema, Table } from '../../../../model/schema.ts';
import type { Draw } from '../../draw.ts';
import { computed, condition } from '../expressions.ts';
import { NAMESPACE, partName, sqlName, sqlRelation } from '../names.ts';
import { anyTable, anyView, sortable } from '../targets.ts';
import type { StatementForm } from './form.ts';

export const INDEXES: readonly StatementForm[] = [
  { weight: 16, write: createIndex },
  { weight: 2, write: indexOfView },
  { weight: 5, write: dropIndex },
  { weight: 4, write: renameIndex },
  { weight: 1, write: indexSetting },
];

function createIndex(draw: Draw, schema: Schema): string | null {
  const table = anyTable(draw, schema);
  const parts =
    table && draw.some(sortable(table), 3).map(({ name, type }) => plainPart(draw, name, type));
  if (!table || !parts || parts.length === 0) return null;
  const expression = draw.once(4) ? computed(draw, table) : null;
  const elements =
    expression === null
      ? parts
      : [...(draw.once(2) ? parts : []), wrapped(expression) + direction(draw)];
  const special = draw.once(6) ? specialIndex(draw, table) : null;
  const list = special ?? `(${elements.join(', ')})`;
  const include =
    special === null && draw.once(10)
      ? ` INCLUDE (${draw
          .some(table.columns, 2)
          .map(({ name }) => sqlName(name, draw))
          .join(', ')})`
      : '';
  const where = draw.once(4) ? ` WHERE ${condition(draw, table)}` : '';
  const unique = special === null ? draw.text(4, 'UNIQUE ') : '';
  const nulls = unique === '' ? '' : draw.text(5, ' NULLS NOT DISTINCT');
  const name = draw.once(3)
    ? ''
    : `${draw.text(8, 'IF NOT EXISTS ')}${sqlName(partName(draw), draw)} `;
  const concurrently = draw.text(8, 'CONCURRENTLY ');
  return `CREATE ${unique}INDEX ${concurrently}${name}ON ${draw.text(8, 'ONLY ')}${sqlRelation(table.name, draw)} ${list}${include}${nulls}${draw.text(12, ' WITH (fillfactor=80)')}${where}`;
}

function plainPart(draw: Draw, name: string, type: string): string {
  const opclass = type === 'text' ? draw.text(6, ' text_pattern_ops') : '';
  const collation = /^(?:text|character)/.test(type) ? draw.text(12, ' COLLATE "C"') : '';
  return `${sqlName(name, draw)}${collation}${opclass}${direction(draw)}`;
}

function direction(draw: Draw): string {
  return draw.of([
    '',
    '',
    '',
    '',
    ' DESC',
    ' ASC',
    ' NULLS FIRST',
    ' DESC NULLS LAST',
    ' ASC NULLS LAST',
    ' DESC NULLS FIRST',
  ]);
}

/** A call needs no parentheses around it in an index; all else does. */
function wrapped(expression: string): string {
  return /^\w+\(.*\)$/.test(expression) || expression.startsWith('(')
    ? expression
    : `(${expression})`;
}

function specialIndex(draw: Draw, table: Table): string | null {
  const forms = table.columns.flatMap(({ name, type }) => {
    const column = sqlName(name, draw);
    if (type === 'jsonb') return [`USING gin (${column})`, `USING gin (${column} jsonb_path_ops)`];
    if (/\[\]$|^tsvector/.test(type)) return [`USING gin (${column})`];
    if (/range$|^point/.test(type)) return [`USING gist (${column})`];
    if (/^(?:integer|text|uuid)$/.test(type))
      return [`USING hash (${column})`, `USING brin (${column})`, `USING btree (${column})`];
    return [];
  });
  return draw.maybeOf(forms);
}

function indexOfView(draw: Draw, schema: Schema): string | null {
  const view = anyView(draw, schema, true);
  if (!view) return null;
  return `CREATE ${draw.text(3, 'UNIQUE ')}INDEX ${sqlName(partName(draw), draw)} ON ${sqlRelation(view.name, draw)} (${draw.of(['a', 'n', 'one', 'id', 'b'])})`;
}

/** The name of an index as SQL, with its schema where that is not the default one. */
function anyIndex(draw: Draw, schema: Schema): string | null {
  const owners = [...schema.tables, ...schema.views].filter(({ indexes }) => indexes.length > 0);
  const owner = draw.maybeOf(owners);
  const index = owner && draw.maybeOf(owner.indexes);
  if (!owner || !index) return draw.once(10) ? sqlName(partName(draw), draw) : null;
  const name = index.name.split('.').at(-1) ?? '';
  return owner.name.includes('.') ? `${NAMESPACE}.${sqlName(name, draw)}` : sqlName(name, draw);
}

function dropIndex(draw: Draw, schema: Schema): string | null {
  const name = anyIndex(draw, schema);
  return name && `DROP INDEX ${draw.text(8, 'CONCURRENTLY ')}${draw.text(5, 'IF EXISTS ')}${name}`;
}

function renameIndex(draw: Draw, schema: Schema): string | null {
  const name = anyIndex(draw, schema);
  return (
    name &&
    `ALTER INDEX ${draw.text(6, 'IF EXISTS ')}${name} RENAME TO ${sqlName(partName(draw), draw)}`
  );
}

function indexSetting(draw: Draw, schema: Schema): string | null {
  const name = anyIndex(draw, schema);
  return (
    name &&
    `ALTER INDEX ${name} ${draw.of(['SET (fillfactor = 90)', 'RESET (fillfactor)', 'ALTER COLUMN 1 SET STATISTICS 200'])}`
  );
}
