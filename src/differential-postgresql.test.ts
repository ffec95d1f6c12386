import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isKnown } from './testing/differential/postgresql/known-differences.ts';
import { type Outcome, runSequence } from './testing/differential/postgresql/sequence.ts';
import { type Server, startServer } from './testing/differential/postgresql/server.ts';
import { statementsOf } from './testing/differential/postgresql/statements/index.ts';

const SEED = 20_261_122;
const SEQUENCES = 120;
const NUMBERS = { minLength: 24, maxLength: 24 } as const;

const sequences = fc.sample(
  fc.array(fc.array(fc.nat({ max: 99_999 }), NUMBERS), { minLength: 3, maxLength: 12 }),
  { numRuns: SEQUENCES, seed: SEED },
);

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

function given(...statements: readonly string[]) {
  const rest = [...statements];
  return () => rest.shift();
}

describe('random statements, run by PostgreSQL and by migdocs', () => {
  const outcomes: Outcome[] = [];

  test('give the schema that pg_dump shows', async () => {
    for (const numbers of sequences) {
      outcomes.push(await runSequence(server, statementsOf(numbers), false));
    }
    const findings = outcomes.flatMap((outcome) => outcome.findings);
    expect(findings.filter((finding) => !isKnown(finding))).toEqual([]);
  }, 300_000);

  test('are taken by both in most cases, so that there is something to compare', () => {
    const accepted = outcomes.flatMap((outcome) => outcome.accepted);
    const opaque = outcomes.flatMap((outcome) => outcome.opaque);
    expect(accepted.length).toBeGreaterThan(SEQUENCES * 2);
    expect(opaque.length).toBeLessThan(accepted.length / 10);
  });
});

describe('the comparison', () => {
  test('sees a column that only one of them has', async () => {
    const outcome = await runSequence(server, given('CREATE TABLE t (a integer)'), false);
    expect(outcome.findings).toEqual([]);
    const { differencesFromDump } = await import('./testing/differential/postgresql/compare.ts');
    const lines = await differencesFromDump(await server.dump(), {
      engine: 'postgresql',
      ...{ version: null, namespaces: [], extensions: [], enums: [], domains: [], sequences: [] },
      ...{ tables: [], views: [], functions: [], triggers: [], policies: [], virtualTables: [] },
      opaque: [],
    });
    expect(lines).toContain('tables[t].columns[a].type: dump "integer", ours nothing');
  });

  test('sees what the server refuses', async () => {
    const sql = ['CREATE TABLE t (a integer)', 'CREATE TABLE t (b integer)'];
    const outcome = await runSequence(server, given(...sql), false);
    expect(outcome.findings).toEqual([]);
    expect(outcome.refused).toBe(1);
  });
});
