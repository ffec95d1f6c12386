/** Reads one broken file after the other, as `long-run.ts` sends their numbers, in a process that may die of it. */
import { input } from './inputs.ts';
import { defectOf, READERS } from './readers.ts';

export interface Question {
  readonly reader: number;
  readonly seed: number;
  readonly place: number;
}

export interface Answer {
  readonly defect: string | null;
  /** CPU time, without the loading of libraries. */
  readonly milliseconds: number;
  /** Resident memory after it. */
  readonly megabytes: number;
}

process.on('message', async ({ reader: index, seed, place }: Question) => {
  const reader = READERS[index];
  if (!reader) throw new Error(`there is no reader ${index}`);
  const text = input(reader, seed, place);
  const { user, system } = process.cpuUsage();
  const defect = await defectOf(reader, text);
  const used = process.cpuUsage();
  const milliseconds = (used.user + used.system - user - system) / 1000;
  const answer: Answer = { defect, milliseconds, megabytes: process.memoryUsage.rss() / 1e6 };
  process.send?.(answer);
});
