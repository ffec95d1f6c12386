/**
 * Cases a second of `migdocs replay` on a made-up history of a 200-table schema.rb, on one core and
 * after start-up, and the memory of a short and a long history. Run `npm run build` first, then
 * `npx tsx bench/replay.ts`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { largeProject } from './large-project.ts';

const TABLES = 200;
const CASES = 1000;

const BIN = fileURLToPath(new URL('../dist/bin.js', import.meta.url));
const REPORT_USAGE = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.stderr.write('\\nusage ' + (userCPUTime + systemCPUTime) / 1e6 + ' ' + maxRSS + '\\n'); })",
)}`;

const root = mkdtempSync(join(tmpdir(), 'migdocs-bench-'));
try {
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: root });
  execFileSync('git', ['fast-import', '--quiet'], { cwd: root, input: history() });
  const few = replay(CASES / 10);
  const all = replay(CASES);
  const seconds = (all.cpu - few.cpu) / (all.cases - few.cases);
  process.stdout.write(
    `${TABLES} tables: ${(1 / seconds).toFixed(0)} cases a second of CPU time, git's not counted\n` +
      `${few.cases} cases ${few.cpu.toFixed(2)} s, ${few.megabytes.toFixed(0)} MB at most\n` +
      `${all.cases} cases ${all.cpu.toFixed(2)} s, ${all.megabytes.toFixed(0)} MB at most, all exact: ${all.exact}\n`,
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}

function replay(limit: number) {
  const args = [BIN, 'replay', root, '--limit', String(limit), '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', REPORT_USAGE, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`replay failed: ${stderr}`);
  const [, cpu, kilobytes] = /\nusage ([\d.]+) (\d+)/.exec(stderr) ?? [];
  const { cases, summary } = JSON.parse(stdout);
  return {
    cases: cases.length,
    exact: summary.exact === cases.length,
    cpu: Number(cpu),
    megabytes: Number(kilobytes) / 1024,
  };
}

/** A stream for `git fast-import`: each commit adds a column to one table, by a migration. */
function history(): string {
  let schema = largeProject(TABLES).schema;
  const tables = [...schema.matchAll(/create_table "([^"]+)"/g)].map(([, name = '']) => name);
  const commits = [
    commit(0, [
      ['db/schema.rb', schema],
      ['Gemfile.lock', '    pg (1.5.0)\n'],
    ]),
  ];
  for (let step = 1; step <= CASES; step += 1) {
    const table = tables[(step * 37) % tables.length] ?? '';
    const version = String(20300101000000 + step);
    const dashed = version.replace(/(\d{4})(\d\d)(\d\d)(\d{6})/, '$1_$2_$3_$4');
    const block = new RegExp(`(create_table "${table}"[^]*?)(\\n {4}t\\.index|\\n {2}end)`);
    schema = schema
      .replace(block, `$1\n    t.string "step_${step}"$2`)
      .replace(/version: [\d_]+/, `version: ${dashed}`);
    commits.push(
      commit(step, [
        ['db/schema.rb', schema],
        [`db/migrate/${version}_step_${step}.rb`, migration(step, table)],
      ]),
    );
  }
  return commits.join('');
}

function migration(step: number, table: string): string {
  return `class Step${step} < ActiveRecord::Migration[7.1]\n  def change\n    add_column :${table}, :step_${step}, :string\n  end\nend\n`;
}

function commit(step: number, files: readonly (readonly [path: string, text: string])[]): string {
  const head = `commit refs/heads/main\ncommitter Bench <bench@example.org> ${1_900_000_000 + step} +0000\ndata 4\nStep\n`;
  const contents = files.map(
    ([path, text]) => `M 644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  );
  return `${head}${contents.join('')}\n`;
}
