import { describe, expect, test } from 'vitest';
import { input } from './testing/fuzz/inputs.ts';
import { defectOf, READERS, sample } from './testing/fuzz/readers.ts';

const SEED = 20_261_122;
const INPUTS = 200;

describe.each(READERS)('$name', (reader) => {
  test('a sample is read as long as it is whole', async () => {
    const [first = ''] = reader.samples;
    await expect(reader.read(sample(first))).resolves.toBeDefined();
  });

  test(`${INPUTS} broken files end in a result or in a refusal`, async () => {
    const defects: { place: number; defect: string }[] = [];
    for (let place = 0; place < INPUTS; place += 1) {
      const defect = await defectOf(reader, input(reader, SEED, place));
      if (defect !== null) defects.push({ place, defect });
    }
    expect(defects).toEqual([]);
  });
});

test('the samples are broken in many ways, and the same way each time', () => {
  const [reader] = READERS;
  if (!reader) throw new Error('there are no readers');
  const texts = Array.from({ length: INPUTS }, (_, place) => input(reader, SEED, place));
  expect(new Set(texts).size).toBeGreaterThan(INPUTS * 0.9);
  expect(texts.filter((text) => text === sample('schema.rb')).length).toBeLessThan(INPUTS / 10);
  expect(input(reader, SEED, 7)).toBe(texts[7]);
});
