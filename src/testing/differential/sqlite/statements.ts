import type { Schema, Table } from '../../../model/schema.ts';
import type { Draw } from '../draw.ts';
import { columnName, partName, sqlName, tableName } from './names.ts';

/** Writes a statement over the schema as it stands; null when nothing there fits. */
type Form = (draw: Draw, schema: Schema) => string | null;

const TYPES = ['integer', 'INTEGER', 'varchar(20)', 'text', 'DECIMAL(8, 2)', 'boolean', '', 'blob'];
const DEFAULTS = ["'x'", '5', '-1.5', 'NULL', "('a' || 'b')", 'CURRENT_TIMESTAMP', 'TRUE', '"q"'];

const FORMS: readonly (readonly [weight: number, form: Form])[] = [
  [5, createTable],
  [4, addColumn],
  [4, dropColumn],
  [4, renameColumn],
  [3, renameTable],
  [4, createIndex],
  [3, createView],
  [3, createTrigger],
  [3, drop],
];

const TOTAL = FORMS.reduce((sum, [weight]) => sum + weight, 0);

/** The statement that the draw chooses; null when nothing in the schema fits it. */
export function randomStatement(draw: Draw, schema: Schema): string | null {
  let place = draw.below(TOTAL);
  for (const [weight, form] of FORMS) {
    if (place < weight) return form(draw, schema);
    place -= weight;
  }
  return null;
}

function createTable(draw: Draw, schema: Schema): string {
  const guard = draw.text(6, 'IF NOT EXISTS ');
  const name = sqlName(tableName(draw), draw);
  if (draw.once(10)) {
    const from = draw.maybeOf(schema.tables);
    if (from) return `CREATE TABLE ${guard}${name} AS SELECT * FROM ${sqlName(from.name, draw)}`;
  }
  const names = draw.some(['a', 'b', 'c', 'id', 'kind', 'order', 'Mixed Case', 'user_id'], 5);
  const items = [
    ...names.map((column) => columnText(column, draw, schema)),
    ...tableConstraints(names, draw, schema),
  ];
  const options = draw.text(8, ' WITHOUT ROWID') || draw.text(10, ' STRICT');
  return `CREATE TABLE ${guard}${name} (${items.join(', ')})${options}`;
}

