import { basename } from 'node:path/posix';
import type { Engine } from '../../model/engine.ts';
import { own } from '../../model/own.ts';
import { byCodeUnits } from '../files.ts';
import { compareDottedVersions } from '../versions.ts';
import { flywayChecksum } from './flyway-checksum.ts';
import type { MigrationFolder } from './folder.ts';
import { type DumpRow, keysOf } from './history-table.ts';
import { type ListedMigration, listed } from './listed.ts';
import { refuseTwins } from './numbered.ts';
import type { FoundConfiguration, ReadFile, ToolRules } from './rules.ts';
import { type ToolSettings, valuesBelow, valuesOf } from './settings.ts';

/**
 * Flyway runs versioned migrations `V1.2__name.sql` in the order of their versions, part by part as
 * numbers, where `_` in a version is a dot; then the repeatable ones `R__name.sql` by description,
 * each again when its text changed. `U1.2__name.sql` undoes the version; `B1.2__name.sql` stands for
 * all up to it on an empty database.
 * https://documentation.red-gate.com/flyway/flyway-concepts/migrations/migration-naming;
 * Flyway 11, MigrationVersion.java: compareTo; ResolvedMigrationComparator.java
 */
export const flyway: ToolRules = {
  folders: ['src/main/resources/db/migration', 'db/migration', 'sql'],
  configuration,
  list: (folder) => {
    const files = filesOf(folder);
    const undo = new Map(
      files.flatMap(({ prefix, version, path }) => (prefix === 'U' ? [[version, path]] : [])),
    );
    const versioned = files
      .filter(({ prefix }) => prefix === 'V' || prefix === 'B')
      .toSorted((a, b) => compareDottedVersions(a.version, b.version))
      .map((file) => migrationOf(file, undo.get(file.version) ?? null, folder));
    const repeatable = files
      .filter(({ prefix }) => prefix === 'R')
      .toSorted((a, b) => byCodeUnits(a.name, b.name))
      .map((file) => migrationOf(file, null, folder));
    return [...refuseTwins(versioned, 'flyway'), ...refuseTwins(repeatable, 'flyway')];
  },
  history: {
    name: 'flyway_schema_history',
    columns: [
      'installed_rank',
      'version',
      'description',
      'type',
      'script',
      'checksum',
      'installed_by',
      'installed_on',
      'execution_time',
      'success',
    ],
    held,
  },
};

interface NamedFile {
  readonly path: string;
  readonly prefix: 'V' | 'U' | 'R' | 'B';
  /** With dots; empty for a repeatable migration. */
  readonly version: string;
  readonly name: string;
}

/** Where no file has the prefix V, `sqlMigrationPrefix` is taken to be empty. */
function filesOf(folder: MigrationFolder): readonly NamedFile[] {
  const paths = folder.files();
  const files = paths.flatMap((path) => namedBy(path) ?? []);
  if (files.some(({ prefix }) => prefix === 'V')) return files;
  return [...files, ...paths.flatMap((path) => withoutPrefix(path) ?? [])];
}

function withoutPrefix(path: string): NamedFile | null {
  const match = /^(\d[\d._]*?)__(.*)\.[sS][qQ][lL]$/.exec(basename(path));
  const [, version = '', name = ''] = match ?? [];
  return match && { path, prefix: 'V', version: plainVersion(version), name };
}

/** Flyway 11, ResourceNameParser.java: prefix, version, two underscores, description. */
function namedBy(path: string): NamedFile | null {
  const match = /^(?:([VUB])(\d[\d._]*?)|(R))__(.*)\.[sS][qQ][lL]$/.exec(basename(path));
  const prefix = match?.[1] ?? match?.[3];
  if (!match || (prefix !== 'V' && prefix !== 'U' && prefix !== 'R' && prefix !== 'B')) return null;
  const version = plainVersion(match[2] ?? '');
  return { path, prefix, version, name: match[4] ?? '' };
}

/** `1_2` is `1.2`, `001` is `1`, and `1.0` is `1`. */
function plainVersion(version: string): string {
  const parts = version.split(/[._]/).filter((part) => /^\d+$/.test(part));
  const numbers = parts.map((part) => String(BigInt(part)));
  while (numbers.length > 1 && numbers.at(-1) === '0') numbers.pop();
  return numbers.join('.');
}

