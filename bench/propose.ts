/**
 * CPU seconds of whole processes on a 200-table schema: parsing alone, `migdocs diff`, and
 * `migdocs propose` with all documents; then the parts of the latter, timed in one process. Run
 * `npm run build` first, then `npm run bench`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { largeProject } from './large-project.ts';

const TABLES = 200;
const RUNS = 5;

const BIN = fileURLToPath(new URL('../dist/bin.js', import.meta.url));
const REPORT_CPU = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('\\ncpu ' + (user + system) / 1e6 + '\\n'); })",
)}`;
const PARSE_ONLY = `
import { loadPrism } from ${JSON.stringify(import.meta.resolve('@ruby/prism'))};
import { readFileSync } from 'node:fs';
const parse = await loadPrism();
parse(readFileSync(process.argv[1], 'utf8'));
`;

/** Prints `part<TAB>seconds` a line. What V8 compiles beside the work can fall into the next part. */
const PARTS = `
import { loadProject, propose, renderDocuments } from ${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)};
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
let name = 'start and load', since = 0;
const next = (part) => { const now = cpu(); console.log(name + '\\t' + (now - since)); name = part; since = now; };
next('read, predict, judge');
const project = loadProject({ root: process.argv[1], schema: null, database: null, migrations: [], base: null, to: null, engine: null });
const request = { title: null, changeId: null, requester: null, failOn: null, toolVersion: '0' };
const proposal = await propose(project, request);
next('report');
await renderDocuments(proposal, next);
next('');
`;

const root = mkdtempSync(join(tmpdir(), 'migdocs-bench-'));
try {
  const project = largeProject(TABLES);
  mkdirSync(join(root, 'db/migrate'), { recursive: true });
  writeFileSync(join(root, 'db/schema.rb'), project.schema);
  writeFileSync(join(root, 'db/migrate', project.migrationName), project.migration);
  const schema = join(root, 'db/schema.rb');
  process.stdout.write(
    `schema.rb with ${TABLES} tables, ${project.schema.length} characters; median of ${RUNS} runs\n`,
  );
  measure('start (migdocs --version)', [BIN, '--version']);
  measure('parse alone (Prism)', ['--input-type=module', '--eval', PARSE_ONLY, schema]);
  measure('migdocs diff', [BIN, 'diff', '--root', root]);
  measure('migdocs propose', [BIN, 'propose', '--root', root]);
  measureParts(root);
} finally {
  rmSync(root, { recursive: true, force: true });
}

function measure(name: string, args: readonly string[]): void {
  const runs = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    const result = spawnSync(process.execPath, ['--import', REPORT_CPU, ...args], {
      encoding: 'utf8',
    });
    if (result.status !== 0) throw new Error(`${name} failed: ${result.stderr}`);
    const cpu = Number(/\ncpu ([\d.]+)/.exec(result.stderr)?.[1]);
    return { cpu, wall: (performance.now() - started) / 1000 };
  });
  const cpu = median(runs.map((run) => run.cpu));
  const wall = median(runs.map((run) => run.wall));
  process.stdout.write(`${name.padEnd(28)} cpu ${cpu.toFixed(2)} s   wall ${wall.toFixed(2)} s\n`);
}

function measureParts(root: string): void {
  const parts = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run += 1) {
    const args = ['--input-type=module', '--eval', PARTS, root];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the parts failed: ${stderr}`);
    for (const [, part = '', seconds] of stdout.matchAll(/^(.+)\t(.+)$/gm)) {
      parts.set(part, [...(parts.get(part) ?? []), Number(seconds)]);
    }
  }
  for (const [part, seconds] of parts) {
    process.stdout.write(`  ${part.padEnd(26)} cpu ${median(seconds).toFixed(2)} s\n`);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
