import type { SqlToken } from '../../../dialect/sql-tokens.ts';
import type { ColumnPosition } from '../../../model/operation.ts';
import type { Column, Table } from '../../../model/schema.ts';
import type { Session } from '../session.ts';
import { defaultOfSql } from './defaults.ts';
import { characterSetOf, isTableCollation } from './mysql-charset.ts';
import { SqlReader } from './reader.ts';

/** A column as ADD, MODIFY and CHANGE state it whole. */
export interface StatedColumn {
  readonly column: Column;
  readonly position: ColumnPosition;
}

/** Words that end the type. */
const AFTER_TYPE =
  /^(?:CHARACTER|CHARSET|COLLATE|NOT|NULL|DEFAULT|AUTO_INCREMENT|COMMENT|FIRST|AFTER|GENERATED|AS|UNIQUE|PRIMARY|KEY|CHECK|REFERENCES|ON|VISIBLE|INVISIBLE|STORAGE|COLUMN_FORMAT)$/i;

/**
 * `type [CHARACTER SET …] [COLLATE …] [NOT NULL] [DEFAULT …] [AUTO_INCREMENT] [COMMENT …] [FIRST |
 * AFTER …]`; null when a clause is another one or when what it says is not certain.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-table.html | column_definition}
 */
export function statedColumn(
  name: string,
  tokens: readonly SqlToken[],
  table: Table,
  session: Session,
): StatedColumn | null {
  const end = tokens.findIndex(({ kind, text }) => kind === 'word' && AFTER_TYPE.test(text));
  const typeTokens = end < 0 ? tokens : tokens.slice(0, end);
  if (typeTokens.length === 0) return null;
  const type = session.dialect.types.canonical(typeText(typeTokens));
  const clauses = new Clauses(type, session);
  const reader = new SqlReader(end < 0 ? [] : tokens.slice(end));
  while (!reader.done) if (!clauses.read(reader)) return null;
  const collation = collationIn(clauses, table);
  if (collation === undefined) return null;
  const { nullable, autoIncrement, comment, position } = clauses;
  const column: Column = {
    name,
    type,
    // MySQL makes the columns of a primary key NOT NULL without being told.
    nullable: nullable && !table.primaryKey?.columns.includes(name),
    default: clauses.default,
    autoIncrement: autoIncrement ? 'autoIncrement' : null,
    generated: null,
    collation,
    comment,
    extraOptions: [],
  };
  return { column, position };
}

/** As MySQL prints it: `enum('a','b')`, `decimal(10,2) unsigned`. */
function typeText(tokens: readonly SqlToken[]): string {
  const open = tokens.findIndex(({ text }) => text === '(');
  const close = tokens.findLastIndex(({ text }) => text === ')');
  const spaced = (at: number) => at > 0 && (at < open || at > close);
  return tokens.map(({ text }, at) => (spaced(at) ? ` ${text}` : text)).join('');
}

/** The clauses after a type, in any order. */
class Clauses {
  readonly #type: string;
  readonly #session: Session;
  nullable = true;
  default: Column['default'] = null;
  autoIncrement = false;
  comment: string | null = null;
  charset: string | null = null;
  collation: string | null = null;
  position: ColumnPosition = null;

  constructor(type: string, session: Session) {
    this.#type = type;
    this.#session = session;
  }

  /** Takes one clause; false when it is not understood. */
  read(reader: SqlReader): boolean {
    if (reader.take('NOT', 'NULL')) this.nullable = false;
    else if (reader.take('NULL')) this.nullable = true;
    else if (reader.take('AUTO_INCREMENT')) this.autoIncrement = true;
    else if (reader.take('FIRST')) this.position = 'first';
    else return this.#readValue(reader);
    return true;
  }

  #readValue(reader: SqlReader): boolean {
    if (reader.take('CHARACTER', 'SET') || reader.take('CHARSET')) {
      this.charset = reader.name();
      return this.charset !== null;
    }
    if (reader.take('COLLATE')) {
      this.collation = reader.name();
      return this.collation !== null;
    }
    if (reader.take('COMMENT')) {
      this.comment = reader.string();
      return this.comment !== null;
    }
    if (reader.take('AFTER')) {
      const after = reader.name();
      this.position = after === null ? null : { after };
      return after !== null;
    }
    return reader.take('DEFAULT') && this.#readDefault(reader);
  }

  #readDefault(reader: SqlReader): boolean {
    const value = reader.value();
    if (value.length === 0) return false;
    this.default = defaultOfSql(value, this.#type, this.#session);
    // How an expression is given back depends on the server; a literal is the same everywhere.
    return this.default?.kind !== 'expression';
  }
}

/** Null where the column has what its table has; undefined when that is not certain. */
function collationIn(
  { charset, collation }: Pick<Clauses, 'charset' | 'collation'>,
  table: Table,
): string | null | undefined {
  if (collation !== null) return isTableCollation(collation, table) ? null : collation;
  if (charset === null) return null;
  // A character set alone means its own default collation, which depends on the server.
  return charset === characterSetOf(table) && isTableCollation(null, table) ? null : undefined;
}
