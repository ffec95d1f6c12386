import type { Index, IndexPart } from '../../../../model/schema.ts';
import { qualified, quoted } from '../names.ts';
import { collationSql } from './columns.ts';
import { withoutTablespace } from './constraints.ts';
import { expressionSql, type PrintContext } from './context.ts';

/**
 * CREATE INDEX as pg_get_indexdef() prints it.
 *
 * @param isPartitioned - of a partitioned table, whose partitions get theirs by themselves.
 */
export function createIndex(
  index: Index,
  table: string,
  isPartitioned: boolean,
  context: PrintContext,
): string {
  const parts = index.parts.map((part) => partSql(part, context)).join(', ');
  const where = index.where === null ? '' : `WHERE ${expressionSql(index.where, context)}`;
  const words = [
    `CREATE${index.unique ? ' UNIQUE' : ''} INDEX ${quoted(index.name)}`,
    `ON ${isPartitioned ? 'ONLY ' : ''}${qualified(table)}`,
    `USING ${index.using ?? 'btree'} (${parts})`,
    index.include.length > 0 ? `INCLUDE (${index.include.map(quoted).join(', ')})` : '',
    index.nullsNotDistinct ? 'NULLS NOT DISTINCT' : '',
    withoutTablespace(index.storage ?? ''),
    where,
  ];
  return `${words.filter((word) => word !== '').join(' ')};`;
}

function partSql(part: IndexPart, context: PrintContext): string {
  return [
    part.column === null ? expressionSql(part.expression ?? '', context) : quoted(part.column),
    part.collation === null ? '' : `COLLATE ${collationSql(part.collation, context)}`,
    part.opclass === null ? '' : opclassSql(part.opclass, context),
    part.order === 'desc' ? 'DESC' : '',
    part.nulls === null ? '' : `NULLS ${part.nulls.toUpperCase()}`,
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function opclassSql(name: string, { known }: PrintContext): string {
  return known.operatorClasses.has(name) || name.includes('.') ? qualified(name) : name;
}
