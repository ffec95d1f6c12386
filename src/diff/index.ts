import type { Change } from '../model/change.ts';
import type { Operation } from '../model/operation.ts';
import type { DatabaseFunction, Enum, Schema, Sequence } from '../model/schema.ts';
import { same } from './compare.ts';
import { type Following, following } from './following.ts';
import {
  domainRules,
  EXTENSION,
  followedOwner,
  functionRules,
  namespaceChanges,
  objectChanges,
  pairOverloads,
  policyRules,
  sequenceRules,
  triggerRules,
  VIRTUAL_TABLE,
  viewChanges,
} from './objects.ts';
import { pairUp } from './pairs.ts';
import { followRenames } from './renames.ts';
import { schemaObjectChanges } from './schema-objects.ts';
import { tableChanges } from './tables.ts';

export { possibleRenames } from './possible-renames.ts';

/**
 * What differs between two schemas, object by object.
 *
 * In the order of the schema's lists, each list by name; a table's own change comes before those
 * of its parts. Empty when both say the same: the order of columns and tables does not count, nor
 * a foreign key's name that Rails made up.
 *
 * @param options.renames - the operations that lead from one to the other. Renames are taken from
 * them alone, and followed through further renames, drops and creations; without them, what was
 * renamed is removed and added.
 */
export function diffSchemas(
  before: Schema,
  after: Schema,
  options: { readonly renames?: readonly Operation[] } = {},
): readonly Change[] {
  const renames = followRenames(before, options.renames ?? []);
  const names = following(renames, before);
  return [
    ...namespaceChanges(before.namespaces, after.namespaces, names),
    ...objectChanges(pairUp(before.extensions, after.extensions), EXTENSION),
    ...enumChanges(before.enums, after.enums, names),
    ...objectChanges(
      pairUp(before.domains, after.domains, (name) => renames.object('domain', null, name)),
      domainRules(names),
    ),
    ...sequenceChanges(before, after, names),
    ...tableChanges(before.tables, after.tables, names),
    ...viewChanges(before.views, after.views, names),
    ...objectChanges(
      pairOverloads(before.functions, after.functions, argumentsOf, ({ name }) =>
        renames.object('function', null, name),
      ),
      functionRules(names),
    ),
    ...triggerChanges(before, after, names),
    ...policyChanges(before, after, names),
    ...schemaObjectChanges(before.objects ?? [], after.objects ?? [], names),
    ...objectChanges(pairUp(before.virtualTables, after.virtualTables), VIRTUAL_TABLE),
  ];
}

function enumChanges(
  before: readonly Enum[],
  after: readonly Enum[],
  { renames }: Following,
): readonly Change[] {
  return objectChanges(pairUp(before, after, renames.enum), {
    type: () => 'enum',
    comparison: { values: same },
  });
}

/** A sequence that comes or goes with the column that owns it is part of that column. */
function sequenceChanges(before: Schema, after: Schema, names: Following): readonly Change[] {
  const pairs = pairUp(
    before.sequences,
    after.sequences,
    (name) => names.renames.object('sequence', null, name),
    (left, right) => right.ownedBy !== null && followedOwner(left, names) === right.ownedBy,
  );
  const there = columnNames(before, (owner) => followedOwner(owner, names));
  const left = columnNames(after, ({ ownedBy }) => ownedBy);
  const stands = pairs.filter((pair) => {
    if (pair.kind === 'both') return true;
    const owner = pair.kind === 'added' ? pair.after.ownedBy : followedOwner(pair.before, names);
    return owner === null || (pair.kind === 'added' ? there : left).has(owner);
  });
  return objectChanges(stands, sequenceRules(names));
}

/** Every `table.column` of the schema that could own a sequence. */
function columnNames(
  schema: Schema,
  ownerName: (owner: Pick<Sequence, 'ownedBy'>) => string | null,
): ReadonlySet<string | null> {
  return new Set(
    schema.tables.flatMap(({ name, columns }) =>
      columns.map((column) => ownerName({ ownedBy: `${name}.${column.name}` })),
    ),
  );
}

function triggerChanges(before: Schema, after: Schema, names: Following): readonly Change[] {
  const pairs = pairOverloads(
    before.triggers,
    after.triggers,
    ({ table }, side) =>
      table !== null && side === 'before' ? names.relation(table) : (table ?? ''),
    ({ table, name }) => names.renames.object('trigger', table, name),
  );
  return objectChanges(pairs, triggerRules(names));
}

function policyChanges(before: Schema, after: Schema, names: Following): readonly Change[] {
  const pairs = pairOverloads(
    before.policies,
    after.policies,
    ({ table }, side) => (side === 'before' ? names.table(table) : table),
    ({ table, name }) => names.renames.object('policy', table, name),
  );
  return objectChanges(pairs, policyRules(names));
}

/** What tells functions of one name apart: the text between the name and the body. */
function argumentsOf({ definition }: DatabaseFunction): string {
  const list = /\(([\s\S]*?)\)\s*returns\b/i.exec(definition)?.[1] ?? definition;
  return list.toLowerCase().replace(/\s+/g, ' ').trim();
}
