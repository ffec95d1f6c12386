import { makeObjectName } from '../../../../dialect/postgresql/object-names.ts';
import type {
  CheckConstraint,
  Column,
  ExclusionConstraint,
  ForeignKey,
  PrimaryKey,
  ReferentialAction,
  Table,
  UniqueConstraint,
} from '../../../../model/schema.ts';
import { objectNameOf, qualified, quoted } from '../names.ts';
import { conditionSql, expressionSql, type PrintContext } from './context.ts';

/** ALTER TABLE … ADD CONSTRAINT, with the line break of dumpConstraint. */
export function addConstraint(table: string, name: string, definition: string): string {
  return `ALTER TABLE ONLY ${qualified(table)}\n    ADD CONSTRAINT ${quoted(name)} ${definition};`;
}

/** The same without ONLY, as for checks and for foreign keys of partitioned tables. */
export function addConstraintToAll(table: string, name: string, definition: string): string {
  return `ALTER TABLE ${qualified(table)}\n    ADD CONSTRAINT ${quoted(name)} ${definition};`;
}

/** The stated name, or the one that the server chooses. */
export function primaryKeyName(key: PrimaryKey, table: Table): string {
  return key.name ?? makeObjectName(objectNameOf(table.name).name, null, 'pkey');
}

export function primaryKeyDefinition(key: PrimaryKey): string {
  return `PRIMARY KEY (${names(key.columns)})`;
}

export function uniqueDefinition(unique: UniqueConstraint): string {
  const nulls = unique.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  return `UNIQUE${nulls} (${names(unique.columns)})${deferrable(unique)}`;
}

export function exclusionDefinition(
  exclusion: ExclusionConstraint,
  columns: readonly Column[],
  context: PrintContext,
): string {
  const where =
    exclusion.where === null ? '' : ` WHERE (${conditionSql(exclusion.where, columns, context)})`;
  const elements = expressionSql(exclusion.expression, context);
  return `EXCLUDE USING ${exclusion.using ?? 'btree'} (${elements})${where}${deferrable(exclusion)}`;
}

/** pg_get_constraintdef(): an expression has its own parentheses inside of those of CHECK. */
export function checkDefinition(
  check: CheckConstraint,
  columns: readonly Column[],
  context: PrintContext,
): string {
  const valid = check.validated ? '' : ' NOT VALID';
  return `CHECK (${conditionSql(check.expression, columns, context)})${valid}`;
}

const ACTIONS: { readonly [A in ReferentialAction]: string } = {
  noAction: '',
  restrict: 'RESTRICT',
  cascade: 'CASCADE',
  setNull: 'SET NULL',
  setDefault: 'SET DEFAULT',
};

export function foreignKeyDefinition(key: ForeignKey, parent: Table | null): string {
  const columns = key.toColumns.length > 0 ? key.toColumns : (parent?.primaryKey?.columns ?? []);
  const update = key.onUpdate === 'noAction' ? '' : ` ON UPDATE ${ACTIONS[key.onUpdate]}`;
  const remove = key.onDelete === 'noAction' ? '' : ` ON DELETE ${ACTIONS[key.onDelete]}`;
  const valid = key.validated ? '' : ' NOT VALID';
  const target = `${qualified(key.toTable)}(${names(columns)})`;
  return `FOREIGN KEY (${names(key.columns)}) REFERENCES ${target}${update}${remove}${deferrable(key)}${valid}`;
}

/** INITIALLY IMMEDIATE is the default, and not printed. */
function deferrable({ deferrable }: { deferrable: 'immediate' | 'deferred' | null }): string {
  if (deferrable === null) return '';
  return deferrable === 'deferred' ? ' DEFERRABLE INITIALLY DEFERRED' : ' DEFERRABLE';
}

function names(columns: readonly string[]): string {
  return columns.map(quoted).join(', ');
}
