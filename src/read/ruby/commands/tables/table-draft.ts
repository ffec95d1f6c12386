import type { RailsType } from '../../../../dialect/index.ts';
import { emptyTable } from '../../../../model/empty-table.ts';
import { railsAtLeast } from '../../../../model/engine.ts';
import { InputError } from '../../../../model/errors.ts';
import { own } from '../../../../model/own.ts';
import type { Column, Table } from '../../../../model/schema.ts';
import { type Call, NotUnderstood, nameOf, withOptions } from '../../evaluate/call.ts';
import { LimitReached } from '../../evaluate/signals.ts';
import {
  boolean,
  NIL,
  type ObjectValue,
  option,
  toText,
  truth,
  type Value,
} from '../../evaluate/values.ts';
import { runsGemOn } from '../../gems/gems.ts';
import type { Session } from '../../session.ts';
import { columnRow, rowsOf } from '../catalog/catalog.ts';
import { defineColumn, keyColumn } from '../columns/column-definition.ts';
import { COLUMN_TYPES } from '../columns/column-types.ts';
import { withoutPrecision } from '../columns/timestamps.ts';
import { defineIndex } from '../indexes/index-definition.ts';
import { holding } from '../keys/constraint-definition.ts';
import { defineReference } from '../keys/reference-definition.ts';
import { DRAFT_METHODS, DRAFT_READERS } from './table-draft-methods.ts';

/** PostgreSQL takes 1600 columns, MySQL 4096, SQLite 2000 unless it was compiled otherwise. */
const MAX_COLUMNS = 5000;

/** A table while the block of its `create_table` runs. */
export class TableDraft {
  readonly #session: Session;
  #table: Table;

  constructor(name: string, session: Session) {
    this.#session = session;
    this.#table = emptyTable(name);
  }

  get table(): Table {
    return this.#table;
  }

  set(properties: Partial<Table>): void {
    this.#table = { ...this.#table, ...properties };
  }

  /** @throws {LimitReached} when no engine would take the table. */
  addColumn(column: Column): void {
    if (this.#table.columns.length >= MAX_COLUMNS) {
      throw new LimitReached('the table has more columns than any engine takes');
    }
    const { columns } = this.#table;
    const again = columns.some(({ name }) => name === column.name);
    this.set({
      columns: again
        ? columns.map((other) => (other.name === column.name ? column : other))
        : [...columns, column],
    });
  }

