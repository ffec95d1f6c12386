import { ENGINES } from '../../model/engine.ts';
import { type Operation, operationTable } from '../../model/operation.ts';
import type { SchemaObjectType } from '../../model/schema.ts';
import { ALL_KINDS } from '../all-kinds.ts';
import type { RuleContext } from '../context.ts';
import { migrationsOf } from '../release-migrations.ts';
import { defineRule } from '../rule.ts';
import { type StatementWord, statementWords } from '../statement-words.ts';

export const crossDatabase = defineRule({
  id: 'cross-database',
  title: 'Another database is involved',
  engines: ENGINES,
  severity: 'danger',
  on: ALL_KINDS,
  docs: {
    why: 'No transaction spans two databases: when one half fails, the other half stays. Which database is changed first matters for the code that runs meanwhile, the schema file of this one shows nothing of the other, and a rollback of this migration does not reach it.',
    instead:
      'Write a migration for each database, with the order of their runs, and how each is undone by a person, in the release notes.',
    reference: 'https://guides.rubyonrails.org/active_record_multiple_databases.html',
  },
  check(operation, context) {
    const found = otherDatabaseOf(operation, context);
    if (found === null) return null;
    const repeated = context.earlier.some(
      (sibling) => otherDatabaseOf(sibling.operation, context) === found,
    );
    if (repeated) return null;
    return {
      message: `${found}: this migration and what it does there succeed, fail and are undone apart from each other.`,
      instead:
        'Say in the sign-off which database is changed first, what runs if the second half fails, and who undoes it.',
    };
  },
  checkRelease: (release) =>
    migrationsOf(release)
      .filter(({ tool }) => tool === 'rails')
      .flatMap(({ path, text }) => {
        const line = text.split('\n').findIndex((each) => CONNECTS.test(each));
        if (line < 0) return [];
        return [
          {
            source: { path, line: line + 1, column: 1, endLine: line + 1 },
            message: `The migration changes its connection by ${CONNECTS.exec(text)?.[1] ?? ''}: what runs there succeeds, fails and is undone apart from the rest.`,
            instead:
              'Give the other database a folder of migrations of its own, with migrations_paths in config/database.yml.',
          },
        ];
      }),
});

/** Calls that lead to another database; `connected_to(role: …)` stays with the same. */
const CONNECTS =
  /^[^#\n]*\b(establish_connection|connects_to|connected_to\(?\s*(?:database|shard):)/m;

/** Object types that stand for another server or database. */
const FOREIGN: readonly SchemaObjectType[] = [
  'foreignServer',
  'foreignTable',
  'subscription',
  'userMapping',
];

/** What an operation does with another database, a clause; null when it stays in its own. */
function otherDatabaseOf(operation: Operation, context: RuleContext): string | null {
  if (operation.kind === 'createExtension') return wrapperOf(operation.extension.name);
  if (operation.kind === 'createObject') {
    const { type, name } = operation.object;
    return FOREIGN.includes(type) ? `${name} stands for what another server holds` : null;
  }
  if (operation.kind === 'changeRows' && operation.model?.connection) {
    const { name, connection } = operation.model;
    const isItsOwn = pathNames(context.migration.path, connection);
    return isItsOwn ? null : `${name} lives in another database (${connection})`;
  }
  if ('text' in operation && isSql(operation)) return ofStatement(operation.text, context);
  const [database, table] = operationTable(operation)?.split('.') ?? [];
  return context.dialect.qualifier === 'database' && database && table
    ? named(database, table)
    : null;
}

function isSql(operation: Operation): boolean {
  return operation.kind === 'runSql' || ('language' in operation && operation.language === 'sql');
}

/** Migrations of a second database lie in a folder with its name, as `db/animals_migrate`. */
function pathNames(path: string, connection: string): boolean {
  const names = connection.match(/\w+/g) ?? [];
  return names.some((name) => path.includes(`db/${name}_migrate/`));
}

/** Extensions that reach other databases. */
function wrapperOf(extension: string): string | null {
  return /^(?:dblink|\w+_fdw|postgres_fdw)$/.test(extension)
    ? `The extension ${extension} reaches other databases`
    : null;
}

/** What a statement says of other databases; null for nothing. */
function ofStatement(sql: string, { engine, dialect }: RuleContext): string | null {
  const words = statementWords(sql, engine);
  const [first, second, third] = words;
  if (first?.word === 'USE') return `USE ${second?.text ?? ''} chooses another database`;
  if (first?.word === 'ATTACH') return 'ATTACH opens another database';
  const isWhole = first?.word === 'CREATE' || first?.word === 'DROP';
  if (isWhole && second?.word === 'DATABASE') {
    return `${first.word} DATABASE is about ${third?.text ?? ''} as a whole`;
  }
  const link = words.find(({ name }) => /^dblink(?:_|$)/.test(name));
  if (link) return `${link.name} reaches another database`;
  return dialect.qualifier === 'database' ? qualified(words) : null;
}

/** Words behind which a table stands. */
const BEFORE_TABLE: ReadonlySet<string> = new Set(['FROM', 'JOIN', 'INTO', 'UPDATE', 'TABLE']);

/** Databases of the server itself, and names of the connection's own. */
const OWN_DATABASES = /^(?:information_schema|performance_schema|mysql|sys|main|temp|temporary)$/i;

function qualified(words: readonly StatementWord[]): string | null {
  const at = words.findIndex(
    ({ word }, position) =>
      BEFORE_TABLE.has(word) &&
      words[position + 2]?.text === '.' &&
      words[position + 3]?.name !== '' &&
      !OWN_DATABASES.test(words[position + 1]?.name ?? ''),
  );
  return at < 0 ? null : named(words[at + 1]?.name ?? '', words[at + 3]?.name ?? '');
}

function named(database: string, table: string): string {
  return `${database}.${table} names the database ${database}`;
}
