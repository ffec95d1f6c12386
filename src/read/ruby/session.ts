import type { Node } from '@ruby/prism/src/nodes.js';
import { applyOperation } from '../../apply/index.ts';
import { type Dialect, dialectFor } from '../../dialect/index.ts';
import { DEFAULT_INFLECTIONS, type Inflections } from '../../dialect/rails/inflections.ts';
import type { RailsVersion } from '../../model/engine.ts';
import { InputError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';
import type { Operation, OperationBody } from '../../model/operation.ts';
import { findTable, type Schema, type Table } from '../../model/schema.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { type Call, NotUnderstood } from './evaluate/call.ts';
import type { RubySource } from './source.ts';
import { tablesNamedIn } from './tables-named.ts';

/** The statement that asks for an operation. */
export type Place =
  | Pick<Call, 'node' | 'source'>
  | { readonly node: Node; readonly source: RubySource };

/** Operations that leave the schema as it is, so that they can be shown under an open condition. */
const ROWS_ONLY: ReadonlySet<OperationBody['kind']> = new Set([
  'changeRows',
  'runSql',
  'opaque',
  'refreshView',
]);

/** What commands work on: the schema as it stands, and the operations so far. */
export class Session {
  /** Version whose rules hold for what is read: of the `Migration[x.y]`, or of the schema file. */
  rails: RailsVersion;
  /** The project's Rails, whose adapter carries out what a migration asks for. */
  readonly installed: RailsVersion;
  readonly dialect: Dialect;
  readonly operations: Operation[] = [];
  /** True for a schema file, whose expressions are already in the database's own spelling. */
  readonly dumped: boolean;
  /** Null when there is no project to read from. */
  readonly project: ProjectFiles | null;
  /** Rails' rules and those that the project adds to them. */
  readonly inflections: Inflections;
  conditions: readonly string[] = [];
  #schema: Schema;
  #assured = 0;
  readonly #tables: string[] = [];

  constructor(
    schema: Schema,
    {
      rails,
      installed = rails,
      dumped,
      project,
      inflections = DEFAULT_INFLECTIONS,
    }: Pick<Session, 'rails' | 'dumped' | 'project'> &
      Partial<Pick<Session, 'installed' | 'inflections'>>,
  ) {
    this.#schema = schema;
    this.rails = rails;
    this.installed = installed;
    this.dialect = dialectFor(schema.engine);
    this.dumped = dumped;
    this.project = project;
    this.inflections = inflections;
  }

  get schema(): Schema {
    return this.#schema;
  }

  set schema(schema: Schema) {
    this.#schema = schema;
  }

  /**
   * Applies an operation. Under a condition that cannot be decided, one that changes the schema is
   * shown as opaque and not applied.
   *
   * @throws {InputError} when it does not apply to the schema as it stands.
   */
  emit(body: OperationBody, place: Place, impliedBy: string | null = null): undefined {
    const condition = this.conditions.length > 0 ? this.conditions.join(', ') : null;
    const base = {
      source: place.source.locate(place.node),
      condition,
      assured: this.#assured > 0,
      impliedBy,
    };
    if (condition !== null && !ROWS_ONLY.has(body.kind)) {
      this.#push({ ...this.#opaque(place, `it runs only if: ${condition}`), ...base });
      return undefined;
    }
    const operation: Operation = { ...body, ...base };
    this.#schema = applyOperation(this.#schema, operation);
    this.operations.push(operation);
  }

  /** Shows a statement that was not understood. */
  opaque(place: Place, reason: string, touches: readonly string[] = []): void {
    this.emit(this.#opaque(place, reason, touches), place);
  }

  #opaque(place: Place, reason: string, touches: readonly string[] = []): OperationBody {
    return {
      kind: 'opaque',
      text: place.source.textOf(place.node),
      language: 'ruby',
      reason,
      touches: [
        ...new Set([...this.#tables, ...touches, ...tablesNamedIn(place.node, this.#schema)]),
      ],
    };
  }

  /** One opaque operation a statement is enough. */
  #push(operation: Operation): void {
    const last = this.operations.at(-1);
    const { source } = operation;
    const repeated =
      last?.kind === 'opaque' &&
      last.source.line === source.line &&
      last.source.column === source.column &&
      last.source.path === source.path;
    if (!repeated) this.operations.push(operation);
  }

  /** Runs the block of a `create_table` or `change_table`: what is not understood in it touches that table. */
  within(table: string, run: () => void): void {
    this.#tables.push(table);
    try {
      run();
    } finally {
      this.#tables.pop();
    }
  }

  /** Runs something that the author marked as looked at (`safety_assured`). */
  assured<T>(run: () => T): T {
    this.#assured += 1;
    try {
      return run();
    } finally {
      this.#assured -= 1;
    }
  }

  findTable(name: string): Table | null {
    return findTable(this.#schema, name);
  }

  /** @throws {InputError} when the table is not there. */
  table(name: string, place: Place): Table {
    const table = this.findTable(name);
    if (table) return table;
    throw this.missing(
      `there is no table "${name}"`,
      name,
      this.#schema.tables.map((other) => other.name),
      place,
    );
  }

  /** The error for a name that is not there, with the nearest one that is, or else what is there. */
  missing(
    message: string,
    name: string,
    candidates: readonly string[],
    place: Place,
    present = 'Check the name, and that the schema file is the one from before this migration.',
  ): Error {
    if (this.conditions.length > 0) return new NotUnderstood(message);
    const close = nearest(
      name,
      candidates.filter((candidate) => candidate !== name),
    );
    return new InputError(message, {
      location: place.source.locate(place.node),
      remedy: close ? `Did you mean "${close}"?` : present,
    });
  }
}
