import { own } from '../../model/own.ts';
import type { Column } from '../../model/schema.ts';
import { defaultServer, type Server, serverAtLeast } from '../../model/server.ts';
import { losesDigits, type ParsedType, parseType, type TypeChange } from '../type-change.ts';

/**
 * What a change of type costs on MySQL and MariaDB: always COPY, but for a longer VARCHAR within the
 * same length-byte class and for members appended to an ENUM or SET. MariaDB 10.4.3+ keeps the length of
 * up to 127 bytes in one byte whatever the limit is, so that such a column can grow past 255 bytes too.
 *
 * @param bytesPerCharacter - of the column's character set: 4 for utf8mb4.
 * @param server - the one of `model/server.ts` when left out.
 * @see {@link https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations | Column operations}
 */
export function typeChange(
  before: Column,
  after: Column,
  bytesPerCharacter = 4,
  server: Server = defaultServer('mysql'),
): TypeChange {
  if (before.type === after.type) {
    return { work: 'catalog', narrows: false, reason: 'the type stays the same' };
  }
  if (appendsMembers(before.type, after.type)) {
    return { work: 'catalog', narrows: false, reason: 'members are only added at the end' };
  }
  const from = parseType(before.type);
  const to = parseType(after.type);
  if (growsInPlace(from, to, bytesPerCharacter, server)) {
    const reason = 'the length of a value takes as many bytes as before';
    return { work: 'catalog', narrows: false, reason };
  }
  return {
    work: 'rewrite',
    narrows: narrows(before.type, after.type),
    reason: `${NAMES[server.name === 'mariadb' ? 'mariadb' : 'mysql']} copies the table to turn ${before.type} into ${after.type}`,
  };
}

/** A VARCHAR of up to 255 bytes stores its length in one byte, a longer one in two. */
function growsInPlace(
  from: ParsedType,
  to: ParsedType,
  bytesPerCharacter: number,
  server: Server,
): boolean {
  if (from.name !== to.name || !['varchar', 'varbinary'].includes(from.name)) return false;
  const [fromBytes, toBytes] = [from, to].map(
    ({ modifiers: [length = 0] }) => length * bytesPerCharacter,
  );
  if (fromBytes === undefined || toBytes === undefined || toBytes < fromBytes) return false;
  const isShort = server.name === 'mariadb' && serverAtLeast(server, 10, 4, 3) && fromBytes <= 127;
  return isShort || fromBytes > 255 === toBytes > 255;
}

const NAMES = { mysql: 'MySQL', mariadb: 'MariaDB' };

/** Members of `enum('a','b')` or `set(…)`; null for another type. */
function membersOf(type: string): readonly string[] | null {
  const list = /^(?:enum|set)\((.*)\)$/i.exec(type)?.[1];
  return list === undefined ? null : [...list.matchAll(/'(?:[^']|'')*'/g)].map(([text]) => text);
}

function appendsMembers(from: string, to: string): boolean {
  const before = membersOf(from);
  const after = membersOf(to);
  if (!before || !after || from.slice(0, 3) !== to.slice(0, 3)) return false;
  const kept = before.every((member, position) => after[position] === member);
  return kept && storageBytes(from, before.length) === storageBytes(to, after.length);
}

/** An ENUM takes a byte for up to 255 members, else two; a SET 1, 2, 3, 4 or 8 bytes by its members. */
function storageBytes(type: string, members: number): number {
  if (type.startsWith('enum')) return members > 255 ? 2 : 1;
  const bytes = Math.ceil(members / 8);
  return bytes > 4 ? 8 : bytes;
}

const INTEGER_BYTES: { readonly [type: string]: number } = {
  tinyint: 1,
  smallint: 2,
  mediumint: 3,
  int: 4,
  bigint: 8,
};

/** Longest value in bytes; a VARCHAR's is its own length. */
const TEXT_BYTES: { readonly [type: string]: number } = {
  tinytext: 255,
  tinyblob: 255,
  text: 65_535,
  blob: 65_535,
  mediumtext: 16_777_215,
  mediumblob: 16_777_215,
  longtext: 4_294_967_295,
  longblob: 4_294_967_295,
};

function narrows(fromType: string, toType: string): boolean {
  const members = membersOf(fromType);
  const kept = membersOf(toType);
  if (members && kept) return members.some((member) => !kept.includes(member));
  const from = parseType(fromType);
  const to = parseType(toType);
  if (from.name === 'decimal' && to.name === 'decimal') {
    return losesDigits(from.modifiers, to.modifiers);
  }
  const [fromInteger, toInteger] = [integerBytes(from), integerBytes(to)];
  if (fromInteger !== null && toInteger !== null) {
    const losesSign = to.name.endsWith('unsigned') && !from.name.endsWith('unsigned');
    return toInteger < fromInteger || losesSign;
  }
  const [fromText, toText] = [textLength(from), textLength(to)];
  if (fromText !== null && toText !== null) return toText < fromText;
  return from.name === to.name && (to.modifiers[0] ?? 0) < (from.modifiers[0] ?? 0);
}

function integerBytes(type: ParsedType): number | null {
  return own(INTEGER_BYTES, type.name.split(' ')[0] ?? '') ?? null;
}

function textLength(type: ParsedType): number | null {
  const limited = ['varchar', 'char', 'varbinary', 'binary'].includes(type.name);
  return limited ? (type.modifiers[0] ?? 1) : (own(TEXT_BYTES, type.name) ?? null);
}
