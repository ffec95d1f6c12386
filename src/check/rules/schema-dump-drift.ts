import type { Change } from '../../model/change.ts';
import { ENGINES } from '../../model/engine.ts';
import type { Migration } from '../../model/migration.ts';
import type { ReleaseContext } from '../release.ts';
import { migrationsOf } from '../release-migrations.ts';
import { defineReleaseRule, type ReleaseFinding } from '../rule.ts';

export const schemaDumpDrift = defineReleaseRule({
  id: 'schema-dump-drift',
  title: 'Migrations and schema file do not agree',
  engines: ENGINES,
  severity: 'warning',
  docs: {
    why: 'A new database is loaded from the schema file, an old one runs the migrations: where the two do not agree, they end up with different schemas, and tests run against another one than production. A migration that is older than others that ran before it runs last where it was deployed and earlier where all migrations run anew. Of two with one version, one never runs, or none.',
    instead:
      'Run the migrations on a fresh copy of the main branch and commit the schema file that comes out; give a migration that came late a new version.',
    reference:
      'https://guides.rubyonrails.org/active_record_migrations.html#schema-dumping-and-you',
  },
  check(release) {
    return [...differences(release), ...olderThanSchema(release), ...sameVersion(release)];
  },
});

const SHOWN = 5;

/** The schema file that was committed holds something else than the migrations give. */
function differences({ options, applied }: ReleaseContext): readonly ReleaseFinding[] {
  const drift = (options.drift ?? []).filter((change) => !isAssumed(change, applied));
  if (drift.length === 0) return [];
  const shown = drift.slice(0, SHOWN).map(describe).join('; ');
  const more = drift.length > SHOWN ? `; and ${drift.length - SHOWN} more` : '';
  // What was not understood is missing in the prediction, so that the file may well be right.
  const isSure = !applied.some(({ operation }) => operation.kind === 'opaque');
  const doubt = isSure
    ? ''
    : ' Part of the migrations was not understood, which can be the reason.';
  return [
    {
      severity: isSure ? 'warning' : 'info',
      source: null,
      message: `The committed schema file is not what the migrations give: ${shown}${more}.${doubt}`,
      instead:
        'Commit the schema file as the migrations leave it, or write the migration that makes the difference.',
    },
  ];
}

const CHARSET: readonly string[] = ['charset', 'collation', 'options'];

/** Only a server knows the character set that it gives to a table: one that was assumed is held against no file. */
function isAssumed({ object, differences }: Change, applied: ReleaseContext['applied']): boolean {
  return (
    object.type === 'table' &&
    differences.length > 0 &&
    differences.every(({ property }) => CHARSET.includes(property)) &&
    applied.some(
      ({ operation }) =>
        operation.kind === 'createTable' &&
        operation.table.name === object.name &&
        operation.charsetBecause !== undefined,
    )
  );
}

/** From what the migrations give to what was committed. */
const IN_FILE: { readonly [K in Change['kind']]: string } = {
  added: 'is in it, and no migration makes it',
  removed: 'is missing in it',
  altered: 'differs in it',
  renamed: 'has another name in it',
};

/** A foreign key and the index that MySQL makes for it have one name: what is no table or column says what it is. */
function describe({ kind, object: { type, table, name } }: Change): string {
  const words = type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const what = type === 'table' || type === 'column' ? '' : `${words} `;
  return `${what}${table === null ? name : `${table}.${name}`} ${IN_FILE[kind]}`;
}

function startOf({ path }: Migration) {
  return { path, line: 1, column: 1, endLine: 1 };
}

/** Migrations of a branch that was merged late: one finding for all of them. */
function olderThanSchema(release: ReleaseContext): readonly ReleaseFinding[] {
  const newest = release.contexts[0]?.initial.version ?? null;
  if (newest === null) return [];
  const older = migrationsOf(release).filter(
    ({ version }) => version !== null && isOlder(version, newest),
  );
  const [first] = older;
  if (!first) return [];
  const shown = older.slice(0, SHOWN).map(({ name, version }) => `${name} (${version})`);
  const more = older.length > SHOWN ? ` and ${older.length - SHOWN} more` : '';
  const [are, run] = older.length === 1 ? ['is', 'this one runs'] : ['are', 'these run'];
  return [
    {
      severity: 'info',
      source: startOf(first),
      message: `${shown.join(', ')}${more} ${are} older than ${newest}, the newest migration of the schema file: where that one ran already, ${run} after it, in a new database before it.`,
      instead: `Give what is older a version that is newer than ${newest}, unless both orders lead to the same.`,
    },
  ];
}

/** Digits of any length, compared as numbers; versions with dots are not compared. */
function isOlder(version: string, newest: string): boolean {
  if (!/^\d+$/.test(version) || !/^\d+$/.test(newest)) return false;
  return BigInt(version) < BigInt(newest);
}

function sameVersion(release: ReleaseContext): readonly ReleaseFinding[] {
  const migrations = migrationsOf(release);
  return migrations.flatMap((migration, at): readonly ReleaseFinding[] => {
    const first = migrations.find(({ version }) => version === migration.version);
    if (migration.version === null || !first || migrations.indexOf(first) === at) return [];
    return [
      {
        severity: 'danger',
        source: startOf(migration),
        message: `${first.name} and ${migration.name} have the same version, ${migration.version}: it can be noted as done only once.`,
        instead: `Give ${migration.name} a version of its own.`,
      },
    ];
  });
}
