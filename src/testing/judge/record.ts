import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groupFor, type Judge, judgedGroups } from './cases.ts';
import type { Recording } from './recording.ts';

const script = (name: string): string =>
  fileURLToPath(new URL(`../../../.ci/rails/${name}`, import.meta.url));

/**
 * Has real Active Record run every migration that is for the judge.
 *
 * @param gems - the folder of the gems; empty for those of the system.
 * @throws {Error} with what Ruby wrote, when it fails.
 */
export function record(judge: Judge, gems: string): Promise<Recording> {
  return recordBy([script('record.rb'), judge.engine], judge, gems);
}

/**
 * The same with `structure.sql` for the schema file, on SQLite and MySQL; needs the shell `sqlite3`, or
 * `mysqldump`.
 */
export function recordStructure(judge: Judge, gems: string): Promise<Recording> {
  if (judge.engine === 'sqlite') return recordBy([script('record_structure.rb')], judge, gems);
  return recordBy([script('record.rb'), judge.engine], judge, gems, ['structure']);
}

async function recordBy(
  command: readonly string[],
  judge: Judge,
  gems: string,
  options: readonly string[] = [],
): Promise<Recording> {
  const work = mkdtempSync(join(tmpdir(), 'migdocs-record-'));
  try {
    const [cases, out] = [join(work, 'cases.json'), join(work, 'out.json')];
    const groups = judgedGroups().flatMap((group) => groupFor(group, judge) ?? []);
    writeFileSync(cases, JSON.stringify({ groups }));
    await ruby([...command, cases, out, ...options], { MIGDOCS_RAILS_GEMS: gems });
    const recording: Recording = JSON.parse(readFileSync(out, 'utf8'));
    return recording;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function ruby(args: readonly string[], environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('ruby', args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(errors))));
  });
}
