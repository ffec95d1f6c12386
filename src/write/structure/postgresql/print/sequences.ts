import { objectName } from '../../../../dialect/postgresql/default-names.ts';
import type { Column, Schema, Sequence, Table } from '../../../../model/schema.ts';
import { besides, objectNameOf, qualified, quoted } from '../names.ts';
import type { PrintForm } from './context.ts';

/** The clauses of CREATE SEQUENCE, in the order in which pg_dump writes them (dumpSequence). */
const CLAUSES: readonly (readonly [pattern: RegExp, write: (value: string) => string])[] = [
  [/\bSTART(?: WITH)? (-?\d+)/i, (value) => `START WITH ${value}`],
  [/\bINCREMENT(?: BY)? (-?\d+)/i, (value) => `INCREMENT BY ${value}`],
  [/(?<!NO )\bMINVALUE (-?\d+)/i, (value) => `MINVALUE ${value}`],
  [/(?<!NO )\bMAXVALUE (-?\d+)/i, (value) => `MAXVALUE ${value}`],
  [/\bCACHE (\d+)/i, (value) => `CACHE ${value}`],
];

const DEFAULTS: readonly string[] = [
  'START WITH 1',
  'INCREMENT BY 1',
  'NO MINVALUE',
  'NO MAXVALUE',
  'CACHE 1',
];

/** Limits of each type, which pg_dump leaves out. */
const LIMITS: { readonly [type: string]: readonly string[] } = {
  smallint: ['1', '32767'],
  integer: ['1', '2147483647'],
  bigint: ['1', '9223372036854775807'],
};

/** The sequence's clauses, a line each, indented. */
function optionLines(options: string, type: string): string {
  const limits = LIMITS[type] ?? [];
  const lines = CLAUSES.map(([pattern, write], at) => {
    const value = pattern.exec(options)?.[1];
    const isLimit = at === 2 || at === 3;
    if (value === undefined || (isLimit && limits.includes(value))) return DEFAULTS[at] ?? '';
    return write(value);
  });
  const minimum = /(?<!NO )\bMINVALUE (-?\d+)/i.exec(options)?.[1];
  const starts = /\bSTART\b/i.test(options) || minimum === undefined;
  const [start = '', ...rest] = lines;
  const cycle = /(?<!NO )\bCYCLE\b/i.test(options) ? ['CYCLE'] : [];
  return [starts ? start : `START WITH ${minimum}`, ...rest, ...cycle]
    .map((line) => `    ${line}`)
    .join('\n');
}

/** A sequence that stands by itself or is owned by a column. */
export function createSequence(name: string, options: string, form: PrintForm): string {
  const type = /\bAS (\w+)/i.exec(options)?.[1]?.toLowerCase() ?? 'bigint';
  const typed = type === 'bigint' || !form.typedSequences ? '' : `    AS ${type}\n`;
  const unlogged = /\bUNLOGGED\b/i.test(options) ? 'UNLOGGED ' : '';
  return `CREATE ${unlogged}SEQUENCE ${qualified(name)}\n${typed}${optionLines(options, type)};`;
}

/** ALTER SEQUENCE … OWNED BY; `owner` is `table.column` of the model. */
export function ownedBy(sequence: string, owner: string): string {
  const dot = owner.lastIndexOf('.');
  const column = quoted(owner.slice(dot + 1));
  return `ALTER SEQUENCE ${qualified(sequence)} OWNED BY ${qualified(owner.slice(0, dot))}.${column};`;
}

/** Name of the sequence that numbers a column: its own, or the one that the server chooses. */
export function columnSequence(column: Column, table: Table): string {
  if (column.sequence) return besides(table.name, column.sequence.name);
  const { name } = objectNameOf(table.name);
  return besides(table.name, objectName(name, column.name, 'seq'));
}

/** The sequence of a serial column, whose type is that of the column. */
export function serialSequence(column: Column, table: Table, form: PrintForm): string {
  const stated = column.sequence?.options ?? '';
  const options = /\bAS \w+/i.test(stated) ? stated : `AS ${column.type} ${stated}`;
  return createSequence(columnSequence(column, table), options, form);
}

/** What makes a column of the table an identity column. */
export function identity(column: Column, table: Table): string {
  const kind = column.autoIncrement === 'identityAlways' ? 'ALWAYS' : 'BY DEFAULT';
  const lines = optionLines(column.sequence?.options ?? '', column.type);
  const head = `ALTER TABLE ${qualified(table.name)} ALTER COLUMN ${quoted(column.name)}`;
  const name = qualified(columnSequence(column, table));
  return `${head} ADD GENERATED ${kind} AS IDENTITY (\n    SEQUENCE NAME ${name}\n${lines}\n);`;
}

/** True for a column whose default is set once its table and the sequence that it owns are there. */
export function hasSeparateDefault(column: Column, table: Table, schema: Schema): boolean {
  return column.autoIncrement === 'sequence' || ownSequence(column, table, schema) !== null;
}

/** The sequence from which a column's stated default takes, when the table owns it. */
export function ownSequence(column: Column, table: Table, schema: Schema): Sequence | null {
  const sql = column.default?.kind === 'expression' ? column.default.sql : '';
  const taken = /^nextval\('([^']+)'::regclass\)/.exec(sql)?.[1];
  if (taken === undefined) return null;
  const name = taken.replaceAll('"', '').replace(/^public\./, '');
  const sequence = schema.sequences.find((each) => each.name === name);
  const owner = sequence?.ownedBy ?? '';
  return owner.slice(0, owner.lastIndexOf('.')) === table.name ? (sequence ?? null) : null;
}

/** The default of a column whose sequence is made behind its table. */
export function setDefault(column: Column, table: Table, expression: string): string {
  const head = `ALTER TABLE ONLY ${qualified(table.name)} ALTER COLUMN ${quoted(column.name)}`;
  return `${head} SET DEFAULT ${expression};`;
}

/** `nextval('public.t_c_seq'::regclass)`. */
export function nextValue(sequence: string): string {
  return `nextval('${qualified(sequence).replaceAll("'", "''")}'::regclass)`;
}
