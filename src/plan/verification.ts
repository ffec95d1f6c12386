import { dialectFor } from '../dialect/index.ts';
import type { ObjectReference, ObjectType } from '../model/change.ts';
import type { Engine } from '../model/engine.ts';
import type { AppliedOperation } from '../model/migration.ts';
import type { Verification } from '../model/rollback.ts';
import type { Schema, SchemaObjectType } from '../model/schema.ts';
import { SCHEMA_OBJECT_WORDS } from '../model/schema-object-types.ts';
import { mysqlProbers } from './verification/mysql.ts';
import { postgresqlProbers } from './verification/postgresql.ts';
import { NO_ROW, NULL_VALUE, type ProbeContext, type Probers } from './verification/probe.ts';
import { sqliteProbers } from './verification/sqlite.ts';
import { followed, type Subject, subjectsOf, tracedBack } from './verification/subjects.ts';
import { versionChecks } from './verification/version-checks.ts';

/**
 * Read-only queries that show whether the release did what it should, and whether its rollback
 * took it back: first those of each step in order, then those of the release as a whole.
 *
 * `forward` queries tell what the final schema has of the objects that a step touched, under their
 * final names; `back` queries, what the first schema had of them. An object that the schema has not
 * must be gone. Steps that touch rows, and those that were not understood, have none. No query is
 * there twice. Each belongs to the step after which it holds: the last one done, or undone, that
 * touches its object.
 *
 * @param applied - in the order in which they ran; the operations of one release.
 */
export function planVerifications(applied: readonly AppliedOperation[]): readonly Verification[] {
  const [first, last] = [applied[0], applied.at(-1)];
  if (!first || !last) return [];
  const migrations = applied.map(({ migration }) => migration);
  const forward = verifications(applied, 'forward', last.after);
  const back = verifications([...applied].reverse(), 'back', first.before);
  return [...forward, ...back, ...versionChecks(migrations, dialectFor(last.after.engine))];
}

const PROBERS: { readonly [E in Engine]: Probers } = {
  postgresql: postgresqlProbers,
  mysql: mysqlProbers,
  sqlite: sqliteProbers,
};

/** @param order - the steps in the order in which they are done, or undone. */
function verifications(
  order: readonly AppliedOperation[],
  when: Verification['when'],
  schema: Schema,
): readonly Verification[] {
  const found = new Map<string, Verification>();
  const grownEnums = when === 'back' ? enumsWithNewValues(order) : new Set<string>();
  const context = { schema, dialect: dialectFor(schema.engine), grownEnums };
  const stepAt = (position: number) =>
    when === 'forward' ? position : order.length - 1 - position;
  order.forEach(({ operation }, position) => {
    const step = stepAt(position);
    const later = order.slice(position + 1);
    for (const subject of subjectsOf(operation)) {
      for (const name of namesOf(subject, when)) {
        const { reference, moved } = nameAtTheEnd(name, later, when);
        const last = moved === null ? step : stepAt(position + 1 + moved);
        const one = verification(reference, last, when, context);
        if (one) found.set(one.sql, furthest(found.get(one.sql), one, when));
      }
    }
  });
  return [...found.values()].sort((one, other) => (one.step ?? 0) - (other.step ?? 0));
}

/** The name that the object gets, then the one that it loses. */
function namesOf(
  { before, after }: Subject,
  when: Verification['when'],
): readonly ObjectReference[] {
  return when === 'forward' ? [after, before] : [before, after];
}

/** What the object is called in the end, and which of the steps after it named it so last. */
function nameAtTheEnd(
  name: ObjectReference,
  later: readonly AppliedOperation[],
  when: Verification['when'],
): { readonly reference: ObjectReference; readonly moved: number | null } {
  const move = when === 'forward' ? followed : tracedBack;
  let reference = name;
  let moved: number | null = null;
  later.forEach(({ operation }, position) => {
    const next = move(reference, operation);
    if (next !== reference) moved = position;
    reference = next;
  });
  return { reference, moved };
}

/** Of two findings of one query the one that belongs to the later step in the order of doing. */
function furthest(
  known: Verification | undefined,
  one: Verification,
  when: Verification['when'],
): Verification {
  if (known?.step == null || one.step === null) return one;
  const later = when === 'forward' ? one.step > known.step : one.step < known.step;
  return later ? one : known;
}

function verification(
  reference: ObjectReference,
  step: number,
  when: Verification['when'],
  context: ProbeContext,
): Verification | null {
  const probe = PROBERS[context.schema.engine][reference.type](reference, context);
  if (!probe) return null;
  const gone = /^(?:found|columns(?:_found)?) = (?:0|false)$/.test(probe.expected);
  const absent = gone || probe.expected === NO_ROW || probe.expected === NULL_VALUE;
  const grown = reference.type === 'enum' && context.grownEnums.has(reference.name) && !absent;
  const what = grown
    ? `Enum ${reference.name} has the values that it had before; values that were added stay.`
    : sentence(reference, absent, when);
  return { step, when, what, ...probe };
}

/** Names before the release of the enums that it adds values to. PostgreSQL can't drop a value. */
function enumsWithNewValues(undone: readonly AppliedOperation[]): ReadonlySet<string> {
  const names = undone.flatMap(({ operation }, position) => {
    if (operation.kind !== 'addEnumValue') return [];
    const name = { type: 'enum', table: null, name: operation.enum } as const;
    return nameAtTheEnd(name, undone.slice(position + 1), 'back').reference.name;
  });
  return new Set(names);
}

const NOUNS: { readonly [T in ObjectType]: string } = {
  namespace: 'Schema',
  extension: 'Extension',
  enum: 'Enum',
  domain: 'Domain',
  sequence: 'Sequence',
  table: 'Table',
  column: 'Column',
  primaryKey: 'The primary key of',
  index: 'Index',
  foreignKey: 'Constraint',
  checkConstraint: 'Constraint',
  uniqueConstraint: 'Constraint',
  exclusionConstraint: 'Constraint',
  view: 'View',
  materializedView: 'Materialized view',
  function: 'Function',
  trigger: 'Trigger',
  policy: 'Policy',
  virtualTable: 'Virtual table',
  object: 'Object',
};

function sentence(reference: ObjectReference, absent: boolean, when: Verification['when']): string {
  const { type, table, name } = reference;
  const inTable = table === null || type === 'primaryKey' ? '' : ` of ${table}`;
  const noun = reference.objectType === undefined ? NOUNS[type] : objectNoun(reference.objectType);
  const object = `${noun} ${name}${inTable}`;
  if (absent) return `${object} is not there.`;
  return when === 'forward' ? `${object} is as planned.` : `${object} is as it was before.`;
}

function objectNoun(type: SchemaObjectType): string {
  const words = SCHEMA_OBJECT_WORDS[type];
  return words.charAt(0).toUpperCase() + words.slice(1);
}
