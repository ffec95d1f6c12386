import type { Change } from '../../model/change.ts';
import { bySureness, type Dependency } from '../../model/dependency.ts';
import type { CodeReference, ProjectFacts, UnplacedNames } from '../../model/project-facts.ts';
import { objectKey, type TouchedObject, touchedObjects } from '../../model/touched-objects.ts';
import { effectOnUser, effectOnWords } from './application-effects.ts';

/** Up to so many files of an object are an entry each; the others are one entry a folder. */
const MOST_FILES = 25;

/** What the project's own files use of what changes, and the systems that are declared to. */
export function applicationDependencies(
  changes: readonly Change[],
  { references, elsewhere }: ProjectFacts,
): readonly Dependency[] {
  const byObject = new Map<string, CodeReference[]>();
  for (const reference of references) {
    const key = objectKey(reference.object);
    byObject.set(key, [...(byObject.get(key) ?? []), reference]);
  }
  return touchedObjects(changes).flatMap((touched) => {
    const key = objectKey(touched.object);
    const unplaced = elsewhere.filter(({ object }) => objectKey(object) === key);
    return [
      ...groupsOf(byObject.get(key) ?? []).map((group) => dependencyOf(group, touched, changes)),
      ...unplaced.map((each) => wordsOnly(each, touched, changes)),
    ];
  });
}

/** References that are told of together. */
interface Group {
  readonly other: string;
  readonly references: readonly [CodeReference, ...CodeReference[]];
}

/** Systems and files one by one; then the files beyond the first by folder, and those of tests as one. */
function groupsOf(references: readonly CodeReference[]): readonly Group[] {
  const tests = references.filter(({ inTests }) => inTests);
  const own = grouped(
    references.filter(({ inTests }) => !inTests),
    ({ kind, text, source }) => (kind === 'external' ? text : source.path),
  );
  const first = own.toSorted(byCertainty).slice(0, MOST_FILES);
  const rest = own.filter((group) => !first.includes(group));
  return [
    ...own.filter((group) => first.includes(group)),
    ...grouped(
      rest.flatMap((group) => group.references),
      ({ source }) => folderOf(source.path),
    ).map((group) => ({ ...group, other: `${group.other} (${filesIn(group.references)})` })),
    ...grouped(tests, () => 'tests').map((group) => ({
      ...group,
      other: `tests (${filesIn(group.references)})`,
    })),
  ];
}

function grouped(
  references: readonly CodeReference[],
  nameOf: (reference: CodeReference) => string,
): readonly Group[] {
  const groups = new Map<string, [CodeReference, ...CodeReference[]]>();
  for (const reference of references) {
    const name = nameOf(reference);
    const group = groups.get(name);
    if (group) group.push(reference);
    else groups.set(name, [reference]);
  }
  return [...groups].map(([other, all]) => ({ other, references: all }));
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).slice(0, 2).join('/') || 'the root folder';
}

function filesIn(references: readonly CodeReference[]): string {
  const count = new Set(references.map(({ source }) => source.path)).size;
  return count === 1 ? '1 file' : `${count} files`;
}

function surest({ references }: Group): CodeReference {
  const [first] = references.toSorted((a, b) => bySureness(a.certainty, b.certainty));
  return first ?? references[0];
}

function byCertainty(a: Group, b: Group): number {
  return bySureness(surest(a).certainty, surest(b).certainty);
}

function dependencyOf(
  group: Group,
  touched: TouchedObject,
  changes: readonly Change[],
): Dependency {
  const first = group.references[0];
  const isOutside = first.kind === 'report' || first.kind === 'external';
  return {
    ...ofChanges(touched, changes),
    relation: isOutside ? (first.kind === 'report' ? 'report' : 'external') : 'application',
    direction: 'usedBy',
    other: group.other,
    certainty: surest(group).certainty,
    effect: effectOnUser(group.references, firstChange(touched, changes)),
    source: first.source,
  };
}

function wordsOnly(
  unplaced: UnplacedNames,
  touched: TouchedObject,
  changes: readonly Change[],
): Dependency {
  const { places, files } = unplaced;
  return {
    ...ofChanges(touched, changes),
    relation: 'application',
    direction: 'usedBy',
    other: `${places === 1 ? '1 more place' : `${places} more places`} in ${files === 1 ? '1 file' : `${files} files`}`,
    certainty: 'textual',
    effect: effectOnWords(unplaced),
    source: null,
  };
}

/** The object under the name that changes have for it, and these changes. */
function ofChanges(touched: TouchedObject, changes: readonly Change[]) {
  const change = firstChange(touched, changes);
  const { type, table, name } = touched.object;
  const shown: Dependency['object'] = change?.object ?? { type, table, name };
  return { object: shown, changes: touched.changes };
}

function firstChange({ changes: positions }: TouchedObject, changes: readonly Change[]) {
  return changes[positions[0] ?? -1] ?? null;
}
