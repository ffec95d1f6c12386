import type { Schema, Table } from '../../model/schema.ts';
import { describeForeignKey, type Link, usedBy, uses } from './link.ts';
import type { Looked } from './looked.ts';
import { partitionLinks } from './partition-links.ts';
import { policyLinks, programLinks } from './program-links.ts';
import { relatedObjectLinks } from './related-objects.ts';
import { sequenceLinks } from './sequence-links.ts';
import { typeLinks } from './type-links.ts';
import { viewLinks } from './view-links.ts';

/** What depends on a table as a whole, and what it depends on. */
export function tableLinks(looked: Looked, table: Table): readonly Link[] {
  const { schema } = looked;
  return [
    ...foreignKeyLinks(schema, table),
    ...partLinks(table),
    ...partitionLinks(schema, table),
    ...viewLinks({ table: table.name, column: null }, looked),
    ...programLinks(table.name, null, looked),
    ...policyLinks(table.name, null, looked),
    ...relatedObjectLinks(table.name, null, looked),
    ...typeLinks(schema, table.columns),
    ...sequenceLinks(schema, table, null),
  ];
}

function foreignKeyLinks(schema: Schema, table: Table): readonly Link[] {
  const own = table.foreignKeys.map((key) => ({
    ...uses('foreignKey', table.name, key.name),
    other: describeForeignKey(table.name, key),
  }));
  const incoming = schema.tables
    .filter(({ name }) => name !== table.name)
    .flatMap((child) =>
      child.foreignKeys
        .filter(({ toTable }) => toTable === table.name)
        .map((key) => ({
          ...usedBy('foreignKey', child.name, key.name),
          other: describeForeignKey(child.name, key),
        })),
    );
  return [...own, ...incoming];
}

/** Indexes, keys and constraints, which live and go with their table. */
function partLinks(table: Table): readonly Link[] {
  const link = (relation: Link['relation'], name: string) => usedBy(relation, table.name, name);
  return [
    ...table.indexes.map(({ name }) => link('index', name)),
    ...table.checkConstraints.map(({ name }) => link('checkConstraint', name)),
    ...table.uniqueConstraints.map(({ name }) => link('uniqueConstraint', name)),
    ...table.exclusionConstraints.map(({ name }) => link('exclusionConstraint', name)),
  ];
}
