import type { OperationBody } from '../../../model/operation.ts';
import type { Table } from '../../../model/schema.ts';
import { charsetInDump, collationInDump } from '../commands/tables/table-defaults.ts';
import type { Session } from '../session.ts';
import type { SqlReader } from './reader.ts';

/** Default collations that no version of MySQL or MariaDB has changed, by their character sets. */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['utf8', 'utf8_general_ci'],
  ['utf8mb3', 'utf8mb3_general_ci'],
  ['latin1', 'latin1_swedish_ci'],
  ['ascii', 'ascii_general_ci'],
]);

const DEFAULT_COLLATIONS: ReadonlySet<string> = new Set(DEFAULTS.values());

/** Most bytes that a character takes. */
const BYTES: ReadonlyMap<string, number> = new Map([
  ['ascii', 1],
  ['latin1', 1],
  ['ucs2', 2],
  ['utf8', 3],
  ['utf8mb3', 3],
  ['utf8mb4', 4],
]);

const TEXT_SIZES = ['tinytext', 'text', 'mediumtext', 'longtext'];

/** The character set of a table, be it an option of its own (since Rails 6.1) or one of `options:`. */
export function characterSetOf(table: Table): string | null {
  return table.charset ?? /\bCHARSET=(\w+)/i.exec(table.options ?? '')?.[1] ?? null;
}

/** True when columns with that collation, null for the character set's default, are as their table. */
export function isTableCollation(collation: string | null, table: Table): boolean {
  const own = table.collation ?? /\bCOLLATE=(\w+)/i.exec(table.options ?? '')?.[1] ?? null;
  if (collation === null || own !== null) return collation === own;
  const charset = characterSetOf(table);
  return (
    charset !== null && DEFAULT_COLLATIONS.has(collation) && collation.startsWith(`${charset}_`)
  );
}

/**
 * What follows CONVERT TO: the table, and each of its columns with text, gets the character set.
 * A text whose characters can take more bytes gets the next larger type, to hold as many as before.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/alter-table.html | ALTER TABLE, Changing the Character Set}
 */
export function convertTo(
  reader: SqlReader,
  table: Table,
  session: Session,
): readonly OperationBody[] | null {
  if (!reader.take('CHARACTER', 'SET') && !reader.take('CHARSET')) return null;
  const charset = reader.name();
  // Without one it is the character set's own, whatever the database has.
  const collation = reader.take('COLLATE') ? reader.name() : (DEFAULTS.get(charset ?? '') ?? null);
  const from = BYTES.get(characterSetOf(table) ?? '');
  const to = BYTES.get(charset ?? '');
  if (charset === null || collation === null || !reader.done) return null;
  if (from === undefined || to === undefined) return null;
  return [tableWith(charset, collation, table, session), ...convertedColumns(table, to > from)];
}

function tableWith(given: string, stated: string, table: Table, session: Session): OperationBody {
  const charset = charsetInDump(given, session);
  const collation = collationInDump(stated, charset, session);
  if (table.options === null || !/CHARSET=/i.test(table.options)) {
    return { kind: 'setTableOptions', table: table.name, charset, collation };
  }
  const plain = table.options.replace(/ COLLATE=\w+/i, '');
  const options = plain.replace(
    /\bCHARSET=\w+/i,
    `CHARSET=${charset}${collation === null ? '' : ` COLLATE=${collation}`}`,
  );
  return { kind: 'setTableOptions', table: table.name, options };
}

function convertedColumns({ name, columns }: Table, grows: boolean): readonly OperationBody[] {
  return columns.flatMap((column): readonly OperationBody[] => {
    const at = TEXT_SIZES.indexOf(column.type);
    const type = (grows && at >= 0 && TEXT_SIZES[at + 1]) || column.type;
    if (type === column.type && column.collation === null) return [];
    const changed = { ...column, type, collation: null };
    return [{ kind: 'setColumn', table: name, column: changed, using: null, position: null }];
  });
}
