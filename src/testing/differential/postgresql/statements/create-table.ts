import { emptyTable } from '../../../../model/empty-table.ts';
import type { Column, Schema, Table } from '../../../../model/schema.ts';
import type { Draw } from '../../draw.ts';
import { condition, generated } from '../expressions.ts';
import { columnName, partName, relationName, sqlName, sqlNames, sqlRelation } from '../names.ts';
import { anyTable, sortable } from '../targets.ts';
import { anyType, defaultClause } from '../types.ts';
import type { StatementForm } from './form.ts';

export const CREATE_TABLE: readonly StatementForm[] = [
  { weight: 14, write: plainTable },
  { weight: 4, write: inheritingTable },
  { weight: 2, write: copiedTable },
  { weight: 1, write: tableOfQuery },
  { weight: 3, write: partitionedTable },
  { weight: 5, write: partition },
];

function plainTable(draw: Draw, schema: Schema): string {
  const name = relationName(draw);
  const head = `CREATE ${draw.text(12, 'UNLOGGED ')}TABLE ${draw.text(8, 'IF NOT EXISTS ')}`;
  const items = [...columns(draw, schema), ...tableConstraints(draw, schema)];
  const options = draw.text(12, ' WITH (fillfactor=70)');
  return `${head}${sqlRelation(name, draw)} (${items.join(', ')})${options}`;
}

/** What the columns that were drawn so far are, for clauses that compute with them. */
let drawn: Table = emptyTable('');

function columns(draw: Draw, schema: Schema): readonly string[] {
  drawn = emptyTable('');
  const choice = draw.below(3);
  const key = choice === 0 ? serialKey(draw) : choice === 1 ? identityKey(draw) : null;
  const rest = Array.from({ length: draw.below(5) }, () => column(draw, schema));
  const all = [...(key === null ? [] : [key]), ...rest.filter((text) => text !== null)];
  return all;
}

function serialKey(draw: Draw): string {
  remember('id', 'bigint');
  const type = draw.of(['bigserial', 'serial', 'smallserial']);
  return `id ${type}${draw.of([' PRIMARY KEY', ' NOT NULL', ''])}`;
}

function identityKey(draw: Draw): string {
  remember('id', 'bigint');
  const when = draw.of(['BY DEFAULT', 'ALWAYS']);
  const options = draw.text(4, ' (START WITH 100 INCREMENT BY 5)');
  const type = draw.of(['bigint', 'integer']);
  return `id ${type} GENERATED ${when} AS IDENTITY${options}${draw.of([' PRIMARY KEY', ''])}`;
}

function remember(name: string, type: string): void {
  const column: Column = {
    ...{ name, type, nullable: true, default: null, autoIncrement: null, generated: null },
    ...{ collation: null, comment: null, extraOptions: [] },
  };
  drawn = { ...drawn, columns: [...drawn.columns, column] };
}

/** Null for a name that the table has already. */
function column(draw: Draw, schema: Schema): string | null {
  const name = columnName(draw);
  if (drawn.columns.some((other) => other.name === name)) return null;
  const { definition, type } = columnDefinition(draw, schema, name, drawn);
  remember(name, type);
  return definition;
}

/** A column as CREATE TABLE and ADD COLUMN take it, over the columns that stand before it. */
export function columnDefinition(draw: Draw, schema: Schema, name: string, table: Table) {
  const computed = draw.once(10) ? generated(draw, table) : null;
  if (computed) {
    const stored = draw.of(['STORED', 'STORED', 'VIRTUAL']);
    const { type, sql } = computed;
    return {
      type,
      definition: `${sqlName(name, draw)} ${type} GENERATED ALWAYS AS (${sql}) ${stored}`,
    };
  }
  const type = anyType(draw, schema);
  const collation = /^(?:text|varchar)/.test(type.sql) ? draw.text(12, ' COLLATE "C"') : '';
  const parts = [
    `${sqlName(name, draw)} ${type.sql}${collation}`,
    defaultClause(type, draw),
    draw.text(4, ' NOT NULL'),
    draw.once(10) ? ` ${columnConstraint(draw, schema, name, table)}` : '',
  ];
  return { type: type.sql, definition: parts.join('') };
}

