import { applyOperation } from '../../apply/index.ts';
import type { Engine } from '../../model/engine.ts';
import type { Migration } from '../../model/migration.ts';
import type { Operation, OperationBody } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import type { Prediction, RollbackPrediction } from '../../model/schema-file.ts';
import { type Extent, locator } from '../places.ts';
import { refusalOf } from '../refusal.ts';
import { type ViewKeeper, viewKeeperOf, withStoredViews } from '../ruby/stored-views.ts';
import { tablesNamedInText } from '../tables-in-text.ts';
import type { SqlMigrationFile } from './file.ts';
import type { OpaquePart, Script, Scripts, SqlPart } from './script.ts';
import { SCRIPTS } from './scripts.ts';
import {
  loadStatementReader,
  type StatementOperation,
  type StatementReader,
} from './statement-reader.ts';
import { suppressionsIn } from './suppressions.ts';
import { TransactionWatch } from './transaction.ts';

/**
 * Runs SQL migrations over a schema in the order given, and tells what each one does.
 *
 * @param options.evidence - a dump of the same database, for what no migration holds.
 * @param options.onRefused - is told of a migration that does not apply, which is passed over then.
 *   As in the database, what ran before the refusal stays where the migration is no transaction.
 * @throws {InputError} when a migration does not apply, and `onRefused` is not given.
 */
export async function readSqlMigrations(
  files: readonly SqlMigrationFile[],
  before: Schema,
  options: {
    readonly evidence?: Schema;
    readonly onRefused?: (path: string, reason: string) => void;
  } = {},
): Promise<Prediction> {
  const read = await loadStatementReader(before.engine, options.evidence ?? null);
  const views = viewKeeperOf(before, null, null);
  let schema = before;
  const migrations: Migration[] = [];
  for (const file of files) {
    const scripts = SCRIPTS[file.tool](file, before.engine);
    const run = new ScriptRun(schema, read, views);
    const refusal = refusalOf(() => run.script(scripts.up));
    if (refusal && !options.onRefused) throw refusal;
    if (refusal) options.onRefused?.(file.path, refusal.message);
    if (refusal && run.isAtomic) continue;
    migrations.push(describe(file, scripts, run, before.engine));
    schema = run.schema;
  }
  return { before, after: schema, migrations };
}

/**
 * Takes one migration back by the way down that its author wrote. One that has none leaves the
 * schema as it is, with the reason in `refused`.
 *
 * @throws {InputError} when the way back does not apply.
 */
export async function readSqlRollback(
  file: SqlMigrationFile,
  before: Schema,
): Promise<RollbackPrediction> {
  const { down } = SCRIPTS[file.tool](file, before.engine);
  if (!down) {
    const source = { path: file.path, line: 1, column: 1, endLine: 1 };
    const refused = [{ source, reason: 'its author wrote no way back' }];
    return { before, after: before, operations: [], refused, transactional: true };
  }
  const read = await loadStatementReader(before.engine, null);
  const run = new ScriptRun(before, read, viewKeeperOf(before, null, null));
  run.script(down);
  const { schema: after, operations, isAtomic: transactional } = run;
  return { before, after, operations, refused: [], transactional };
}

function describe(
  file: SqlMigrationFile,
  { up, down }: Scripts,
  run: ScriptRun,
  engine: Engine,
): Migration {
  const suppressions = [file, ...(file.down ? [file.down] : [])].flatMap((each) =>
    suppressionsIn(each, engine),
  );
  return {
    path: file.path,
    tool: file.tool,
    version: file.version,
    name: file.name,
    rails: null,
    transactional: run.isAtomic,
    ...(up.transaction === 'file' ? { inToolTransaction: true } : {}),
    operations: run.operations,
    down: { kind: down && holdsStatements(down) ? 'written' : 'none', irreversible: [] },
    ...(suppressions.length > 0 ? { suppressions } : {}),
    ...(up.clientCommands > 0 ? { clientCommands: up.clientCommands } : {}),
    text: file.text,
  };
}

function holdsStatements({ parts }: Script): boolean {
  return parts.some((part) => 'opaque' in part || hasStatement(part.text));
}

/** More than comments and space. */
function hasStatement(text: string): boolean {
  return /[^\s;]/.test(text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ''));
}

/** Runs the parts of one script over a schema. */
class ScriptRun {
  schema: Schema;
  readonly operations: Operation[] = [];
  readonly #read: StatementReader;
  readonly #views: ViewKeeper | null;
  #watch: TransactionWatch | null = null;
  #locate: ReturnType<typeof locator> = locator('', '');

  constructor(schema: Schema, read: StatementReader, views: ViewKeeper | null) {
    this.schema = schema;
    this.#read = read;
    this.#views = views;
  }

  /** True when all of it takes effect or nothing. */
  get isAtomic(): boolean {
    return this.#watch?.isAtomic ?? false;
  }

  /** @throws {InputError} when a statement does not apply. */
  script({ file, parts, transaction }: Script): void {
    this.#watch = new TransactionWatch(transaction, this.schema.engine);
    this.#locate = locator(file.text, file.path);
    for (const part of parts) {
      if ('opaque' in part) this.#opaquePart(part, file.text);
      else this.#sqlPart(part);
    }
  }

  #opaquePart({ opaque: reason, start, end }: OpaquePart, file: string): void {
    const text = file.slice(start, end).trimEnd();
    this.#emit(this.#opaque(text, reason), null, { start, end: start + text.length });
    this.#watch?.statement(text, this.operations.slice(-1));
  }

  #sqlPart(part: SqlPart): void {
    let last: StatementOperation | null = null;
    let first = this.operations.length;
    for (const statement of this.#read(part.text, this, part.whole)) {
      if (last && last.start !== statement.start) {
        this.#watch?.statement(last.text, this.operations.slice(first));
        first = this.operations.length;
      }
      const reason = unknownIn(part, statement);
      const isRepeated = reason !== null && last?.start === statement.start;
      last = statement;
      if (isRepeated) continue;
      const body = reason === null ? statement.body : this.#opaque(statement.text, reason);
      const at = { start: part.placeOf(statement.start), end: part.placeOf(statement.end) };
      this.#emit(body, statement.impliedBy, at);
    }
    if (last) this.#watch?.statement(last.text, this.operations.slice(first));
  }

  #opaque(text: string, reason: string): OperationBody {
    const touches = tablesNamedInText(text, this.schema);
    return { kind: 'opaque', text, language: 'sql', reason, touches };
  }

  #emit(body: OperationBody, impliedBy: string | null, at: Extent): void {
    const source = this.#locate(at);
    const written = { ...body, source, condition: null, assured: false, impliedBy };
    const operation = this.#views ? withStoredViews(written, this.schema, this.#views) : written;
    this.schema = applyOperation(this.schema, operation);
    this.operations.push(operation);
  }
}

/** Why a statement is not known, when a part of it is not. */
function unknownIn(part: SqlPart, { start, end }: StatementOperation): string | null {
  const found = part.unknown.find((unknown) => unknown.start < end && unknown.end > start);
  return found?.reason ?? null;
}
