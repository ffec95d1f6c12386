import type { Column } from '../model/schema.ts';

/** Longer names are shortened, and then tell no more which column they belong to. */
const MAX_NAME = 63;

/**
 * A column of PostgreSQL after it, or its table, was renamed. The sequence keeps its name, and
 * Active Record takes a column for a serial only where the sequence is called
 * `<table>_<column>_seq` (`PostgreSQL::Column#serial?`, 5.1 to 8.1); else the dump has the default.
 *
 * @param from - the name that the sequence of the column as it was had by default.
 * @param to - the one that it would have now.
 */
export function serialAfterRename(column: Column, from: string, to: string): Column {
  if (from === to || from.length > MAX_NAME || to.length > MAX_NAME) return column;
  if (column.autoIncrement === 'sequence') {
    return { ...column, autoIncrement: null, default: { kind: 'expression', sql: nextOf(from) } };
  }
  const isOwn =
    column.autoIncrement === null &&
    column.default?.kind === 'expression' &&
    column.default.sql === nextOf(to);
  return isOwn ? { ...column, autoIncrement: 'sequence', default: null } : column;
}

/** As PostgreSQL prints the default. */
function nextOf(sequence: string): string {
  const name = /^[a-z_][a-z\d_]*$/.test(sequence) ? sequence : `"${sequence}"`;
  return `nextval('${name}'::regclass)`;
}
