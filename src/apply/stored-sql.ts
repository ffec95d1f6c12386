import type {
  Column,
  ColumnDefault,
  Domain,
  ExclusionConstraint,
  Index,
  Schema,
  Table,
} from '../model/schema.ts';

/** What is done to a text that the server prints from its catalog. */
export type ChangeSql = (sql: string) => string;

/**
 * The schema with every expression, query and definition of it changed. PostgreSQL keeps them with
 * the numbers of what they name and prints the names anew, so that all of them follow a rename.
 * What does not change is shared.
 */
export function withStoredSql(schema: Schema, sql: ChangeSql): Schema {
  const defined = <T extends { readonly definition: string }>(objects: readonly T[]) =>
    mapped(objects, (object) => {
      const definition = sql(object.definition);
      return definition === object.definition ? object : { ...object, definition };
    });
  return {
    ...schema,
    domains: mapped(schema.domains, (domain) => inDomain(domain, sql)),
    tables: mapped(schema.tables, (table) => inTable(table, sql)),
    views: defined(
      mapped(schema.views, (view) => {
        const indexes = mapped(view.indexes, (index) => inIndex(index, sql));
        return indexes === view.indexes ? view : { ...view, indexes };
      }),
    ),
    functions: defined(schema.functions),
    triggers: defined(schema.triggers),
    policies: defined(schema.policies),
    ...(schema.objects && { objects: defined(schema.objects) }),
  };
}

function inDomain(domain: Domain, sql: ChangeSql): Domain {
  const value = inDefault(domain.default, sql);
  const checkConstraints = inExpressions(domain.checkConstraints, sql);
  return value === domain.default && checkConstraints === domain.checkConstraints
    ? domain
    : { ...domain, default: value, checkConstraints };
}

function inTable(table: Table, sql: ChangeSql): Table {
  const parts = {
    columns: mapped(table.columns, (column) => inColumn(column, sql)),
    indexes: mapped(table.indexes, (index) => inIndex(index, sql)),
    checkConstraints: inExpressions(table.checkConstraints, sql),
    exclusionConstraints: mapped(table.exclusionConstraints, (one) => inExclusion(one, sql)),
  };
  const isSame =
    parts.columns === table.columns &&
    parts.indexes === table.indexes &&
    parts.checkConstraints === table.checkConstraints &&
    parts.exclusionConstraints === table.exclusionConstraints;
  return isSame ? table : { ...table, ...parts };
}

function inColumn(column: Column, sql: ChangeSql): Column {
  const value = inDefault(column.default, sql);
  const expression = column.generated && sql(column.generated.expression);
  if (value === column.default && expression === (column.generated?.expression ?? null)) {
    return column;
  }
  const generated = column.generated && { ...column.generated, expression: expression ?? '' };
  return { ...column, default: value, generated };
}

function inDefault(value: ColumnDefault | null, sql: ChangeSql): ColumnDefault | null {
  if (value?.kind !== 'expression') return value;
  const changed = sql(value.sql);
  return changed === value.sql ? value : { ...value, sql: changed };
}

function inIndex(index: Index, sql: ChangeSql): Index {
  const where = index.where === null ? null : sql(index.where);
  const parts = mapped(index.parts, (part) => {
    const expression = part.expression === null ? null : sql(part.expression);
    return expression === part.expression ? part : { ...part, expression };
  });
  return where === index.where && parts === index.parts ? index : { ...index, where, parts };
}

function inExclusion(exclusion: ExclusionConstraint, sql: ChangeSql): ExclusionConstraint {
  const expression = sql(exclusion.expression);
  const where = exclusion.where === null ? null : sql(exclusion.where);
  const isSame = expression === exclusion.expression && where === exclusion.where;
  return isSame ? exclusion : { ...exclusion, expression, where };
}

function inExpressions<T extends { readonly expression: string }>(
  parts: readonly T[],
  sql: ChangeSql,
): readonly T[] {
  return mapped(parts, (part) => {
    const expression = sql(part.expression);
    return expression === part.expression ? part : { ...part, expression };
  });
}

/** The list with each element changed; the very same list when none is. */
export function mapped<T>(list: readonly T[], change: (element: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((element, place) => element === list[place]) ? list : changed;
}
