/**
 * Lists every public method of Active Record that a migration can call, by Rails version, from the
 * source of Rails, and prints it as JSON. Nothing of it is run: Prism parses it.
 *
 *     npx tsx .ci/rails/statements.ts PATH_TO_RAILS_GIT_DIRECTORY >src/testing/statements/rails.json
 *     npx biome format --write src/testing/statements/rails.json
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { loadPrism } from '../../src/read/ruby/prism.ts';
import { type Method, methodsOf } from './methods.ts';

/** The newest release of each minor version when the list was made. */
const TAGS = {
  '5.0': 'v5.0.7.2',
  '5.1': 'v5.1.7',
  '5.2': 'v5.2.8.1',
  '6.0': 'v6.0.6.1',
  '6.1': 'v6.1.7.10',
  '7.0': 'v7.0.10',
  '7.1': 'v7.1.6',
  '7.2': 'v7.2.3.2',
  '8.0': 'v8.0.5.1',
  '8.1': 'v8.1.3.1',
} as const;

const FOLDER = 'activerecord/lib/active_record';
const PATHS = [`${FOLDER}/connection_adapters`, `${FOLDER}/migration`, `${FOLDER}/migration.rb`];

type Scope = 'abstract' | 'postgresql' | 'mysql' | 'sqlite';

/** Modules and classes (below ActiveRecord), what a migration reaches them through, and the engine. */
const OWNERS: readonly (readonly [pattern: RegExp, receiver: string])[] = [
  [/^Migration(?:\.self)?$/, 'migration'],
  [/^Migration::CommandRecorder$/, 'recorder'],
  [/^Migration::CommandRecorder(?:::StraightReversions)?$/, 'inversions'],
  [/^Migration::Compatibility::V\d_\d/, 'compatibility'],
  [/(?:^|::)TableDefinition$/, 'createTable'],
  [/(?:^|::)ColumnMethods(?:::ClassMethods)?$/, 'columnMethods'],
  [/(?:^|::)Table$/, 'changeTable'],
  [/(?:^|::)(?:SchemaStatements|DatabaseStatements|Quoting|Savepoints|QueryCache)$/, 'connection'],
  [/(?:^|::)(?:DatabaseLimits|ReferentialIntegrity)$/, 'connection'],
  [/(?:^|::)(?:AbstractAdapter|AbstractMysqlAdapter|Mysql2Adapter|TrilogyAdapter)$/, 'connection'],
  [/(?:^|::)(?:PostgreSQLAdapter|SQLite3Adapter)$/, 'connection'],
  [/(?:^|::)(?:Column|IndexDefinition|ForeignKeyDefinition|CheckConstraintDefinition)$/, 'catalog'],
  [/(?:^|::)(?:UniqueConstraintDefinition|ExclusionConstraintDefinition)$/, 'catalog'],
];

function receiversOf(owner: string): readonly string[] {
  const found = OWNERS.filter(([pattern]) => pattern.test(owner)).map(([, receiver]) => receiver);
  return found.includes('compatibility') ? ['compatibility'] : found;
}

function scopeOf(path: string): Scope {
  if (/postgresql/.test(path)) return 'postgresql';
  if (/mysql|trilogy/.test(path)) return 'mysql';
  return /sqlite/.test(path) ? 'sqlite' : 'abstract';
}

/** `receiver → method → engine → versions`. A method is `internal` that was never documented. */
type Listing = Map<string, Map<string, Map<Scope, string[]>>>;

function add(listing: Listing, receiver: string, name: string, scope: Scope, version: string) {
  const methods = listing.get(receiver) ?? new Map<string, Map<Scope, string[]>>();
  const scopes = methods.get(name) ?? new Map<Scope, string[]>();
  const versions = scopes.get(scope) ?? [];
  if (versions.at(-1) !== version) versions.push(version);
  listing.set(receiver, methods.set(name, scopes.set(scope, versions)));
}

function git(directory: string, ...args: string[]): string {
  return execFileSync('git', ['-C', directory, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : 1);

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([left], [right]) => byCodeUnit(left, right));
}

const [, , directory] = process.argv;
if (directory === undefined) throw new Error('Which git directory holds Rails?');
const parse = await loadPrism();
const listing: Listing = new Map();
const documented = new Set<string>();

for (const [version, tag] of Object.entries(TAGS)) {
  const paths = git(directory, 'ls-tree', '-r', '--name-only', tag, ...PATHS)
    .trim()
    .split('\n');
  for (const path of paths.filter((name) => name.endsWith('.rb'))) {
    const text = git(directory, 'show', `${tag}:${path}`);
    for (const method of methodsOf(parse(text), text)) note(method, path, version);
  }
}

function note(method: Method, path: string, version: string): void {
  if (method.name === 'initialize') return;
  for (const receiver of receiversOf(method.owner)) {
    const name = nameIn(receiver, method);
    if (name === null) continue;
    add(listing, receiver, name, scopeOf(path), version);
    if (!method.nodoc) documented.add(`${receiver} ${name}`);
  }
}

/** The name under which it is listed; null when it is not a migration's to call. */
function nameIn(receiver: string, { owner, name, visible }: Method): string | null {
  // The recorder's inversions, and what holds for older migrations, are private in part.
  if (receiver === 'inversions') return /^invert_(.*)$/.exec(name)?.[1] ?? null;
  if (receiver === 'compatibility') {
    const rule = /^Migration::Compatibility::(V\d_\d.*)$/.exec(owner)?.[1];
    return rule === undefined ? null : `${rule}#${name}`;
  }
  return visible ? name : null;
}

const VERSIONS = Object.keys(TAGS);

/** `5.0-7.2 8.1`: the versions in runs. */
function runs(versions: readonly string[]): string {
  const places = versions.map((version) => VERSIONS.indexOf(version));
  const found: [first: number, last: number][] = [];
  for (const place of places) {
    const run = found.at(-1);
    if (run && run[1] === place - 1) run[1] = place;
    else found.push([place, place]);
  }
  return found
    .map(([first, last]) =>
      first === last ? VERSIONS[first] : `${VERSIONS[first]}-${VERSIONS[last]}`,
    )
    .join(' ');
}

const receivers = Object.fromEntries(
  sorted(listing).map(([receiver, methods]) => [
    receiver,
    Object.fromEntries(
      sorted(methods).map(([name, scopes]) => [
        name,
        {
          ...(documented.has(`${receiver} ${name}`) ? {} : { internal: true }),
          ...Object.fromEntries(sorted(scopes).map(([scope, list]) => [scope, runs(list)])),
        },
      ]),
    ),
  ]),
);
writeFileSync(process.stdout.fd, `${JSON.stringify({ tags: TAGS, receivers }, null, 2)}\n`);