  /** The key that `create_table` adds by itself, as its `id:` and the migration's version say. */
  addKeyColumn(name: string, type: RailsType, call: Call): void {
    this.addColumn(keyColumn(name, type, call, this.#session, this.#session.rails));
    this.set({ primaryKey: { name: null, columns: [name] } });
  }

  removeColumn(name: string): void {
    this.set({ columns: this.#table.columns.filter((column) => column.name !== name) });
    this.#leaveKey(name);
  }

  /**
   * Since Rails 6.0 a column is defined once; a migration of 5.2 or older may define it anew, in
   * its place, whereby it leaves the primary key (`Migration::Compatibility::V5_2`).
   *
   * @throws {InputError} as Rails does.
   */
  #assertNew(name: string, call: Call): void {
    const { dumped, conditions } = this.#session;
    const isThere = this.#table.columns.some((column) => column.name === name);
    // Of two branches that cannot be decided, one alone defines it.
    if (dumped || conditions.length > 0 || !isThere) return;
    const { rails, installed } = this.#session;
    // Rails 6.0 and 6.1 refuse it in older migrations too.
    const strict = railsAtLeast(installed, 6, 0) && !railsAtLeast(installed, 7, 0);
    if (strict || railsAtLeast(rails, 6, 0)) {
      const key = this.#table.primaryKey?.columns.includes(name);
      throw new InputError(`${this.#table.name} defines the column "${name}" twice`, {
        location: call.source.locate(call.node),
        remedy: key
          ? `\`create_table\` adds the key "${name}" by itself; with \`id: false\` it does not.`
          : 'Take one of the two away.',
      });
    }
    this.#leaveKey(name);
  }

  /**
   * Up to Rails 3.2 a column that the definition held got new modifiers and kept its type, which is
   * `primary_key`; Rails 4.0 to 5.1 refuse to define the key again.
   */
  #keepsKey(name: string): boolean {
    const { installed, dumped } = this.#session;
    const isKey = this.#table.primaryKey?.columns.includes(name) ?? false;
    return isKey && !dumped && !railsAtLeast(installed, 4, 0);
  }

  #leaveKey(name: string): void {
    const columns = this.#table.primaryKey?.columns.filter((other) => other !== name) ?? [];
    this.set({ primaryKey: columns.length > 0 ? { name: null, columns } : null });
  }

  /** A table that INHERITS others has their columns in front of its own, on PostgreSQL. */
  inherit(): void {
    const listed = /\bINHERITS\s*\(([^)]*)\)/i.exec(this.#table.options ?? '')?.[1];
    if (listed === undefined || this.#session.dumped) return;
    const own = this.#table.columns;
    const added = listed
      .split(',')
      .map((name) => this.#session.findTable(name.trim().replaceAll('"', '')))
      .flatMap((parent) => parent?.columns.map((column) => inherited(column, parent.name)) ?? [])
      .filter((column) => !own.some(({ name }) => name === column.name));
    this.set({ columns: [...added, ...own] });
  }

  /** The columns of a composite key are never null, but on SQLite, which takes NULL in them. */
  setCompositeKey(columns: readonly string[]): void {
    this.set({ primaryKey: { name: null, columns } });
    if (this.#session.dialect.engine === 'sqlite') return;
    this.set({
      columns: this.#table.columns.map((column) =>
        columns.includes(column.name) ? { ...column, nullable: false } : column,
      ),
    });
  }

  /** `t` of the block. */
  receiver(): ObjectValue {
    const receiver: ObjectValue = {
      kind: 'object',
      name: 't',
      call: (raw) => {
        const call = withOptions(raw);
        if (runsGemOn(receiver, call, this.#session)) return NIL;
        const method = own(DRAFT_METHODS, call.name);
        const reader = own(DRAFT_READERS, call.name);
        if (method) method(call, this, this.#session);
        else if (reader) return reader(this, call);
        else if (COLUMN_TYPES.has(call.name) || this.#session.dumped) this.columns(call);
        else if (call.name === 'respond_to?') return responds(call, this.#session);
        else if (!call.name.endsWith('?')) {
          throw new NotUnderstood(`\`t.${call.name}\` is none of Rails' column types`);
        } else return undefined;
        return NIL;
      },
    };
    return receiver;
  }

  /** `t.string :a, :b`. */
  columns(call: Call): void {
    if (call.args.length === 0) throw new NotUnderstood(`\`t.${call.name}\` names no column`);
    for (const name of call.args) this.column(nameOf(name, call.name), call.name, call);
  }

  column(name: string, type: string, call: Call): void {
    if (this.#keepsKey(name)) return;
    const column = defineColumn(name, type, withoutPrecision(call, this.#session), this.#session);
    this.#assertNew(name, call);
    this.addColumn(column);
    const key = option(call.options, 'primary_key');
    if (type === 'primary_key' || (key && truth(key))) this.#addToKey(name);
    const index = option(call.options, 'index');
    if (index && truth(index)) {
      const options = index.kind === 'hash' ? index : { kind: 'hash' as const, entries: new Map() };
      this.index({ columns: [name], expression: null }, { ...call, options });
    }
  }

  /** Defines a column that is there anew, in its place. */
  redefine(name: string, type: string, call: Call): void {
    this.addColumn(defineColumn(name, type, withoutPrecision(call, this.#session), this.#session));
  }

  /** The row of a column in the catalog; nil when there is none. */
  row(name: string): Value {
    const column = this.#table.columns.find((other) => other.name === name);
    return column ? columnRow(column, this.#session) : NIL;
  }

  rows() {
    return {
      columns: rowsOf.columns(this.#table, this.#session),
      indexes: rowsOf.indexes(this.#table),
      foreignKeys: rowsOf.foreignKeys(this.#table),
      checkConstraints: rowsOf.checkConstraints(this.#table),
      uniqueConstraints: rowsOf.uniqueConstraints(this.#table),
      exclusionConstraints: rowsOf.exclusionConstraints(this.#table),
    };
  }

  #addToKey(name: string): void {
    const columns = [...(this.#table.primaryKey?.columns ?? []), name];
    this.set({ primaryKey: { name: null, columns } });
  }

  index(target: Parameters<typeof defineIndex>[1], call: Call): void {
    const index = defineIndex(this.#table.name, target, call, this.#session);
    this.set({ indexes: [...this.#table.indexes, index] });
  }

  references(name: string, call: Call): void {
    const reference = defineReference(this.#table.name, name, call, this.#session);
    for (const column of reference.columns) this.addColumn(column);
    if (reference.index) this.set({ indexes: [...this.#table.indexes, reference.index] });
    if (reference.foreignKey) {
      const key = holding(reference.foreignKey, this.#session);
      this.set({ foreignKeys: [...this.#table.foreignKeys, key] });
    }
  }
}

/** A column of a parent as its child has it: the numbers come from the parent's sequence. */
function inherited(column: Column, parent: string): Column {
  if (column.autoIncrement !== 'sequence') return column;
  const sql = `nextval('${parent}_${column.name}_seq'::regclass)`;
  return { ...column, autoIncrement: null, default: { kind: 'expression', sql } };
}

/**
 * `t.respond_to?(:jsonb)`, which migrations of gems ask: a column type of PostgreSQL's adapter alone.
 * Undefined for other methods.
 */
function responds({ args: [name = NIL] }: Call, session: Session): Value | undefined {
  const text = toText(name);
  return text === 'jsonb' ? boolean(session.dialect.engine === 'postgresql') : undefined;
}
