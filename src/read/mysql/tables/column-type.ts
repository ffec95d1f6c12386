import { canonicalType, splitType } from '../../../dialect/mysql/types.ts';
import { NotTold } from '../not-told.ts';
import { type MysqlScope, serverIn } from '../scope.ts';
import type { StatedColumn } from '../stated/stated.ts';
import { BYTES, characterSetOf } from './charset.ts';
import type { ColumnOwner } from './column.ts';

/** The column's type as the server keeps it. */
export function columnType(stated: StatedColumn, owner: ColumnOwner, scope: MysqlScope): string {
  // MariaDB's JSON is a LONGTEXT that is checked: https://mariadb.com/kb/en/json/
  if (/^json$/i.test(stated.type) && isMariadb(scope)) return 'longtext';
  const written = stated.type.replace(NATIONAL, '$1');
  const { base, modifier } = splitType(written);
  if (/^(?:text|blob)$/.test(base) && modifier !== null) {
    return sized(base, Number(modifier) * (base === 'text' ? bytesOf(stated, owner) : 1));
  }
  return canonicalType(written);
}

const NATIONAL = /^n(?:ational )?((?:var)?char(?:acter)?\b)/i;

/** NATIONAL and the letter N mean utf8, whatever the table has; null for other types. */
export function nationalCharset(type: string): string | null {
  return NATIONAL.test(type) ? 'utf8' : null;
}

/** MariaDB, as far as anything tells. */
export function isMariadb(scope: MysqlScope): boolean {
  return serverIn(scope).name === 'mariadb';
}

function bytesOf({ charset, collation }: StatedColumn, owner: ColumnOwner): number {
  const name = charset ?? /^[a-z0-9]+/i.exec(collation ?? '')?.[0] ?? characterSetOf(owner);
  const bytes = BYTES.get(name?.toLowerCase() ?? 'utf8mb4');
  if (bytes === undefined)
    throw new NotTold(`the length of a text depends on the bytes of ${name}`);
  return bytes;
}

/** TEXT(n) is the smallest type that holds n characters. */
function sized(base: string, bytes: number): string {
  if (bytes <= 0xff) return `tiny${base}`;
  if (bytes <= 0xffff) return base;
  return `${bytes <= 0xffffff ? 'medium' : 'long'}${base}`;
}
