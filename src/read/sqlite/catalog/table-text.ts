import { placedTokens } from '../../../dialect/sqlite/statements.ts';
import { TokenReader } from './token-reader.ts';

/** What of a table only its statement tells, and no pragma. */
export interface TableText {
  readonly columns: ReadonlyMap<string, ColumnText>;
  /** Name of the primary key's constraint; null when it has none. */
  readonly primaryKeyName: string | null;
  readonly isAutoIncrement: boolean;
  /** WITHOUT ROWID and STRICT, which `pragma_table_list` tells too, at the price of a look at every table. */
  readonly options: readonly string[];
  readonly checks: readonly { readonly name: string | null; readonly expression: string }[];
  readonly uniques: readonly {
    readonly name: string | null;
    readonly columns: readonly string[];
  }[];
  /** In the order of the statement. */
  readonly foreignKeys: readonly ForeignKeyText[];
}

interface ColumnText {
  readonly collation: string | null;
  /** Of a generated column. */
  readonly expression: string | null;
}

interface ForeignKeyText {
  readonly name: string | null;
  readonly deferrable: 'immediate' | 'deferred' | null;
}

/** Words that begin a constraint of the table where a column's name would stand. */
const TABLE_CONSTRAINTS = ['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN'];

/** Words that end a column's type. https://www.sqlite.org/syntax/column-constraint.html */
const COLUMN_CONSTRAINTS = new Set([
  ...['CONSTRAINT', 'PRIMARY', 'NOT', 'NULL', 'UNIQUE', 'CHECK', 'DEFAULT', 'COLLATE'],
  ...['REFERENCES', 'GENERATED', 'AS', 'DEFERRABLE', 'ON'],
]);

/** Reads a CREATE TABLE that SQLite took. */
export function readTableText(sql: string): TableText {
  const tokens = placedTokens(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const reader = new TokenReader(tokens, sql);
  while (!reader.done && reader.next !== '(') reader.skip();
  const text = new TextReader();
  const body = reader.inside();
  if (body) text.readBody(body);
  text.readOptions(reader);
  return text;
}

class TextReader implements TableText {
  readonly columns = new Map<string, ColumnText>();
  readonly checks: { name: string | null; expression: string }[] = [];
  readonly uniques: { name: string | null; columns: readonly string[] }[] = [];
  readonly foreignKeys: ForeignKeyText[] = [];
  primaryKeyName: string | null = null;
  isAutoIncrement = false;
  options: readonly string[] = [];
  /** The name that the next constraint has. */
  #constraint: string | null = null;
  /** The column that is being read; null behind the columns. */
  #column: string | null = null;

  readBody(reader: TokenReader): void {
    while (!reader.done) {
      const isColumn = reader.nextKind !== 'word' || !TABLE_CONSTRAINTS.includes(reader.next);
      this.#column = isColumn ? reader.name() : null;
      if (this.#column !== null) this.#startColumn(this.#column, reader);
      // SQLite needs no comma between the constraints of a table.
      while (!reader.done && !reader.take(',')) this.#readConstraint(reader);
    }
  }

  readOptions(reader: TokenReader): void {
    const has = { withoutRowid: false, strict: false };
    while (!reader.done) {
      if (reader.take('WITHOUT', 'ROWID')) has.withoutRowid = true;
      else if (reader.take('STRICT')) has.strict = true;
      else reader.skip();
    }
    this.options = [
      ...(has.withoutRowid ? ['WITHOUT ROWID'] : []),
      ...(has.strict ? ['STRICT'] : []),
    ];
  }

  #startColumn(name: string, reader: TokenReader): void {
    this.columns.set(name, { collation: null, expression: null });
    while (!reader.done && reader.next !== ',' && !this.#startsConstraint(reader)) {
      if (reader.group() === null) reader.skip();
    }
  }

  #startsConstraint(reader: TokenReader): boolean {
    return reader.nextKind === 'word' && COLUMN_CONSTRAINTS.has(reader.next);
  }

  #readConstraint(reader: TokenReader): void {
    if (reader.take('CONSTRAINT')) {
      this.#constraint = reader.name();
      return;
    }
    const read = this.#readKey(reader) || this.#readRest(reader);
    if (!read) {
      if (reader.group() === null) reader.skip();
      return;
    }
    this.#constraint = null;
  }

  #readKey(reader: TokenReader): boolean {
    if (reader.take('PRIMARY', 'KEY')) {
      this.primaryKeyName = this.#constraint;
      const group = reader.inside();
      reader.takeOne('ASC', 'DESC');
      conflict(reader);
      this.isAutoIncrement ||= reader.take('AUTOINCREMENT') || (group ? counts(group) : false);
      return true;
    }
    if (reader.take('UNIQUE')) {
      const columns = reader.inside()?.parts() ?? null;
      const names = columns?.flatMap((part) => part.name() ?? []) ?? [];
      const own = this.#column === null ? [] : [this.#column];
      this.uniques.push({ name: this.#constraint, columns: columns ? names : own });
      conflict(reader);
      return true;
    }
    if (reader.take('FOREIGN', 'KEY')) {
      reader.group();
      return reader.take('REFERENCES') ? this.#readForeignKey(reader) : true;
    }
    return reader.take('REFERENCES') ? this.#readForeignKey(reader) : false;
  }

  #readForeignKey(reader: TokenReader): boolean {
    reader.name();
    reader.group();
    while (reader.take('ON') || reader.take('MATCH')) {
      reader.takeOne('DELETE', 'UPDATE');
      if (!reader.take('SET') && !reader.take('NO')) reader.skip();
      else reader.skip();
    }
    this.foreignKeys.push({ name: this.#constraint, deferrable: deferrable(reader) });
    return true;
  }

  #readRest(reader: TokenReader): boolean {
    if (reader.take('CHECK')) {
      const expression = reader.groupText() ?? '';
      this.checks.push({ name: this.#constraint, expression });
      conflict(reader);
      return true;
    }
    if (reader.take('COLLATE')) {
      this.#setColumn({ collation: reader.name() });
      return true;
    }
    if (reader.take('GENERATED', 'ALWAYS', 'AS') || reader.take('AS')) {
      this.#setColumn({ expression: reader.groupText() });
      return true;
    }
    if (reader.take('DEFAULT')) {
      reader.takeOne('+', '-');
      if (reader.group() === null) reader.skip();
      return true;
    }
    return reader.take('NOT', 'NULL') || reader.take('NULL') ? conflict(reader) : false;
  }

  #setColumn(properties: Partial<ColumnText>): void {
    if (this.#column === null) return;
    const current = this.columns.get(this.#column) ?? { collation: null, expression: null };
    this.columns.set(this.#column, { ...current, ...properties });
  }
}

/** PRIMARY KEY (id AUTOINCREMENT) is the table's form of it. */
function counts(group: TokenReader): boolean {
  while (!group.done) {
    if (group.take('AUTOINCREMENT')) return true;
    group.skip();
  }
  return false;
}

function conflict(reader: TokenReader): true {
  if (reader.take('ON', 'CONFLICT')) reader.skip();
  return true;
}

function deferrable(reader: TokenReader): ForeignKeyText['deferrable'] {
  const never = reader.take('NOT', 'DEFERRABLE');
  if (!never && !reader.take('DEFERRABLE')) return null;
  const deferred = reader.take('INITIALLY', 'DEFERRED');
  if (!deferred) reader.take('INITIALLY', 'IMMEDIATE');
  if (never) return null;
  return deferred ? 'deferred' : 'immediate';
}
