import { bySureness } from '../../model/dependency.ts';
import type { CodeReference, UnplacedNames } from '../../model/project-facts.ts';
import { objectKey, spokenName, type TouchedObject } from '../../model/touched-objects.ts';
import type { CodeUse, Vocabulary } from '../../read/code-uses.ts';
import type { Models } from '../../read/ruby/code/index.ts';
import { type LostValues, usesLostValue } from './enum-values.ts';
import { isInTests } from './files.ts';

/** A use with the file that it stands in. */
export interface PlacedUse {
  readonly use: CodeUse;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** The line's text. */
  readonly text: string;
}

/**
 * Up to so many places are shown that only name a word, where the word can mean nothing else; beyond
 * them it means something else after all.
 */
const MOST_TEXTUAL = 30;

/** What a use is to an object: a use of it, of something else, or it cannot be told. */
type Verdict = 'reference' | 'unplaced' | 'other';

/** What was found of each object: references in the order of the files, and the places that are nobody's. */
export function referencesTo(
  touched: readonly TouchedObject[],
  uses: readonly PlacedUse[],
  vocabulary: Vocabulary,
  lost: readonly LostValues[],
  models: Pick<Models, 'definesMethod'>,
): { readonly references: readonly CodeReference[]; readonly elsewhere: readonly UnplacedNames[] } {
  const references: CodeReference[] = [];
  const elsewhere: UnplacedNames[] = [];
  const byName = groupsOf(uses);
  for (const { object } of touched) {
    const isOwn = object.type === 'column' && hasMethod(object, models);
    const all = byName.get(spokenName(object)) ?? [];
    const named = isOwn ? all.filter((each) => !asksMethod(each)) : all;
    const values = lost.find(({ key }) => key === objectKey(object));
    const own = [
      ...named.filter((each) => verdictOn(each.use, object) === 'reference'),
      ...(values ? uses.filter((each) => usesLostValue(each, values)) : []),
    ];
    const open = named.filter((each) => verdictOn(each.use, object) === 'unplaced');
    const unplaced = linesOf(open, linesOf(own, []));
    const isShown = unplaced.length <= MOST_TEXTUAL && isDistinctive(object, vocabulary);
    const found = isShown ? [...linesOf(own, []), ...unplaced] : linesOf(own, []);
    references.push(...found.map((each) => referenceOf(each, object)));
    if (!isShown && unplaced.length > 0) {
      const files = new Set(unplaced.map(({ path }) => path)).size;
      elsewhere.push({ object, places: unplaced.length, files });
    }
  }
  return { references: references.sort(inOrder), elsewhere };
}

function hasMethod(
  { table, name }: TouchedObject['object'],
  { definesMethod }: Pick<Models, 'definesMethod'>,
): boolean {
  return table !== null && definesMethod(table, name);
}

const ASKING: readonly CodeUse['kind'][] = ['attribute', 'view', 'serializer', 'graphqlType'];

/** True for a use that a method of the model answers, and for what makes one of another record's. */
function asksMethod({ use, text }: PlacedUse): boolean {
  return ASKING.includes(use.kind) || /^\s*delegate\b/.test(text);
}

function groupsOf(uses: readonly PlacedUse[]): ReadonlyMap<string, readonly PlacedUse[]> {
  const groups = new Map<string, PlacedUse[]>();
  for (const each of uses) {
    const group = groups.get(each.use.name);
    if (group) group.push(each);
    else groups.set(each.use.name, [each]);
  }
  return groups;
}

function verdictOn(use: CodeUse, object: TouchedObject['object']): Verdict {
  if (use.names !== NAMED_AS[object.type]) return 'other';
  if (use.tables === null) return 'unplaced';
  const owner = object.type === 'column' ? object.table : spokenName(object);
  return owner !== null && use.tables.includes(owner) ? 'reference' : 'other';
}

const NAMED_AS: { readonly [T in TouchedObject['object']['type']]: CodeUse['names'] } = {
  table: 'table',
  view: 'table',
  column: 'column',
  enum: 'other',
  function: 'other',
};

/** A name of several words that one table alone has can hardly mean anything else. */
function isDistinctive(
  { type, name }: TouchedObject['object'],
  { tablesWith }: Vocabulary,
): boolean {
  const isLong = name.includes('_');
  return isLong && (type !== 'column' || tablesWith(name).length < 2);
}

/** Each line once, by what is surest about it; lines that are taken already are left out. */
function linesOf(uses: readonly PlacedUse[], taken: readonly PlacedUse[]): readonly PlacedUse[] {
  const lines = new Map<string, PlacedUse>();
  const known = new Set(taken.map(({ path, line }) => `${line} ${path}`));
  for (const each of uses) {
    const key = `${each.line} ${each.path}`;
    const held = lines.get(key);
    if (known.has(key)) continue;
    if (!held || bySureness(each.use.certainty, held.use.certainty) < 0) lines.set(key, each);
  }
  return [...lines.values()];
}

/** Longest text of a line that is kept. */
const LONGEST_TEXT = 160;

function referenceOf(placed: PlacedUse, object: TouchedObject['object']): CodeReference {
  const { use, path, line, column, endLine, text } = placed;
  return {
    object,
    kind: use.kind,
    certainty: use.certainty,
    source: { path, line, column, endLine },
    text: text.trim().slice(0, LONGEST_TEXT),
    ...(isInTests(path) ? { inTests: true as const } : {}),
  };
}

function inOrder(a: CodeReference, b: CodeReference): number {
  if (a.source.path !== b.source.path) return a.source.path < b.source.path ? -1 : 1;
  const places = a.source.line - b.source.line || a.source.column - b.source.column;
  if (places !== 0) return places;
  return objectKey(a.object) < objectKey(b.object) ? -1 : 1;
}
