import type { ColumnPosition } from '../../../model/operation.ts';
import { NotTold, told } from '../not-told.ts';
import { joinTokens } from '../tokens/join.ts';
import type { TokenReader } from '../tokens/token-reader.ts';
import { readCheck } from './check.ts';
import { callText, readDefault } from './default.ts';
import { readReferences } from './foreign-key.ts';
import type { StatedCheck, StatedColumn, StatedForeignKey } from './stated.ts';
import { readType } from './type.ts';

/** A column, and where ADD, MODIFY and CHANGE put it. */
export interface StatedPlacedColumn {
  readonly column: StatedColumn;
  readonly position: ColumnPosition;
}

/**
 * What follows a column's name, to the end.
 *
 * @throws {NotTold} for a clause that is not known.
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-table.html | column_definition}
 * @see {@link https://mariadb.com/kb/en/create-table/ | MariaDB: CREATE TABLE}
 */
export function readColumn(name: string, reader: TokenReader): StatedPlacedColumn {
  const clauses = new Clauses(name, readType(reader));
  while (!reader.done) {
    if (!clauses.read(reader)) {
      throw new NotTold(
        `column ${name} has a clause at ${reader.next?.text} that migdocs does not know`,
      );
    }
  }
  return { column: clauses.column(), position: clauses.position };
}

type ClauseReader = (clauses: Clauses, reader: TokenReader) => void;

/** The clauses by the words that they begin with. */
const CLAUSES: readonly (readonly [words: readonly string[], read: ClauseReader])[] = [
  [['NOT', 'NULL'], (clauses) => clauses.set({ nullable: false })],
  [['NULL'], (clauses) => clauses.set({ nullable: true })],
  [['DEFAULT'], (clauses, reader) => clauses.set({ default: readDefault(reader) })],
  [['AUTO_INCREMENT'], (clauses) => clauses.set({ autoIncrement: true })],
  [['COMMENT'], (clauses, reader) => clauses.set({ comment: told(reader.string(), 'comment') })],
  [['CHARACTER', 'SET'], (clauses, reader) => clauses.charset(reader)],
  [['CHAR', 'SET'], (clauses, reader) => clauses.charset(reader)],
  [['CHARSET'], (clauses, reader) => clauses.charset(reader)],
  [['COLLATE'], (clauses, reader) => clauses.collate(reader)],
  [['ON', 'UPDATE'], (clauses, reader) => clauses.onUpdate(reader)],
  [['PRIMARY', 'KEY'], (clauses) => clauses.set({ key: 'primary' })],
  [['PRIMARY'], (clauses) => clauses.set({ key: 'primary' })],
  [['KEY'], (clauses) => clauses.set({ key: 'primary' })],
  [['UNIQUE', 'KEY'], (clauses) => clauses.set({ key: 'unique' })],
  [['UNIQUE'], (clauses) => clauses.set({ key: 'unique' })],
  [['GENERATED', 'ALWAYS', 'AS'], (clauses, reader) => clauses.generated(reader)],
  [['AS'], (clauses, reader) => clauses.generated(reader)],
  [['CHECK'], (clauses, reader) => clauses.check(reader, null)],
  [['CONSTRAINT'], (clauses, reader) => clauses.constraint(reader)],
  [['REFERENCES'], (clauses, reader) => clauses.references(reader)],
  [['FIRST'], (clauses) => clauses.place('first')],
  [['AFTER'], (clauses, reader) => clauses.place({ after: told(reader.identifier(), 'column') })],
  // What is so by itself.
  [['VISIBLE'], () => undefined],
  [['WITH', 'SYSTEM', 'VERSIONING'], () => undefined],
];

/** Attributes without a value, and those that have one. */
const ATTRIBUTES = ['INVISIBLE', 'COMPRESSED', 'WITHOUT SYSTEM VERSIONING'] as const;
const VALUED = [
  ...(['SRID', 'COLUMN_FORMAT', 'STORAGE', 'REF_SYSTEM_ID'] as const),
  ...(['ENGINE_ATTRIBUTE', 'SECONDARY_ENGINE_ATTRIBUTE'] as const),
];

type Settable = 'nullable' | 'default' | 'autoIncrement' | 'comment' | 'key';

class Clauses {
  readonly #name: string;
  readonly #type: string;
  #set: Partial<Pick<StatedColumn, Settable>> = {};
  #charset: string | null = null;
  #collation: string | null = null;
  #onUpdate: string | null = null;
  #generated: StatedColumn['generated'] = null;
  #references: StatedForeignKey | null = null;
  readonly #checks: StatedCheck[] = [];
  readonly #attributes: string[] = [];
  position: ColumnPosition = null;

  constructor(name: string, type: string) {
    this.#name = name;
    this.#type = type;
  }

  /** Takes one clause; false when it is not known. */
  read(reader: TokenReader): boolean {
    const clause = CLAUSES.find(([words]) => reader.take(...words));
    if (clause) {
      clause[1](this, reader);
      return true;
    }
    const plain = ATTRIBUTES.find((words) => reader.take(...words.split(' ')));
    const valued = plain ? null : reader.takeOne(...VALUED);
    if (valued) {
      reader.take('=');
      this.#attributes.push(`${valued} ${told(reader.any(), `value of ${valued}`).text}`);
    } else if (plain) this.#attributes.push(plain);
    return Boolean(plain ?? valued);
  }

  set(values: Partial<Pick<StatedColumn, Settable>>): void {
    this.#set = { ...this.#set, ...values };
  }

  charset(reader: TokenReader): void {
    this.#charset = told(reader.identifier() ?? reader.string(), 'character set');
  }

  collate(reader: TokenReader): void {
    this.#collation = told(reader.identifier() ?? reader.string(), 'collation');
  }

  onUpdate(reader: TokenReader): void {
    this.#onUpdate = callText(told(reader.identifier(), 'function of ON UPDATE'), reader);
  }

  generated(reader: TokenReader): void {
    const row = reader.take('ROW') && reader.takeOne('START', 'END');
    if (row) {
      this.#attributes.push(`GENERATED ALWAYS AS ROW ${row}`);
      return;
    }
    const expression = joinTokens(told(reader.group(), 'expression of the column'));
    const stored = reader.takeOne('STORED', 'PERSISTENT') !== null;
    if (!stored) reader.take('VIRTUAL');
    this.#generated = { expression, stored };
  }

  check(reader: TokenReader, name: string | null): void {
    this.#checks.push(readCheck(reader, name));
  }

  constraint(reader: TokenReader): void {
    const name = reader.sees('CHECK') ? null : reader.identifier();
    if (!reader.take('CHECK')) throw new NotTold('a constraint of a column is no CHECK');
    this.check(reader, name);
  }

  references(reader: TokenReader): void {
    this.#references = readReferences(reader, {
      name: null,
      indexName: null,
      columns: [this.#name],
    });
  }

  place(position: ColumnPosition): void {
    this.position = position;
  }

  column(): StatedColumn {
    const { nullable = null, default: value = null, comment = null, key = null } = this.#set;
    return {
      name: this.#name,
      type: this.#type,
      charset: this.#charset,
      collation: this.#collation,
      nullable,
      default: value,
      onUpdate: this.#onUpdate,
      autoIncrement: this.#set.autoIncrement ?? false,
      generated: this.#generated,
      comment,
      key,
      checks: this.#checks,
      references: this.#references,
      attributes: this.#attributes,
    };
  }
}
