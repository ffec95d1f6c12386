import type { Column, Table } from '../../../model/schema.ts';
import type { MysqlDumpForm } from './form.ts';
import { optionsOf } from './table-options.ts';
import { hasCharset } from './types.ts';

/**
 * ` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin` of a column with text; empty where it has all from its
 * table and its table says enough.
 *
 * The character set stands there when the collation is another one than the table's, the collation
 * when it is not the character set's own. The later ones of MariaDB print both or none. MySQL 8
 * prints both for a column whose own statement gave the collation, be it that of the table.
 */
export function collationClause(column: Column, table: Table, form: MysqlDumpForm): string {
  if (!hasCharset(column.type)) return '';
  const { collation: own } = optionsOf(table);
  if (column.collation === null || column.collation === own) {
    if (own !== null && column.statesCollation && form.isMysql8) return bothOf(own, form);
    const repeats = own !== null && form.repeatsCollation && !isOwnOfSet(own, form);
    return repeats ? ` COLLATE ${own}` : '';
  }
  if (form.showsOwnCollation || form.isMysql8 || !isOwnOfSet(column.collation, form)) {
    return bothOf(column.collation, form);
  }
  return ` CHARACTER SET ${charsetOf(column.collation, form)}`;
}

function bothOf(collation: string, form: MysqlDumpForm): string {
  return ` CHARACTER SET ${charsetOf(collation, form)} COLLATE ${collation}`;
}

/** The collation that a character set has by itself, in that server. */
function isOwnOfSet(collation: string, form: MysqlDumpForm): boolean {
  if (collation.startsWith('utf8mb4_')) {
    return collation === (form.isMysql8 ? 'utf8mb4_0900_ai_ci' : 'utf8mb4_general_ci');
  }
  return /^(?:utf8(?:mb3)?|ascii|ucs2|utf16|utf32)_general_ci$|^latin1_swedish_ci$/.test(collation);
}

/** `utf8mb4` of `utf8mb4_bin`. */
function charsetOf(collation: string, form: MysqlDumpForm): string {
  const charset = /^[a-z0-9]+/.exec(collation)?.[0] ?? collation;
  return charset === 'utf8' || charset === 'utf8mb3' ? form.utf8 : charset;
}
