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
import { LimitReached, RaiseSignal } from './evaluate/signals.ts';
import type { RubySource } from './source.ts';
import { lossesOfCopy } from './sqlite-copies.ts';
import { type ViewKeeper, withStoredViews } from './stored-views.ts';
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

/** How the adapter sends a command. */
interface HowSent extends Pick<Operation, 'online'> {
  /** As a clause of ALTER TABLE, which goes together with others in a `change_table` with `bulk: true`. */
  readonly isClause: boolean;
}

/** Ends an attempt at code that turns out not to be understood. */
class Abandoned extends Error {}

/** What ends an attempt: `return` and its like are on their way to where they lead. */
function isSetback(error: unknown): boolean {
  return (
    error instanceof Abandoned ||
    error instanceof NotUnderstood ||
    error instanceof RaiseSignal ||
    error instanceof LimitReached ||
    error instanceof InputError
  );
}

/** True for two operations that one statement led to, and that say the same of rows, or nothing. */
function saysTheSame(one: Operation, other: Operation): boolean {
  if (one.kind !== other.kind || one.condition !== other.condition) return false;
  const { path, line, column } = one.source;
  const { source } = other;
  if (path !== source.path || line !== source.line || column !== source.column) return false;
  if (one.kind === 'opaque' && other.kind === 'opaque') {
    return one.condition !== null || (one.text === other.text && one.reason === other.reason);
  }
  if (one.kind !== 'changeRows' || other.kind !== 'changeRows') return false;
  return (
    one.table === other.table &&
    one.verb === other.verb &&
    one.scope === other.scope &&
    one.text === other.text
  );
}

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
  /** How the server keeps the queries of views; null where their text is kept as it is. */
  readonly views: ViewKeeper | null;
  /** A dump of the same database that was given; null when there is none but the schema itself. */
  readonly given: Schema | null;
  /** True where the schema is dumped as SQL: every view is in it, and types are spelt as the server does. */
  readonly dumpsSql: boolean;
  conditions: readonly string[] = [];
  /** The statement of the migration that leads to code in another file; null in the migration itself. */
  #origin: Place | null = null;
  /** What rows the code runs for, once each; null outside of such a loop. */
  #rows: string | null = null;
  #attempts = 0;
  #schema: Schema;
  /** The reasons of the `safety_assured` around the statement, null for one without, outermost first. */
  #assured: readonly (string | null)[] = [];
  readonly #tables: string[] = [];
  #changeTables = 0;
  /** Whether the one ALTER TABLE of `change_table` with `bulk: true` is begun; null outside of it. */
  #alterBegun: boolean | null = null;
  #how: HowSent = { isClause: false };
  /** Tables that live as long as the connection: no dump shows them, nor what is done to them. */
  readonly temporary = new Set<string>();

  constructor(
    schema: Schema,
    {
      rails,
      installed = rails,
      dumped,
      project,
      inflections = DEFAULT_INFLECTIONS,
      views = null,
      evidence = null,
      dumpsSql = false,
    }: Pick<Session, 'rails' | 'dumped' | 'project'> &
      Partial<Pick<Session, 'installed' | 'inflections' | 'views' | 'dumpsSql'>> & {
        readonly evidence?: Schema | null;
      },
  ) {
    this.#schema = schema;
    this.rails = rails;
    this.installed = installed;
    this.dialect = dialectFor(schema.engine);
    this.dumped = dumped;
    this.project = project;
    this.inflections = inflections;
    this.views = views;
    this.given = evidence;
    this.dumpsSql = dumpsSql;
  }

  /**
   * What shows the facts of the database and its adapter that no migration holds, such as the
   * character set of new tables: a dump of the same database, or else the schema as it stands.
   */
  get evidence(): Schema {
    return this.given ?? this.#schema;
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
    const open = this.#openReason();
    const known = open === null || ROWS_ONLY.has(body.kind);
    const shown = known ? body : this.#opaque(place, open);
    if (shown.kind === 'opaque' && this.#attempts > 0) throw new Abandoned(shown.reason);
    const { source, node } = this.#shownPlace(place);
    const assuredBecause = this.#assured.findLast((reason) => reason !== null) ?? null;
    const written: Operation = {
      ...shown,
      source: source.locate(node),
      condition: this.conditions.length > 0 ? this.conditions.join(', ') : null,
      assured: this.#assured.length > 0,
      ...(assuredBecause === null ? {} : { assuredBecause }),
      impliedBy,
      ...(impliedBy === null ? this.#sentWith() : {}),
    };
    const operation = this.views ? withStoredViews(written, this.#schema, this.views) : written;
    if (known) this.#schema = applyOperation(this.#schema, operation);
    if (!this.#isRepeated(operation)) this.operations.push(operation);
    // A dump is what is left after all copies.
    if (impliedBy === null && known && !this.dumped) {
      for (const lost of lossesOfCopy(operation, this.#schema, this)) {
        this.emit(lost, place, 'copy of the table');
      }
    }
  }

  /** Marks of the statement that an operation is sent by. */
  #sentWith(): Pick<Operation, 'joined' | 'online'> {
    const { isClause, online } = this.#how;
    const isJoined = isClause && this.#alterBegun === true;
    if (isClause && this.#alterBegun !== null) this.#alterBegun = true;
    return { ...(isJoined && { joined: true as const }), ...(online && { online }) };
  }

  /** Runs what `change_table` with `bulk: true` asks for, whose clauses are sent in one ALTER TABLE. */
  gathering(run: () => void): void {
    const outer = this.#alterBegun;
    this.#alterBegun = false;
    try {
      run();
    } finally {
      this.#alterBegun = outer;
    }
  }

  /** Runs a command; one that is no clause of ALTER TABLE sends what was gathered before it. */
  sending<T>(how: HowSent, run: () => T): T {
    const outer = this.#how;
    this.#how = how;
    if (!how.isClause && this.#alterBegun !== null) this.#alterBegun = false;
    try {
      return run();
    } finally {
      this.#how = outer;
    }
  }

  #openReason(): string | null {
    if (this.conditions.length > 0) {
      return `it runs only if ${this.conditions.join(' and ')}, which the files do not decide`;
    }
    return this.#rows === null ? null : `it runs once for each of ${this.#rows}`;
  }

  /** A statement in another file is shown where the migration calls it. */
  #shownPlace(place: Place): Place {
    return this.#origin && place.source.path !== this.#origin.source.path ? this.#origin : place;
  }

  /** Shows a statement that was not understood. */
  opaque(place: Place, reason: string, touches: readonly string[] = []): void {
    this.emit(this.#opaque(place, reason, touches), place);
  }

  #opaque(place: Place, reason: string, touches: readonly string[] = []): OperationBody {
    const elsewhere = this.#shownPlace(place) !== place;
    const { path, line } = place.source.locate(place.node);
    return {
      kind: 'opaque',
      text: place.source.textOf(place.node),
      language: 'ruby',
      reason: elsewhere ? `${reason} (${path}:${line})` : reason,
      touches: [
        ...new Set([...this.#tables, ...touches, ...tablesNamedIn(place.node, this.#schema)]),
      ],
      ...(this.#changeTables > 0 ? { inChangeTable: true } : {}),
    };
  }

  /**
   * A loop sends the same statement many times: one operation tells what it does to rows, or that it
   * was not understood, as long as nothing of the schema changes in between.
   */
  #isRepeated(operation: Operation): boolean {
    const { operations } = this;
    for (let at = operations.length - 1; at >= 0; at -= 1) {
      const other = operations[at];
      if (!other || !ROWS_ONLY.has(other.kind)) return false;
      if (saysTheSame(other, operation)) return true;
    }
    return false;
  }

  /** Runs code of another file, whose operations are shown at the statement that leads there. */
  from<T>(place: Place, run: () => T): T {
    const outer = this.#origin;
    this.#origin ??= place;
    try {
      return run();
    } finally {
      this.#origin = outer;
    }
  }

  get isElsewhere(): boolean {
    return this.#origin !== null;
  }

  /** Runs code that works on the connection itself, by the rules of the installed version. */
  asInstalled<T>(run: () => T): T {
    const { rails } = this;
    this.rails = this.installed;
    try {
      return run();
    } finally {
      this.rails = rails;
    }
  }

  /** Runs a block that the migration runs once for each of some rows. */
  forRows<T>(rows: string, run: () => T): T {
    const outer = this.#rows;
    this.#rows = rows;
    try {
      return run();
    } finally {
      this.#rows = outer;
    }
  }

  /** Runs something that is taken back as a whole, null then, when a part of it is not understood. */
  attempt<T>(run: () => T): T | null {
    const [schema, length, conditions] = [this.#schema, this.operations.length, this.conditions];
    this.#attempts += 1;
    try {
      return run();
    } catch (error) {
      if (!isSetback(error)) throw error;
      this.#schema = schema;
      this.operations.length = length;
      this.conditions = conditions;
      return null;
    } finally {
      this.#attempts -= 1;
    }
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

  /** Runs the block of a `change_table`. */
  changing(table: string, run: () => void): void {
    this.#changeTables += 1;
    try {
      this.within(table, run);
    } finally {
      this.#changeTables -= 1;
    }
  }

  /** Runs something that the author marked as looked at (`safety_assured`), with the reason given. */
  assured<T>(reason: string | null, run: () => T): T {
    return this.#withAssured([...this.#assured, reason], run);
  }

  /** The same to be run later, as if it ran here: inside of the `safety_assured` around this place. */
  later(run: () => void): () => void {
    const assured = this.#assured;
    return () => this.#withAssured(assured, run);
  }

  #withAssured<T>(assured: readonly (string | null)[], run: () => T): T {
    const outer = this.#assured;
    this.#assured = assured;
    try {
      return run();
    } finally {
      this.#assured = outer;
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
