import { ENGINE_NAMES, ENGINES, type Engine } from '../../model/engine.ts';
import type { OperationKind } from '../../model/operation.ts';
import { own } from '../../model/own.ts';
import { CAPABILITIES } from '../../read/ruby/commands/catalog/capabilities.ts';
import { HOUSEKEEPING_GROUPS } from '../../read/ruby/commands/catalog/housekeeping.ts';
import { CHANGE_TABLE_STATEMENTS, CREATE_TABLE_STATEMENTS } from './blocks.ts';
import { COLUMN_METHODS } from './column-types.ts';
import { COMPATIBILITY_RULES } from './compatibility.ts';
import { GEM_STATEMENTS } from './gems.ts';
import { CHANGING } from './index.ts';
import { DEFINITION_PARTS, RECORDER_PARTS, RUNNER } from './outside.ts';
import { enginesOf, methodsOf, spanned, TAGS, versionsOf } from './rails.ts';
import { READER_STATEMENTS } from './readers.ts';
import type { Statement } from './statement.ts';

/** The receivers under which Rails has the methods of one kind of place. */
export const LISTED_UNDER = {
  migration: ['connection', 'migration', 'recorder'],
  createTable: ['createTable', 'columnMethods'],
  changeTable: ['changeTable', 'columnMethods'],
} as const;

/** Versions in which Rails has the statement. */
export function statementVersions({ name, receiver }: Pick<Statement, 'name' | 'receiver'>) {
  const found = LISTED_UNDER[receiver].flatMap((listed) => versionsOf(listed, name));
  return Object.keys(TAGS).filter((version) => found.includes(version));
}

function statementEngines({ name, receiver, engines }: Statement): readonly Engine[] {
  if (engines) return engines;
  const found = new Set(LISTED_UNDER[receiver].flatMap((listed) => enginesOf(listed, name)));
  return ENGINES.filter((engine) => found.has(engine));
}

function engineText(engines: readonly Engine[]): string {
  return engines.length === ENGINES.length
    ? 'all'
    : engines.map((engine) => ENGINE_NAMES[engine]).join(', ');
}

/**
 * What becomes of a statement: the kinds that its examples yield, in order of their first one. Of
 * an example of several lines it is the last, after those that prepare it.
 */
function outcomeText({ examples, note }: Statement): string {
  return outcomeOfAll(
    examples.flatMap(({ ruby, kinds }) => (ruby.includes('\n') ? kinds.slice(-1) : kinds)),
    note,
  );
}

function outcomeOfAll(kinds: readonly OperationKind[], note: string | undefined): string {
  const made = [...new Set(kinds)].map((kind) => `\`${kind}\``).join(', ');
  return [made || 'nothing: the schema stays as it is', note].filter(Boolean).join('. ');
}

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function statementTable(statements: readonly Statement[]): string {
  return table(
    ['statement', 'Rails', 'engines', 'options', 'what migdocs makes of it'],
    statements.map((entry) => [
      `\`${entry.name}\``,
      spanned(statementVersions(entry)),
      engineText(statementEngines(entry)),
      code(entry.options),
      outcomeText(entry),
    ]),
  );
}

const section = (title: string, ...parts: readonly string[]): string =>
  [`## ${title}`, ...parts].join('\n\n');

function readers(): string {
  return table(
    ['statement', 'Rails', 'engines'],
    READER_STATEMENTS.map((entry) => [
      `\`${entry.name}\``,
      spanned(statementVersions(entry)),
      engineText(statementEngines(entry)),
    ]),
  );
}

function columnMethods(): string {
  return table(
    ['method', 'Rails', ...ENGINES.map((engine) => ENGINE_NAMES[engine])],
    Object.entries(COLUMN_METHODS).map(([name, types]) => [
      `\`${name}\``,
      spanned(versionsOf('columnMethods', name)),
      ...ENGINES.map((engine) => (types[engine] === undefined ? '' : `\`${types[engine]}\``)),
    ]),
  );
}

const GROUPS = [
  ['session', 'Life of the connection, its caches and transactions: nothing to show.'],
  [
    'bookkeeping',
    'Rails’ bookkeeping of versions, which a schema file shows as its version alone.',
  ],
  ['wrappers', 'Their block runs as it stands.'],
  ['server', 'What they answer depends on the server: what hangs on it is shown as a condition.'],
  ['internals', 'Parts of Active Record itself, which return objects and change nothing.'],
  ['refused', 'They work on a database as a whole, or take a transaction back: opaque.'],
] as const;

