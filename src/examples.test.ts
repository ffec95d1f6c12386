import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from './cli/main.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));

/** Text outputs are compared with the golden files; the binary ones must be there and be the same twice. */
const GOLDEN = ['diff.txt', 'diff.md', 'proposal.json'];
const BINARY = ['schema.pdf', 'proposal.docx', 'tracker.xlsx'];

const names = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

test('there are examples', () => {
  expect(names.length).toBeGreaterThanOrEqual(4);
});

/** The schema file as the database's own tool dumped it: `schema.after.rb`, `schema.after.sql`. */
function dumpOf(name: string): string {
  const dump = readdirSync(join(EXAMPLES, name, 'expected')).find((file) =>
    /\.after\.(?:rb|sql)$/.test(file),
  );
  if (dump === undefined) throw new Error(`examples/${name}/expected has no dump`);
  return dump;
}

describe.each(names)('examples/%s', (name) => {
  const golden = [...GOLDEN, dumpOf(name)];
  let work: string;

  async function run(folder: string): Promise<string> {
    const out = join(work, folder);
    const exitCode = await main(['propose', '--root', join(work, 'project'), '--out', out]);
    expect(exitCode).toBe(0);
    return out;
  }

  let first: string;
  let second: string;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'migdocs-example-'));
    cpSync(join(EXAMPLES, name), join(work, 'project'), { recursive: true });
    first = await run('first');
    second = await run('second');
  });

  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  test.each(golden)('%s is as expected', async (file) => {
    const text = readFileSync(join(first, file), 'utf8');
    await expect(text).toMatchFileSnapshot(join(EXAMPLES, name, 'expected', file));
  });

  test.each([...golden, ...BINARY, 'manifest.json'])(
    '%s has the same bytes on every run',
    (file) => {
      const bytes = readFileSync(join(first, file));
      expect(bytes.length).toBeGreaterThan(100);
      expect(bytes.equals(readFileSync(join(second, file)))).toBe(true);
    },
  );
});
