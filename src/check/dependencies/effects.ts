import type { Change, ChangeKind, ObjectType } from '../../model/change.ts';
import type { Link, SchemaRelation } from './link.ts';

type Effect = { readonly [K in ChangeKind]: (what: string) => string };

/** What happens to a part that lives on the object: it follows a rename and goes with a removal. */
function part(noun: string): Effect {
  return {
    added: (what) => `The ${noun} comes with the ${what}.`,
    removed: (what) => `The ${noun} is dropped with the ${what}.`,
    altered: (what) => `The ${noun} stays, and holds for the ${what} as it is then.`,
    renamed: (what) => `The ${noun} stays on the ${what} under its new name.`,
  };
}

/** What happens to something whose text names the object: nothing, until it is used. */
function text(noun: string, use: string): Effect {
  return {
    added: (what) => `The ${noun} names it, and finds the new ${what} from then on.`,
    removed: (what) => `The ${noun} names the ${what}, and fails when it is ${use}.`,
    altered: (what) => `The ${noun} names the ${what}, and may rely on how it was.`,
    renamed: (what) => `The ${noun} may still name the ${what} as it was called before.`,
  };
}

const VIEW: Effect = {
  added: (what) => `The view does not show the new ${what} until it is created again.`,
  removed: (what) =>
    `The view reads the ${what}: the database refuses the drop, or the view fails when it is read.`,
  altered: (what) =>
    `The view reads the ${what}; PostgreSQL refuses a change of type while it does.`,
  renamed: (what) =>
    `The view reads the ${what}; PostgreSQL keeps it working under the new name, others do not.`,
};

const EFFECTS: { readonly [R in SchemaRelation]: { readonly [D in Link['direction']]: Effect } } = {
  foreignKey: {
    uses: {
      added: () =>
        'From then on each write looks for the parent row, and each delete of a parent for its rows here.',
      removed: (what) => `The foreign key is dropped with the ${what}.`,
      altered: () => 'The foreign key needs a type that can be compared with the key it refers to.',
      renamed: (what) => `The foreign key stays on the ${what} under its new name.`,
    },
    usedBy: {
      added: () => 'From then on each delete of a parent looks for rows that refer to it.',
      removed: (what) =>
        `The foreign key points at the ${what}: the drop fails, or takes the foreign key along.`,
      altered: () => 'The foreign key needs a type that can be compared with the new one.',
      renamed: (what) => `The foreign key still points at the ${what}, whose name changes.`,
    },
  },
  index: both(part('index')),
  primaryKey: both(part('primary key')),
  checkConstraint: both(part('check constraint')),
  uniqueConstraint: both(part('unique constraint')),
  exclusionConstraint: both(part('exclusion constraint')),
  generatedColumn: both({
    ...part('generated column'),
    removed: () =>
      'The generated column is computed from it: the database refuses the drop, or drops both.',
    altered: () => 'The generated column is computed from it; PostgreSQL refuses a change of type.',
  }),
  view: both(VIEW),
  trigger: both({
    ...text('trigger', 'fired'),
    removed: (what) =>
      `The trigger goes with its table, or fails at the next write that misses the ${what}.`,
    renamed: () => 'The trigger stays, and its text may still say the name before.',
  }),
  function: both(text('function', 'called')),
  policy: both(part('policy')),
  enum: {
    uses: {
      added: () => 'The values of the enum are all that the column takes.',
      removed: () => 'The enum stays, with one user less.',
      altered: () => 'The enum decides which values the column takes.',
      renamed: () => 'The enum stays as it is.',
    },
    usedBy: {
      added: () => 'The column takes the values of the enum.',
      removed: () => 'The column has the type: the drop fails until it has another.',
      altered: () => 'The column takes the values of the enum as they are then.',
      renamed: () => 'The column follows to the new name of its type.',
    },
  },
  sequence: {
    usedBy: part('sequence'),
    uses: {
      added: () => 'The default takes its numbers from the sequence.',
      removed: () => 'The sequence stays, and nothing here takes from it any more.',
      altered: () => 'The default takes its numbers from the sequence.',
      renamed: () => 'The sequence stays as it is.',
    },
  },
  domain: {
    uses: {
      added: () => 'The rules of the domain decide which values the column takes.',
      removed: () => 'The domain stays, with one user less.',
      altered: () => 'The rules of the domain decide which values the column takes.',
      renamed: () => 'The domain stays as it is.',
    },
    usedBy: {
      added: () => 'The column takes the values that the domain lets through.',
      removed: () => 'The column has the type: the drop fails until it has another.',
      altered: () => 'The column follows the rules of the domain as they are then.',
      renamed: () => 'The column follows to the new name of its type.',
    },
  },
  table: both({
    added: (what) => `The ${what} works on the table as it is then.`,
    removed: () => 'The table stays as it is.',
    altered: (what) => `The ${what} works on the table, which is not changed by it.`,
    renamed: () => 'The table stays as it is.',
  }),
  column: both({
    added: (what) => `The default of the column takes from the ${what}.`,
    removed: (what) =>
      `The default of the column takes from the ${what}: the drop fails, or takes the default along.`,
    altered: (what) => `The default of the column takes from the ${what} as it is then.`,
    renamed: (what) => `The default of the column follows the ${what} to its new name.`,
  }),
  partition: {
    uses: {
      added: () => 'Its rows are rows of that table from then on.',
      removed: (what) => `That table goes on without the ${what}, and without its rows.`,
      altered: (what) => `The ${what} is a part of that table, whose locks reach it.`,
      renamed: (what) => `The ${what} stays a part of that table under its new name.`,
    },
    usedBy: {
      added: (what) => `It is a part of the ${what} from then on.`,
      removed: (what) => `It goes with the ${what}, with its rows.`,
      altered: (what) => `It is a part of the ${what}, and follows its changes and its locks.`,
      renamed: (what) => `It stays a part of the ${what}.`,
    },
  },
  rule: both({
    ...text('rule', 'used'),
    removed: (what) =>
      `The rule goes with its table; one of another table keeps the ${what} from it.`,
    renamed: (what) => `The rule follows the ${what} to its new name.`,
  }),
  statistics: both(part('statistics object')),
  publication: both({
    added: () => 'Rows of it are sent to the subscribers, which need it first.',
    removed: (what) => `The ${what} leaves the publication; subscribers keep theirs.`,
    altered: (what) => `Subscribers need the ${what} to fit before rows are sent.`,
    renamed: (what) => `Subscribers look for the ${what} under its new name.`,
  }),
  grant: both(part('grant')),
};