function listed(names: readonly string[]): readonly string[] {
  const known = new Set([...methodsOf('connection'), ...methodsOf('migration')]);
  return names.filter((name) => known.has(name));
}

function inversions(): string {
  return table(
    ['command', 'recorded in', 'turned around in'],
    methodsOf('recorder')
      .filter((name) => !RECORDER_PARTS.includes(name))
      .map((name) => [
        `\`${name}\``,
        spanned(versionsOf('recorder', name)),
        spanned(versionsOf('inversions', name)) || 'never: IrreversibleMigration',
      ]),
  );
}

function gemTable(): string {
  return table(
    ['method', 'of', 'gem', 'releases read', 'what migdocs makes of it'],
    GEM_STATEMENTS.map(({ names, receiver, gem, releases, examples, note }) => [
      code(names.map((name) => (receiver === 'migration' ? name : `t.${name}`))),
      receiver === 'migration' ? 'the migration' : `\`${TABLE_BLOCKS[receiver]}\``,
      gem,
      releases,
      outcomeOfAll(
        examples.flatMap(({ kinds }) => kinds),
        note,
      ),
    ]),
  );
}

const TABLE_BLOCKS = { createTable: 'create_table', changeTable: 'change_table' } as const;

function count(statements: readonly Statement[]): number {
  return statements.reduce((sum, entry) => sum + statementVersions(entry).length, 0);
}

/** `docs/statements.md`. */
export function statementsPage(): string {
  const changing = CHANGING.flatMap(([, statements]) => statements);
  const all = [
    ...changing,
    ...READER_STATEMENTS,
    ...CREATE_TABLE_STATEMENTS,
    ...CHANGE_TABLE_STATEMENTS,
  ];
  return `${[
    '# Schema statements',
    `Every public method of Active Record that a migration can call, from its source at ${Object.values(TAGS).join(', ')} (\`.ci/rails/statements.ts\` lists them, \`src/testing/statements\` tells what becomes of each). This page is generated; \`npx vitest run src/testing/statements --update\` writes it anew.`,
    `${all.length} statements, ${count(all)} of statement and Rails version, have examples that run as tests; ${Object.keys(COLUMN_METHODS).length} column methods are tried on each engine that has them.`,
    ...CHANGING.map(([title, statements]) => section(title, statementTable(statements))),
    section('In the block of `create_table`', statementTable(CREATE_TABLE_STATEMENTS)),
    section('In the block of `change_table`', statementTable(CHANGE_TABLE_STATEMENTS)),
    section(
      'Column methods',
      'Methods of `t` in both blocks, and the type they give.',
      columnMethods(),
    ),
    section(
      'Readers and questions',
      'Answered from the schema as it stands at that line.',
      readers(),
    ),
    section(
      'What an engine supports',
      'Answered by engine; where it depends on the release of the server, what hangs on it is shown as a condition.',
      code(Object.keys(CAPABILITIES)),
    ),
    section(
      'Housekeeping',
      ...GROUPS.map(([group, text]) => `${text}\n\n${code(listed(HOUSEKEEPING_GROUPS[group]))}`),
    ),
    section(
      'Outside of a migration’s body',
      `Rails calls them to run migrations: ${code(RUNNER)}.`,
      `The recorder’s own parts: ${code(RECORDER_PARTS)}.`,
      `Parts of a table’s definition: ${code(DEFINITION_PARTS)}.`,
    ),
    section(
      'Commands of gems',
      'Written after the source of the releases named; the project’s lock tells which one holds. Each example of `src/testing/statements/gems.ts` runs as a test. What is opaque names the gem in its reason, and the table that it touches.',
      gemTable(),
    ),
    section(
      'On the way back',
      'What the recorder does not know in a version, Rails runs forward once more.',
      inversions(),
    ),
    section(
      'Older migrations',
      'What `ActiveRecord::Migration::Compatibility` of Rails 8.1 does, rule by rule; each is tested in the versions on both sides of it.',
      table(
        ['rule', 'methods'],
        COMPATIBILITY_RULES.map(({ rule, methods }) => [rule, code(methods)]),
      ),
    ),
  ].join('\n\n')}\n`;
}

/** True when one of the examples gives the option, as keyword or as part of a hash. */
export function givesOption({ examples }: Statement, option: string): boolean {
  const given = new RegExp(`(?:^|[ ({:,])${option}:`);
  return examples.some(({ ruby }) => given.test(ruby));
}

/** The type that `t.<name>` gives on an engine; null when the engine has no such method. */
export function columnType(name: string, engine: Engine): string | null {
  return own(COLUMN_METHODS, name)?.[engine] ?? null;
}
