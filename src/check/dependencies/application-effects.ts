import type { Change, ChangeKind } from '../../model/change.ts';
import type { CodeReference, UnplacedNames } from '../../model/project-facts.ts';

type References = readonly [CodeReference, ...CodeReference[]];

/** What a change means for those who use an object, a sentence. */
export function effectOnUser(references: References, change: Change | null): string {
  const [first] = references;
  const { kind, object } = first;
  if (references.every((each) => each.kind === 'ignoredColumn')) {
    return IGNORED[change?.kind ?? 'removed'];
  }
  const what = object.type;
  const to = change?.object.name ?? object.name;
  if (kind === 'external') return EXTERNAL[change?.kind ?? 'altered'](what, to);
  const uses = references.every(({ certainty }) => certainty === 'textual') ? 'Names' : 'Uses';
  const count = references.length;
  const then = USER[change?.kind ?? 'altered'](what, to);
  return `${uses} the ${what} ${count === 1 ? 'once' : `${count} times`}, and ${then}`;
}

type Clause = { readonly [K in ChangeKind]: (what: string, to: string) => string };

const USER: Clause = {
  added: () => 'finds it from then on.',
  removed: (what) => `fails there once the ${what} is gone.`,
  renamed: (_, to) => `fails there until it says ${to}.`,
  altered: (what) => `has to work with the ${what} as it is before and after.`,
};

const EXTERNAL: Clause = {
  added: (what) => `The configuration declares that it uses the ${what}.`,
  removed: (what) =>
    `The configuration declares that it uses the ${what}: it fails once the ${what} is gone, and its owner has to be told before.`,
  renamed: (what, to) =>
    `The configuration declares that it uses the ${what}: it fails until it says ${to}, and its owner has to be told before.`,
  altered: (what) =>
    `The configuration declares that it uses the ${what}: its owner has to know how the ${what} changes.`,
};

const IGNORED: { readonly [K in ChangeKind]: string } = {
  added: 'The model overlooks the column, and does not see it until that is taken back.',
  removed:
    'The model overlooks the column already, as the first phase of a drop; the line can go once the column is gone.',
  renamed: 'The model overlooks the column under the name before, and sees it under the new one.',
  altered: 'The model overlooks the column, and does not notice the change.',
};

/** Of places that name what many objects are called. */
export function effectOnWords({ object }: UnplacedNames): string {
  const others = object.type === 'column' ? 'of any table' : 'of anything';
  return `They name ${object.name}, which can be ${others}; whose it is there cannot be told from the text.`;
}
