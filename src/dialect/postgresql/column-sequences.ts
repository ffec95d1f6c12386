import type { Column, ColumnSequence, Sequence } from '../../model/schema.ts';
import { serialSequence } from './default-names.ts';
import { sequenceOptions, sequenceOptionsText } from './sequence-options.ts';

/** The options as CREATE SEQUENCE needs them: what differs from its defaults. */
export function canonicalOptions(text: string): string {
  return sequenceOptionsText(sequenceOptions(text));
}

/** A sequence as one of the column; undefined where name and options are those that the server gives it. */
export function columnSequence(
  table: string,
  column: Pick<Column, 'name' | 'type'>,
  { name, options }: Pick<Sequence, 'name' | 'options'>,
): ColumnSequence | undefined {
  const given = sequenceOptions(options);
  const own = sequenceOptions(`AS ${column.type}`).type;
  const rest = sequenceOptionsText({ ...given, type: 'bigint' });
  const type = given.type === own ? '' : `AS ${given.type}`;
  const text = [type, rest].filter((part) => part !== '').join(' ');
  if (text === '' && name === serialSequence(table, column.name)) return undefined;
  return { name, options: text };
}

/** The sequence of a numbered column, with its options as CREATE SEQUENCE takes them; null for others. */
export function sequenceOfColumn(column: Column, table: string): Sequence | null {
  if (column.autoIncrement === null) return null;
  const name = column.sequence?.name ?? serialSequence(table, column.name);
  const stated = column.sequence?.options ?? '';
  const options = /\bAS\b/.test(stated) ? stated : `AS ${column.type} ${stated}`;
  return { name, ownedBy: `${table}.${column.name}`, options: canonicalOptions(options) };
}

/** The sequence that a default takes from, as `nextval('users_id_seq'::regclass)` does; null for other defaults. */
export function sequenceOfDefault(value: Column['default']): string | null {
  const sql = value?.kind === 'expression' ? value.sql : '';
  return /^nextval\('(.+)'::regclass\)$/.exec(sql)?.[1]?.replaceAll('"', '') ?? null;
}