function columnText(column: string, draw: Draw, schema: Schema): string {
  const parts = [
    sqlName(column, draw),
    draw.maybeOf(TYPES) ?? '',
    draw.text(6, draw.once(2) ? 'PRIMARY KEY AUTOINCREMENT' : 'PRIMARY KEY'),
    draw.text(4, `${draw.text(4, 'CONSTRAINT nn ')}NOT NULL`),
    draw.text(4, `DEFAULT ${draw.maybeOf(DEFAULTS) ?? ''}`),
    draw.text(8, 'UNIQUE'),
    draw.text(8, 'COLLATE nocase'),
    draw.text(8, `${draw.text(2, `CONSTRAINT ${partName(draw)} `)}CHECK (${expression(draw)})`),
    draw.text(8, references(draw, schema)),
    draw.text(
      12,
      // SQLite takes a column that is computed from itself, and then refuses its table.
      `GENERATED ALWAYS AS (${column === 'a' ? 'b' : 'a'} || ')') ${draw.once(2) ? 'STORED' : 'VIRTUAL'}`,
    ),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function references(draw: Draw, schema: Schema): string {
  const parent = draw.maybeOf(schema.tables);
  const name = sqlName(parent?.name ?? tableName(draw), draw);
  const column = (parent && draw.maybeOf(parent.columns)?.name) ?? columnName(draw);
  // Without columns it is the parent's key, which is to be there already.
  const list = parent?.primaryKey && draw.once(2) ? '' : ` (${sqlName(column, draw)})`;
  const action = draw.text(3, draw.once(2) ? ' ON DELETE CASCADE' : ' ON UPDATE SET NULL');
  return `REFERENCES ${name}${list}${action}${draw.text(4, ' DEFERRABLE INITIALLY DEFERRED')}`;
}

function expression(draw: Draw): string {
  const column = sqlName(columnName(draw), draw);
  return draw.of([`${column} > 0`, `length(${column}) < 5`, `${column} || ')'`, `(${column})`]);
}

function tableConstraints(names: readonly string[], draw: Draw, schema: Schema): readonly string[] {
  const list = () =>
    draw
      .some(names, 2)
      .map((name) => sqlName(name, draw))
      .join(', ');
  const named = draw.text(2, `CONSTRAINT ${partName(draw)} `);
  return [
    draw.text(5, `${named}PRIMARY KEY (${list()})`),
    draw.text(6, `${named}UNIQUE (${list()})`),
    draw.text(6, `${named}CHECK (${expression(draw)})`),
    draw.text(
      6,
      `${named}FOREIGN KEY (${sqlName(names[0] ?? 'a', draw)}) ${references(draw, schema)}`,
    ),
  ].filter((part) => part !== '');
}

function addColumn(draw: Draw, schema: Schema): string | null {
  const table = draw.maybeOf(schema.tables);
  if (!table) return null;
  const word = draw.text(2, 'COLUMN ');
  return `ALTER TABLE ${sqlName(table.name, draw)} ADD ${word}${columnText(columnName(draw), draw, schema)}`;
}

function withColumn(
  draw: Draw,
  schema: Schema,
  write: (table: string, column: string) => string,
): string | null {
  const table = draw.maybeOf(schema.tables);
  const column = table && draw.maybeOf(table.columns);
  return table && column ? write(sqlName(table.name, draw), sqlName(column.name, draw)) : null;
}

function dropColumn(draw: Draw, schema: Schema): string | null {
  return withColumn(draw, schema, (table, column) => `ALTER TABLE ${table} DROP COLUMN ${column}`);
}

function renameColumn(draw: Draw, schema: Schema): string | null {
  const to = sqlName(columnName(draw), draw);
  return withColumn(
    draw,
    schema,
    (table, column) => `ALTER TABLE ${table} RENAME ${column} TO ${to}`,
  );
}

function renameTable(draw: Draw, schema: Schema): string | null {
  const table = draw.maybeOf(schema.tables);
  return (
    table && `ALTER TABLE ${sqlName(table.name, draw)} RENAME TO ${sqlName(tableName(draw), draw)}`
  );
}

function createIndex(draw: Draw, schema: Schema): string | null {
  const table = draw.maybeOf(schema.tables);
  if (!table) return null;
  const name = draw.once(3) ? `by_${draw.below(9)}` : partName(draw);
  const parts = draw.some(table.columns, 2).map((column) => indexPart(column.name, draw));
  const where = draw.text(4, ` WHERE ${expression(draw)}`);
  return `CREATE ${draw.text(4, 'UNIQUE ')}INDEX ${draw.text(8, 'IF NOT EXISTS ')}${sqlName(name, draw)} ON ${sqlName(table.name, draw)} (${parts.join(', ')})${where}`;
}

function indexPart(column: string, draw: Draw): string {
  const name = sqlName(column, draw);
  const part = draw.once(4) ? `lower(${name})` : name;
  return `${part}${draw.text(5, ' COLLATE nocase')}${draw.text(4, ' DESC')}`;
}

function createView(draw: Draw, schema: Schema): string | null {
  const table = draw.maybeOf(schema.tables);
  if (!table) return null;
  const columns = draw.some(table.columns, 3).map(({ name }) => sqlName(name, draw));
  const alias = draw.text(3, ' AS "one"');
  const where = draw.text(3, ` WHERE ${sqlName(table.name, draw)}.${columns[0] ?? 'a'} > 1`);
  return `CREATE VIEW ${sqlName(tableName(draw), draw)} AS SELECT ${columns.join(', ')}${alias} FROM ${sqlName(table.name, draw)}${where}`;
}

function createTrigger(draw: Draw, schema: Schema): string | null {
  const table = draw.maybeOf(schema.tables);
  const column = table && draw.maybeOf(table.columns);
  if (!table || !column) return null;
  const [name, own] = [sqlName(column.name, draw), sqlName(table.name, draw)];
  const event = draw.of(['INSERT', 'DELETE', `UPDATE OF ${name}`]);
  const row = event === 'INSERT' ? 'new' : 'old';
  return `CREATE TRIGGER ${sqlName(partName(draw), draw)} AFTER ${event} ON ${own} BEGIN UPDATE ${own} SET ${name} = ${row}.${name}; END`;
}

function drop(draw: Draw, schema: Schema): string | null {
  const [word, list] = draw.of<readonly [string, readonly { readonly name: string }[]]>([
    ['TABLE', schema.tables],
    ['INDEX', schema.tables.flatMap((table: Table) => table.indexes)],
    ['VIEW', schema.views],
    ['TRIGGER', schema.triggers],
  ]);
  const name = draw.once(8) ? tableName(draw) : draw.maybeOf(list)?.name;
  return name === undefined
    ? null
    : `DROP ${word} ${draw.text(4, 'IF EXISTS ')}${sqlName(name, draw)}`;
}
