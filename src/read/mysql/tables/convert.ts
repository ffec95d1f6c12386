import type { Column, Table } from '../../../model/schema.ts';
import { NotTold } from '../not-told.ts';
import { type MysqlScope, serverIn } from '../scope.ts';
import type { Told } from '../statements/statement.ts';
import { BYTES, characterSetOf, collationOfCharset } from './charset.ts';
import { hasText } from './set-options.ts';
import { withCharset } from './table-options.ts';

const TEXT_SIZES = ['tinytext', 'text', 'mediumtext', 'longtext'];

/**
 * What CONVERT TO asks for: the table, and each of its columns with text, gets the character set. A
 * text whose characters can take more bytes gets the next larger type, to hold as many as before.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/alter-table.html | ALTER TABLE, Changing the Character Set}
 */
export function convertedBodies(
  table: Table,
  stated: { readonly charset: string; readonly collation: string | null },
  scope: MysqlScope,
): readonly Told[] {
  const { charset } = stated;
  // Without one it is the character set's own, whatever the database has.
  const collation = stated.collation ?? collationOfCharset(charset, serverIn(scope));
  if (collation === null) throw new NotTold(`the collation of ${charset} depends on the server`);
  const shown = scope.charsets?.shown(charset, collation) ?? { charset, collation };
  return [
    ...withCharset(table, shown.charset ?? charset, shown.collation),
    ...table.columns.filter(hasText).flatMap((column) => converted(column, table, charset)),
  ];
}

function converted(column: Column, table: Table, charset: string): readonly Told[] {
  const at = TEXT_SIZES.indexOf(column.type);
  const type = (at >= 0 && grows(column, table, charset) && TEXT_SIZES[at + 1]) || column.type;
  if (type === column.type && column.collation === null) return [];
  const changed = { ...column, type, collation: null };
  return [{ kind: 'setColumn', table: table.name, column: changed, using: null, position: null }];
}

function grows({ collation }: Column, table: Table, charset: string): boolean {
  const own = /^[a-z0-9]+/.exec(collation ?? '')?.[0] ?? characterSetOf(table) ?? '';
  const from = BYTES.get(own);
  const to = BYTES.get(charset);
  if (from === undefined || to === undefined) {
    throw new NotTold(
      `it is not known how many bytes a character of ${from ? charset : own} takes`,
    );
  }
  return to > from;
}
