import { withImplicitIndexes } from '../../../apply/foreign-keys.ts';
import { applyOperation } from '../../../apply/index.ts';
import { storedTable } from '../../../apply/stored-expressions.ts';
import { InputError } from '../../../model/errors.ts';
import type { Operation, OperationOf } from '../../../model/operation.ts';
import { emptySchema, type Schema, type Table } from '../../../model/schema.ts';

/** What a file is read over that no server has printed: its expressions are as both would print them. */
const NO_SERVER: Schema = { ...emptySchema('mysql'), complete: true };

/**
 * The schema of a SQL file while it is read. Tables are gathered on the side and brought in when
 * something else is asked for, so that a file takes time in proportion to its length.
 */
export class SchemaSoFar {
  #schema: Schema = { ...emptySchema('mysql'), complete: true };
  #tables: Table[] = [];
  readonly #names = new Set<string>();
  readonly #isDump: boolean;

  /** @param isDump - the server has printed the file, so that its expressions are as it keeps them. */
  constructor(isDump: boolean) {
    this.#isDump = isDump;
  }

  get schema(): Schema {
    if (this.#tables.length > 0) {
      this.#schema = { ...this.#schema, tables: [...this.#schema.tables, ...this.#tables] };
      this.#tables = [];
    }
    return this.#schema;
  }

  /** What makes a table is known by its name alone. */
  hasTable(name: string): boolean {
    return this.#names.has(name);
  }

  /** @throws {InputError} when it does not apply. */
  apply(operation: Operation): void {
    if (operation.kind === 'createTable') this.#createTable(operation);
    else if (operation.kind === 'dropTable' && !this.#names.has(operation.table))
      this.#absent(operation);
    else this.#replace(applyOperation(this.schema, operation));
  }

  /** Keeps what no reader understood. */
  keepOpaque({ text, reason, source }: OperationOf<'opaque'>): void {
    const { schema } = this;
    this.#schema = { ...schema, opaque: [...schema.opaque, { text, reason, source }] };
  }

  /** Dumps switch the checks of foreign keys off: a table can stand before those that it refers to. */
  #createTable({ table, ifNotExists, source }: OperationOf<'createTable'>): void {
    const isTaken = this.#names.has(table.name);
    if (isTaken && ifNotExists) return;
    if (isTaken) {
      throw new InputError(`there is already a table "${table.name}"`, { location: source });
    }
    const stored = this.#isDump ? table : storedTable(NO_SERVER, table);
    this.#tables.push(withImplicitIndexes('mysql', stored));
    this.#names.add(table.name);
  }

  #absent({ ifExists, table, source }: OperationOf<'dropTable'>): void {
    if (!ifExists) throw new InputError(`there is no table "${table}"`, { location: source });
  }

  #replace(schema: Schema): void {
    if (schema.tables !== this.#schema.tables) {
      this.#names.clear();
      for (const { name } of schema.tables) this.#names.add(name);
    }
    this.#schema = schema;
  }
}
