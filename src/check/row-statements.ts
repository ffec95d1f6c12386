import type { StatementWord } from './statement-words.ts';

/** A comparison that NULL never answers with true. */
export interface NullComparison {
  /** `deleted_at = NULL` */
  readonly text: string;
  /** What is compared. */
  readonly left: string;
  readonly negated: boolean;
}

/** Words that end the list of SET at the depth at which it began. */
const ENDS_SET: ReadonlySet<string> = new Set([
  'FROM',
  'WHERE',
  'ORDER',
  'LIMIT',
  'RETURNING',
  'ON',
  'AS',
]);

/**
 * Positions of the signs that give a value to a column: in SET, and behind ON DUPLICATE KEY UPDATE.
 * In the value of an assignment `=` compares.
 */
function assignments(words: readonly StatementWord[]): readonly number[] {
  const found: number[] = [];
  for (const [at, { word, depth }] of words.entries()) {
    const isList = word === 'SET' || (word === 'UPDATE' && words[at - 1]?.word === 'KEY');
    if (isList) found.push(...assignmentsFrom(words, at + 1, depth));
  }
  return found;
}

function assignmentsFrom(
  words: readonly StatementWord[],
  from: number,
  depth: number,
): readonly number[] {
  const found: number[] = [];
  let expected = true;
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    if (!word || word.depth < depth) break;
    if (word.depth > depth) continue;
    if (ENDS_SET.has(word.word) || word.text === ';') break;
    if (word.text === ',') expected = true;
    else if (expected && word.text === '=') {
      found.push(at);
      expected = false;
    }
  }
  return found;
}

/** Columns that an UPDATE sets, in order; those of which parts are set, `a[1]`, are left out. */
export function assignedColumns(words: readonly StatementWord[]): readonly string[] {
  const [main] = words.flatMap(({ word }, at) => (word === 'SET' ? [at] : []));
  if (main === undefined) return [];
  const { depth } = words[main] ?? { depth: 0 };
  return assignmentsFrom(words, main + 1, depth).flatMap((at) => {
    const before = words[at - 1];
    const qualifier = words[at - 2]?.text === '.' ? `${words[at - 3]?.name ?? ''}.` : '';
    if (!before?.name) return [];
    // Without quotes `A` and `a` are one.
    return [`${qualifier}${before.word === '' ? before.name : before.name.toLowerCase()}`];
  });
}

/** Comparisons with NULL by `=`, `<>` and `!=`, in order. */
export function comparisonsWithNull(words: readonly StatementWord[]): readonly NullComparison[] {
  const given = new Set(assignments(words));
  return words.flatMap(({ text }, at): readonly NullComparison[] => {
    const isSign = text === '=' || text === '<>' || text === '!=';
    if (!isSign || given.has(at) || words[at + 1]?.word !== 'NULL') return [];
    // NULL::text and the like are values of an expression that goes on.
    const left = leftOf(words, at);
    if (left === null || words[at + 2]?.text === '::') return [];
    return [{ text: `${left} ${text} NULL`, left, negated: text !== '=' }];
  });
}

/** The column before a sign; null where an expression stands there. */
function leftOf(words: readonly StatementWord[], at: number): string | null {
  const before = words[at - 1];
  if (!before?.name) return null;
  const qualified = words[at - 2]?.text === '.' && words[at - 3]?.name;
  return qualified ? `${words[at - 3]?.text ?? ''}.${before.text}` : before.text;
}
