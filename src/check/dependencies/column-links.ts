import type { Index, Schema, Table } from '../../model/schema.ts';
import { describeForeignKey, type Link, linkIf, usedBy, uses } from './link.ts';
import { type Looked, mention } from './looked.ts';
import { policyLinks, programLinks } from './program-links.ts';
import { relatedObjectLinks } from './related-objects.ts';
import { sequenceLinks } from './sequence-links.ts';
import { typeLinks } from './type-links.ts';
import { viewLinks } from './view-links.ts';

/** What depends on a column, and what it depends on. */
export function columnLinks(looked: Looked, table: Table, column: string): readonly Link[] {
  const { schema } = looked;
  return [
    ...foreignKeyLinks(schema, table, column),
    ...indexLinks(looked, table, column),
    ...constraintLinks(looked, table, column),
    ...generatedLinks(looked, table, column),
    ...viewLinks({ table: table.name, column }, looked),
    ...programLinks(table.name, column, looked),
    ...policyLinks(table.name, column, looked),
    ...relatedObjectLinks(table.name, column, looked),
    ...typeLinks(
      schema,
      table.columns.filter(({ name }) => name === column),
    ),
    ...sequenceLinks(schema, table, column),
  ];
}

function foreignKeyLinks(schema: Schema, table: Table, column: string): readonly Link[] {
  return schema.tables.flatMap((child) =>
    child.foreignKeys.flatMap((key): readonly Link[] => {
      const isChild = child.name === table.name && key.columns.includes(column);
      const isParent = key.toTable === table.name && key.toColumns.includes(column);
      if (!isChild && !isParent) return [];
      const link = isChild ? uses : usedBy;
      const other = describeForeignKey(child.name, key);
      return [{ ...link('foreignKey', child.name, key.name), other }];
    }),
  );
}

function indexLinks(looked: Looked, table: Table, column: string): readonly Link[] {
  return table.indexes.flatMap((index) => {
    if (index.parts.some((part) => part.column === column) || index.include.includes(column)) {
      return [usedBy('index', table.name, index.name)];
    }
    const certainty = anyNames(expressionsOf(index), column, looked);
    return linkIf('index', index.name, certainty, table.name);
  });
}

function expressionsOf({ parts, where }: Index): readonly string[] {
  return [...parts.map(({ expression }) => expression), where].filter((sql) => sql !== null);
}

/** How sure it is that one of the expressions over a table names its column. */
function anyNames(
  expressions: readonly string[],
  column: string,
  looked: Looked,
): Link['certainty'] | null {
  const target = { table: null, column };
  const found = expressions.map((sql) => mention(sql, 'expressions', target, looked));
  return found.includes('parsed') ? 'parsed' : (found.find((each) => each !== null) ?? null);
}

function constraintLinks(looked: Looked, table: Table, column: string): readonly Link[] {
  const { name, primaryKey } = table;
  const named = (expressions: readonly string[]) => anyNames(expressions, column, looked);
  return [
    ...(primaryKey?.columns.includes(column)
      ? [usedBy('primaryKey', name, primaryKey.name ?? `primary key of ${name}`)]
      : []),
    ...table.checkConstraints.flatMap((check) =>
      linkIf('checkConstraint', check.name, named([check.expression]), name),
    ),
    ...table.uniqueConstraints
      .filter(({ columns }) => columns.includes(column))
      .map((unique) => usedBy('uniqueConstraint', name, unique.name)),
    ...table.exclusionConstraints.flatMap(({ name: exclusion, expression, where }) => {
      const target = { table: null, column };
      const elements = mention(expression, 'exclusion', target, looked);
      const found = elements ?? (where === null ? null : named([where]));
      return linkIf('exclusionConstraint', exclusion, found, name);
    }),
  ];
}

function generatedLinks(looked: Looked, table: Table, column: string): readonly Link[] {
  return table.columns.flatMap((each) => {
    if (each.name === column || each.generated === null) return [];
    const certainty = anyNames([each.generated.expression], column, looked);
    return linkIf('generatedColumn', each.name, certainty, table.name).map((link) => ({
      ...link,
      other: `${table.name}.${each.name}`,
    }));
  });
}
