import { describe, expect, test } from 'vitest';
import { groupFor, JUDGES, judgedGroups } from './testing/judge/cases.ts';
import { KNOWN_STRUCTURE_DIFFERENCES } from './testing/judge/known-structure-differences.ts';
import { predictStructure } from './testing/judge/predict-structure.ts';
import { type RecordedDirection, readRecordedGroup } from './testing/judge/recording.ts';

const known = new Set(KNOWN_STRUCTURE_DIFFERENCES.flatMap(({ cases }) => cases));
const judges = JUDGES.filter(({ engine }) => engine !== 'postgresql');

interface Direction {
  readonly direction: 'up' | 'down';
  readonly before: string;
  readonly truth: RecordedDirection;
}

describe.each(judges)('structure.sql of Active Record, as $name', (judge) => {
  const groups = judgedGroups().flatMap((group) => groupFor(group, judge) ?? []);

  describe.each(groups)('$name', (group) => {
    const recorded = readRecordedGroup(judge, `structure/${group.name}`);

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
        const compared = predictStructure(direction, migration, group, before, judge).then(
          (predicted) => compare(predicted, truth),
        );
        const name = `${group.name}/${migration.name} ${direction}`;
        const isKnown = [`${judge.engine} ${name}`, `${judge.name} ${name}`].some((each) =>
          known.has(each),
        );
        if (isKnown) await expect(compared, `${name} no longer differs`).rejects.toThrow();
        else await compared;
      }
    });
  });
});

/** @throws when the prediction is not what is recorded: the dump, or that something is refused. */
function compare(
  { schema, flagged }: Awaited<ReturnType<typeof predictStructure>>,
  truth: RecordedDirection,
): void {
  if (truth.error === undefined) {
    expect(flagged).toEqual([]);
    expect(schema).toBe(truth.schema);
  } else expect(flagged, `it raises ${truth.error}`).not.toEqual([]);
}
