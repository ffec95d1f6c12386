import type { Table } from '../../../model/schema.ts';
import type { MysqlServer } from '../server.ts';

/** Default collations that no version of MySQL or MariaDB has changed, by their character sets. */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['utf8', 'utf8_general_ci'],
  ['utf8mb3', 'utf8mb3_general_ci'],
  ['latin1', 'latin1_swedish_ci'],
  ['ascii', 'ascii_general_ci'],
  ['ucs2', 'ucs2_general_ci'],
  ['utf16', 'utf16_general_ci'],
  ['utf32', 'utf32_general_ci'],
  ['latin2', 'latin2_general_ci'],
  ['cp1250', 'cp1250_general_ci'],
  ['cp1251', 'cp1251_general_ci'],
  ['big5', 'big5_chinese_ci'],
  ['gbk', 'gbk_chinese_ci'],
  ['sjis', 'sjis_japanese_ci'],
  ['binary', 'binary'],
]);

const DEFAULT_COLLATIONS: ReadonlySet<string> = new Set(DEFAULTS.values());

/** Most bytes that a character takes. */
export const BYTES: ReadonlyMap<string, number> = new Map([
  ['ascii', 1],
  ['latin1', 1],
  ['ucs2', 2],
  ['utf8', 3],
  ['utf8mb3', 3],
  ['utf8mb4', 4],
]);

/** The character set of a table, be it an option of its own (since Rails 6.1) or one of `options:`. */
export function characterSetOf(table: Pick<Table, 'charset' | 'options'>): string | null {
  return table.charset ?? /\bCHARSET=(\w+)/i.exec(table.options ?? '')?.[1] ?? null;
}

/** True when columns with that collation, null for the character set's default, are as their table. */
export function isTableCollation(
  collation: string | null,
  table: Pick<Table, 'charset' | 'collation' | 'options'>,
): boolean {
  const own = table.collation ?? /\bCOLLATE=(\w+)/i.exec(table.options ?? '')?.[1] ?? null;
  if (collation === null || own !== null) return collation === own;
  const charset = characterSetOf(table);
  return (
    charset !== null && DEFAULT_COLLATIONS.has(collation) && collation.startsWith(`${charset}_`)
  );
}

/**
 * The collation of a character set that is named without one; null when that is not certain. The one
 * of utf8mb4 is utf8mb4_0900_ai_ci since MySQL 8.0, utf8mb4_uca1400_ai_ci since MariaDB 11.6.
 */
export function collationOfCharset(charset: string, server: MysqlServer): string | null {
  if (charset !== 'utf8mb4') return DEFAULTS.get(charset) ?? null;
  const version = server.version ?? server.atLeast;
  if (version === null) return null;
  const changed = server.name === 'mariadb' ? 110600 : 80000;
  if (version < changed) return 'utf8mb4_general_ci';
  return server.name === 'mariadb' ? 'utf8mb4_uca1400_ai_ci' : 'utf8mb4_0900_ai_ci';
}
