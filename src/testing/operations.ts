import type { Operation, OperationBody, OperationKind } from '../model/operation.ts';
import type {
  CheckConstraint,
  Column,
  ColumnDefault,
  ForeignKey,
  Index,
  Table,
} from '../model/schema.ts';
import { operation } from './build.ts';

type Body<K extends OperationKind> = Extract<OperationBody, { kind: K }>;

/** Operations one a line, in order: the first stands on line 1 of the migration. */
export function lines(...bodies: readonly OperationBody[]): readonly Operation[] {
  return bodies.map((body, position) =>
    operation(body, {
      source: {
        path: 'db/migrate/20260101000000_change.rb',
        line: position + 1,
        column: 1,
        endLine: position + 1,
      },
    }),
  );
}

/** Operations of one statement, on line 1. */
export function oneStatement(...bodies: readonly OperationBody[]): readonly Operation[] {
  return bodies.map((body) => operation(body));
}

export const createTable = (table: Table): Body<'createTable'> => ({
  kind: 'createTable',
  table,
  ifNotExists: false,
});

export const dropTable = (table: string, cascade = false): Body<'dropTable'> => ({
  kind: 'dropTable',
  table,
  ifExists: false,
  cascade,
});

export const renameTable = (from: string, to: string): Body<'renameTable'> => ({
  kind: 'renameTable',
  from,
  to,
});

export const addColumn = (
  table: string,
  column: Column,
  rest: Partial<Body<'addColumn'>> = {},
): Body<'addColumn'> => ({
  kind: 'addColumn',
  table,
  column,
  ifNotExists: false,
  position: null,
  ...rest,
});

export const dropColumn = (table: string, column: string): Body<'dropColumn'> => ({
  kind: 'dropColumn',
  table,
  column,
  ifExists: false,
  cascade: false,
});

export const renameColumn = (table: string, from: string, to: string): Body<'renameColumn'> => ({
  kind: 'renameColumn',
  table,
  from,
  to,
});

export const setColumn = (
  table: string,
  column: Column,
  rest: Partial<Body<'setColumn'>> = {},
): Body<'setColumn'> => ({
  kind: 'setColumn',
  table,
  column,
  using: null,
  position: null,
  ...rest,
});

export const setColumnDefault = (
  table: string,
  column: string,
  value: ColumnDefault | null,
): Body<'setColumnDefault'> => ({ kind: 'setColumnDefault', table, column, default: value });

export const setColumnNull = (
  table: string,
  column: string,
  nullable: boolean,
  backfill: ColumnDefault | null = null,
): Body<'setColumnNull'> => ({ kind: 'setColumnNull', table, column, nullable, backfill });

export const addIndex = (table: string, index: Index, concurrently = false): Body<'addIndex'> => ({
  kind: 'addIndex',
  table,
  index,
  ifNotExists: false,
  concurrently,
});

export const dropIndex = (
  table: string,
  index: string,
  concurrently = false,
): Body<'dropIndex'> => ({ kind: 'dropIndex', table, index, ifExists: false, concurrently });

export const addForeignKey = (table: string, foreignKey: ForeignKey): Body<'addForeignKey'> => ({
  kind: 'addForeignKey',
  table,
  foreignKey,
  ifNotExists: false,
});

export const dropForeignKey = (table: string, foreignKey: string): Body<'dropForeignKey'> => ({
  kind: 'dropForeignKey',
  table,
  foreignKey,
  ifExists: false,
});

export const addCheck = (
  table: string,
  checkConstraint: CheckConstraint,
): Body<'addCheckConstraint'> => ({
  kind: 'addCheckConstraint',
  table,
  checkConstraint,
  ifNotExists: false,
});

export const dropCheck = (table: string, name: string): Body<'dropCheckConstraint'> => ({
  kind: 'dropCheckConstraint',
  table,
  checkConstraint: name,
  ifExists: false,
});

export const validate = (table: string, constraint: string): Body<'validateConstraint'> => ({
  kind: 'validateConstraint',
  table,
  constraint,
});

export const changeRows = (
  table: string | null,
  verb: Body<'changeRows'>['verb'],
  rest: Partial<Body<'changeRows'>> = {},
): Body<'changeRows'> => ({
  kind: 'changeRows',
  table,
  verb,
  scope: 'whole',
  text: `${verb} ${table ?? '?'}`,
  language: 'sql',
  batched: false,
  ...rest,
});

export const literal = (value: string | number | boolean): ColumnDefault => ({
  kind: 'literal',
  value,
});

export const expression = (sql: string): ColumnDefault => ({ kind: 'expression', sql });