function both(effect: Effect): { readonly [D in Link['direction']]: Effect } {
  return { uses: effect, usedBy: effect };
}

/** What becomes of the other object after the release. */
export interface Fate {
  /** Not there before the release. */
  readonly isNew: boolean;
  /** There in the schema after the release, under the same name. */
  readonly stays: boolean;
  /** An operation of the release drops it by name. */
  readonly droppedByRelease: boolean;
}

/** What a change of an object means for what a link joins to it, a sentence. */
export function effectOf(link: Link, { kind, object }: Change, fate: Fate): string {
  const what = WORDS[object.type] ?? object.type;
  if (fate.droppedByRelease) {
    return fate.stays
      ? 'The release drops it, and makes one of its name anew.'
      : 'The release drops it too.';
  }
  if (kind === 'removed' && fate.stays && PARTS.includes(link.relation)) {
    return `It stays, without the ${what}.`;
  }
  if (link.through !== undefined && kind !== 'added') {
    return `The view reads ${link.through}, which depends on the ${what}: what is done to that view concerns this one.`;
  }
  if (link.relation === 'view' && link.direction === 'usedBy') {
    if (fate.isNew) return `The release creates the view, which reads the ${what} as it is then.`;
    if (!READ_BY_VIEWS.includes(object.type)) return NAMED_IN_VIEW[kind](what);
  }
  return EFFECTS[link.relation][link.direction][kind](what);
}

/** What a view reads rows of. */
const READ_BY_VIEWS: readonly ObjectType[] = ['table', 'column', 'view', 'materializedView'];

/** A type or a function in the query of a view. */
const NAMED_IN_VIEW = text('view', 'read');

/** Relations whose other object covers columns and can lose one. */
const PARTS: readonly SchemaRelation[] = ['index', 'primaryKey', 'uniqueConstraint'];

const WORDS: { readonly [type: string]: string } = { materializedView: 'materialized view' };