function columnConstraint(draw: Draw, schema: Schema, name: string, table: Table): string {
  const named = draw.text(4, `CONSTRAINT ${sqlName(partName(draw), draw)} `);
  const parent = draw.maybeOf(schema.tables.filter(({ primaryKey }) => primaryKey !== null));
  const forms = [
    'UNIQUE',
    `CHECK (${sqlName(name, draw)} IS NOT NULL)`,
    `CHECK (${condition(draw, table)})`,
    'UNIQUE NULLS NOT DISTINCT',
    ...(parent ? [`REFERENCES ${sqlRelation(parent.name, draw)} ON DELETE CASCADE`] : []),
    'UNIQUE DEFERRABLE INITIALLY DEFERRED',
  ];
  return `${named}${draw.maybeOf(forms) ?? ''}`;
}

function tableConstraints(draw: Draw, _schema: Schema): readonly string[] {
  const named = () => draw.text(3, `CONSTRAINT ${sqlName(partName(draw), draw)} `);
  const names = draw.some(sortable(drawn), 2).map(({ name }) => name);
  const unique =
    draw.once(5) && names.length > 0 ? [`${named()}UNIQUE (${sqlNames(names, draw)})`] : [];
  const check = draw.once(5) ? [`${named()}CHECK (${condition(draw, drawn)})`] : [];
  return [...unique, ...check];
}

function inheritingTable(draw: Draw, schema: Schema): string | null {
  const parent = anyTable(draw, schema);
  if (!parent) return null;
  const items = columns(draw, schema);
  return `CREATE TABLE ${sqlRelation(relationName(draw), draw)} (${items.join(', ')}) INHERITS (${sqlRelation(parent.name, draw)})`;
}

function copiedTable(draw: Draw, schema: Schema): string | null {
  const source = anyTable(draw, schema);
  if (!source) return null;
  const options = draw.of([
    ' INCLUDING ALL',
    '',
    ' INCLUDING DEFAULTS INCLUDING CONSTRAINTS',
    ' INCLUDING INDEXES',
    ' INCLUDING ALL EXCLUDING INDEXES',
    ' INCLUDING IDENTITY INCLUDING GENERATED',
  ]);
  const extra = draw.text(3, ', extra_column text');
  return `CREATE TABLE ${sqlRelation(relationName(draw), draw)} (LIKE ${sqlRelation(source.name, draw)}${options}${extra})`;
}

function tableOfQuery(draw: Draw, schema: Schema): string | null {
  const source = anyTable(draw, schema);
  if (!source) return null;
  const list = draw.of(['*', "1 AS one, 'x' AS word", 'count(*) AS n']);
  return `CREATE TABLE ${sqlRelation(relationName(draw), draw)} AS SELECT ${list} FROM ${sqlRelation(source.name, draw)}`;
}

function partitionedTable(draw: Draw, schema: Schema): string | null {
  const items = columns(draw, schema);
  const key = draw.maybeOf(drawn.columns.filter(({ type }) => /^(?:int|big|text|date)/.test(type)));
  if (!key) return null;
  const strategy = draw.of(['LIST', 'RANGE', 'HASH']);
  return `CREATE TABLE ${sqlRelation(relationName(draw), draw)} (${items.join(', ')}) PARTITION BY ${strategy} (${sqlName(key.name, draw)})`;
}

function partition(draw: Draw, schema: Schema): string | null {
  const parents = schema.tables.filter(({ options }) => options?.startsWith('PARTITION BY'));
  const parent = draw.maybeOf(parents);
  if (!parent) return null;
  const head = `CREATE TABLE ${sqlRelation(relationName(draw), draw)} PARTITION OF ${sqlRelation(parent.name, draw)}`;
  return `${head} ${bound(draw, parent)}`;
}

/** A bound that fits how the table is partitioned, mostly. */
export function bound(draw: Draw, parent: Table): string {
  const n = draw.below(5);
  if (/HASH/.test(parent.options ?? '')) return `FOR VALUES WITH (MODULUS 4, REMAINDER ${n % 4})`;
  if (draw.once(5)) return 'DEFAULT';
  const key = /\("?(.*?)"?\)/.exec(parent.options ?? '')?.[1] ?? '';
  const type = parent.columns.find(({ name }) => name === key)?.type ?? 'integer';
  const value = (at: number) =>
    type === 'date'
      ? `'2026-0${at + 1}-01'`
      : /^(?:text|char)/.test(type)
        ? `'${'abcdefgh'[at]}'`
        : `${at * 10}`;
  if (/LIST/.test(parent.options ?? '')) return `FOR VALUES IN (${value(n)})`;
  return `FOR VALUES FROM (${value(n)}) TO (${value(n + 1)})`;
}
