import type { LockClaim } from '../../../model/lock.ts';
import { claim } from './claim.ts';

type Lock = (table: string) => LockClaim;

/** Forms of ALTER TABLE that do not take ACCESS EXCLUSIVE, or do more than change the catalog; the first that fits counts. */
const FORMS: readonly (readonly [words: RegExp, lock: Lock])[] = [
  [/\bVALIDATE CONSTRAINT\b/i, (table) => claim(table, 'shareUpdateExclusive', 'scan')],
  [
    /\b(?:EN|DIS)ABLE (?:ALWAYS |REPLICA )?TRIGGER\b/i,
    (table) => claim(table, 'shareRowExclusive', 'catalog'),
  ],
  [/\buser_catalog_table\b/i, (table) => claim(table, 'accessExclusive', 'catalog')],
  [
    /\b(?:SET|RESET) \(|\bSET STATISTICS\b|\bCLUSTER ON\b|\bSET WITHOUT CLUSTER\b/i,
    (table) => claim(table, 'shareUpdateExclusive', 'catalog'),
  ],
  [
    /\bSET (?:(?:UN)?LOGGED|TABLESPACE|ACCESS METHOD)\b/i,
    (table) => claim(table, 'accessExclusive', 'rewrite'),
  ],
];

/** What an ALTER TABLE locks that is known by its text alone. */
export function alterTableLock(table: string, text: string): LockClaim {
  const form = FORMS.find(([words]) => words.test(text));
  return form ? form[1](table) : claim(table, 'accessExclusive', 'catalog');
}
