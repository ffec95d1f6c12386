import { readFileSync } from 'node:fs';
import { diffLines } from 'diff';
import { beforeAll, expect, test } from 'vitest';
import { applyOperation } from '../../../apply/index.ts';
import { writeSchemaRb } from '../../../write/ruby/schema/index.ts';
import { readSchemaRb } from '../../ruby/index.ts';
import { loadPostgresqlParser } from '../parse.ts';
import { postgresqlOperations } from './index.ts';

const RAILS = { major: 7, minor: 2 };

const file = await readSchemaRb(recorded('schema.rb'), 'db/schema.rb', {
  engine: 'postgresql',
  rails: RAILS,
});

const source = { path: 'db/migrate/1_change.sql', line: 1, column: 1, endLine: 1 };

beforeAll(loadPostgresqlParser);

function recorded(name: string): string {
  return readFileSync(new URL(`recorded/${name}`, import.meta.url), 'utf8');
}

/** The lines that go and come in the dump. */
function changedLines(sql: string): string {
  const scope = { schema: file.schema };
  const base = { source, condition: null, assured: false, impliedBy: null };
  for (const { body } of postgresqlOperations(sql, scope)) {
    expect(body.kind).not.toBe('opaque');
    scope.schema = applyOperation(scope.schema, { ...body, ...base });
  }
  const after = writeSchemaRb(file, scope.schema, { rails: RAILS });
  const lines = (added: boolean) =>
    diffLines(file.text, after)
      .filter((part) => (added ? part.added : part.removed))
      .flatMap(({ value }) => value.replace(/\n$/, '').split('\n'))
      .map((line) => `${added ? '+' : '-'}${line}\n`);
  return [...lines(false), ...lines(true)].join('');
}

const [, ...cases] = recorded('dumps.diff').split(/^=== /m);

test('cases are recorded', () => {
  expect(cases.length).toBeGreaterThan(200);
});

test.each(
  cases.map((text) => {
    const end = text.indexOf('\n');
    return { sql: text.slice(0, end), lines: text.slice(end + 1) };
  }),
)('$sql', ({ sql, lines }) => {
  expect(changedLines(sql)).toBe(lines);
});
