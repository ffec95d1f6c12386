import { basename, dirname } from 'node:path/posix';
import type { Engine } from '../../model/engine.ts';
import { InputError } from '../../model/errors.ts';
import { own } from '../../model/own.ts';
import { type MigrationFolder, pathIn } from './folder.ts';
import { keysOf } from './history-table.ts';
import { type ListedMigration, listed } from './listed.ts';
import type { FoundConfiguration, ReadFile, ToolRules } from './rules.ts';
import { valuesBelow, valuesOf } from './settings.ts';

const ENGINES: { readonly [engine: string]: Engine } = {
  pg: 'postgresql',
  mysql: 'mysql',
  sqlite: 'sqlite',
};

/**
 * Sqitch runs the changes of `sqitch.plan` from top to bottom: `deploy/NAME.sql`, taken back by
 * `revert/NAME.sql`. A change that stands twice was reworked: the first time it is
 * `deploy/NAME@TAG.sql`, with the next tag behind it.
 * Sqitch 1.6, lib/App/Sqitch/Plan.pm: _parse; lib/App/Sqitch/Plan/Change.pm: _path_segments
 */
export const sqitch: ToolRules = {
  folders: [''],
  configuration,
  list: (folder) => {
    const plan = planOf(folder);
    return plan === null ? [] : changesIn(plan.text, plan.path, folder);
  },
  history: {
    name: 'sqitch.changes',
    columns: ['change_id', 'script_hash', 'change', 'project'],
    held: (rows, migrations) => {
      const ran = new Map<string, number>();
      for (const { change } of rows) {
        const name = change ?? '';
        ran.set(name, (ran.get(name) ?? 0) + 1);
      }
      return keysOf(migrations, ({ key }) => {
        const [name = '', occurrence = '1'] = key.split('#');
        return (ran.get(name) ?? 0) >= Number(occurrence);
      });
    },
  },
};

/** In the folder, or next to the `deploy` folder that was named. */
function planOf(folder: MigrationFolder): { readonly path: string; readonly text: string } | null {
  const places = [folder.path, ...(basename(folder.path) === 'deploy' ? [above(folder.path)] : [])];
  for (const place of places) {
    const path = pathIn(place, 'sqitch.plan');
    const text = folder.read(path);
    if (text !== null) return { path, text };
  }
  return null;
}

function above(path: string): string {
  const parent = dirname(path);
  return parent === '.' ? '' : parent;
}

interface PlannedChange {
  readonly name: string;
  readonly line: number;
  /** Tags behind it, up to the next time that it stands in the plan. */
  readonly tags: string[];
}

/** `change [requires] 2026-01-02T03:04:05Z Name <mail> # note` and `@tag …`, below the `%` lines. */
function changesIn(
  plan: string,
  path: string,
  folder: MigrationFolder,
): readonly ListedMigration[] {
  const changes: PlannedChange[] = [];
  plan.split(/\r?\n/).forEach((line, index) => {
    const entry = /^\s*(@|\+\s*|-\s*)?([^\s#%@[\]:]\S*)/.exec(line.replace(/#.*$/, ''));
    const [, sign = '', name = ''] = entry ?? [];
    if (!entry) return;
    if (sign === '@') {
      const open = new Map(changes.map((change) => [change.name, change]));
      for (const change of open.values()) change.tags.push(name);
    } else if (sign.startsWith('-')) {
      throw refuse(path, index + 1, `it takes ${name} back, which is not supported`);
    } else changes.push({ name, line: index + 1, tags: [] });
  });
  const base = above(path);
  const seen = new Map<string, number>();
  return changes.map((change, position) => {
    const occurrence = (seen.get(change.name) ?? 0) + 1;
    seen.set(change.name, occurrence);
    const isReworked = changes.slice(position + 1).some(({ name }) => name === change.name);
    const file = isReworked ? reworkedFile(change, base, folder, path) : change.name;
    const revert = pathIn(base, `revert/${file}.sql`);
    return listed({
      key: occurrence === 1 ? change.name : `${change.name}#${occurrence}`,
      path: pathIn(base, `deploy/${file}.sql`),
      version: null,
      name: change.name,
      downPath: folder.has(revert) ? revert : null,
    });
  });
}

/** The script of a change that a later one of its name replaced. */
function reworkedFile(
  { name, tags, line }: PlannedChange,
  base: string,
  folder: MigrationFolder,
  plan: string,
): string {
  const files = tags.map((tag) => `${name}@${tag}`);
  const there = files.find((file) => folder.has(pathIn(base, `deploy/${file}.sql`)));
  const file = there ?? files[0];
  if (file === undefined) {
    throw refuse(plan, line, `change ${name} stands twice with no tag in between`);
  }
  return file;
}

function refuse(path: string, line: number, reason: string): InputError {
  return new InputError(`this plan cannot be read: ${reason}`, {
    location: { path, line, column: 1, endLine: line },
  });
}

/** https://sqitch.org/docs/manual/sqitch-config/: core.top_dir, core.engine, deploy.variables */
function configuration(read: ReadFile): FoundConfiguration | null {
  const path = ['sqitch.conf', 'sqitch.plan'].find((each) => read(each) !== null);
  if (path === undefined) return null;
  const values = valuesOf(path === 'sqitch.conf' ? (read(path) ?? '') : '');
  const folder = (values.get('core.top_dir') ?? '').replace(/^\.?\/?|\/$/g, '');
  const variables = {
    registry: 'sqitch',
    ...valuesBelow(values, 'core.variables'),
    ...valuesBelow(values, 'deploy.variables'),
  };
  return {
    path,
    folders: [folder],
    settings: { variables, replacesPlaceholders: true },
    engine: own(ENGINES, values.get('core.engine') ?? '') ?? null,
  };
}
