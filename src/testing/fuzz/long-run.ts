/**
 * Feeds every reader with broken files and tells which end in an error of migdocs' own, take more
 * than a second of CPU time, or make memory grow. `npx tsx src/testing/fuzz/long-run.ts [inputs]
 * [seed] [reader]`; inputs are per reader.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Question } from './child.ts';
import { input } from './inputs.ts';
import { READERS } from './readers.ts';

/** CPU time over which a file counts as a hang; the first ones of a process load libraries and warm up. */
const SLOW_MILLISECONDS = 1000;
const WARM = 20;
/** Wall-clock time after which the process is ended, on a machine that does other things too. */
const HANG_MILLISECONDS = 30_000;
/** Above it the process is started anew, and the reader is told of. */
const MOST_MEGABYTES = 2000;

const [inputs = 1000, seed = 1] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4] ?? '';

async function fuzz(reader: number): Promise<void> {
  const campaign = new Campaign(reader);
  for (let place = 0; place < inputs; place += 1) await campaign.run(place);
  campaign.report();
}

/** The files of one reader, and what was found. */
class Campaign {
  readonly #reader: number;
  readonly #findings = new Map<string, { count: number; readonly place: number }>();
  #child = start();
  /** Files that the child has read. */
  #read = 0;
  #slowest = 0;
  #peak = 0;

  constructor(reader: number) {
    this.#reader = reader;
  }

  async run(place: number): Promise<void> {
    const answer = await ask(this.#child, { reader: this.#reader, seed, place });
    this.#note(typeof answer === 'string' ? answer : problem(answer, this.#read), place);
    this.#read += 1;
    if (typeof answer === 'string' || answer.megabytes > MOST_MEGABYTES) {
      this.#child.kill('SIGKILL');
      this.#child = start();
      this.#read = 0;
      return;
    }
    if (this.#read > WARM) this.#slowest = Math.max(this.#slowest, answer.milliseconds);
    this.#peak = Math.max(this.#peak, answer.megabytes);
  }

  #note(finding: string | null, place: number): void {
    if (finding === null) return;
    const found = this.#findings.get(finding);
    if (found) found.count += 1;
    else this.#findings.set(finding, { count: 1, place });
  }

  report(): void {
    this.#child.kill();
    const reader = READERS[this.#reader];
    if (!reader) return;
    const counted = `${inputs} inputs, ${this.#findings.size} kinds of finding`;
    const most = `slowest ${this.#slowest.toFixed(0)} ms CPU, peak ${this.#peak.toFixed(0)} MB`;
    process.stdout.write(`${reader.name}: ${counted}, ${most}\n`);
    for (const [finding, { count, place }] of this.#findings) {
      const path = join(tmpdir(), `fuzz-${this.#reader}-${seed}-${place}.txt`);
      writeFileSync(path, input(reader, seed, place));
      process.stdout.write(`  ${count} × ${finding}\n    the first of them: ${path}\n`);
    }
  }
}

function start(): ChildProcess {
  return fork(new URL('child.ts', import.meta.url));
}

/** The finding's key: the error with the places that threw it, without what differs from file to file. */
function problem({ defect, milliseconds, megabytes }: Answer, warm: number): string | null {
  if (defect !== null) {
    const [message = '', ...frames] = defect.split('\n');
    const own = frames.filter((frame) => frame.includes('/src/')).slice(0, 2);
    const places = own.map((frame) => /[\w-]+\/[\w-]+\.ts:\d+/.exec(frame)?.[0] ?? '');
    return `${message.slice(0, 100)} (${places.join(' < ')})`;
  }
  if (warm >= WARM && milliseconds > SLOW_MILLISECONDS) return 'slower than a second';
  return megabytes > MOST_MEGABYTES ? `more than ${MOST_MEGABYTES} MB` : null;
}

function ask(child: ChildProcess, question: Question): Promise<Answer | string> {
  return new Promise((resolve) => {
    const settle = (result: Answer | string): void => {
      clearTimeout(timer);
      child.off('message', told);
      child.off('exit', ended);
      resolve(result);
    };
    const told = (answer: unknown): void => settle(answer as Answer);
    const ended = (code: number | null, signal: string | null): void =>
      settle(`the process ended with ${code ?? signal}`);
    const timer = setTimeout(() => settle('no answer'), HANG_MILLISECONDS);
    child.on('message', told);
    child.on('exit', ended);
    child.send(question);
  });
}

for (const [index, reader] of READERS.entries()) {
  if (reader.name.includes(only)) await fuzz(index);
}
