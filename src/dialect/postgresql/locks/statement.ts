import type { LockClaim, PostgresqlLockLevel } from '../../../model/lock.ts';
import type { Schema } from '../../../model/schema.ts';
import { tokenizeSql } from '../../sql-tokens.ts';
import { alterTableLock } from './alter-table-statement.ts';
import { claim, EXPLICIT_LOCKING, exclusive } from './claim.ts';
import { domainChecked } from './domains.ts';
import { throughout } from './family.ts';

/** A name with its schema, as it is written. */
const NAME = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)(?:\.(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*))?`;

type Locks = (match: Match, schema: Schema) => readonly LockClaim[];

interface Match {
  /** The first name; empty when the statement gives none. */
  readonly name: string;
  /** All names of the list. */
  readonly names: readonly string[];
  /** The text that was matched on. */
  readonly text: string;
}

/** Statements that the model has no operation for, by how they begin; `@` stands for a name, `@@` for a list of them. */
const STATEMENTS: readonly (readonly [beginning: string, locks: Locks])[] = [
  ['ALTER TABLE (?:IF EXISTS )?(?:ONLY )?@', ({ name, text }) => [alterTableLock(name, text)]],
  ['ALTER (?:MATERIALIZED )?VIEW (?:IF EXISTS )?@', ({ name }) => exclusive(name)],
  ['ALTER SEQUENCE (?:IF EXISTS )?@ (?!OWNED|RENAME|OWNER|SET SCHEMA)', sequence],
  ['ALTER DOMAIN @ ', alterDomain],
  ['ALTER PUBLICATION .*? (?:ADD|SET|DROP) TABLE (?:ONLY )?@@', mild],
  ['CREATE PUBLICATION .*? FOR TABLE (?:ONLY )?@@', mild],
  ['CREATE STATISTICS .*? FROM @', mild],
  ['CREATE (?:OR REPLACE )?RULE .*? TO @', ({ name }) => exclusive(name)],
  ['COMMENT ON (?:TABLE|VIEW|MATERIALIZED VIEW|FOREIGN TABLE) @ IS', mild],
  ['SECURITY LABEL .*?ON (?:TABLE|VIEW|MATERIALIZED VIEW) @ IS', mild],
  ['LOCK (?:TABLE )?(?:ONLY )?@@', lockTable],
  ['REINDEX (?:\\([^)]*\\) )?(?:INDEX|TABLE) (?:CONCURRENTLY )?@', reindex],
  ['CLUSTER (?:VERBOSE )?(?:\\([^)]*\\) )?@', cluster],
  ['CLUSTER(?: VERBOSE)?$', cluster],
  ['VACUUM(?: \\([^)]*\\)| FULL| FREEZE| VERBOSE| ANALYZE)*(?: @@| ?$)', vacuum],
  ['ANALYZE (?:VERBOSE |\\([^)]*\\) )?@@', analyze],
  ['SELECT .*? FROM (?:ONLY )?@.*? FOR (?:NO KEY UPDATE|UPDATE|SHARE|KEY SHARE)', rowShare],
];

const PATTERNS = STATEMENTS.map(([beginning, locks]) => ({ pattern: patternOf(beginning), locks }));

function patternOf(beginning: string): RegExp {
  const source = beginning
    .replace('@@', `(?<list>${NAME}(?: ?, ?(?:ONLY )?${NAME})*)`)
    .replace('@', `(?<name>${NAME})`);
  return new RegExp(`^${source}`, 'isu');
}

/**
 * What a statement locks that is kept as its text: settings, rules, statistics objects, maintenance.
 * Several statements, as the privileges of one object are, count together.
 *
 * @returns claims by the names as the schema has them; empty for a statement that locks no table.
 */
export function statementLocks(sql: string, schema: Schema): readonly LockClaim[] {
  const text = tokenizeSql(sql, 'postgresql')
    .map(({ kind, text: piece }) => (kind === 'space' || kind === 'comment' ? ' ' : piece))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/[\s;]+$/, '')
    .trim();
  for (const { pattern, locks } of PATTERNS) {
    const match = pattern.exec(text);
    if (match) return locks(matchOf(match, text), schema);
  }
  return [];
}

function matchOf({ groups = {} }: RegExpExecArray, text: string): Match {
  const written = (groups['list'] ?? groups['name'] ?? '').match(new RegExp(NAME, 'gu')) ?? [];
  const names = written.filter((name) => !/^only$/i.test(name)).map(stored);
  return { name: names[0] ?? '', names, text };
}

/** A name as the schema has it: folded unless it is quoted, without `public` in front. */
function stored(name: string): string {
  return (name.match(/"(?:[^"]|"")+"|[^".]+/g) ?? [])
    .map((part) =>
      part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase(),
    )
    .join('.')
    .replace(/^public\./, '');
}

function mild({ names }: Match): readonly LockClaim[] {
  return names.map((name) => claim(name, 'shareUpdateExclusive', 'catalog'));
}

/** nextval waits for it. */
function sequence({ name }: Match): readonly LockClaim[] {
  return [claim(name, 'shareRowExclusive', 'catalog')];
}

/** A constraint that comes into force is checked in every table that uses the domain. */
function alterDomain({ name, text }: Match, schema: Schema): readonly LockClaim[] {
  const restricts = /\b(?:ADD (?:CONSTRAINT|CHECK|NOT)|SET NOT NULL|VALIDATE CONSTRAINT)\b/i;
  return restricts.test(text) && !/\bNOT VALID$/i.test(text) ? domainChecked(schema, name) : [];
}

const MODES: { readonly [words: string]: PostgresqlLockLevel } = {
  'ROW SHARE': 'rowShare',
  'ROW EXCLUSIVE': 'rowExclusive',
  'SHARE UPDATE EXCLUSIVE': 'shareUpdateExclusive',
  SHARE: 'share',
  'SHARE ROW EXCLUSIVE': 'shareRowExclusive',
  EXCLUSIVE: 'exclusive',
  'ACCESS EXCLUSIVE': 'accessExclusive',
};

function lockTable({ names, text }: Match, schema: Schema): readonly LockClaim[] {
  const words = / IN ([A-Z ]+?) MODE\b/i.exec(text)?.[1]?.toUpperCase() ?? 'ACCESS EXCLUSIVE';
  const mode = Object.hasOwn(MODES, words) ? MODES[words] : undefined;
  if (!mode) return [];
  return names.flatMap((name) => throughout(schema, claim(name, mode, 'catalog')));
}

/** The index itself is closed to readers; the table to writers, unless CONCURRENTLY. */
function reindex({ name, text }: Match, schema: Schema): readonly LockClaim[] {
  const isIndex = /^REINDEX (?:\([^)]*\) )?INDEX\b/i.test(text);
  const table = isIndex ? ownerOfIndex(schema, name) : name;
  if (table === null) return [];
  const own = /\bCONCURRENTLY\b/i.test(text)
    ? claim(table, 'shareUpdateExclusive', 'indexBuild', EXPLICIT_LOCKING)
    : claim(table, 'share', 'indexBuild');
  return throughout(schema, own);
}

function ownerOfIndex(schema: Schema, index: string): string | null {
  const bare = index.slice(index.lastIndexOf('.') + 1);
  const holder = [...schema.tables, ...schema.views].find(
    (one) =>
      one.indexes.some(({ name }) => name === bare || name === index) ||
      ('primaryKey' in one && one.primaryKey !== null && keyNames(one.name).includes(bare)) ||
      ('uniqueConstraints' in one && one.uniqueConstraints.some(({ name }) => name === bare)),
  );
  return holder?.name ?? null;
}

function keyNames(table: string): readonly string[] {
  return [`${table.slice(table.lastIndexOf('.') + 1)}_pkey`];
}

/** Without a name, all tables that were clustered before. */
function cluster({ name }: Match, schema: Schema): readonly LockClaim[] {
  const clustered = schema.tables.filter(({ clusteredBy }) => clusteredBy !== undefined);
  const names = name === '' ? clustered.map((table) => table.name) : [name];
  return names.flatMap((table) => throughout(schema, claim(table, 'accessExclusive', 'rewrite')));
}

/**
 * Without names FULL writes all tables anew, one after the other. VACUUM cannot run in a
 * transaction block, so its locks are stated from the manual.
 */
function vacuum({ names, text }: Match, schema: Schema): readonly LockClaim[] {
  const isFull = /^VACUUM [^;]*?\bFULL\b(?! (?:FALSE|OFF|0)\b)/i.test(text);
  const own = (name: string) =>
    isFull
      ? claim(name, 'accessExclusive', 'rewrite', EXPLICIT_LOCKING)
      : claim(name, 'shareUpdateExclusive', 'scan', EXPLICIT_LOCKING);
  const all = isFull && names.length === 0 ? schema.tables.map(({ name }) => name) : names;
  return all.flatMap((name) => throughout(schema, own(name)));
}

/** ANALYZE reads a sample, however many rows there are. */
function analyze({ names }: Match, schema: Schema): readonly LockClaim[] {
  return names.flatMap((name) =>
    throughout(schema, claim(name, 'shareUpdateExclusive', 'catalog')),
  );
}

function rowShare({ name }: Match, schema: Schema): readonly LockClaim[] {
  return throughout(schema, claim(name, 'rowShare', 'scan'));
}
