import type { Column, ForeignKey, Index, Table } from '../../model/schema.ts';

export function column(name: string, type: string, over: Partial<Column> = {}): Column {
  return {
    name,
    type,
    nullable: true,
    default: null,
    autoIncrement: null,
    generated: null,
    collation: null,
    comment: null,
    extraOptions: [],
    ...over,
  };
}

/** A `bigserial` primary key column, as Rails creates it on PostgreSQL. */
export const ID = column('id', 'bigint', { nullable: false, autoIncrement: 'sequence' });

export const CREATED_AT = column('created_at', 'timestamp(6) without time zone', {
  nullable: false,
});

export function index(name: string, columns: readonly string[], over: Partial<Index> = {}): Index {
  return {
    name,
    parts: columns.map((part) => ({
      column: part,
      expression: null,
      order: 'asc',
      nulls: null,
      opclass: null,
      length: null,
      collation: null,
    })),
    unique: false,
    using: 'btree',
    kind: null,
    where: null,
    include: [],
    nullsNotDistinct: false,
    comment: null,
    enabled: true,
    ...over,
  };
}

export function foreignKey(
  name: string,
  from: string,
  toTable: string,
  over: Partial<ForeignKey> = {},
): ForeignKey {
  return {
    name,
    columns: [from],
    toTable,
    toColumns: ['id'],
    onDelete: 'noAction',
    onUpdate: 'noAction',
    deferrable: null,
    validated: true,
    ...over,
  };
}

export function table(name: string, columns: readonly Column[], over: Partial<Table> = {}): Table {
  return {
    name,
    columns,
    primaryKey: { name: null, columns: ['id'] },
    indexes: [],
    foreignKeys: [],
    checkConstraints: [],
    uniqueConstraints: [],
    exclusionConstraints: [],
    comment: null,
    options: null,
    charset: null,
    collation: null,
    ...over,
  };
}
