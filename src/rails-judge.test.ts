import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RailsVersion } from './model/engine.ts';
import { parseConfig } from './project/config.ts';
import { groupFor, JUDGES, judgedGroups } from './testing/judge/cases.ts';
import { record, recordStructure } from './testing/judge/record.ts';
import { formatGroup, type Recording, recordedPath } from './testing/judge/recording.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));
const JUDGE = fileURLToPath(new URL('../.ci/rails/judge.rb', import.meta.url));

/** Those whose schema file is Ruby; SQL ones are dumped by the tools of the database. */
const names = readdirSync(EXAMPLES)
  .filter((name) => existsSync(join(EXAMPLES, name, 'db/schema.rb')))
  .sort();

/** Rails and the servers are there where `.ci/rails/start` has run. */
const gems = process.env['MIGDOCS_RAILS_GEMS'];
const available = gems !== undefined;

describe.skipIf(!available).each(names)('Rails itself, on examples/%s', (name) => {
  const folder = join(EXAMPLES, name);
  const committed = (path: string) => readFileSync(join(folder, path), 'utf8');
  let work: string;
  let before: string;
  let after: string;

  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'migdocs-judge-'));
    const { engine } = parseConfig(committed('migdocs.yml'), 'migdocs.yml');
    const paths = [join(work, 'before.rb'), join(work, 'after.rb')];
    const args = [
      JUDGE,
      engine ?? '',
      join(folder, 'db/schema.rb'),
      join(folder, 'db/migrate'),
      ...paths,
    ];
    const result = spawnSync('ruby', args, { encoding: 'utf8' });
    if (result.status !== 0) throw new Error(result.stderr);
    [before = '', after = ''] = paths.map((path) => readFileSync(path, 'utf8'));
  });

  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  test('loads schema.rb and dumps the same', () => {
    expect(before).toBe(committed('db/schema.rb'));
  });

  test('leaves, after the migrations, what the example expects migdocs to predict', () => {
    expect(after).toBe(committed('expected/schema.after.rb'));
  });
});

/** Debian's Active Record is the older one. */
const gemsOf = (rails: RailsVersion): string => (rails.major === 6 ? '' : (gems ?? ''));

describe.skipIf(!available).each(JUDGES)('Rails itself, as $name', (judge) => {
  const names = judgedGroups().flatMap((group) => groupFor(group, judge)?.name ?? []);
  let recording: Recording;

  beforeAll(async () => {
    recording = await record(judge, gemsOf(judge.rails));
  }, 600_000);

  test.each(names)('still does with the migrations of %s what is recorded', async (name) => {
    const group = recording.groups.find((other) => other.name === name);
    const text = group ? formatGroup(recording.version, group) : '';
    await expect(text).toMatchFileSnapshot(recordedPath(judge, name));
  });
});

const structureJudges = JUDGES.filter(({ engine }) => engine !== 'postgresql');

describe.skipIf(!available).each(structureJudges)(
  'structure.sql of Rails itself, as $name',
  (judge) => {
    const names = judgedGroups().flatMap((group) => groupFor(group, judge)?.name ?? []);
    let recording: Recording;

    beforeAll(async () => {
      recording = await recordStructure(judge, gemsOf(judge.rails));
    }, 600_000);

    test.each(names)('is still what is recorded with the migrations of %s', async (name) => {
      const group = recording.groups.find((other) => other.name === name);
      const text = group ? formatGroup(recording.version, group) : '';
      await expect(text).toMatchFileSnapshot(recordedPath(judge, `structure/${name}`));
    });
  },
);
