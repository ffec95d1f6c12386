import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { groupFor, JUDGES, type Judge, judgedGroups } from './testing/judge/cases.ts';
import { generatedGroups } from './testing/judge/generate.ts';
import { KNOWN_DIFFERENCES } from './testing/judge/known-differences.ts';
import { predict } from './testing/judge/predict.ts';
import { type RecordedDirection, readRecordedGroup } from './testing/judge/recording.ts';

const groups = judgedGroups();
const known = new Set(KNOWN_DIFFERENCES.flatMap(({ cases }) => cases));

test('the migrations are many', () => {
  expect(groups.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(900);
});

test.each([...generatedGroups()])('%s is what the generator writes', async (name, text) => {
  const path = fileURLToPath(new URL(`./testing/judge/migrations/${name}`, import.meta.url));
  await expect(text).toMatchFileSnapshot(path);
});

/** What is listed of a difference, for both versions or for one. */
function namesOf({ name, engine }: Judge, what: string): readonly string[] {
  return [`${engine} ${what}`, `${name} ${what}`];
}

interface Direction {
  readonly direction: 'up' | 'down';
  readonly before: string;
  readonly truth: RecordedDirection;
}

describe.each(JUDGES)('Active Record, as $name', (judge) => {
  const seen = groups.flatMap((group) => groupFor(group, judge) ?? []);

  describe.each(seen)('$name', (group) => {
    const recorded = readRecordedGroup(judge, group.name);

    test('each migration is recorded', () => {
      expect(recorded.cases.map(({ name }) => name)).toEqual(group.cases.map(({ name }) => name));
    });

    test.each(group.cases)('$name goes forward and back as predicted', async (migration) => {
      const truth = recorded.cases.find(({ name }) => name === migration.name);
      const directions: Direction[] = truth
        ? [{ direction: 'up', before: recorded.start, truth }]
        : [];
      if (truth?.schema !== undefined && truth.down) {
        directions.push({ direction: 'down', before: truth.schema, truth: truth.down });
      }
      for (const { direction, before, truth } of directions) {
        const names = namesOf(judge, `${group.name}/${migration.name} ${direction}`);
        const isKnown = names.some((name) => known.has(name));
        const compared = compare(direction, truth, () =>
          predict(direction, migration, group, before, judge),
        );
        if (isKnown) await expect(compared, `${names[0]} no longer differs`).rejects.toThrow();
        else await compared;
      }
    });
  });
});

/** @throws when the prediction is not what is recorded: the schema, or that something is refused. */
async function compare(
  direction: 'up' | 'down',
  truth: RecordedDirection,
  run: () => ReturnType<typeof predict>,
): Promise<void> {
  const { schema, flagged } = await run();
  if (truth.error === undefined) {
    expect({ direction, flagged }).toEqual({ direction, flagged: [] });
    expect(schema, direction).toBe(truth.schema);
  } else {
    expect(flagged, `${direction} raises ${truth.error}`).not.toEqual([]);
  }
}
