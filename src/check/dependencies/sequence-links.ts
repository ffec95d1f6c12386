import type { Schema, Table } from '../../model/schema.ts';
import { type Link, usedBy, uses } from './link.ts';
import { namesAll } from './naming.ts';

/** Sequences that belong to a table or to one of its columns, and those that its defaults take from. */
export function sequenceLinks(
  schema: Schema,
  table: Table,
  column: string | null,
): readonly Link[] {
  const owner = column === null ? table.name : `${table.name}.${column}`;
  const owned = schema.sequences.filter(
    ({ ownedBy }) => ownedBy === owner || (column === null && ownedBy?.startsWith(`${owner}.`)),
  );
  const taken = schema.sequences.filter(
    (sequence) =>
      !owned.includes(sequence) &&
      table.columns.some(
        (each) =>
          (column === null || each.name === column) && takesFrom(each.default, sequence.name),
      ),
  );
  return [
    ...owned.map(({ name }) => usedBy('sequence', null, name)),
    ...taken.map(({ name }) => uses('sequence', null, name)),
  ];
}

/** Columns that a sequence belongs to, or whose default takes from it. */
export function sequenceUserLinks(schema: Schema, sequence: string): readonly Link[] {
  const own = schema.sequences.find(({ name }) => name === sequence)?.ownedBy ?? null;
  return schema.tables.flatMap((table) =>
    table.columns
      .filter(
        ({ name, default: value }) => own === `${table.name}.${name}` || takesFrom(value, sequence),
      )
      .map(({ name }) => ({
        ...usedBy('column', table.name, name),
        other: `${table.name}.${name}`,
      })),
  );
}

/** `nextval('order_numbers'::regclass)`: the name stands in a string, which the server reads as the object. */
function takesFrom(value: Table['columns'][number]['default'], sequence: string): boolean {
  if (value?.kind !== 'expression') return false;
  const named = /\bnextval\s*\(\s*'([^']+)'/i.exec(value.sql)?.[1];
  return named !== undefined && namesAll(named, sequence.split('.'), 'postgresql');
}
