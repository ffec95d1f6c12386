import type { Change, ObjectType } from '../model/change.ts';
import type {
  CheckConstraint,
  Column,
  ExclusionConstraint,
  ForeignKey,
  GeneratedColumn,
  Index,
  IndexPart,
  UniqueConstraint,
} from '../model/schema.ts';
import { added, type Comparison, changed, differencesOf, removed, same } from './compare.ts';
import { type Following, followedForeignKey, followedIndex, followedKey } from './following.ts';
import { type Pair, pairUp } from './pairs.ts';

/** The table (or materialized view) whose parts are compared. */
export interface Owner {
  readonly before: string;
  readonly after: string;
}

interface Named {
  readonly name: string;
}

/** How the parts of one type are compared. */
interface PartRules<T extends Named> {
  readonly type: ObjectType;
  /** The part before, with renames of others followed. */
  readonly followed: (part: T) => T;
  readonly comparison: Comparison<T>;
}

export function columnChanges(
  before: readonly Column[],
  after: readonly Column[],
  owner: Owner,
  names: Following,
): readonly Change[] {
  const pairs = pairUp(before, after, (name) => names.renames.column(owner.before, name));
  const sql = names.sql(owner.before);
  const sameGenerated = (left: GeneratedColumn | null, right: GeneratedColumn | null) =>
    left === null || right === null
      ? left === right
      : left.stored === right.stored && sql(left.expression, right.expression);
  return partChanges(pairs, owner, {
    type: 'column',
    followed: (column) => followedColumn(column, owner, names),
    comparison: {
      type: same,
      nullable: same,
      default: (left, right) =>
        left?.kind === 'expression' && right?.kind === 'expression'
          ? sql(left.sql, right.sql)
          : same(left, right),
      autoIncrement: same,
      generated: sameGenerated,
      collation: same,
      comment: same,
      extraOptions: same,
      sequence: sameSequence,
      storage: same,
      compression: same,
      statistics: same,
      notNullName: same,
      local: same,
      onUpdate: same,
      displayWidth: same,
      attributes: same,
      // The column's collation is the same, however it came to it.
      statesCollation: () => true,
    },
  });
}

/** A sequence keeps its name when its column or table gets another one: only its options count then. */
const ANY_NAME = '';

function followedColumn(column: Column, owner: Owner, names: Following): Column {
  const followed = names.column(column);
  const isRenamed =
    owner.before !== owner.after || names.renames.column(owner.before, column.name) !== null;
  if (!isRenamed || column.autoIncrement === null) return followed;
  return { ...followed, sequence: { name: ANY_NAME, options: column.sequence?.options ?? '' } };
}

function sameSequence(left: Column['sequence'], right: Column['sequence']): boolean {
  if (left?.name === ANY_NAME) return left.options === (right?.options ?? '');
  return same(left, right);
}

export function indexChanges(
  before: readonly Index[],
  after: readonly Index[],
  owner: Owner,
  names: Following,
): readonly Change[] {
  const pairs = pairUp(before, after, (name) => names.renames.index(owner.before, name));
  const sql = names.sql(owner.before);
  const samePart = (left: IndexPart, right: IndexPart | undefined) =>
    right !== undefined &&
    sql(left.expression, right.expression) &&
    same({ ...left, expression: null }, { ...right, expression: null });
  return partChanges(pairs, owner, {
    type: 'index',
    followed: (index) => followedIndex(index, owner.before, names),
    comparison: {
      parts: (left, right) =>
        left.length === right.length && left.every((part, place) => samePart(part, right[place])),
      unique: same,
      // B-tree is every engine's default; schema files leave it out.
      using: (left, right) => (left ?? 'btree') === (right ?? 'btree'),
      kind: same,
      where: sql,
      include: same,
      nullsNotDistinct: same,
      comment: same,
      enabled: same,
      storage: same,
    },
  });
}

/** Names that Rails makes up from the table and column; they follow a rename only when re-added. */
const RAILS_NAME = /^fk_rails_[0-9a-f]{10}$/;

export function foreignKeyChanges(
  before: readonly ForeignKey[],
  after: readonly ForeignKey[],
  owner: Owner,
  names: Following,
): readonly Change[] {
  const followed = (key: ForeignKey) => followedForeignKey(key, owner.before, names);
  const sameDefinition = (left: ForeignKey, right: ForeignKey) =>
    same({ ...followed(left), name: '' }, { ...right, name: '' });
  const bothRails = (left: ForeignKey, right: ForeignKey) =>
    RAILS_NAME.test(left.name) && RAILS_NAME.test(right.name);
  const isRenamed = owner.before !== owner.after;
  const pairs = pairUp(
    before,
    after,
    undefined,
    (left, right) => (isRenamed || bothRails(left, right)) && sameDefinition(left, right),
  );
  const rules: PartRules<ForeignKey> = {
    type: 'foreignKey',
    followed,
    comparison: {
      columns: same,
      toTable: same,
      toColumns: same,
      onDelete: same,
      onUpdate: same,
      deferrable: same,
      validated: same,
      matchFull: same,
      setColumns: same,
      enforced: same,
      period: same,
    },
  };
  return partChanges(
    pairs.filter(
      ({ kind, before: left, after: right }) =>
        kind !== 'both' || !bothRails(left, right) || !sameDefinition(left, right),
    ),
    owner,
    rules,
  );
}

export function checkChanges(
  before: readonly CheckConstraint[],
  after: readonly CheckConstraint[],
  owner: Owner,
  names: Following,
): readonly Change[] {
  const expression = names.sql(owner.before);
  const pairs = pairUp(
    before,
    after,
    undefined,
    (left, right) =>
      owner.before !== owner.after &&
      left.validated === right.validated &&
      expression(left.expression, right.expression),
  );
  return partChanges(pairs, owner, {
    type: 'checkConstraint',
    followed: (check) => check,
    comparison: { expression, validated: same, inherited: same, local: same, enforced: same },
  });
}

export function uniqueChanges(
  before: readonly UniqueConstraint[],
  after: readonly UniqueConstraint[],
  owner: Owner,
  names: Following,
): readonly Change[] {
  return partChanges(pairUp(before, after), owner, {
    type: 'uniqueConstraint',
    followed: (constraint) => followedKey(constraint, owner.before, names),
    comparison: {
      columns: same,
      deferrable: same,
      nullsNotDistinct: same,
      include: same,
      storage: same,
      withoutOverlaps: same,
    },
  });
}

export function exclusionChanges(
  before: readonly ExclusionConstraint[],
  after: readonly ExclusionConstraint[],
  owner: Owner,
  names: Following,
): readonly Change[] {
  const sql = names.sql(owner.before);
  return partChanges(pairUp(before, after), owner, {
    type: 'exclusionConstraint',
    followed: (constraint) => constraint,
    comparison: {
      expression: sql,
      using: same,
      where: sql,
      deferrable: same,
      include: same,
      storage: same,
    },
  });
}

function partChanges<T extends Named>(
  pairs: readonly Pair<T>[],
  owner: Owner,
  { type, followed, comparison }: PartRules<T>,
): readonly Change[] {
  return pairs.flatMap(({ kind, before, after }) => {
    if (kind === 'added') return [added({ type, table: owner.after }, after.name, after)];
    if (kind === 'removed') return [removed({ type, table: owner.after }, before.name, before)];
    if (before === after && owner.before === owner.after) return [];
    return changed(
      { type, table: owner.after },
      { before: before.name, after: after.name },
      { before, after },
      differencesOf(before, followed(before), after, comparison),
    );
  });
}
