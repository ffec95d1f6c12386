import { quoteIdentifier } from '../../../dialect/mysql/quoting.ts';
import { own } from '../../../model/own.ts';
import type { Column, Index, IndexPart, PrimaryKey, Table } from '../../../model/schema.ts';
import type { MysqlDumpForm } from './form.ts';
import { shownString } from './strings.ts';

/** `` PRIMARY KEY (`id`) `` */
export function primaryKeyLine({ columns, storage = '' }: PrimaryKey): string {
  const lengths = new Map([...storage.matchAll(PREFIX)].map(([, name, length]) => [name, length]));
  const parts = columns.map((name) => {
    const length = lengths.get(name);
    return `${quoteIdentifier(name)}${length === undefined ? '' : `(${length})`}`;
  });
  const options = storage.replace(PREFIX, '').replace(/ {2,}/g, ' ').trim();
  return `PRIMARY KEY (${parts.join(',')})${options === '' ? '' : ` ${options}`}`;
}

/** A key over the beginning of a column. */
const PREFIX = /\bPREFIX (\S+)\((\d+)\)/g;

/** `` UNIQUE KEY `name` (`a`,`b`(10) DESC) USING BTREE COMMENT '…' `` */
export function indexLine(given: Index, table: Table, form: MysqlDumpForm): string {
  const index = overWholeTexts(given, table, form);
  const kind = index.kind ? `${index.kind.toUpperCase()} ` : index.unique ? 'UNIQUE ' : '';
  const parts = index.parts.map(shownPart).join(',');
  const isBtree = index.using === 'hash' && form.isMysql8;
  const using = index.using && !index.kind && !isBtree ? ` USING ${index.using.toUpperCase()}` : '';
  const comment = index.comment ? ` COMMENT ${shownString(index.comment)}` : '';
  const name = quoteIdentifier(index.name);
  return `${kind}KEY ${name} (${parts})${using}${optionsOf(index)}${comment}${unused(index, form)}`;
}

/** Most bytes of a column in an index of InnoDB, and those of a character. */
const KEY_BYTES = 3072;
const CHARACTER_BYTES: { readonly [charset: string]: number } = {
  utf8mb4: 4,
  utf8mb3: 3,
  utf8: 3,
  ucs2: 2,
};

/**
 * MariaDB takes an index of a text without a length, which MySQL refuses: a unique one is kept by
 * hashes (since 10.4), any other has as much of the text as goes into a key.
 */
function overWholeTexts(index: Index, { columns, ...table }: Table, form: MysqlDumpForm): Index {
  if (form.server !== 'mariadb' || index.kind !== null) return index;
  const isWhole = ({ column, length }: IndexPart): boolean =>
    length === null &&
    columns.some(({ name, type }) => name === column && /(?:text|blob)$/.test(type));
  if (!index.parts.some(isWhole)) return index;
  if (index.unique) return { ...index, using: 'hash' };
  const parts = index.parts.map((part) => {
    if (!isWhole(part)) return part;
    const charset = charsetOf(columns.find(({ name }) => name === part.column) ?? null, table);
    return { ...part, length: Math.floor(KEY_BYTES / (own(CHARACTER_BYTES, charset) ?? 1)) };
  });
  return { ...index, parts };
}

function charsetOf(column: Column | null, table: Pick<Table, 'charset' | 'options'>): string {
  if (!column || /blob$/.test(column.type)) return 'binary';
  const said = column.collation ?? table.charset ?? /CHARSET=(\w+)/i.exec(table.options ?? '')?.[1];
  return /^[a-z0-9]+/.exec(said ?? '')?.[0] ?? '';
}

/** `KEY_BLOCK_SIZE=8`, and the parser of a full-text index, which the server prints in a comment. */
function optionsOf({ storage = '' }: Index): string {
  if (storage === '') return '';
  const parser = /^WITH PARSER `?(\w+)`?$/i.exec(storage)?.[1];
  return parser === undefined ? ` ${storage}` : ` /*!50100 WITH PARSER \`${parser}\` */ `;
}

function shownPart({ column, expression, length, order }: IndexPart): string {
  const what = column === null ? inParentheses(expression ?? '') : quoteIdentifier(column);
  return `${what}${length === null ? '' : `(${length})`}${order === 'desc' ? ' DESC' : ''}`;
}

/** MySQL 8 prints the expression of an index in parentheses of its own. */
function inParentheses(expression: string): string {
  return /^\(.*\)$/s.test(expression) ? expression : `(${expression})`;
}

/** An index that no query uses is IGNORED in MariaDB and INVISIBLE in MySQL 8. */
function unused({ enabled }: Index, { server }: MysqlDumpForm): string {
  if (enabled) return '';
  return server === 'mariadb' ? ' IGNORED' : ' /*!80000 INVISIBLE */';
}

/**
 * The indexes in the server's order (`sort_keys`): unique ones first, those without a column that
 * may be NULL before those with one, within them those of whole columns before those of prefixes;
 * full-text ones last; else as they were made.
 */
export function inServerOrder(indexes: readonly Index[], table: Table): readonly Index[] {
  const nullable = new Set(
    table.columns.filter((column) => column.nullable).map(({ name }) => name),
  );
  const ranked = indexes.map((index) => ({ index, rank: rankOf(index, nullable) }));
  return ranked.toSorted((left, right) => left.rank - right.rank).map(({ index }) => index);
}

function rankOf({ unique, kind, parts }: Index, nullable: ReadonlySet<string>): number {
  if (!unique) return kind === 'fulltext' ? 5 : 4;
  const hasNull = parts.some(({ column }) => column === null || nullable.has(column));
  const hasPrefix = parts.some(({ length }) => length !== null);
  return (hasNull ? 2 : 0) + (hasPrefix ? 1 : 0);
}
