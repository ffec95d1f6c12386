/**
 * Reading structure.sql: a PostgreSQL dump of 850 tables against libpg-query's own parse of it,
 * `migdocs diff` on it, and how CPU time and peak memory grow from 100 to 2,000 tables on every
 * engine. Each figure is of a process of its own. Run `npm run build` first, then
 * `npx tsx bench/structure-file.ts`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENGINE_NAMES, ENGINES, type Engine } from '../src/model/engine.ts';
import { largeDump } from './large-dumps.ts';

const TABLES = 850;
const GROWTH = [100, 250, 500, 1000, 2000] as const;
const RUNS = 5;

const DIST = new URL('../dist/', import.meta.url);
const BIN = fileURLToPath(new URL('bin.js', DIST));

/** Prints the CPU seconds of one parse by libpg-query, in a process in which it ran once before. */
const PARSE = `
import { loadModule, parseSync } from ${JSON.stringify(import.meta.resolve('libpg-query'))};
import { readFileSync } from 'node:fs';
await loadModule();
const text = readFileSync(process.argv[1], 'utf8');
parseSync(text.slice(0, 3000).replace(/[^;]*$/, ''));
const { user, system } = process.cpuUsage();
parseSync(text);
const used = process.cpuUsage();
console.log((used.user + used.system - user - system) / 1e6);
`;

/** Prints the CPU seconds of one reading by migdocs, under the same conditions. */
const READ = `
import { readSchemaFile } from ${JSON.stringify(new URL('read/schema-file.js', DIST).href)};
import { readFileSync } from 'node:fs';
const [path, engine] = process.argv.slice(1);
const text = readFileSync(path, 'utf8');
const options = { engine, rails: null };
await readSchemaFile(text.slice(0, 3000).replace(/[^;]*$/, ''), 'db/structure.sql', options);
const { user, system } = process.cpuUsage();
const { schema } = await readSchemaFile(text, 'db/structure.sql', options);
const used = process.cpuUsage();
if (schema.opaque.length > 0) throw new Error(schema.opaque[0].reason + ': ' + schema.opaque[0].text);
console.log((used.user + used.system - user - system) / 1e6);
`;

const PEAK = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS / 1024 + '\\n'))",
)}`;

interface Figures {
  /** CPU time of the part that was timed, null where the whole process was. */
  readonly seconds: number;
  /** Peak resident memory of the process. */
  readonly megabytes: number;
}

const MIGRATION = `class AddOrderStatus < ActiveRecord::Migration[7.1]
  def change
    add_column :entity_0000s, :order_status, :string, limit: 20
    add_index :entity_0000s, :order_status
  end
end
`;

const root = mkdtempSync(join(tmpdir(), 'migdocs-bench-'));
try {
  againstParser();
  for (const engine of ENGINES) growth(engine);
} finally {
  rmSync(root, { recursive: true, force: true });
}

function againstParser(): void {
  const path = project('postgresql', TABLES);
  const parse = median(() => run(['--input-type=module', '--eval', PARSE, path]));
  const read = median(() => run(['--input-type=module', '--eval', READ, path, 'postgresql']));
  const diff = median(() => run([BIN, 'diff', '--root', root], true));
  const ratio = (read.seconds / parse.seconds).toFixed(2);
  process.stdout.write(
    `PostgreSQL, ${TABLES} tables, ${(largeDump('postgresql', TABLES).length / 1e6).toFixed(2)} MB; median of ${RUNS} runs\n` +
      `libpg-query alone   ${told(parse)}\nread by migdocs     ${told(read)}   ${ratio} times libpg-query\n` +
      `migdocs diff        ${told(diff)} (wall clock, with its start)\n`,
  );
}

function growth(engine: Engine): void {
  process.stdout.write(`${ENGINE_NAMES[engine]}, reading\n`);
  for (const tables of GROWTH) {
    const path = project(engine, tables);
    const figures = median(() => run(['--input-type=module', '--eval', READ, path, engine]));
    const each = ((figures.seconds / tables) * 1000).toFixed(2);
    process.stdout.write(
      `${String(tables).padStart(6)} tables  ${told(figures)}   ${each} ms a table\n`,
    );
  }
}

function told({ seconds, megabytes }: Figures): string {
  return `${seconds.toFixed(2).padStart(6)} s  ${megabytes.toFixed(0).padStart(5)} MB at most`;
}

/** Writes the dump and, for PostgreSQL, a migration over it; gives the path of the dump. */
function project(engine: Engine, tables: number): string {
  mkdirSync(join(root, 'db/migrate'), { recursive: true });
  const path = join(root, 'db/structure.sql');
  writeFileSync(path, largeDump(engine, tables));
  writeFileSync(join(root, 'db/migrate/20260201000000_add_order_status.rb'), MIGRATION);
  return path;
}

function run(args: readonly string[], wholeProcess = false): Figures {
  const started = performance.now();
  const result = spawnSync(process.execPath, ['--import', PEAK, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - started) / 1000;
  if (result.status !== 0) throw new Error(`it failed: ${result.stderr}`);
  const megabytes = Number(/\npeak ([\d.]+)/.exec(result.stderr)?.[1]);
  return { seconds: wholeProcess ? wall : Number(result.stdout), megabytes };
}

/** Of each figure the one in the middle. */
function median(measure: () => Figures): Figures {
  const runs = Array.from({ length: RUNS }, measure);
  const middle = (part: keyof Figures): number => {
    const sorted = runs.map((figures) => figures[part]).toSorted((left, right) => left - right);
    return sorted[Math.floor(RUNS / 2)] ?? Number.NaN;
  };
  return { seconds: middle('seconds'), megabytes: middle('megabytes') };
}
