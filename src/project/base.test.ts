import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InputError } from '../model/errors.ts';
import { type BaseQuestion, chooseBase } from './base.ts';

/** Rails' own folder. */
const RAILS: BaseQuestion['source'] = {
  tool: 'rails',
  because: '',
  folder: 'db/migrate',
  settings: { variables: {}, replacesPlaceholders: true },
  engine: null,
};

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'migdocs-base-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'ignore' });
}

function commitAll(message: string): void {
  git('add', '-A');
  git('commit', '-q', '-m', message);
}

function schema(version: string): string {
  return `ActiveRecord::Schema[7.1].define(version: ${version}) do\nend\n`;
}

function migration(version: string): string {
  const path = `db/migrate/${version}_step.rb`;
  write(path, 'class Step < ActiveRecord::Migration[7.1]\n  def change\n  end\nend\n');
  return path;
}

function ask(changes: Partial<BaseQuestion> = {}) {
  return chooseBase({
    root,
    schemaPath: 'db/schema.rb',
    source: RAILS,
    named: [],
    ref: null,
    ...changes,
  });
}

function failureOf(body: () => unknown): InputError {
  try {
    body();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function paths(base: ReturnType<typeof chooseBase>): readonly string[] {
  return base.migrations.map(({ path }) => path);
}

describe('without git', () => {
  test('the migrations newer than the schema are the new ones, in order of version', () => {
    write('db/schema.rb', schema('2026_01_01_000000'));
    migration('20251231000000');
    const second = migration('20260103000000');
    const first = migration('20260102000000');
    expect(paths(ask())).toEqual([first, second]);
  });

  test('two migrations of one version are refused with both names', () => {
    write('db/schema.rb', schema('2026_01_01_000000'));
    migration('20260102000000');
    write('db/migrate/20260102000000_other.rb', '');
    expect(() => ask()).toThrow(/20260102000000_step\.rb has the same version as .*_other\.rb/);
  });

  test('a named folder without migrations is an error, not an empty proposal', () => {
    write('db/schema.rb', schema('2026_01_01_000000'));
    mkdirSync(join(root, 'empty'));
    expect(() => ask({ named: ['empty'] })).toThrow(/empty holds no migrations/);
  });

  test('--base is refused', () => {
    write('db/schema.rb', schema('2026_01_01_000000'));
    expect(() => ask({ ref: 'main' })).toThrow(InputError);
  });
});

describe('in a git repository', () => {
  beforeEach(() => {
    git('init', '-q', '-b', 'main');
    write('db/schema.rb', schema('2026_01_01_000000'));
    migration('20260101000000');
    commitAll('start');
  });

  test('a branch whose schema holds its migrations is compared with the merge base, and for drift', () => {
    git('checkout', '-q', '-b', 'feature');
    const added = migration('20260102000000');
    write('db/schema.rb', schema('2026_01_02_000000'));
    commitAll('add');
    const base = ask();
    expect(paths(base)).toEqual([added]);
    expect(base.schemaText).toBe(schema('2026_01_01_000000'));
    expect(base.committedText).toBe(schema('2026_01_02_000000'));
    expect(base.choice.description).toMatch(/at the merge base with main \([0-9a-f]{12}\)/);
  });

  test('uncommitted migrations that were run already are compared with HEAD', () => {
    const added = migration('20260102000000');
    write('db/schema.rb', schema('2026_01_02_000000'));
    const base = ask();
    expect(paths(base)).toEqual([added]);
    expect(base.schemaText).toBe(schema('2026_01_01_000000'));
    expect(base.committedText).toBe(schema('2026_01_02_000000'));
  });

  test('an uncommitted migration older than the schema is new all the same', () => {
    const older = migration('20251201000000');
    expect(paths(ask())).toEqual([older]);
  });

  test('--base proposes what was added since, whatever the working tree holds', () => {
    const first = migration('20260102000000');
    write('db/schema.rb', schema('2026_01_02_000000'));
    commitAll('one');
    const second = migration('20260103000000');
    const base = ask({ ref: 'HEAD~1' });
    expect(paths(base)).toEqual([first, second]);
    expect(base.committedText).toBeNull();
  });

  test('--base with a name that git does not know says so', () => {
    expect(() => ask({ ref: 'no-such-branch' })).toThrow(/git knows no no-such-branch/);
  });

  test('a base that looks like an option is a name like any other', () => {
    expect(() => ask({ ref: '--output=/tmp/x' })).toThrow(/git knows no --output/);
  });

  test('migrations of the branch that are in the schema already are mentioned', () => {
    git('checkout', '-q', '-b', 'feature');
    migration('20260102000000');
    write('db/schema.rb', schema('2026_01_02_000000'));
    commitAll('run');
    const pending = migration('20260103000000');
    const base = ask();
    expect(paths(base)).toEqual([pending]);
    expect(base.notes).toEqual([
      '1 more migration of this branch is in db/schema.rb already; --base main proposes all of them.',
    ]);
  });

  test('a project in a folder of a larger repository is read from its own folder', () => {
    write('apps/shop/db/schema.rb', schema('2026_01_01_000000'));
    commitAll('monorepo');
    write('apps/shop/db/migrate/20260105000000_step.rb', '');
    const base = ask({ root: join(root, 'apps/shop'), ref: 'HEAD' });
    expect(paths(base)).toEqual(['db/migrate/20260105000000_step.rb']);
    expect(base.schemaText).toBe(schema('2026_01_01_000000'));
  });
});

describe('a repository of someone else', () => {
  test('runs none of the programs that its settings name', () => {
    write('db/schema.rb', schema('2026_01_01_000000'));
    git('init', '-q', '-b', 'main');
    commitAll('start');
    const ran = join(root, 'ran');
    for (const setting of ['core.fsmonitor', 'core.pager', 'core.sshCommand', 'diff.external']) {
      git('config', setting, `touch ${ran}; false`);
    }
    migration('20260201000000');
    expect(paths(ask({ ref: 'main' }))).toEqual(['db/migrate/20260201000000_step.rb']);
    expect(existsSync(ran)).toBe(false);
  });

  test('with a partial clone says what is missing, and does not fetch it', () => {
    write('origin/db/schema.rb', schema('2026_01_01_000000'));
    const inOrigin = (...args: string[]) => git('-C', 'origin', ...args);
    inOrigin('init', '-q', '-b', 'main');
    inOrigin('add', '-A');
    inOrigin('commit', '-q', '-m', 'start');
    inOrigin('config', 'uploadpack.allowFilter', 'true');
    git('clone', '-q', '--no-checkout', '--filter=blob:none', `file://${root}/origin`, 'clone');
    const ran = join(root, 'ran');
    const settings = {
      'remote.origin.url': 'ssh://host.invalid/repository',
      'protocol.ssh.allow': 'always',
      'core.sshCommand': `touch ${ran}; false`,
    };
    for (const [name, value] of Object.entries(settings)) git('-C', 'clone', 'config', name, value);
    expect(() => ask({ root: join(root, 'clone'), ref: 'main' })).toThrow(
      /git has not fetched the content of db\/schema\.rb/,
    );
    expect(existsSync(ran)).toBe(false);
  });

  test('that is a shallow clone is told to fetch its history', () => {
    write('origin/db/schema.rb', schema('2026_01_01_000000'));
    const inOrigin = (...args: string[]) => git('-C', 'origin', ...args);
    inOrigin('init', '-q', '-b', 'main');
    inOrigin('add', '-A');
    inOrigin('commit', '-q', '-m', 'start');
    git('clone', '-q', '--depth', '1', `file://${root}/origin`, 'clone');
    const error = failureOf(() => ask({ root: join(root, 'clone'), ref: 'HEAD~1' }));
    expect(error.report).toMatch(/git knows no HEAD~1\n.*git fetch --unshallow/);
  });

  test('a name that looks like an option is no option', () => {
    write('db/schema.rb', schema('2026_01_01_000000'));
    git('init', '-q', '-b', 'main');
    commitAll('start');
    expect(() => ask({ ref: '--all' })).toThrow(/git knows no --all/);
  });
});
