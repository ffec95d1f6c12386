import type { RailsType } from '../../../dialect/index.ts';
import { railsAtLeast } from '../../../model/engine.ts';
import { InputError } from '../../../model/errors.ts';
import { own } from '../../../model/own.ts';
import type { Column, Table } from '../../../model/schema.ts';
import {
  argument,
  type Call,
  NotUnderstood,
  nameArgument,
  nameOf,
  withOption,
  withOptions,
} from '../evaluate/call.ts';
import { LimitReached } from '../evaluate/signals.ts';
import { NIL, type ObjectValue, option, TRUE, truth } from '../evaluate/values.ts';
import type { Session } from '../session.ts';
import { defineColumn, keyColumn } from './column-definition.ts';
import { COLUMN_TYPES } from './column-types.ts';
import { defineCheck, defineExclusion, defineUnique } from './constraint-definition.ts';
import { defineForeignKey } from './foreign-key-definition.ts';
import { defineIndex, indexTarget } from './index-definition.ts';
import { defineReference } from './reference-definition.ts';
import { timestampOptions, withoutPrecision } from './timestamps.ts';

/** PostgreSQL takes 1600 columns, MySQL 4096, SQLite 2000 unless it was compiled otherwise. */
const MAX_COLUMNS = 5000;

/** A table while the block of its `create_table` runs. */
export class TableDraft {
  readonly #session: Session;
  #table: Table;

  constructor(name: string, session: Session) {
    this.#session = session;
    this.#table = {
      name,
      columns: [],
      primaryKey: null,
      indexes: [],
      foreignKeys: [],
      checkConstraints: [],
      uniqueConstraints: [],
      exclusionConstraints: [],
      comment: null,
      options: null,
      charset: null,
      collation: null,
    };
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
  #redefine(name: string, call: Call): void {
    if (this.#session.dumped || !this.#table.columns.some((column) => column.name === name)) return;
    if (railsAtLeast(this.#session.rails, 6, 0)) {
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

  #leaveKey(name: string): void {
    const columns = this.#table.primaryKey?.columns.filter((other) => other !== name) ?? [];
    this.set({ primaryKey: columns.length > 0 ? { name: null, columns } : null });
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
    return {
      kind: 'object',
      name: 't',
      call: (raw) => {
        const call = withOptions(raw);
        const method = own(METHODS, call.name);
        if (method) method(call, this, this.#session);
        else if (COLUMN_TYPES.has(call.name) || this.#session.dumped) this.columns(call);
        else if (!call.name.endsWith('?')) {
          throw new NotUnderstood(`\`t.${call.name}\` is none of Rails' column types`);
        } else return undefined;
        return NIL;
      },
    };
  }

  /** `t.string :a, :b`. */
  columns(call: Call): void {
    if (call.args.length === 0) throw new NotUnderstood(`\`t.${call.name}\` names no column`);
    for (const name of call.args) this.column(nameOf(name, call.name), call.name, call);
  }

  column(name: string, type: string, call: Call): void {
    const column = defineColumn(name, type, withoutPrecision(call, this.#session), this.#session);
    this.#redefine(name, call);
    this.addColumn(column);
    const key = option(call.options, 'primary_key');
    if (type === 'primary_key' || (key && truth(key))) this.#addToKey(name);
    const index = option(call.options, 'index');
    if (index && truth(index)) {
      const options = index.kind === 'hash' ? index : { kind: 'hash' as const, entries: new Map() };
      this.index({ columns: [name], expression: null }, { ...call, options });
    }
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
      this.set({ foreignKeys: [...this.#table.foreignKeys, reference.foreignKey] });
    }
  }
}

type DraftMethod = (call: Call, draft: TableDraft, session: Session) => void;

const references: DraftMethod = (call, draft) => {
  for (const name of call.args) draft.references(nameOf(name, call.name), call);
};

const METHODS: { readonly [name: string]: DraftMethod } = {
  column: (call, draft) => draft.column(nameArgument(call, 0), nameArgument(call, 1), call),
  primary_key: (call, draft) => {
    const type = call.args[1] ? nameArgument(call, 1) : 'primary_key';
    draft.column(nameArgument(call, 0), type, withOption(call, { primary_key: TRUE }));
  },
  timestamps: (call, draft, session) => {
    const stamped = timestampOptions(call, session);
    for (const name of ['created_at', 'updated_at']) draft.column(name, 'datetime', stamped);
  },
  references,
  belongs_to: references,
  index: (call, draft) => draft.index(indexTarget(argument(call, 0), call), call),
  foreign_key: (call, draft, session) => {
    const { name, foreignKeys } = draft.table;
    const key = defineForeignKey(name, nameArgument(call, 0), call, session);
    draft.set({ foreignKeys: [...foreignKeys, key] });
  },
  check_constraint: (call, draft) => {
    const { name, checkConstraints } = draft.table;
    const check = defineCheck(name, nameArgument(call, 0), call);
    draft.set({ checkConstraints: [...checkConstraints, check] });
  },
  unique_constraint: (call, draft) => {
    const { name, uniqueConstraints } = draft.table;
    draft.set({
      uniqueConstraints: [...uniqueConstraints, defineUnique(name, call.args[0], call)],
    });
  },
  exclusion_constraint: (call, draft) => {
    const { name, exclusionConstraints } = draft.table;
    draft.set({ exclusionConstraints: [...exclusionConstraints, defineExclusion(name, call, 0)] });
  },
  /** Rails 7.1.0 and 7.1.1 dumped unique constraints under this name. */
  unique_key: (call, draft, session) => METHODS['unique_constraint']?.(call, draft, session),
};