function migrationOf(
  { path, prefix, version, name }: NamedFile,
  downPath: string | null,
  folder: MigrationFolder,
): ListedMigration {
  const conf = folder.has(`${path}.conf`) ? folder.read(`${path}.conf`) : null;
  const said = conf === null ? undefined : valuesOf(conf).get('executeInTransaction');
  const isRepeatable = prefix === 'R';
  const again = isRepeatable ? `@${flywayChecksum(folder.read(path) ?? '')}` : '';
  return listed({
    key: isRepeatable ? `R${name}${again}` : `${prefix}${version}`,
    path,
    version: isRepeatable ? null : version,
    name,
    downPath,
    transaction: said === undefined ? null : said.toLowerCase() === 'true',
    isBaseline: prefix === 'B',
  });
}

/** A version counts as its newest row says; a baseline stands for all before it. */
function held(
  rows: readonly DumpRow[],
  migrations: readonly ListedMigration[],
): ReadonlySet<string> {
  const ran = rows.filter((row) => !/^(?:f|false|0)$/i.test(row['success'] ?? ''));
  const versions = new Map(
    ran.map((row) => [
      plainVersion(row['version'] ?? '0'),
      row['type']?.startsWith('UNDO') !== true,
    ]),
  );
  const baselines = ran
    .filter((row) => /BASELINE$/.test(row['type'] ?? ''))
    .map((row) => plainVersion(row['version'] ?? '0'));
  const scripts = new Set(ran.map((row) => `${basename(row['script'] ?? '')}@${row['checksum']}`));
  return keysOf(migrations, ({ key, path, version }) => {
    if (version === null) return scripts.has(`${basename(path)}@${key.split('@').at(-1)}`);
    if (versions.get(version) === true) return true;
    return baselines.some((baseline) => compareDottedVersions(version, baseline) <= 0);
  });
}

const DATABASES: { readonly [scheme: string]: Engine } = {
  postgresql: 'postgresql',
  mysql: 'mysql',
  mariadb: 'mysql',
  sqlite: 'sqlite',
};

function configuration(read: ReadFile): FoundConfiguration | null {
  for (const path of ['flyway.toml', 'flyway.conf', 'conf/flyway.conf', 'conf/flyway.toml']) {
    const text = read(path);
    if (text !== null) return configurationIn(path, valuesOf(text), '');
  }
  const spring = 'src/main/resources/application.properties';
  const values = valuesOf(read(spring) ?? '');
  const names = [...values.keys()].some((key) => key.startsWith('spring.flyway.'));
  return names ? configurationIn(spring, values, 'spring.') : null;
}

function configurationIn(
  path: string,
  values: ReadonlyMap<string, string>,
  prefix: string,
): FoundConfiguration {
  const url = values.get(`${prefix}flyway.url`) ?? values.get('spring.datasource.url') ?? '';
  const urls = [url, ...valuesEnding(values, '.url')];
  const schemes = urls.flatMap((each) => /^jdbc:(?:\w+:)??(\w+):/.exec(each)?.[1] ?? []);
  const locations = values.get(`${prefix}flyway.locations`) ?? '';
  const settings: ToolSettings = {
    variables: valuesBelow(values, `${prefix}flyway.placeholders`),
    replacesPlaceholders: !/^false$/i.test(
      values.get(`${prefix}flyway.placeholderReplacement`) ??
        values.get(`${prefix}flyway.placeholder-replacement`) ??
        '',
    ),
  };
  return {
    path,
    folders: [...locations.matchAll(/(filesystem|classpath):([^\s,"'\]]+)/g)].map(
      ([, kind, folder = '']) => {
        const clean = folder.replace(/^\/|^\.\/|\/$/g, '');
        return kind === 'classpath' ? `src/main/resources/${clean}` : clean;
      },
    ),
    settings,
    engine: schemes.flatMap((scheme) => own(DATABASES, scheme) ?? [])[0] ?? null,
  };
}

function valuesEnding(values: ReadonlyMap<string, string>, end: string): readonly string[] {
  return [...values].flatMap(([key, value]) => (key.endsWith(end) ? [value] : []));
}
