import type { Change, ObjectReference, ObjectType } from '../../model/change.ts';
import type { Schema } from '../../model/schema.ts';
import type { DiffBlock, DiffLine, Mark } from '../types.ts';
import { count, describeTable, listing, objectWord } from '../words/index.ts';
import type { DiffInput, DiffUnknown } from './input.ts';
import { CHANGE_MARKS, changeLine, tableLines, unknownLine, wholeTable } from './lines.ts';

/** Everything that happened to one table or stand-alone object. */
interface Group {
  readonly type: ObjectType;
  /** What it is called, `table` or `event trigger`: several objects can share a name. */
  readonly word: string;
  readonly name: string;
  /** The object's own change first, if there is one. */
  readonly changes: Change[];
  readonly unknowns: DiffUnknown[];
}

/** One block a table or stand-alone object that differs or may differ, by name. */
export function diffBlocks(input: DiffInput): readonly DiffBlock[] {
  return groups(input)
    .toSorted((left, right) => compareText(sortKey(left), sortKey(right)))
    .map((group) => block(group, input));
}

function groups({ changes, unknowns, before, after }: DiffInput): readonly Group[] {
  const found = new Map<string, Group>();
  const groupOf = (reference: Omit<ObjectReference, 'table'>): Group => {
    const { type, name } = reference;
    const word = objectWord(reference);
    const key = `${word} ${name}`;
    const group = found.get(key) ?? { type, word, name, changes: [], unknowns: [] };
    found.set(key, group);
    return group;
  };
  for (const change of changes) {
    const { table } = change.object;
    const owner = table === null ? null : ownerType(table, before, after);
    const group =
      owner === null || table === null
        ? groupOf(change.object)
        : groupOf({ type: owner, name: table });
    group.changes.push(change);
  }
  for (const unknown of unknowns) {
    for (const table of unknown.tables)
      groupOf({ type: 'table', name: table }).unknowns.push(unknown);
  }
  return [...found.values()];
}

/** Indexes can belong to a materialized view, triggers to any view. */
function ownerType(name: string, before: Schema, after: Schema): ObjectType {
  const views = [...after.views, ...before.views];
  const view = views.find((one) => one.name === name);
  if (view === undefined) return 'table';
  return view.materialized ? 'materializedView' : 'view';
}

function block(group: Group, input: DiffInput): DiffBlock {
  const own = group.changes.find(({ object }) => object.type === group.type) ?? null;
  const table = own && wholeTable(own, input.before, input.after);
  const mark = blockMark(own, group);
  const lines: readonly DiffLine[] = [
    ...(table === null ? [] : tableLines(table, mark)),
    ...group.changes.filter((change) => table === null || change !== own).map(changeLine),
    ...group.unknowns.map(({ sentence }) => unknownLine(sentence)),
  ];
  const parts = group.changes.filter((change) => change !== own);
  return {
    heading: `${group.word} ${group.name}`,
    mark,
    summary: [
      ...(own ? [ownWords(own)] : []),
      ...(table === null ? [] : [describeTable(table)]),
      ...countWords(parts),
      ...(group.unknowns.length === 0 ? [] : [count(group.unknowns.length, 'unknown')]),
    ].join(', '),
    lines,
  };
}

function blockMark(own: Change | null, { changes }: Group): Mark {
  if (own) return CHANGE_MARKS[own.kind];
  return changes.length > 0 ? 'altered' : 'unknown';
}

const VERBS: { readonly [K in Change['kind']]: string } = {
  added: 'added',
  removed: 'removed',
  altered: 'changed',
  renamed: 'renamed',
};

function ownWords({ kind, from }: Change): string {
  return from === null ? VERBS[kind] : `${VERBS[kind]} from ${from}`;
}

/** `2 columns added`, `1 index removed`: a count a type and kind, in the order of the changes. */
function countWords(changes: readonly Change[]): readonly string[] {
  const counts = new Map<string, { readonly word: string; readonly verb: string; n: number }>();
  for (const { kind, object } of changes) {
    const word = objectWord(object);
    const entry = counts.get(`${word} ${kind}`) ?? { word, verb: VERBS[kind], n: 0 };
    entry.n += 1;
    counts.set(`${word} ${kind}`, entry);
  }
  return [...counts.values()].map(({ word, verb, n }) => `${count(n, word)} ${verb}`);
}

/** `3 added, 1 removed, 2 changed and 1 renamed`, or that nothing differs, as far as that is known. */
export function diffSummary(changes: readonly Change[], unknowns: number): string {
  const kinds = ['added', 'removed', 'altered', 'renamed'] as const;
  const counted = kinds
    .map((kind) => ({ verb: VERBS[kind], n: changes.filter((one) => one.kind === kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ verb, n }) => `${n} ${verb}`);
  const missed = `${count(unknowns, 'statement')} ${unknowns === 1 ? 'was' : 'were'} not understood`;
  if (counted.length > 0) {
    return `${count(changes.length, 'change')}: ${listing(counted)}${unknowns === 0 ? '' : `; ${missed}`}`;
  }
  if (unknowns > 0) return `No difference is certain: ${missed}.`;
  return 'No difference: the schema stays as it is.';
}

function sortKey({ name, word }: Group): string {
  return `${name}\u0000${word}`;
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
