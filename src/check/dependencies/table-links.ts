import type { Schema, Table } from '../../model/schema.ts';
import { describeForeignKey, type Link } from './link.ts';
import { bodiesNaming, namesAll, viewsNaming } from './naming.ts';

/** What depends on a table as a whole, and what it depends on. */
export function tableLinks(schema: Schema, table: Table): readonly Link[] {
  return [
    ...foreignKeyLinks(schema, table),
    ...partLinks(table),
    ...textLinks(schema, table.name, null),
    ...enumLinks(schema, table),
    ...sequenceLinks(schema, table.name),
  ];
}

function foreignKeyLinks(schema: Schema, table: Table): readonly Link[] {
  const own = table.foreignKeys.map(
    (key): Link => ({
      relation: 'foreignKey',
      direction: 'uses',
      other: describeForeignKey(table.name, key),
      certainty: 'declared',
      name: key.name,
      table: table.name,
    }),
  );
  const incoming = schema.tables
    .filter(({ name }) => name !== table.name)
    .flatMap((child) =>
      child.foreignKeys
        .filter(({ toTable }) => toTable === table.name)
        .map(
          (key): Link => ({
            relation: 'foreignKey',
            direction: 'usedBy',
            other: describeForeignKey(child.name, key),
            certainty: 'declared',
            name: key.name,
            table: child.name,
          }),
        ),
    );
  return [...own, ...incoming];
}

/** Indexes, keys and constraints, which live and go with their table. */
function partLinks(table: Table): readonly Link[] {
  const link = (relation: Link['relation'], name: string): Link => ({
    relation,
    direction: 'usedBy',
    other: name,
    certainty: 'declared',
    name,
    table: table.name,
  });
  return [
    ...table.indexes.map(({ name }) => link('index', name)),
    ...table.checkConstraints.map(({ name }) => link('checkConstraint', name)),
    ...table.uniqueConstraints.map(({ name }) => link('uniqueConstraint', name)),
    ...table.exclusionConstraints.map(({ name }) => link('exclusionConstraint', name)),
  ];
}

/** Views, triggers, functions and policies whose text names the table, and the column where one is given. */
export function textLinks(schema: Schema, table: string, column: string | null): readonly Link[] {
  const link = (relation: Link['relation'], name: string, certainty: Link['certainty']): Link => ({
    relation,
    direction: 'usedBy',
    other: name,
    certainty,
    name,
    table: relation === 'policy' ? table : null,
  });
  const bodies = bodiesNaming(schema, table, column);
  // A trigger hangs on its table whatever its text says.
  const attached = column === null ? schema.triggers.filter((each) => each.table === table) : [];
  const named = bodies.filter(({ name }) => !attached.some((trigger) => trigger.name === name));
  const policies = schema.policies.filter(
    (policy) =>
      policy.table === table &&
      (column === null || namesAll(policy.definition, [column], schema.engine)),
  );
  return [
    ...viewsNaming(schema, table, column).map(({ name }) => link('view', name, 'textual')),
    ...attached.map(({ name }) => link('trigger', name, 'declared')),
    ...named.map(({ type, name }) => link(type, name, 'textual')),
    ...policies.map(({ name }) => link('policy', name, column === null ? 'declared' : 'textual')),
  ];
}

function enumLinks(schema: Schema, table: Table): readonly Link[] {
  return schema.enums
    .filter(({ name }) => table.columns.some(({ type }) => type === name || type === `${name}[]`))
    .map(({ name }) => ({
      relation: 'enum',
      direction: 'uses',
      other: name,
      certainty: 'declared',
      name,
      table: null,
    }));
}

/** Sequences that belong to a column of the table. */
export function sequenceLinks(schema: Schema, owner: string): readonly Link[] {
  return schema.sequences
    .filter(({ ownedBy }) => ownedBy === owner || ownedBy?.startsWith(`${owner}.`))
    .map(({ name }) => ({
      relation: 'sequence',
      direction: 'usedBy',
      other: name,
      certainty: 'declared',
      name,
      table: null,
    }));
}
