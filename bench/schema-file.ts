/**
 * Milliseconds for reading and writing a schema.rb: the first reading of a process, a history in
 * which each version changes one table, and a schema of very many tables. Run
 * `npx tsx bench/schema-file.ts`. On a busy machine the fastest tenth says more than the median.
 */
import { readSchemaRb } from '../src/read/ruby/index.ts';
import { writeSchemaRb } from '../src/write/ruby/schema/index.ts';
import { largeProject } from './large-project.ts';

const TABLES = 200;
const VERSIONS = 800;
/** Versions after which the machine code of the program is as good as it gets. */
const WARM = 200;
const MANY_TABLES = 20_000;

const OPTIONS = { engine: 'postgresql', rails: null } as const;

interface Timing {
  readonly read: number;
  readonly write: number;
}

const timings = await history(VERSIONS);
const [first] = timings;
const warm = timings.slice(WARM);
process.stdout.write(
  `${TABLES} tables, ${Math.round(largeProject(TABLES).schema.length / 1000)} kB\n` +
    `first read and write  ${first?.read.toFixed(1)} + ${first?.write.toFixed(1)} ms\n` +
    `one changed table     ${quantile(warm, 0.5)} ms, fastest tenth ${quantile(warm, 0.1)} ms\n`,
);
const many = largeProject(MANY_TABLES).schema;
const [cold, again] = [await secondsToRead(many), await secondsToRead(many)];
process.stdout.write(
  `${MANY_TABLES} tables, ${Math.round(many.length / 1e6)} MB: read ${cold} s, again ${again} s\n`,
);

/** Reads each version, adds a column to one table, and writes what becomes the next version. */
async function history(versions: number): Promise<readonly Timing[]> {
  const done: Timing[] = [];
  let text = largeProject(TABLES).schema;
  for (let version = 0; version < versions; version += 1) {
    const start = performance.now();
    const file = await readSchemaRb(text, 'db/schema.rb', OPTIONS);
    const read = performance.now();
    const changed = file.schema.tables[version % TABLES];
    const [, column] = changed?.columns ?? [];
    if (!changed || !column) throw new Error('the schema has lost its tables');
    const columns = [...changed.columns, { ...column, name: `added_${version}` }];
    const tables = file.schema.tables.map((table) =>
      table === changed ? { ...changed, columns } : table,
    );
    const number = String(20_260_101_000_001 + version);
    text = writeSchemaRb(file, { ...file.schema, tables, version: number });
    done.push({ read: read - start, write: performance.now() - read });
  }
  return done;
}

/** `read + write` at that place among the sorted timings. */
function quantile(list: readonly Timing[], share: number): string {
  const at = (part: keyof Timing): string => {
    const sorted = list.map((timing) => timing[part]).toSorted((left, right) => left - right);
    return (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(2);
  };
  return `${at('read')} + ${at('write')}`;
}

async function secondsToRead(text: string): Promise<string> {
  const start = performance.now();
  await readSchemaRb(text, 'db/schema.rb', OPTIONS);
  return ((performance.now() - start) / 1000).toFixed(1);
}
