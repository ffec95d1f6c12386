import { brokenFile } from './mutate.ts';
import { type FuzzedReader, sample } from './readers.ts';

/** How many numbers a broken file is made from; what it asks for beyond is zero. */
const NUMBERS = 64;

/** The broken file of that place in the endless list that belongs to the seed. */
export function input(reader: FuzzedReader, seed: number, place: number): string {
  const next = generator(seed * 1_000_003 + place);
  const numbers = Array.from({ length: NUMBERS }, () => next());
  return brokenFile(numbers, reader.samples.map(sample));
}

/** Whole numbers below 2³², by Marsaglia's xorshift over a seed that was mixed first. */
function generator(seed: number): () => number {
  let state = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}
