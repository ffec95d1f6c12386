import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSqlite } from '../../../sqlite/library.ts';
import { Draw } from '../draw.ts';
import { randomOperation } from './operations.ts';
import { runOperations, runStatements } from './sequence.ts';
import { randomStatement } from './statements.ts';
import { dumps } from './written.ts';

beforeAll(loadSqlite);

/** More of them, from another seed: `MIGDOCS_SEQUENCES=20000 MIGDOCS_SEED=7`. */
const numRuns = Number(process.env['MIGDOCS_SEQUENCES'] ?? 150);
const seed = Number(process.env['MIGDOCS_SEED'] ?? 1);

/** The numbers by which the statements of a case are drawn, a list for each. */
const lists = fc.array(fc.array(fc.nat(), { minLength: 20, maxLength: 60 }), {
  minLength: 6,
  maxLength: 12,
});

/** Gives what the lists choose, one after the other, over the schema as it stands. */
function drawn<S, T>(
  numbers: readonly (readonly number[])[],
  choose: (draw: Draw, schema: S) => T,
) {
  const rest = [...numbers];
  return (schema: S): T | undefined => {
    const list = rest.shift();
    return list && choose(new Draw(list), schema);
  };
}

describe('random sequences give the schema that SQLite shows', () => {
  test('of SQL', { timeout: 3_600_000 }, () => {
    const counted = { accepted: 0 };
    fc.assert(
      fc.property(lists, (numbers) => {
        const { finding, accepted } = runStatements(drawn(numbers, randomStatement));
        counted.accepted += accepted.length;
        expect(finding).toBeNull();
      }),
      { numRuns, seed },
    );
    expect(counted.accepted).toBeGreaterThan(numRuns);
  });

  test('of what Ruby asks for and Active Record sends', { timeout: 3_600_000 }, () => {
    const counted = { accepted: 0 };
    fc.assert(
      fc.property(lists, (numbers) => {
        const { finding, accepted } = runOperations(drawn(numbers, randomOperation));
        counted.accepted += accepted.length;
        expect(finding).toBeNull();
      }),
      { numRuns, seed },
    );
    expect(counted.accepted).toBeGreaterThan(numRuns);
  });
});

test('the dump after a random sequence of SQL is predicted', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(lists, async (numbers) => {
      const { accepted } = runStatements(drawn(numbers, randomStatement));
      const half = accepted.length >> 1;
      const { theirs, ours } = await dumps(accepted.slice(0, half), accepted.slice(half));
      expect(ours).toBe(theirs);
    }),
    { numRuns, seed },
  );
});
