import { createHash } from 'node:crypto';
import type { Hazard } from '../../model/hazard.ts';
import type { CheckObject } from './document.ts';

/**
 * What makes a finding the same in the next run: its rule, its file, its object and the words of its
 * line. Not its line number, and not its message, which tells sizes.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /** 16 hexadecimal digits and, for the second of its like and on, `:2`. */
  of(hazard: Hazard, object: CheckObject | null, line: string): string {
    const { rule, source, direction, table } = hazard;
    const words = line.trim().replace(/\s+/g, ' ');
    const name = object === null ? table : `${object.type} ${object.table} ${object.name}`;
    const parts = [rule, source?.path ?? null, direction, name, words];
    const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
    const number = (this.#seen.get(digest) ?? 0) + 1;
    this.#seen.set(digest, number);
    return number === 1 ? digest : `${digest}:${number}`;
  }
}
