import type {
  CheckConstraint,
  ExclusionConstraint,
  ForeignKey,
  PrimaryKey,
  ReferentialAction,
  UniqueConstraint,
} from '../../model/schema.ts';

export const REFERENTIAL_ACTION_WORDS: { readonly [A in ReferentialAction]: string } = {
  noAction: 'no action',
  restrict: 'restrict',
  cascade: 'cascade',
  setNull: 'set null',
  setDefault: 'set default',
};

/** `(id)`, `(tenant_id, id)`. */
export function describePrimaryKey(key: PrimaryKey): string {
  return [
    describeColumns(key.columns),
    ...describeBuild(key),
    ...describeDeferrable(key.deferrable ?? null),
  ].join(', ');
}

/** `user_id → users.id, on delete cascade`. */
export function describeForeignKey(key: ForeignKey): string {
  return [
    describeReferences(key),
    ...(key.onDelete === 'noAction' ? [] : [describeDelete(key)]),
    ...(key.onUpdate === 'noAction' ? [] : [`on update ${REFERENTIAL_ACTION_WORDS[key.onUpdate]}`]),
    ...(key.matchFull ? ['match full'] : []),
    ...describeDeferrable(key.deferrable),
    ...(key.validated ? [] : ['not validated']),
    ...(key.enforced === false ? ['not enforced'] : []),
  ].join(', ');
}

/** PostgreSQL can set some of the key's columns only: `on delete set null (user_id)`. */
function describeDelete({ onDelete, setColumns }: ForeignKey): string {
  const only = setColumns === undefined ? '' : ` ${describeColumns(setColumns)}`;
  return `on delete ${REFERENTIAL_ACTION_WORDS[onDelete]}${only}`;
}

/** `user_id → users.id`, `(tenant_id, user_id) → users (tenant_id, id)`. */
function describeReferences({ columns, toTable, toColumns }: ForeignKey): string {
  if (columns.length !== 1 || toColumns.length > 1) {
    return `${describeColumns(columns)} → ${toTable} ${describeColumns(toColumns)}`;
  }
  const target = toColumns[0] === undefined ? toTable : `${toTable}.${toColumns[0]}`;
  return `${columns.join(', ')} → ${target}`;
}

/** The expression, and whether it holds for new rows only. */
export function describeCheckConstraint(check: CheckConstraint): string {
  return [
    check.expression,
    ...(check.validated ? [] : ['not validated']),
    ...(check.inherited === false ? ['not inherited'] : []),
    ...(check.enforced === false ? ['not enforced'] : []),
  ].join(', ');
}

/** `(tenant_id, email), nulls not distinct, deferrable`. */
export function describeUniqueConstraint(constraint: UniqueConstraint): string {
  return [
    describeColumns(constraint.columns),
    ...(constraint.nullsNotDistinct ? ['nulls not distinct'] : []),
    ...describeBuild(constraint),
    ...describeDeferrable(constraint.deferrable),
  ].join(', ');
}

/** `(room WITH =, during WITH &&), using gist, where …`. */
export function describeExclusionConstraint(constraint: ExclusionConstraint): string {
  return [
    `(${constraint.expression})`,
    ...(constraint.using === null ? [] : [`using ${constraint.using}`]),
    ...(constraint.where === null ? [] : [`where ${constraint.where}`]),
    ...describeBuild(constraint),
    ...describeDeferrable(constraint.deferrable),
  ].join(', ');
}

/** What is said of the index behind a constraint. */
function describeBuild({
  include = [],
  storage,
  withoutOverlaps,
}: Pick<UniqueConstraint, 'include' | 'storage' | 'withoutOverlaps'>): readonly string[] {
  return [
    ...(withoutOverlaps ? ['without overlaps'] : []),
    ...(include.length === 0 ? [] : [`including ${describeColumns(include)}`]),
    ...(storage === undefined ? [] : [storage]),
  ];
}

/** `deferrable, initially immediate`; empty when it is not deferrable. */
function describeDeferrable(deferrable: 'immediate' | 'deferred' | null): readonly string[] {
  return deferrable === null ? [] : [`deferrable, initially ${deferrable}`];
}

function describeColumns(columns: readonly string[]): string {
  return `(${columns.join(', ')})`;
}
