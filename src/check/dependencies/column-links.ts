import { findColumn, type Index, type Schema, type Table } from '../../model/schema.ts';
import { describeForeignKey, type Link } from './link.ts';
import { namesColumn } from './naming.ts';
import { sequenceLinks, textLinks } from './table-links.ts';

/** What depends on a column, and what it depends on. */
export function columnLinks(schema: Schema, table: Table, column: string): readonly Link[] {
  return [
    ...foreignKeyLinks(schema, table, column),
    ...indexLinks(schema, table, column),
    ...constraintLinks(schema, table, column),
    ...generatedLinks(schema, table, column),
    ...textLinks(schema, table.name, column),
    ...enumLinks(schema, table, column),
    ...sequenceLinks(schema, `${table.name}.${column}`),
  ];
}

function foreignKeyLinks(schema: Schema, table: Table, column: string): readonly Link[] {
  return schema.tables.flatMap((child) =>
    child.foreignKeys.flatMap((key): readonly Link[] => {
      const uses = child.name === table.name && key.columns.includes(column);
      const used = key.toTable === table.name && key.toColumns.includes(column);
      if (!uses && !used) return [];
      return [
        {
          relation: 'foreignKey',
          direction: uses ? 'uses' : 'usedBy',
          other: describeForeignKey(child.name, key),
          certainty: 'declared',
          name: key.name,
          table: child.name,
        },
      ];
    }),
  );
}

function usedBy(
  relation: Link['relation'],
  table: string,
  name: string,
  certainty: Link['certainty'] = 'declared',
): Link {
  return { relation, direction: 'usedBy', other: name, certainty, name, table };
}

function indexLinks(schema: Schema, table: Table, column: string): readonly Link[] {
  return table.indexes.flatMap((index) => {
    if (index.parts.some((part) => part.column === column) || index.include.includes(column)) {
      return [usedBy('index', table.name, index.name)];
    }
    const named = namesColumn(indexText(index), column, schema.engine);
    return named ? [usedBy('index', table.name, index.name, 'textual')] : [];
  });
}

function indexText({ parts, where }: Index): string {
  return [...parts.map(({ expression }) => expression ?? ''), where ?? ''].join(' ');
}

function constraintLinks(schema: Schema, table: Table, column: string): readonly Link[] {
  const named = (sql: string) => namesColumn(sql, column, schema.engine);
  const { name, primaryKey } = table;
  return [
    ...(primaryKey?.columns.includes(column)
      ? [usedBy('primaryKey', name, primaryKey.name ?? `primary key of ${name}`)]
      : []),
    ...table.checkConstraints
      .filter(({ expression }) => named(expression))
      .map((check) => usedBy('checkConstraint', name, check.name, 'textual')),
    ...table.uniqueConstraints
      .filter(({ columns }) => columns.includes(column))
      .map((unique) => usedBy('uniqueConstraint', name, unique.name)),
    ...table.exclusionConstraints
      .filter(({ expression, where }) => named(`${expression} ${where ?? ''}`))
      .map((exclusion) => usedBy('exclusionConstraint', name, exclusion.name, 'textual')),
  ];
}

function generatedLinks(schema: Schema, table: Table, column: string): readonly Link[] {
  return table.columns
    .filter(
      (each) =>
        each.name !== column &&
        each.generated !== null &&
        namesColumn(each.generated.expression, column, schema.engine),
    )
    .map((each) => ({
      ...usedBy('generatedColumn', table.name, each.name, 'textual'),
      other: `${table.name}.${each.name}`,
    }));
}

function enumLinks(schema: Schema, table: Table, column: string): readonly Link[] {
  const type = findColumn(table, column)?.type.replace(/\[\]$/, '');
  return schema.enums
    .filter(({ name }) => name === type)
    .map(({ name }) => ({ ...usedBy('enum', table.name, name), direction: 'uses', table: null }));
}
